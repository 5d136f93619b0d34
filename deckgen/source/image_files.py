"""Image files beside a deck: read only from its own folder, and only if a slide can show them."""

import struct
from dataclasses import field
from itertools import islice
from pathlib import Path

from deckgen.diagnostics import did_you_mean
from deckgen.source import png
from deckgen.source.files import contents_of
from deckgen.source.images import MOST_PIXELS, PNG, image_size, image_type
from deckgen.source.jpeg import has_image, is_turned
from deckgen.source.notes import is_there
from deckgen.units import EMU_PER_INCH, Size
from deckgen.values import frozen

LARGEST = 20_000_000
"""How many bytes an image may have."""

KINDS = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".svg": "svg"}
_CALLED = {"png": "PNG", "jpeg": "JPEG", "svg": "SVG"}
_OTHERS = ((b"GIF8", "a GIF"), (b"RIFF", "a WebP image"), (b"II*\0", "a TIFF"), (b"MM\0*", "a TIFF"), (b"BM", "a BMP"),
           (b"%PDF", "a PDF"), (b"\x01\0\0\0", "an EMF"))  # fmt: skip
_LOOKED_AT = 5_000
"""Among how many files a like name is looked for."""
_PER_PIXEL = EMU_PER_INCH // 96


@frozen(slots=True)
class ImageFile:
    """An image that a slide can show: ``size`` at 96 pixels to the inch."""

    data: bytes
    kind: str
    size: Size


@frozen(slots=True)
class Problem:
    """What is wrong with an image, and what to do."""

    code: str
    name: str
    message: str
    hint: str


@frozen
class ImagesRead:
    """The images of one deck, each read once, so that a file which changes meanwhile is the same on all slides."""

    _read: dict[tuple[str, Path], tuple[ImageFile | None, tuple[Problem, ...]]] = field(default_factory=dict)

    def image(self, name: str, folder: Path) -> tuple[ImageFile | None, tuple[Problem, ...]]:
        """Return what ``read_image`` returned when it was asked first."""
        if (name, folder) not in self._read:
            self._read[name, folder] = read_image(name, folder)
        return self._read[name, folder]


def read_image(name: str, folder: Path) -> tuple[ImageFile | None, tuple[Problem, ...]]:
    """Return the image that a deck in ``folder`` calls ``name``, or None; and what is wrong with it."""
    try:
        path = _found(name, folder)
        if isinstance(path, Problem):
            return None, (path,)
        data = contents_of(path, LARGEST)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return None, (Problem("R351", "no-image", f"“{name}” cannot be read: {reason}", "look at the file"),)
    if len(data) > LARGEST:
        message = f"“{name}” has {path.stat().st_size:,} bytes; deckgen takes images of up to {LARGEST:,}"
        return None, (Problem("R353", "image-too-large", message, "save it smaller, or as JPEG"),)
    return _shown(name, data)


def _found(name: str, folder: Path) -> Path | Problem:
    """Return the file of an image, which stands in the folder of the deck or below it."""
    if name.startswith(("http://", "https://", "data:")):
        return Problem("R351", "no-image", f"“{name}” is no file", "save the image beside the deck")
    if "\\" in name:
        return Problem("R351", "no-image", f"“{name}” is no file", "write / between folders, not \\")
    try:
        root, path = _root(folder), (folder / name).resolve()
    except (ValueError, RuntimeError):
        # A name with a character that no file has, or links that lead to one another.
        return Problem("R351", "no-image", f"“{name}” leads to no file", "write the way to the image from the deck")
    if not path.is_relative_to(root):
        message = f"“{name}” stands outside the folder of the deck"
        return Problem("R352", "image-outside", message, "copy it beside the deck, or into a folder below")
    if not is_there(folder / name):
        files = islice(folder.rglob("*.*"), _LOOKED_AT)
        beside = sorted(one.relative_to(folder).as_posix() for one in files if one.suffix.lower() in KINDS)
        listed = "put it there, or write the way to it from the deck" if len(beside) != 1 else f"there is: {beside[0]}"
        message = f"there is no file “{name}” beside the deck"
        return Problem("R351", "no-image", message, did_you_mean(name, beside, listed))
    return path


def _root(folder: Path) -> Path:
    """Return the folder whose images a deck may show: its own, or content/ for one in a folder of that."""
    folder = folder.resolve()
    return folder.parent if folder.parent.name == "content" else folder


def _shown(name: str, data: bytes) -> tuple[ImageFile | None, tuple[Problem, ...]]:
    """Return what is in a file, by its bytes and not by its name."""
    kind = image_type(data) or ("svg" if b"<svg" in data[:4096] or name.lower().endswith(".svg") else "")
    problem = _unknown(name, data) if not kind else None
    made = None
    if kind == "svg":
        made, problem = _vector(name, data)
    elif kind:
        made, problem = _raster(name, data, kind)
    if made is None:
        return None, (problem,) if problem else ()
    suffix = Path(name).suffix.lower()
    if KINDS.get(suffix) == kind:
        return made, ()
    message = f"“{name}” is called {suffix or 'nothing'}, yet it is {_an(kind)}"
    hint = f"call it {Path(name).stem}.{kind.replace('jpeg', 'jpg')}"
    return made, (Problem("R355", "image-misnamed", message, hint),)


def _an(kind: str) -> str:
    return f"a{'n' * (kind == 'svg')} {_CALLED[kind]}"


def _unknown(name: str, data: bytes) -> Problem:
    heic = "a HEIC" if data[4:8] == b"ftyp" else ""
    called = heic or next((called for sign, called in _OTHERS if data.startswith(sign)), "no image that deckgen knows")
    message = f"“{name}” is {called}; slides show PNG, JPEG and SVG"
    return Problem("R354", "unknown-image-file", message, "save it as PNG or JPEG")


def _vector(name: str, data: bytes) -> tuple[ImageFile | None, Problem | None]:
    from deckgen.source.svg import Unsafe, svg_of  # with what reads XML

    made = svg_of(data)
    if isinstance(made, Unsafe):
        return None, Problem("R356", "unsafe-svg", f"the SVG “{name}” {made.message}", made.hint)
    return ImageFile(made.data, "svg", made.size), None


def _raster(name: str, data: bytes, kind: str) -> tuple[ImageFile | None, Problem | None]:
    from deckgen.source.stripped import stripped  # where there is an image

    message = f"the {_CALLED[kind]} “{name}” is damaged: it breaks off"
    broken = Problem("R354", "unknown-image-file", message, "save it again, or fetch it anew")
    try:
        size = image_size(data)
        clean = stripped(data)
    except (ValueError, struct.error, IndexError):
        return None, broken
    problem = _too_much(name, data, size) or (None if _is_whole(data) and min(size.width, size.height) else broken)
    if problem:
        return None, problem
    if is_turned(data):
        message = f"“{name}” was taken with the camera turned, which programs show differently"
        return None, Problem("R357", "turned-image", message, "save it anew from an image program, upright and as PNG")
    return ImageFile(clean, kind, size), None


def _too_much(name: str, data: bytes, size: Size) -> Problem | None:
    """Return that an image has too many pixels, or unpacks to more than these."""
    across, down = size.width // _PER_PIXEL, size.height // _PER_PIXEL
    if across * down > MOST_PIXELS:
        message = f"“{name}” has {across:,} × {down:,} pixels; deckgen takes up to {MOST_PIXELS:,} in all"
        return Problem("R353", "image-too-large", message, "save it smaller: 3,000 pixels fill the widest slide")
    if data.startswith(PNG) and png.swells(data):
        message = f"the PNG “{name}” unpacks to far more than an image of {across:,} × {down:,} pixels"
        return Problem("R358", "image-swells", message, "open it in an image program, and save it as a new PNG")
    return None


def _is_whole(data: bytes) -> bool:
    """Return whether an image has all its parts."""
    if data.startswith(PNG):
        return png.is_whole(data)
    return has_image(data) and b"\xff\xd9" in data[-65_536:]
