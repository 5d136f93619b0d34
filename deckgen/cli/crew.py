"""Decks made by several processes at once: what came of each is told in the order in which they were named."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
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
    return each(partial(_outcome, silent), tasks, jobs, partial(_ready, silent, tasks[0]))


def _ready(session: "Session", task: Task) -> None:
    """Make a deck but for its pictures and its file: most of what it takes, each of the others takes as well.

    Typst is not met here: what has once begun its threads cannot be copied.
    """
    from deckgen import pipeline, publish
    from deckgen.output import Misasked, Unusable

    content, audience = task
    # What cannot be read is told by the process whose task it is.
    with suppress(Misasked, Unusable):
        made = pipeline.made(content, session.wanted(audience))
        if made.pages and made.theme:
            publish.ready(made.pages, made.theme)


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
