"""Bars of counts: one for each indicator, the largest first, on a track that is as long as their total."""

from deckgen.model.chart_data import ChartData
from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Drawing, Line
from deckgen.model.figures import Indicator
from deckgen.model.words import Words
from deckgen.plot.bars import AXIS, THICK, Pen
from deckgen.plot.figures import crowd, refusal, total, value_of
from deckgen.plot.native import bars
from deckgen.plot.rows import stacked
from deckgen.plot.telling import IndicatorChart
from deckgen.spec.base import ChartSpec, FigureKind, Refusal
from deckgen.typeset.style import ROW_PADDING
from deckgen.units import Emu, Size
from deckgen.values import frozen


class CountBars(ChartSpec):
    """One bar for each indicator, the largest first; a track behind it shows the total that all are out of.

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
          - title: One school in five can be reached on a bicycle path
            lead: Schools, out of {schools}; the others do not, or did not say
            chart: count-bars
            indicators: [patrols, slow, bicycles]
            highlight: bicycles

    """

    usual_for = frozenset({FigureKind.COUNTS, FigureKind.MANY})

    def chart(self, indicators: tuple[Indicator, ...], highlight: str, words: Words) -> "CountBarsChart | Refusal":
        """Return the chart of ``indicators``, or why there can be none."""
        refused = refusal(indicators) or _paired(indicators) or crowd(indicators)
        if refused:
            return refused
        ranked = sorted(indicators, key=lambda of: -value_of(of.latest))
        return CountBarsChart(tuple(ranked), highlight, words)


def _paired(indicators: tuple[Indicator, ...]) -> Refusal | None:
    """Return that an earlier figure would go unseen, or None."""
    paired = next((of.id for of in indicators if of.before), "")
    if not paired:
        return None
    message = f"“{paired}” has an earlier figure, which these bars do not show"
    return Refusal(message, "show it in the chart before-after")


@frozen
class CountBarsChart(IndicatorChart):
    """The chart of some indicators, in the order drawn."""

    def draw(self, size: Size, style: ChartStyle, beside: tuple[Emu, ...]) -> Drawing:
        """Return the marks that fill ``size``; no row is lower than the text ``beside`` it."""
        stack = stacked(size, [THICK] * len(self.rows), beside, [False] * (len(self.rows) - 1), THICK)
        pen = Pen(self, size, style, total(self.rows))
        drawn = tuple(mark for of, row in zip(self.rows, stack.rows, strict=True) for mark in pen.row(of, row))
        bottom = min(size.height, max(row.bottom for row in stack.rows) + ROW_PADDING)
        axis = Line(Emu(AXIS // 2), Emu(0), Emu(AXIS // 2), Emu(bottom), AXIS, "muted")
        return Drawing(size, (*drawn, axis), stack.rows, crowding=pen.crowding(drawn))

    def data(self) -> ChartData | None:
        """Return the table of the same chart in PowerPoint."""
        return bars(self)
