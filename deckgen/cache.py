"""Painted charts, kept in the user's cache folder under the hash of all that they depend on.

Where an entry is lost, the chart is painted again, and the deck is the same to the byte.
"""

import platform
import sys
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from deckgen import store
from deckgen.model.drawing import Drawing, Picture
from deckgen.store import Store
from deckgen.theme.theme import Theme
from deckgen.values import frozen

BOUND = 64 * 2**20
"""How many bytes are kept: some thousand charts. What was used longest ago goes first."""

SOURCES = (
    "color.py",
    "fonts/find.py",
    "model/drawing.py",
    "output.py",
    "paint.py",
    "units.py",
    "values.py",
    "writers/typst/compile.py",
)
"""The files that turn a drawing into a picture; a change in one of them paints every chart again."""

PACKAGES = ("fontpkg-arimo", "matplotlib", "numpy", "typst")
"""The installed packages that do so."""

_ENTRY = ".chart"
_LENGTH = 8


@frozen(slots=True)
class Cache:
    """Pictures of drawings, one file each in ``folder``; without a folder, nothing is kept."""

    folder: Path | None
    bound: int = BOUND

    def get(self, drawing: Drawing, theme: Theme) -> Picture | None:
        """Return the picture of ``drawing``; None if it is not there, or not as it was written."""
        entry = self._store.get(key(drawing, theme)) if self.folder else None
        return _unpacked(entry) if entry is not None else None

    def keep(self, pictures: Mapping[Drawing, Picture], theme: Theme) -> None:
        """Keep ``pictures``, as far as that can be done, and let go of what was used longest ago."""
        if self.folder:
            self._store.put({key(drawing, theme): _packed(picture) for drawing, picture in pictures.items()})

    @property
    def _store(self) -> Store:
        return Store(self.folder, _ENTRY, self.bound)


def of_user() -> Cache:
    """Return the cache of the user of this process; one that keeps nothing if there is no place or no key for it."""
    try:
        _tools()
    except OSError:
        return Cache(None)
    return Cache(store.of_user("charts", _ENTRY, BOUND).folder)


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
        # It holds the version too.
        told.update(store.metadata(name))
    for name in SOURCES:
        told.update(sha256(Path(__file__).parent.joinpath(name).read_bytes()).digest())
    return told.digest()


def _packed(picture: Picture) -> bytes:
    return len(picture.svg).to_bytes(_LENGTH, "big") + picture.svg + picture.png


def _unpacked(entry: bytes) -> Picture:
    end = _LENGTH + int.from_bytes(entry[:_LENGTH], "big")
    return Picture(entry[_LENGTH:end], entry[end:])
