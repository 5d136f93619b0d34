"""Counts as dots: one for each of a total, those that are counted in colour."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Dots, Drawing, Mark, Row
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.plot.shares import no_part
from deckgen.plot.telling import IndicatorChart
from deckgen.spec.base import MOST_DOTS, Refusal
from deckgen.units import Emu, Size, inches
from deckgen.values import frozen

DIAMETER = 0.8
"""How wide a dot is, as a share of the distance of two."""
WIDEST = inches(0.3)
LOOSEST = 1.35
"""How many times as far as its rows the columns of a field may stand apart, to fill the width."""
NEARLY = 0.75
"""The share of the widest distance at which full rows are worth smaller dots."""


@frozen(slots=True)
class Raster:
    """How dots stand: ``columns`` to a row, ``pitch`` from row to row and ``across`` from one to the next, in EMU."""

    columns: int
    pitch: float
    across: float

    @property
    def diameter(self) -> Emu:
        """The width of a dot."""
        return Emu(round(self.pitch * DIAMETER))

    def height(self, total: int) -> Emu:
        """Return how tall the rows of ``total`` dots are."""
        rows = -(-total // self.columns)
        return Emu(round(self.pitch * (rows - 1)) + self.diameter)

    @property
    def width(self) -> Emu:
        """The width of a full row."""
        return Emu(round(self.across * (self.columns - 1)) + self.diameter)

    def over(self, width: int) -> "Raster":
        """Return the raster with its columns a little further apart, if they fill ``width`` then."""
        across = (width - self.diameter) / max(1, self.columns - 1)
        return replace(self, across=across) if self.pitch < across <= LOOSEST * self.pitch else self

    def field(self, counted: int, total: int, top: int, color: str) -> list[Mark]:
        """Return ``total`` dots row by row from ``top`` on, the first ``counted`` in ``color``."""
        radius = self.diameter // 2
        centers = tuple(
            (
                Emu(round(number % self.columns * self.across) + radius),
                Emu(top + round(number // self.columns * self.pitch) + radius),
            )
            for number in range(total)
        )
        parts = ((centers[:counted], color), (centers[counted:], "dot-off"))
        return [Dots(part, self.diameter, fill) for part, fill in parts if part]


def raster(total: int, size: Size) -> Raster:
    """Return the raster of the largest dots at which ``total`` of them fit ``size``, in full rows where it can be."""
    made = []
    for rows in range(1, total + 1):
        columns = -(-total // rows)
        pitch = min(size.width / (columns - 1 + DIAMETER), size.height / (rows - 1 + DIAMETER), WIDEST / DIAMETER)
        made.append(Raster(columns, pitch, pitch))
    widest = max(one.pitch for one in made)
    near = [one for one in made if one.pitch >= NEARLY * widest]
    return min(near, key=lambda one: (-total % one.columns, -one.pitch))


def whole(figure: Figure | None) -> int:
    """Return a count as a whole number, 0 where there is none."""
    return int(figure.value) if figure else 0


def refusal(indicators: Sequence[Indicator]) -> Refusal | None:
    """Return why ``indicators`` cannot be shown as dots out of a total, or None."""
    return next(filter(None, map(_refused, indicators)), None)


def _refused(of: Indicator) -> Refusal | None:
    refused = no_part(of, "dots")
    if refused:
        return refused
    if of.latest and of.latest.unit.kind is UnitKind.PERCENT:
        hint = "show it with chart: share-bar, or layout: two-panels; a percentage is not turned into a count"
        return Refusal(f"“{of.id}” is a percentage, and each dot is one of a count", hint)
    if not all(figure and _counts(figure) for figure in (of.latest, of.of)):
        return Refusal(f"“{of.id}” is no whole count", "show it with chart: share-bar, in a layout that draws charts")
    if of.of and of.of.value > MOST_DOTS:
        message = f"“{of.id}” is out of {of.of.text}, and dots show up to {MOST_DOTS}"
        return Refusal(message, "show it as bars: layout: count-bars")
    return None


def _counts(figure: Figure) -> bool:
    plain = figure.unit.kind is not UnitKind.MONEY and not figure.unit.scale
    return plain and figure.value >= 0 and figure.value == int(figure.value)


@frozen
class DotField(IndicatorChart):
    """The dots of one indicator; they are as large as those of a total of ``largest`` that fits."""

    largest: int = 1

    def draw(self, size: Size, style: ChartStyle, beside: tuple[Emu, ...]) -> Drawing:
        """Return the dots in the middle of the height of ``size``, over its width where they nearly fill it."""
        of = self.rows[0]
        total, dots = whole(of.of), raster(self.largest, size).over(size.width)
        height = dots.height(self.largest)
        top = (size.height - height) // 2
        marks = dots.field(min(whole(of.latest), total), total, top, self.color(of))
        row = Row(Emu(top), Emu(top + height), Emu(top + height // 2))
        return Drawing(size, tuple(marks), (row,))
