"""The parts of a whole, on one another: one bar for each period, the parts named beside the last."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from deckgen.model.chart_data import ChartData
from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Drawing
from deckgen.model.figures import Figure, Indicator, Unit, UnitKind
from deckgen.model.text import Run, plain
from deckgen.model.words import Words
from deckgen.plot.native import Part, stacked
from deckgen.plot.parts import Parts, Portion
from deckgen.plot.periods import by_period, in_time, unlike, with_between
from deckgen.plot.telling import LONGEST_ALT_TEXT, IndicatorChart
from deckgen.spec.base import ChartSpec, Refusal
from deckgen.units import Emu, Size
from deckgen.values import frozen

MOST = 8
"""How many parts can be told apart."""
ROUNDING = 1
"""How far percentages may be from 100 in all, since each is rounded."""


class StackedShares(ChartSpec):
    """The parts of a whole: percentages that come to 100, or counts; one bar for each period. Up to 8 indicators.

    Where the parts come to less than the whole, the rest is left empty and named as not stated.

    Example:
        title: How the hall is used
        organisation: Example Village Hall
        sources:
          diary: {title: "Invented figures, for illustration only"}

        indicators:
          sport: {label: "**Sport** and dance", figures: {2016: 41%, 2020: 34%, 2024: 29%}}
          meetings: {label: Meetings and **elections**, figures: {2016: 32%, 2020: 30%, 2024: 24%}}
          lessons: {label: "**Lessons** in the evening", figures: {2016: 18%, 2020: 24%, 2024: 38%}}
          parties: {label: Family parties, figures: {2016: 9%, 2020: 8%, 2024: 5%}}

        slides:
          - title: Evening lessons now take more hours than any other use
            lead: Share of the hours for which the hall was let
            chart: stacked-shares
            indicators: [sport, meetings, lessons, parties]
            highlight: lessons

    """

    of_whole = True

    def chart(self, indicators: tuple[Indicator, ...], highlight: str, words: Words) -> "SharesChart | Refusal":
        """Return the chart of ``indicators``, or why there can be none."""
        refused = unlike(indicators) or _unfit(indicators)
        if refused:
            return refused
        bars = _bars(indicators, words)
        return bars if isinstance(bars, Refusal) else _whole(indicators, bars, highlight, words)


Bars = Mapping[str, Sequence[Figure]]
"""The figures of each bar, part by part, by its period; a bar without one has an empty name."""


def _unfit(indicators: Sequence[Indicator]) -> Refusal | None:
    """Return why figures are no parts of one whole, or None."""
    if len(indicators) > MOST:
        hint = "put the smallest together as one indicator"
        return Refusal(f"a bar has room for {MOST} parts, found {len(indicators)}", hint)
    negative = next((of.id for of in indicators if any(figure.value < 0 for figure in of.figures)), "")
    if negative:
        return Refusal(f"“{negative}” is below zero, and so no part of a whole", "leave it out, or say it in a text")
    totals = {of.of.value if of.of else None for of in indicators}
    if len(totals) > 1:
        return Refusal("these indicators are out of different totals", "write one total for all of them: of:")
    return None


def _bars(indicators: Sequence[Indicator], words: Words) -> Bars | Refusal:
    """Return the figures of each bar; why not, if a part has none in a period that others have."""
    if all(len(of.figures) == 1 for of in indicators):
        return {"": [of.figures[0] for of in indicators]}
    dated = {of.id: by_period(of, words) for of in indicators}
    periods = in_time([list(figures) for figures in dated.values()])
    if periods is None:
        return Refusal("the periods of these indicators stand in different orders", "write the earliest first in each")
    for name, figures in dated.items():
        missing = next((period for period in periods if period not in figures), "")
        if missing:
            message = f"“{name}” has no figure for {missing}, so that bar would not be whole"
            return Refusal(message, "add it, or leave that period out of the others")
    return {period: [dated[of.id][period] for of in indicators] for period in periods}


def _whole(indicators: tuple[Indicator, ...], bars: Bars, highlight: str, words: Words) -> "SharesChart | Refusal":
    """Return the chart with the whole of each bar and its rest; why not, if the parts come to more."""
    unit = indicators[0].figures[0].unit
    total = indicators[0].of.value if indicators[0].of else None
    percent = unit.kind is UnitKind.PERCENT
    wholes = {}
    for period, figures in bars.items():
        come_to = sum((figure.value for figure in figures), Decimal(0))
        most = Decimal(100) if percent else total if total is not None else come_to
        if come_to > most + (ROUNDING if percent else 0):
            when, shown = (f" in {period}" if period else ""), words.figure(come_to, unit)
            listed = ", ".join(f"{of.id} {figure.text}" for of, figure in zip(indicators, figures, strict=True))
            what = "shares" if percent else "parts"
            message = f"the {what} come to {shown}{when}, more than the whole of {words.figure(most, unit)}: {listed}"
            hint = "correct the figure that is wrong; if they overlap, show others, or write chart: before-after"
            return Refusal(message, hint, whole=True)
        if not come_to:
            return Refusal("a whole of nothing has no parts", "leave that period out, or say it in a text")
        near = percent and abs(come_to - most) <= ROUNDING
        wholes[period] = come_to if near else most
    return SharesChart(indicators, highlight, words, bars, wholes, unit)


@frozen
class SharesChart(IndicatorChart):
    """The parts of one whole for each bar; ``wholes`` is what the parts of each bar are out of."""

    bars: Bars
    wholes: Mapping[str, Decimal]
    unit: Unit

    @property
    def labels_rows(self) -> bool:
        """Each part is named beside the last bar."""
        return True

    def draw(self, size: Size, style: ChartStyle, beside: tuple[Emu, ...]) -> Drawing:
        """Return the marks that fill ``size``."""
        del beside
        stacks = {period: self._portions(period) for period in self.bars}
        return Parts(stacks, size, style).drawing()

    def alt_text(self) -> str:
        """Return the largest part or change first, and what is not stated where there is room for that."""
        told, rest = super().alt_text(), self._rest_in_words()
        whole = self.words.say("separator").join(filter(None, (told, rest)))
        return whole if len(whole) <= LONGEST_ALT_TEXT else told

    def description(self) -> str:
        """Return all that the chart shows, in words."""
        dated = {
            of.id: {period: figures[number] for period, figures in self.bars.items()}
            for number, of in enumerate(self.rows)
        }
        parts = [with_between(of, dated[of.id], [*self.bars], self.words) for of in self._by_change()]
        return self.words.say("separator").join(filter(None, (*parts, self._rest_in_words())))

    def _rest(self, period: str) -> Decimal:
        return self.wholes[period] - sum((figure.value for figure in self.bars[period]), Decimal(0))

    def _rest_in_words(self) -> str:
        """Return what is not stated, by period; empty where all is."""
        rests = [
            (period, self.words.figure(self._rest(period), self.unit)) for period in self.bars if self._rest(period)
        ]
        told = ", ".join(f"{text} ({period})" if period else text for period, text in rests)
        return self.words.say("stands", label=self.words.say("not-stated"), value=told) if told else ""

    def _portions(self, period: str) -> tuple[Portion, ...]:
        whole, figures = self.wholes[period], self.bars[period]
        made = [
            Portion(figure.value / whole, figure.text, of.row_label, of.id == self.highlight)
            for of, figure in zip(self.rows, figures, strict=True)
        ]
        rests = [self._rest(of) for of in self.bars]
        if any(rests):
            rest = self._rest(period)
            named = (Run(self.words.say("not-stated")),)
            made.append(Portion(rest / whole, self.words.figure(rest, self.unit), named, rest=True))
        return tuple(made)

    def data(self) -> ChartData | None:
        """Return the table of the same bars in PowerPoint."""
        parts = []
        for number, of in enumerate(self.rows):
            color, text = ("accent", "on-mark") if of.id == self.highlight else _FILLS[number % len(_FILLS)]
            figures = tuple(self.bars[period][number] for period in self.bars)
            parts.append(Part(plain(of.row_label), figures, color, text))
        whole = Decimal(1) if self.unit.kind is UnitKind.PERCENT else max(self.wholes.values())
        return stacked([(Run(period),) for period in self.bars], parts, whole, said=True)


_FILLS = (
    ("primary", "on-mark"), ("unconfirmed", "ink"), ("muted", "on-mark"), ("rule", "ink"), ("before", "ink"),
)  # fmt: skip
"""The fill of each part and of the text in it where PowerPoint draws: its own charts have no tints of ours."""
