"""What is kept between builds, in the user's cache folder: bytes under a name, as they were written or not at all.

The folder may be deleted, damaged, full, read-only or shared by two builds at any moment: then there is nothing.
"""

import atexit
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from deckgen.values import frozen

MOST_ANSWERS = 4096
"""How many answers of a kind are kept."""
_PART = ".part"
_DIGEST = sha256().digest_size


@frozen(slots=True)
class Store:
    """One file for each name in ``folder``, up to ``bound`` bytes in all; without a folder, nothing is kept."""

    folder: Path | None
    ending: str
    bound: int

    def get(self, name: str) -> bytes | None:
        """Return what is kept under ``name``; None if it is not there, or not as it was written."""
        if self.folder is None:
            return None
        path = self.folder / f"{name}{self.ending}"
        try:
            entry = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)
        digest, body = entry[:_DIGEST], entry[_DIGEST:]
        return body if sha256(name.encode() + body).digest() == digest else None

    def put(self, entries: Mapping[str, bytes]) -> None:
        """Keep what stands under each name, as far as that can be done, and let go of what was used longest ago."""
        if self.folder is None:
            return
        from deckgen.output import put

        for name, body in entries.items():
            with suppress(OSError):
                self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                put(self.folder / f"{name}{self.ending}", sha256(name.encode() + body).digest() + body, durable=False)
        self._prune()

    def _prune(self) -> None:
        """Delete what was used longest ago until the rest is within the bound."""
        entries = sorted(self._entries(), reverse=True)
        total = 0
        for _, size, path in entries:
            total += size
            if total > self.bound:
                with suppress(OSError):
                    path.unlink()

    def _entries(self) -> Iterator[tuple[int, int, Path]]:
        """Yield when each file of ours was last used, its size and its path; one that goes meanwhile is left out."""
        with suppress(OSError):
            for path in self.folder.iterdir() if self.folder else ():
                if path.suffix in (self.ending, _PART):
                    with suppress(OSError):
                        status = path.stat()
                        yield status.st_mtime_ns, status.st_size, path


class Answers:
    """What was answered before, kept between builds: answers that nothing but a new version changes.

    New ones are kept as the process ends; of more than ``MOST_ANSWERS`` those that were used last.
    """

    def __init__(self, kind: str) -> None:
        """Take the kind of questions, by which they are kept."""
        self._kind = kind
        self._known: dict[str, str] | None = None
        self._used: dict[str, str] = {}

    def get(self, question: str) -> str | None:
        """Return what was answered to a question, None if nothing was."""
        found = self._used.get(question)
        if found is None:
            if self._known is None:
                self._known = _texts(self._store.get(self._name))
            found = self._known.get(question)
            if found is not None:
                self._used[question] = found
        return found

    def put(self, question: str, answer: str) -> None:
        """Note an answer."""
        atexit.unregister(self._keep)
        atexit.register(self._keep)
        if len(self._used) >= MOST_ANSWERS:
            self._used.clear()
        self._used[question] = answer

    def to(self, question: str, answer: Callable[[], str]) -> str:
        """Return what was answered to a question, or is by ``answer``."""
        found = self.get(question)
        if found is None:
            found = answer()
            self.put(question, found)
        return found

    def _keep(self) -> None:
        known = [(question, told) for question, told in (self._known or {}).items() if question not in self._used]
        last = dict([*known, *self._used.items()][-MOST_ANSWERS:])
        self._store.put({self._name: json.dumps(last, ensure_ascii=False).encode("utf-8", "surrogatepass")})

    @property
    def _store(self) -> Store:
        return of_user(self._kind, ".json", 2**20)

    @property
    def _name(self) -> str:
        return version().hex()


def _texts(entry: bytes | None) -> dict[str, str]:
    """Return the texts of an entry by name; none of what is there but was not written by us."""
    with suppress(ValueError, RecursionError):
        told = json.loads(entry.decode("utf-8", "surrogatepass")) if entry is not None else None
        if isinstance(told, dict):
            return {name: text for name, text in told.items() if isinstance(text, str)}
    return {}


def of_user(kind: str, ending: str, bound: int) -> Store:
    """Return what the user of this process keeps of a kind; a store that keeps nothing if there is no place for it."""
    found = folder(os.environ, sys.platform)
    return Store(found / kind if found else None, ending, bound)


def folder(environment: Mapping[str, str], system: str) -> Path | None:
    """Return where a user's caches of deckgen are: ``DECKGEN_CACHE``, else the place that the system has for them."""
    if chosen := environment.get("DECKGEN_CACHE"):
        return Path(chosen)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if system == "win32":
        caches = Path(environment.get("LOCALAPPDATA", ""))
    elif system == "darwin":
        caches = home / "Library" / "Caches"
    else:
        # XDG Base Directory Specification 0.8: a path that is not absolute is to be ignored.
        named = Path(environment.get("XDG_CACHE_HOME", ""))
        caches = named if named.is_absolute() else home / ".cache"
    return caches / "deckgen" if caches.is_absolute() else None


@cache
def version() -> bytes:
    """Return the hash of what stays the same from build to build: deckgen's own files, what is installed, Python.

    Files count by size and time, as they do for Python itself: to read them all would take longer than what it saves.
    """
    own = sorted(_files(Path(__file__).parent))
    # Names of distributions hold their version; a folder's time changes when one is installed again.
    found = sorted(_installed())
    return sha256(repr((sys.version, sys.platform, sys.flags.optimize, own, found)).encode()).digest()


def _files(folder: Path | str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                status = entry.stat()
                yield entry.path, status.st_size, status.st_mtime_ns


def _installed() -> Iterator[tuple[str, int, int]]:
    """Yield each installed distribution with the times of its folder and of what it adds to others."""
    for path in distributions():
        with suppress(OSError):
            added = 0
            with suppress(OSError):
                added = os.stat(f"{path}/entry_points.txt").st_mtime_ns  # noqa: PTH116  # many, and quick
            yield path, os.stat(path).st_mtime_ns, added  # noqa: PTH116


@cache
def distributions() -> tuple[str, ...]:
    """Return the folder of each installed distribution, in the order in which Python looks for them."""
    found = []
    for place in sys.path:
        with suppress(OSError), os.scandir(place or ".") as entries:
            found += sorted(entry.path for entry in entries if entry.name.endswith((".dist-info", ".egg-info")))
    return tuple(found)


def added_to(group: str) -> bool:
    """Return whether an installed distribution may add something to ``group`` of entry points.

    So that nothing need be imported to find that there is none, as nearly everywhere.
    """
    if any(os.path.isfile(place) for place in sys.path):  # noqa: PTH113  # an archive, which may hold some
        return True
    for path in distributions():
        with suppress(OSError):
            if f"[{group}".encode() in Path(path, "entry_points.txt").read_bytes():
                return True
    return False


def metadata(name: str) -> bytes:
    """Return what an installed distribution says of itself, its version among it.

    Raises ``OSError`` if it is not installed.
    """
    begin = f"{name.replace('-', '_').lower()}-"
    path = next((path for path in distributions() if Path(path).name.lower().startswith(begin)), "")
    return Path(path, "METADATA").read_bytes()
