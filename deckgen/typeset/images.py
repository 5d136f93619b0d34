"""Images into their slots: whole and at an edge of the grid, or cut to fill it."""

from deckgen.diagnostics import Span
from deckgen.model.fills import ImageFill
from deckgen.model.images import Fit, Image
from deckgen.model.slots import Slot
from deckgen.typeset.frames import ImageFrame
from deckgen.units import Emu, Rect

CAPTION_GAP = Emu(109_728)
"""The room between an image or a table and its caption: 0.12 inches."""


def image_frame(slot: Slot, rect: Rect, fill: ImageFill, span: Span) -> ImageFrame:
    """Return the image that fills ``rect``, or stands at its top."""
    image = fill.image
    cut = image.fit is Fit.COVER
    placed = rect if cut else _within(rect, image, right=fill.right)
    crop = _crop(rect, image) if cut else (0.0, 0.0, 0.0, 0.0)
    return ImageFrame(slot.name, placed, image.data, image.alt_text, slot, crop, image.kind == "svg", span)


def beneath(image: Rect, caption: Rect) -> Rect:
    """Return where a caption stands: under its image, as wide as that, down to where its slot ends."""
    width = max(image.width, caption.width // 2)
    x = image.x if image.x + width <= caption.right else caption.right - width
    y = min(image.bottom + CAPTION_GAP, caption.y)
    return Rect(Emu(x), Emu(y), Emu(width), Emu(caption.bottom - y))


def _within(rect: Rect, image: Image, *, right: bool) -> Rect:
    """Return the rectangle of the whole image, as large as ``rect`` lets it be."""
    own = image.size
    by_width = rect.width * own.height <= rect.height * own.width
    width = rect.width if by_width else round(rect.height * own.width / own.height)
    height = round(rect.width * own.height / own.width) if by_width else rect.height
    return Rect(Emu(rect.right - width if right else rect.x), rect.y, Emu(max(1, width)), Emu(max(1, height)))


def _crop(rect: Rect, image: Image) -> tuple[float, float, float, float]:
    """Return the shares cut off at each side, so that the focus of the image stays in view."""
    across, down = image.focus
    shown = (rect.width / rect.height) / (image.size.width / image.size.height)
    if shown < 1:
        left = min(max(across - shown / 2, 0), 1 - shown)
        return left, 0.0, 1 - shown - left, 0.0
    top = min(max(down - 1 / shown / 2, 0), 1 - 1 / shown)
    return 0.0, top, 0.0, 1 - 1 / shown - top
