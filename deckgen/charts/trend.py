"""Lines over three or more periods, each named at its end."""

from collections.abc import Mapping

from deckgen.model.chart_data import ChartData
from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Drawing
from deckgen.model.figures import Figure, Indicator
from deckgen.model.text import plain
from deckgen.model.words import Words
from deckgen.plot.lines import Lines
from deckgen.plot.native import Part, lines
from deckgen.plot.periods import by_period, in_time, unlike, with_between
from deckgen.plot.telling import IndicatorChart
from deckgen.spec.base import ChartSpec, FigureKind, Refusal
from deckgen.units import Emu, Size
from deckgen.values import frozen

MOST = 12
"""How many lines can be told apart."""


class Trend(ChartSpec):
    """Lines over periods, each named at its end; years stand as far apart as they are in time. Up to 12 indicators.

    The first and the last figure of each line are written, and on the highlighted one those between that have room,
    the highest and the lowest before others. Fine dots lead
    over a period for which a line has no figure. Where the axis does not begin at zero, the chart says so.

    Example:
        title: The town's energy
        organisation: Example Town Council
        sources:
          bills: {title: "Invented figures, for illustration only"}

        indicators:
          heat: {label: "**Heating**", figures: {2010: 46%, 2015: 44%, 2020: 35%, 2022: 31%, 2025: 28%}}
          light: {label: Street **lighting**, figures: {2010: 21%, 2015: 15%, 2022: 9%, 2025: 7%}}
          buses: {label: "**Buses** and town cars", figures: {2010: 18%, 2015: 22%, 2020: 27%, 2022: 26%, 2025: 24%}}

        slides:
          - title: Heating takes less and less of the town's energy
            lead: Share of all energy that the town pays for
            chart: trend
            indicators: [heat, light, buses]
            highlight: heat

    """

    usual_for = frozenset({FigureKind.PERIODS})

    def chart(self, indicators: tuple[Indicator, ...], highlight: str, words: Words) -> "TrendChart | Refusal":
        """Return the chart of ``indicators``, or why there can be none."""
        if len(indicators) > MOST:
            message = f"{MOST} lines can be told apart, found {len(indicators)}"
            return Refusal(message, "show fewer, or make two slides")
        figures = {of.id: by_period(of, words) for of in indicators}
        periods = in_time([list(dated) for dated in figures.values()])
        return (
            unlike(indicators)
            or _undated(figures, periods)
            or TrendChart(indicators, highlight, words, periods or (), figures)
        )


def _undated(figures: Mapping[str, Mapping[str, Figure]], periods: tuple[str, ...] | None) -> Refusal | None:
    """Return why figures make no line over time, or None."""
    bare = next((name for name, dated in figures.items() if not dated), "")
    if bare:
        hint = "write its figures by period, such as figures: {2015: 23%, 2021: 39%}, or leave it out"
        return Refusal(f"“{bare}” does not say of which period its figure is", hint)
    if periods is None:
        return Refusal("the periods of these indicators stand in different orders", "write the earliest first in each")
    if len(periods) < 2:
        hint = "write figures: {2015: 23%, 2021: 39%}, or chart: before-after"
        return Refusal("a line needs figures of two or more periods", hint)
    return None


@frozen
class TrendChart(IndicatorChart):
    """The lines of some indicators through ``periods``; ``figures`` has those of each by period."""

    periods: tuple[str, ...]
    figures: Mapping[str, Mapping[str, Figure]]

    @property
    def labels_rows(self) -> bool:
        """Each line is named at its end."""
        return True

    def draw(self, size: Size, style: ChartStyle, beside: tuple[Emu, ...]) -> Drawing:
        """Return the marks that fill ``size``."""
        del beside
        return Lines(self.rows, self.periods, self.figures, self.highlight, self.words, size, style).drawing()

    def description(self) -> str:
        """Return all that the chart shows, in words: each sentence, then the figures between."""
        told = (with_between(of, self.figures[of.id], self.periods, self.words) for of in self._by_change())
        return self.words.say("separator").join(told)

    def data(self) -> ChartData | None:
        """Return the table of the same lines in PowerPoint."""
        parts: list[Part] = []
        for number, of in enumerate(self.rows):
            color, text = ("accent", "accent-text") if of.id == self.highlight else _LINES[number % len(_LINES)]
            figures = tuple(self.figures[of.id].get(period) for period in self.periods)
            parts.append(Part(plain(of.row_label), figures, color, text))
        return lines(self.periods, parts)


_LINES = (("primary", "primary-text"), ("before", "muted"), ("ink", "ink"))
"""The colours of lines and of their figures where PowerPoint draws them, told apart by a legend."""
