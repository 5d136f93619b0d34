"""Files that are written: whole, or not at all.

What is under way stands in a file of its own beside the output, ``.deckgen-<machine>-….part``, locked by who writes
it. A process that is killed leaves it there; the next one that writes into the folder takes it away.
"""

import errno
import os
import platform
import stat
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO
from zlib import crc32

try:
    import fcntl
except ImportError:  # On Windows, where nothing is known of a file left behind but its age.
    fcntl = None  # type: ignore[assignment]

_PART = ".part"
_STALE = 24 * 60 * 60
"""After how many seconds a part is nobody's, where it cannot be known whether its writer lives."""

_TO_DO = {
    errno.ENOSPC: "make room on the disk, and try again",
    errno.EDQUOT: "make room on the disk, and try again",
    errno.EROFS: "nothing can be written there; choose another folder",
    errno.EISDIR: "a folder has that name; move it away",
    errno.ENOTDIR: "a file stands where a folder should be; choose another folder",
    errno.EEXIST: "a file stands where a folder should be; choose another folder",
    errno.ENAMETOOLONG: "give it a shorter name",
    errno.EBUSY: "is it open in another program? close it and build again",
    errno.ETXTBSY: "is it open in another program? close it and build again",
}


class Unusable(Exception):  # noqa: N818
    """A file or folder that cannot be read or written; its text says which, why, and what to do."""

    @classmethod
    def of(cls, path: Path, done: str, error: OSError, hint: str = "") -> "Unusable":
        """Return that ``path`` cannot be ``done``, such as written, for the reason that the system gives."""
        return cls(f"{path}: cannot be {done}: {reason(error)}{f' ({hint})' if hint else ''}")


class Misasked(Unusable):
    """What was asked for by name or number is not there."""


class _Protected(PermissionError):  # noqa: N818
    """The output is there and may not be written to."""


def reason(error: OSError) -> str:
    """Return why something failed, in the words of the system."""
    return (error.strerror or str(error)).lower()


def replace(output: Path, data: bytes) -> None:
    """Write ``data`` beside ``output`` and move it into place, so that there is always a whole file there.

    Raises ``Unusable`` if the folder or the file cannot be written.
    """
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        if os.path.isfile(output) and not output.stat().st_mode & stat.S_IWUSR:  # noqa: PTH113  # never raises
            raise _Protected(errno.EACCES, "it is protected from writing")
        put(output, data, durable=True)
    except OSError as error:
        raise Unusable.of(output, "written", error, to_do(output, error)) from error


def without_others(written: Collection[Path]) -> None:
    """Delete the files of the kind and beside those ``written`` that are called by other numbers.

    Raises ``Unusable`` where one cannot be deleted.
    """
    for folder, kind in {(path.parent, path.suffix) for path in written}:
        for old in folder.glob(f"*{kind}"):
            if old not in written and old.stem.isdecimal():
                try:
                    old.unlink()
                except OSError as error:
                    raise Unusable.of(old, "deleted", error, to_do(old, error)) from error


def to_do(output: Path, error: OSError) -> str:
    """Return what to do where ``output`` cannot be written."""
    if isinstance(error, _Protected):
        return "take the protection away, or give the new one another folder"
    if isinstance(error, PermissionError):
        is_there, open_to_us = os.path.isfile(output), os.access(output.parent, os.W_OK)  # noqa: PTH113
        closing = "is it open in another program? close it and build again"
        return closing if is_there and open_to_us else "you may not write there; choose another folder"
    return _TO_DO.get(error.errno or 0, "")


def put(path: Path, data: bytes, *, durable: bool) -> None:
    """Put ``data`` in the place of ``path``, on the disk itself before it is there if ``durable``.

    Whatever ends this, there is the old file or the new one. Raises ``OSError``.
    """
    _tidy(path.parent)
    part, file = _begun(path.parent)
    try:
        with file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
                os.chmod(part, 0o644)  # noqa: PTH101
            if fcntl is not None:
                # While it is locked, so that nobody takes it for one that was left behind.
                part.replace(path)
        if fcntl is None:
            part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _begun(folder: Path) -> tuple[Path, IO[bytes]]:
    """Return a new file of our own in ``folder``, locked as long as it is open."""
    # A check writes nothing, and has no need of it.
    import tempfile

    while True:
        handle, name = tempfile.mkstemp(prefix=_mark(), suffix=_PART, dir=folder)
        file = os.fdopen(handle, "wb")
        if fcntl is None:
            return Path(name), file
        # Not every file system has locks.
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        if os.fstat(handle).st_nlink:
            return Path(name), file
        # Another build found it before it was locked, and took it away.
        file.close()


def _tidy(folder: Path) -> None:
    """Take away what was left in ``folder`` by processes that are no more."""
    for part in _parts(folder):
        with suppress(OSError):
            _take_away_if_left(part)


def _parts(folder: Path) -> Iterator[Path]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".deckgen-") and entry.name.endswith(_PART):
                yield Path(entry)


def _take_away_if_left(part: Path) -> None:
    """Delete ``part`` if nobody writes it any more: a file of ours that no process of this machine has locked."""
    status = part.lstat()
    if not stat.S_ISREG(status.st_mode) or (hasattr(os, "getuid") and status.st_uid != os.getuid()):
        return
    if fcntl is None or not part.name.startswith(_mark()):
        if time.time() - status.st_mtime > _STALE:
            part.unlink()
        return
    with part.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # While we have the lock: who began it a moment ago waits for it, and then sees that the file is gone.
        part.unlink()


def _mark() -> str:
    """Return how the parts of this machine begin: locks of another one, on a shared folder, are not always seen."""
    return f".deckgen-{crc32(platform.node().encode()):08x}-"
