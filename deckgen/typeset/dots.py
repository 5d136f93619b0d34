"""A field of dots, one for each of a count, lighter from left to right."""

from deckgen.typeset.frames import Dots
from deckgen.units import Emu, Rect

ROWS = 3
DIAMETER = 0.63
"""How wide a dot is, as a share of the distance of two."""


def dot_field(count: int, rect: Rect) -> tuple[Dots, ...]:
    """Return the columns of ``count`` dots that fill the width or the height of ``rect``, row by row."""
    columns = max(1, -(-count // ROWS))
    pitch = min(rect.width / (columns - 1 + DIAMETER), rect.height / (ROWS - 1 + DIAMETER))
    return tuple(_column(column, columns, len(range(column, count, columns)), pitch, rect) for column in range(columns))


def _column(column: int, columns: int, dots: int, pitch: float, rect: Rect) -> Dots:
    diameter = Emu(round(pitch * DIAMETER))
    x = Emu(round(rect.x + pitch * column))
    tops = [Emu(round(rect.y + pitch * row)) for row in range(dots)]
    area = Rect(x, rect.y, diameter, Emu(tops[-1] + diameter - rect.y))
    centers = tuple((Emu(x + diameter // 2), Emu(top + diameter // 2)) for top in tops)
    share = column / (columns - 1) if columns > 1 else 1.0
    return Dots(area, centers, diameter, "cover-dot-from", "cover-dot-to", share)
