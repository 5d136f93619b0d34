"""Who makes which deck of several: this process one after the other, or as many as there are cores."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Union

import click

from deckgen.request import Built, name_of
from deckgen.values import frozen

if TYPE_CHECKING:
    from deckgen.cli.crew import Outcome
    from deckgen.cli.session import Session
    from deckgen.pipeline import Parsed
    from deckgen.unchanged import Unchanged

FEW = 4
"""From how many decks on more processes than one are of use: each takes time to begin."""


@frozen
class Unread:
    """A deck that is read by the process that makes it, and taken for sound until then."""

    content: Path
    audiences: tuple[str, ...] = ()
    spec: bool = True
    whole: bool = True
    named: bool = True
    for_everyone: bool = True


Deck = Union[Unread, "Parsed", "Unchanged"]


def all_made(session: "Session", plan: list[tuple[Deck, tuple[str, ...]]]) -> Iterator[Built | None]:
    """Yield what comes of each deck for each audience, None where nothing does, which is told."""
    tasks = [(deck, audience) for deck, audiences in plan for audience in audiences]
    open_tasks = [(deck.content, audience) for deck, audience in tasks if not _is_unchanged(deck)]
    if session.jobs < 2 or len(open_tasks) < FEW:
        yield from (session.made(deck, audience) for deck, audience in tasks)
        return
    from deckgen.cli.crew import outcomes

    come_of = outcomes(session, open_tasks, session.jobs)
    for number, (deck, audience) in enumerate(tasks, start=1):
        if _is_unchanged(deck):
            yield session.made(deck, audience)
            continue
        progress = Line(name_of(deck.content, audience))
        progress(f"deck {number} of {len(tasks)}")
        made = next(come_of)
        progress("")
        yield _told(session, deck.content, made)


def _is_unchanged(deck: Deck) -> bool:
    return hasattr(deck, "built")


def _told(session: "Session", content: Path, made: "Outcome") -> Built | None:
    """Return what another process made; tell of what it could not make."""
    if made.misasked:
        raise click.UsageError(made.trouble)
    if made.trouble:
        session.unusable(made.trouble)
    session.read(content).add(made.read)
    return made.built


class Line:
    """Says on a terminal what is being done; the line is cleared when it ends."""

    def __init__(self, deck: str) -> None:
        self.deck = deck
        self.shown = sys.stderr.isatty()

    def __call__(self, doing: str) -> None:
        """Say what is being done; nothing clears the line."""
        if self.shown:
            click.echo(f"\r\x1b[2K{self.deck}: {doing} …" if doing else "\r\x1b[2K", nl=False, err=True)
