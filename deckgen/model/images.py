"""Images: their bytes, and how they are to be shown."""

from enum import Enum

from deckgen.model.text import Runs
from deckgen.units import Size
from deckgen.values import frozen


class Fit(Enum):
    """How an image takes the room it is given."""

    CONTAIN = "contain"
    COVER = "cover"


@frozen(slots=True)
class Image:
    """An image from a file: ``data`` is a PNG, a JPEG or an SVG, ``size`` its own, at 96 pixels to the inch.

    ``focus`` is what stays in view where it is cut: shares of width and height, from its upper left corner. Without
    alternative text it is decoration.
    """

    data: bytes
    kind: str
    size: Size
    alt_text: str
    fit: Fit = Fit.CONTAIN
    focus: tuple[float, float] = (0.5, 0.5)
    caption: Runs = ()
    credit: str = ""


@frozen(slots=True)
class Vector:
    """An SVG as large as a slide shows it, of which a picture for old programs is to be made."""

    svg: bytes
    size: Size
