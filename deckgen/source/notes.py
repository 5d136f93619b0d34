"""What is read for a deck, put down, so that it can be told later whether anything has changed."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Notes:
    """What was read: the hash of each file, and where each link leads, empty for what is not there."""

    contents: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)


_noted: ContextVar[Notes | None] = ContextVar("noted", default=None)


@contextmanager
def noting(notes: Notes) -> Iterator[None]:
    """Put down in ``notes`` what is read, and what is looked for."""
    before = _noted.set(notes)
    try:
        yield
    finally:
        _noted.reset(before)


def is_there(path: Path) -> bool:
    """Return whether ``path`` is a file, and note what it leads to.

    Raises ``OSError`` as a path does.
    """
    notes = _noted.get()
    if notes is not None:
        notes.links[str(path.absolute())] = _led_to(path)
    return path.is_file()


def note(path: Path, data: bytes) -> None:
    """Note what was read of a file."""
    notes = _noted.get()
    if notes is not None:
        notes.contents[str(path.absolute())] = sha256(data).hexdigest()


def note_again(read: Notes) -> None:
    """Note what was read before, and is taken as it was."""
    notes = _noted.get()
    if notes is not None:
        notes.contents.update(read.contents)
        notes.links.update(read.links)


def is_as_noted(contents: Mapping[str, str], links: Mapping[str, str]) -> bool:
    """Return whether each file holds what it held, and each link leads where it led."""
    return all(_hash(path) == known for path, known in contents.items()) and all(
        _led_to(path) == known for path, known in links.items()
    )


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
