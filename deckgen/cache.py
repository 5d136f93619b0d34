"""Painted charts, kept in the user's cache folder under the hash of all that they depend on.

The folder may be deleted, damaged, full, read-only or shared by two builds at any moment: then a chart is painted
again, and the deck is the same to the byte.
"""

import os
import platform
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path

from deckgen.model.drawing import Drawing, Picture
from deckgen.output import put
from deckgen.theme.theme import Theme

BOUND = 64 * 2**20
"""How many bytes are kept: some thousand charts. What was used longest ago goes first."""

SOURCES = (
    "color.py",
    "fonts/find.py",
    "model/drawing.py",
    "output.py",
    "paint.py",
    "units.py",
    "writers/typst/compile.py",
)
"""The files that turn a drawing into a picture; a change in one of them paints every chart again."""

PACKAGES = ("fontpkg-arimo", "matplotlib", "numpy", "typst")
"""The installed packages that do so."""

_ENTRY, _PART = ".chart", ".part"
_DIGEST = sha256().digest_size
_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Cache:
    """Pictures of drawings, one file each in ``folder``; without a folder, nothing is kept."""

    folder: Path | None
    bound: int = BOUND

    def get(self, drawing: Drawing, theme: Theme) -> Picture | None:
        """Return the picture of ``drawing``; None if it is not there, or not as it was written."""
        if self.folder is None:
            return None
        name = key(drawing, theme)
        path = self.folder / f"{name}{_ENTRY}"
        try:
            entry = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)
        return _unpacked(name, entry)

    def keep(self, pictures: Mapping[Drawing, Picture], theme: Theme) -> None:
        """Keep ``pictures``, as far as that can be done, and let go of what was used longest ago."""
        if self.folder is None:
            return
        for drawing, picture in pictures.items():
            name = key(drawing, theme)
            with suppress(OSError):
                self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                put(self.folder / f"{name}{_ENTRY}", _packed(name, picture), durable=False)
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
                if path.suffix in (_ENTRY, _PART):
                    with suppress(OSError):
                        status = path.stat()
                        yield status.st_mtime_ns, status.st_size, path


def of_user() -> Cache:
    """Return the cache of the user of this process; one that keeps nothing if there is no place or no key for it."""
    try:
        _tools()
    except (OSError, PackageNotFoundError):
        return Cache(None)
    found = folder(os.environ, sys.platform)
    return Cache(found / "charts" if found else None)


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


def key(drawing: Drawing, theme: Theme) -> str:
    """Return the hash of all that the picture of ``drawing`` depends on."""
    colors = sorted((name, color.hex) for name, color in theme.palette.items())
    # Rows and separators are for texts beside a chart and are not painted.
    outlines = sorted(theme.outlines.items(), key=lambda outlined: outlined[0])
    told = repr((drawing.size, drawing.marks, drawing.ground, colors, outlines, theme.body_font))
    return sha256(_tools() + told.encode()).hexdigest()


@cache
def _tools() -> bytes:
    """Return the hash of what paints: our own code, the packages, Python and the machine."""
    told = sha256(f"{sys.version} {sys.platform} {platform.machine()}".encode())
    for name in PACKAGES:
        installed = distribution(name)
        # The whole of it holds the version too, and parsing matplotlib's takes as long as all else here.
        told.update((installed.read_text("METADATA") or installed.version).encode())
    for name in SOURCES:
        told.update(sha256(files("deckgen").joinpath(name).read_bytes()).digest())
    return told.digest()


def _packed(name: str, picture: Picture) -> bytes:
    body = len(picture.svg).to_bytes(_LENGTH, "big") + picture.svg + picture.png
    return sha256(name.encode() + body).digest() + body


def _unpacked(name: str, entry: bytes) -> Picture | None:
    """Return what is in an entry; None if its checksum is not that of its name and content."""
    digest, body = entry[:_DIGEST], entry[_DIGEST:]
    if sha256(name.encode() + body).digest() != digest:
        return None
    end = _LENGTH + int.from_bytes(body[:_LENGTH], "big")
    return Picture(body[_LENGTH:end], body[end:])
