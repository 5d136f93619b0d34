"""What is read for a deck, put down, so that it can be told later whether anything has changed."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import field, replace
from hashlib import sha256
from pathlib import Path

from deckgen.values import frozen

Mark = tuple[int, ...]
"""What the system says of a file, by which a change is noticed at once; nothing of one that is not there."""


@frozen(slots=True)
class Notes:
    """What was read: the hash of each file, and where each link leads, empty for what is not there.

    ``marks`` are of all of them, as they were when they were read. Of what is read twice, the first time counts: a
    change between the two is one that was not seen.
    """

    contents: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)

    @property
    def stale(self) -> bool:
        """Whether one of the files has changed since, been deleted, or come to be."""
        return any(_mark_of(path) != mark for path, mark in self.marks.items())

    @property
    def folders(self) -> frozenset[Path]:
        """Where a change is to be noticed."""
        return frozenset(Path(path).parent for path in self.marks)

    def add(self, other: "Notes") -> None:
        """Put down what stands in other notes, and not in these."""
        for mine, theirs in ((self.contents, other.contents), (self.links, other.links)):
            mine.update(theirs | mine)
        self.marks.update(other.marks | self.marks)

    def renewed(self) -> "Notes | None":
        """Return these notes with the marks of now, if all holds what it held and leads where it led; else None."""
        marks = {path: _mark_of(path) for path in self.marks}
        return replace(self, marks=marks) if is_as_noted(self.contents, self.links) else None


_noted: ContextVar[Notes | None] = ContextVar("noted", default=None)


@contextmanager
def noting(notes: Notes) -> Iterator[None]:
    """Put down in ``notes`` what is read, and what is looked for; also in those that are written around it."""
    before = _noted.set(notes)
    try:
        yield
    finally:
        _noted.reset(before)
        note_again(notes)


def note_again(notes: Notes) -> None:
    """Put down what was read before, and need not be read again."""
    around = _noted.get()
    if around is not None:
        around.add(notes)


def looked_for(path: Path) -> None:
    """Note that a file is to be read, be it there or not."""
    notes = _noted.get()
    if notes is not None:
        notes.marks.setdefault(str(path.absolute()), _mark_of(path))


def is_there(path: Path) -> bool:
    """Return whether ``path`` is a file, and note what it leads to.

    Raises ``OSError`` as a path does.
    """
    looked_for(path)
    notes = _noted.get()
    if notes is not None:
        notes.links.setdefault(str(path.absolute()), _led_to(path))
    return path.is_file()


def note(path: Path, data: bytes) -> None:
    """Note what was read of a file that was ``looked_for``."""
    notes = _noted.get()
    if notes is not None:
        notes.contents.setdefault(str(path.absolute()), sha256(data).hexdigest())


def note_unread(path: Path) -> None:
    """Note that a file which was ``looked_for`` could not be read."""
    notes = _noted.get()
    if notes is not None:
        notes.contents.setdefault(str(path.absolute()), "")


def is_as_noted(contents: Mapping[str, str], links: Mapping[str, str]) -> bool:
    """Return whether each file holds what it held, and each link leads where it led."""
    return all(_hash(path) == known for path, known in contents.items()) and all(
        _led_to(path) == known for path, known in links.items()
    )


def _mark_of(path: Path | str) -> Mark:
    try:
        status = os.stat(path)  # noqa: PTH116  # a text, thousands of times
    except (OSError, ValueError):
        return ()
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def _hash(path: str) -> str:
    """Return the hash of a file; empty for what is none, such as a pipe, which might never end."""
    try:
        return sha256(Path(path).read_bytes()).hexdigest() if os.path.isfile(path) else ""  # noqa: PTH113  # never raises
    except OSError:
        return ""


def _led_to(path: Path | str) -> str:
    try:
        return os.path.realpath(path) if os.path.isfile(path) else ""  # noqa: PTH113  # never raises for what is not there
    except ValueError:
        return ""
