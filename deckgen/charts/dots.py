"""Fields of dots, one for each of a total: a row for each indicator."""

from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Drawing, Mark
from deckgen.model.figures import Indicator
from deckgen.model.words import Words
from deckgen.plot import dots, valued
from deckgen.plot.figures import value_of
from deckgen.plot.rows import stacked
from deckgen.plot.shares import shown
from deckgen.plot.telling import IndicatorChart
from deckgen.spec.base import ChartSpec, Refusal
from deckgen.units import Emu, Size, inches, points
from deckgen.values import frozen

TALLEST, LEAST = inches(0.75), points(4)
"""How tall a field is at most; how wide a dot is at least."""


class Dots(ChartSpec):
    """A field of dots for each indicator: one dot for each of a total, those that are counted in colour.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council
        sources:
          count: {title: "Invented figures, for illustration only"}

        indicators:
          schools: {label: schools in the count, value: 48}
          patrols: {label: have **adults at the crossing**, value: 31, of: schools}
          slow: {label: lie in a street with **slow traffic**, value: 22, of: schools}
          bicycles: {label: have a **bicycle path**, value: 9, of: schools}

        slides:
          - layout: text-and-chart
            title: Two schools in three have adults at the crossing
            text: Each dot is one of the **{schools}** schools in the count
            lead: Schools, out of {schools}
            chart: dots
            indicators: [patrols, slow, bicycles]
            highlight: bicycles

    """

    def chart(self, indicators: tuple[Indicator, ...], highlight: str, words: Words) -> "DotsChart | Refusal":
        """Return the chart of ``indicators``, or why there can be none."""
        refused = dots.refusal(indicators) or valued.refusal(indicators)
        if refused:
            return refused
        return DotsChart(tuple(sorted(indicators, key=lambda of: -value_of(of.latest))), highlight, words)


@frozen
class DotsChart(IndicatorChart):
    """The fields of some indicators, in the order drawn, their dots of one size."""

    def draw(self, size: Size, style: ChartStyle, beside: tuple[Emu, ...]) -> Drawing:
        """Return the marks that fill ``size``; no row is lower than the text ``beside`` it."""
        side = valued.Side(tuple(shown(self.rows, self.words)), size, style)
        largest, count = max(dots.whole(of.of) for of in self.rows), len(self.rows)
        tall = min(TALLEST, size.height // count)
        natural = dots.raster(largest, Size(side.room, Emu(tall))).height(largest)
        stack = stacked(size, [natural] * count, beside, [False] * (count - 1), natural)
        least = min(TALLEST, *(row.bottom - row.top for row in stack.rows))
        field = dots.raster(largest, Size(side.room, Emu(least)))
        height, marks = field.height(largest), list[Mark]()
        for number, (of, row) in enumerate(zip(self.rows, stack.rows, strict=True)):
            middle, total = (row.top + row.bottom) // 2, dots.whole(of.of)
            marks += field.field(min(dots.whole(of.latest), total), total, middle - height // 2, self.color(of))
            marks.append(side.label(number, middle, self, field.width))
        crowding = max(side.crowding, LEAST - field.diameter)
        return Drawing(size, tuple(marks), stack.rows, crowding=Emu(max(0, crowding)))
