"""``deckgen watch``: decks built again at every change, without a page."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import click

from deckgen.cli import build
from deckgen.cli.options import decks_of
from deckgen.cli.session import UNUSABLE
from deckgen.request import Built, Progress, Wanted
from deckgen.values import mutable

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostic
    from deckgen.pipeline import Made, Parsed
    from deckgen.source.notes import Notes

NOT_HERE = ("style", "jobs")
"""The options of a build that say nothing where people look on."""


AGAIN = 5
"""At every how many looks a deck is tried again that could not be read or written: its file may be closed by then."""


@mutable(kw_only=True)
class _Building(build.Building):
    """Builds decks again, and says once for each change what comes of it.

    What has not changed in a deck is taken from the time before.
    """

    told: set[str] = field(default_factory=set)
    _before: dict[tuple[Path, str], "Made"] = field(default_factory=dict)

    def known(self, content: Path) -> None:
        """Return None: a deck is built when the watch begins, so that it is known what to watch."""
        del content

    def make(self, deck: "Parsed", wanted: Wanted, progress: Progress) -> Built:
        """Return the deck, written."""
        from deckgen import pipeline

        key = deck.content, wanted.audience
        made = pipeline.set_only(deck, wanted, self._before.get(key))
        if made.pages:
            self._before[key] = made
        made = pipeline.with_checks(made)
        return pipeline.publish(made, self.output, wanted, self.edition, progress=progress)

    def unusable(self, error: str) -> None:
        """Tell once of a file or folder that cannot be read or written."""
        self.code = UNUSABLE
        if self._is_new(error):
            super().unusable(error)

    def _tell(self, built: Built, new: "list[Diagnostic]") -> None:
        if self._is_new(self.line(built)):
            super()._tell(built, new)

    def _is_new(self, told: str) -> bool:
        new = told not in self.told
        self.told.add(told)
        return new


class _Watched:
    """A deck, and what it was built from."""

    def __init__(self, content: Path, building: _Building) -> None:
        self.content = content
        self.building = building
        self.notes: Notes | None = None
        self.code = 0
        self.looks = 0

    def build(self) -> None:
        """Build the deck, unless it is as it was and could be built."""
        from deckgen.source.notes import Notes, noting

        before, notes = self.notes, Notes()
        self.looks += 1
        changed = before is None or before.stale
        if not changed and (self.code != UNUSABLE or self.looks % AGAIN):
            return
        if changed:
            self.building.told.clear()
        with noting(notes):
            try:
                self.code = self.building.run((self.content,))
            except click.UsageError as error:
                if before is None:
                    raise
                click.echo(error.format_message(), err=True)
        self.notes = notes

    @property
    def folders(self) -> frozenset[Path]:
        """Where a change is to be noticed."""
        return self.notes.folders if self.notes else frozenset()


def _watch(content: tuple[Path, ...], **options: Any) -> None:
    """Build CONTENT files, or all decks in content/, and again whenever a file of theirs is saved.

    It takes what build takes, and ends with Ctrl-C.

    Exit codes: 0 done, 2 wrong usage.
    """
    from deckgen.live.watching import changes

    build.must_fit(options)
    decks = [_Watched(one, _Building(style="text", **options)) for one in decks_of(content)]
    with until_stopped():
        for deck in decks:
            deck.build()
        click.echo("Built again at every change. Ctrl-C ends it.", err=True)
        for _ in changes(lambda: {folder for deck in decks for folder in deck.folders}, Event()):
            for deck in decks:
                deck.build()


@contextmanager
def until_stopped() -> Iterator[None]:
    """Go on until Ctrl-C, which is how this is meant to end."""
    try:
        yield
    except KeyboardInterrupt:
        return
    except SystemExit as ended:
        if ended.code != 128 + signal.SIGINT:
            raise


command = click.Command(
    "watch",
    params=[parameter for parameter in build.command.params if parameter.name not in NOT_HERE],
    callback=_watch,
    help=_watch.__doc__,
)
