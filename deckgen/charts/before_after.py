"""Bars before and after: a thin one for the earlier figure over a thick one for the later."""

from itertools import pairwise
from typing import Annotated

from pydantic import BeforeValidator, Field

from deckgen.model.chart_data import ChartData
from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Drawing, Line
from deckgen.model.figures import Indicator
from deckgen.model.words import Words
from deckgen.plot.bars import AXIS, BETWEEN, THICK, THIN, Pen, legible
from deckgen.plot.columns import MOST, Columns
from deckgen.plot.figures import crowd, period_names, refusal, total, value_of
from deckgen.plot.native import bars
from deckgen.plot.rows import stacked
from deckgen.plot.telling import IndicatorChart
from deckgen.spec.base import ChartSpec, FigureKind, OneOf, Refusal, Text, mistake
from deckgen.typeset.style import ROW_PADDING
from deckgen.units import Emu, Size, inches
from deckgen.values import frozen

RULE = inches(0.0104)


def _direction(value: object) -> str:
    text = Text.of(value).text
    if text not in ("vertical", "horizontal"):
        hint = "write vertical for columns that stand, or leave the key out"
        raise mistake("unknown-direction", f"bars have no direction “{text}”", hint)
    return text


class BeforeAfter(ChartSpec):
    """Bars before and after, or one bar where only one figure is known; new indicators in a group of their own.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council
        sources:
          count: {title: "Invented figures, for illustration only"}
        periods: {before: "2023", after: "2026"}

        indicators:
          crossings: {label: Schools with a **safe crossing**, before: 52%, after: 71%}
          buses: {label: Children who come **by car**, before: 41%, after: 33%}
          reports: {label: Schools that **reported an accident**, value: 12%, unconfirmed: 6%}

        slides:
          - title: More crossings, fewer cars
            lead: Share of the schools or children counted
            chart: before-after
            indicators: [crossings, buses, reports]
            highlight: crossings

    """

    usual_for = frozenset({FigureKind.PAIRS, FigureKind.VALUES})

    direction: Annotated[str, BeforeValidator(_direction), OneOf(("vertical", "horizontal"))] = Field(
        "horizontal", description=f"horizontal, or vertical: columns side by side, for up to {MOST} indicators"
    )

    def chart(self, indicators: tuple[Indicator, ...], highlight: str, words: Words) -> "BeforeAfterChart | Refusal":
        """Return the chart of ``indicators``, or why there can be none."""
        refused = refusal(indicators)
        if refused:
            return refused
        standing = self.direction == "vertical"
        crowded = None if standing else crowd(indicators)
        if crowded:
            return crowded
        if standing and len(indicators) > MOST:
            message = f"vertical bars have room for {MOST} indicators, found {len(indicators)}"
            return Refusal(message, "show fewer, or leave out direction: vertical")
        return BeforeAfterChart(_in_order(indicators), highlight, words, standing)


def _in_order(indicators: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """Return pairs first, then single figures; in each group the largest later figure first."""
    return tuple(sorted(indicators, key=lambda of: (of.before is None, -value_of(of.latest))))


@frozen
class BeforeAfterChart(IndicatorChart):
    """The chart of some indicators, in the order drawn, ``standing`` or lying."""

    standing: bool = False

    @property
    def labels_rows(self) -> bool:
        """Whether the bars stand, each pair with its label below."""
        return self.standing

    def data(self) -> ChartData | None:
        """Return the bars as a table; None for columns that name several periods, or have unconfirmed figures."""
        return bars(self, standing=self.standing)

    def draw(self, size: Size, style: ChartStyle, beside: tuple[Emu, ...]) -> Drawing:
        """Return the marks that fill ``size``; no row is lower than the text ``beside`` it."""
        whole, keys = total(self.rows), period_names(self.rows, self.words)
        if self.standing:
            return Columns(self.rows, self.highlight, self.words, whole, keys).draw(size, style)
        marks = [THIN + BETWEEN + THICK if of.before else THICK for of in self.rows]
        breaks = [(one.before is None) != (other.before is None) for one, other in pairwise(self.rows)]
        stack = stacked(size, marks, beside, breaks, THICK)
        pairs = [row for of, row in zip(self.rows, stack.rows, strict=True) if of.before]
        pen = Pen(self, size, legible(style, pairs) if pairs else style, whole, keys)
        drawn = tuple(mark for of, row in zip(self.rows, stack.rows, strict=True) for mark in pen.row(of, row))
        bottom = max(row.bottom for row in stack.rows) + ROW_PADDING
        axis = Line(Emu(AXIS // 2), Emu(0), Emu(AXIS // 2), Emu(min(size.height, bottom)), AXIS, "muted")
        rules = tuple(Line(Emu(0), y, size.width, y, RULE, "rule") for y in stack.separators)
        return Drawing(size, (*rules, *drawn, axis), stack.rows, stack.separators, crowding=pen.crowding(drawn))
