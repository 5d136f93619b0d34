"""A field of dots, one for each of a count, over the whole width where it can be, lighter from left to right."""

from deckgen.typeset.frames import Dots
from deckgen.units import Emu, Rect, inches
from deckgen.values import frozen

ROWS = (3, 2, 1)
"""How many rows a field may have, the best first."""
DIAMETER = 0.63
"""How wide a dot is, as a share of the distance of two."""
WIDEST = inches(0.5)
LOOSEST = 1.35
"""How many times as far as its rows the columns of a field may stand apart, to fill the width."""


@frozen(slots=True)
class _Raster:
    """How dots stand: ``across`` from column to column, ``down`` from row to row, in EMU."""

    rows: int
    columns: int
    across: float
    down: float

    @property
    def diameter(self) -> Emu:
        """The width of a dot."""
        return min(WIDEST, Emu(round(min(self.across, self.down) * DIAMETER)))

    @property
    def width(self) -> int:
        """The width of a full row."""
        return round(self.across * (self.columns - 1)) + self.diameter


def dot_field(count: int, rect: Rect) -> tuple[Dots, ...]:
    """Return the columns of ``count`` dots, row by row, in the middle of the height of ``rect``."""
    made = [_raster(count, rows, rect) for rows in ROWS]
    raster = max(made, key=lambda one: round(one.width / rect.width, 2))
    top = Emu(rect.y + (rect.height - round(raster.down * (raster.rows - 1)) - raster.diameter) // 2)
    columns = raster.columns
    return tuple(_column(column, raster, len(range(column, count, columns)), rect.x, top) for column in range(columns))


def _raster(count: int, rows: int, rect: Rect) -> _Raster:
    """Return how ``count`` dots stand in so many rows."""
    columns = max(1, -(-count // rows))
    widest = rect.width / (columns - 1 + DIAMETER)
    down = min(widest, rect.height / (rows - 1 + DIAMETER))
    filling = (rect.width - min(WIDEST, down * DIAMETER)) / max(1, columns - 1)
    return _Raster(rows, columns, min(filling, down * LOOSEST), down)


def _column(column: int, raster: _Raster, dots: int, left: Emu, top: Emu) -> Dots:
    diameter = raster.diameter
    x = Emu(round(left + raster.across * column))
    tops = [Emu(round(top + raster.down * row)) for row in range(dots)]
    area = Rect(x, top, diameter, Emu(tops[-1] + diameter - top))
    centers = tuple((Emu(x + diameter // 2), Emu(y + diameter // 2)) for y in tops)
    share = column / (raster.columns - 1) if raster.columns > 1 else 1.0
    return Dots(area, centers, diameter, "cover-dot-from", "cover-dot-to", share)
