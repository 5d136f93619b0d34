"""Bars on tracks: what share of a whole each indicator is."""

from deckgen.model.chart_data import ChartData
from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Drawing, Mark
from deckgen.model.figures import Indicator
from deckgen.model.words import Words
from deckgen.plot import shares, valued
from deckgen.plot.bars import THICK
from deckgen.plot.figures import value_of
from deckgen.plot.native import bars
from deckgen.plot.rows import stacked
from deckgen.plot.telling import IndicatorChart
from deckgen.spec.base import ChartSpec, Refusal
from deckgen.units import Emu, Rect, Size
from deckgen.values import frozen


class ShareBar(ChartSpec):
    """A bar on a track for each indicator: the track is the whole, a hundred per cent or the total.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council
        sources:
          count: {title: "Invented figures, for illustration only"}

        indicators:
          walking: {label: Children who **walk** to school, value: 46%}
          belts: {label: Children in cars who **wear a belt**, value: 88%}
          lights: {label: Bicycles with **lights**, value: 310, of: 1200}

        slides:
          - layout: text-and-chart
            title: Nine children in ten wear a belt
            text: Few **bicycles** can be seen in the dark
            lead: Share of the children or bicycles counted
            chart: share-bar
            indicators: [walking, belts, lights]
            highlight: lights

    """

    of_whole = True

    def chart(self, indicators: tuple[Indicator, ...], highlight: str, words: Words) -> "ShareBarChart | Refusal":
        """Return the chart of ``indicators``, or why there can be none."""
        refused = shares.refusal(indicators) or valued.refusal(indicators)
        if refused:
            return refused
        ordered = sorted(indicators, key=lambda of: -value_of(of.latest) / (shares.whole_of(of) or 1))
        return ShareBarChart(tuple(ordered), highlight, words)


@frozen
class ShareBarChart(IndicatorChart):
    """The bars of some indicators, in the order drawn, their tracks of one length."""

    def draw(self, size: Size, style: ChartStyle, beside: tuple[Emu, ...]) -> Drawing:
        """Return the marks that fill ``size``; no row is lower than the text ``beside`` it."""
        side = valued.Side(tuple(shares.shown(self.rows, self.words)), size, style)
        stack = stacked(size, [THICK] * len(self.rows), beside, [False] * (len(self.rows) - 1), THICK)
        marks: list[Mark] = []
        for number, (of, row) in enumerate(zip(self.rows, stack.rows, strict=True)):
            rect = Rect(Emu(0), row.top, side.room, Emu(row.bottom - row.top))
            marks += [
                *shares.share(of, rect, self.color(of)),
                side.label(number, (row.top + row.bottom) // 2, self, side.room),
            ]
        return Drawing(size, tuple(marks), stack.rows, crowding=side.crowding)

    def data(self) -> ChartData | None:
        """Return the table of the same chart in PowerPoint."""
        return bars(self)
