"""Decks made by several processes at once: what came of each is told in the order in which they were named."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.processes import each
from deckgen.request import Built
from deckgen.source.notes import Notes
from deckgen.values import frozen

if TYPE_CHECKING:
    from deckgen.cli.session import Session


@frozen(slots=True)
class Outcome:
    """What came of a deck for one audience, or why nothing did; ``read`` is what it was made of."""

    built: Built | None
    read: Notes
    trouble: str = ""
    misasked: bool = False


Task = tuple[Path, str]
"""A content file, and whom it is made for."""


def outcomes(session: "Session", tasks: Sequence[Task], jobs: int) -> Iterator[Outcome]:
    """Yield what comes of each task, in their order, made by up to ``jobs`` processes.

    A task whose process is killed is taken up by this one.
    """
    # Each works on a copy that tells nothing; what it finds is told here.
    silent = replace(session, found=[], outputs=[], code=0)
    return each(partial(_outcome, silent), tasks, jobs, _ready)


def _ready() -> None:
    """Import what every deck needs."""
    from deckgen import pipeline, plugins

    known = plugins.vocabulary()
    # All layouts and charts, so that no process has to import what another has as well.
    dict(known.layouts), dict(known.charts)
    plugins.checks()
    del pipeline


def _outcome(session: "Session", task: Task) -> Outcome:
    """Return what comes of one task."""
    from deckgen import pipeline
    from deckgen.output import Misasked, Unusable

    content, audience = task
    try:
        with session.noting(content):
            built = session.make(pipeline.parsed(content), session.wanted(audience), lambda _: None)
    except Misasked as error:
        return Outcome(None, session.read(content), str(error), misasked=True)
    except Unusable as error:
        return Outcome(None, session.read(content), str(error))
    return Outcome(built, session.read(content))
