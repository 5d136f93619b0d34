"""Arrows from the earlier to the later figure, which begin where a light bar for the earlier one ends."""

from deckgen.model.drawing import Bar, Mark, Polygon
from deckgen.model.figures import Indicator
from deckgen.model.words import Words
from deckgen.plot.bands import Band
from deckgen.plot.changes import AXIS, ChangesChart, in_order, refused
from deckgen.spec.base import ChartSpec, Refusal
from deckgen.units import Emu, points
from deckgen.values import frozen

SHAFT = 0.46
"""How thick the shaft of an arrow is, as a share of its row."""
HEAD = 0.62
"""How long its head is, where the change is long enough."""
TICK = points(4)


class Arrows(ChartSpec):
    """Arrows from the earlier to the later figure, over a light bar for the earlier one; up to 12 indicators.

    Example:
        title: Libraries of the county
        organisation: Example Library Service
        sources:
          desk: {title: "Invented figures, for illustration only"}
        periods: {before: "2021", after: "2025"}

        indicators:
          evening: {label: Libraries **open in the evening**, before: 28%, after: 54%}
          books: {label: Readers who borrow **printed books**, before: 81%, after: 66%}
          steps: {label: Libraries **without steps**, before: 62%, after: 62%}
          tablets: {label: Readers who borrow **tablets**, value: 17%, new: true}

        slides:
          - title: More libraries open in the evening; fewer readers borrow printed books
            lead: Share of the libraries or readers counted
            chart: arrows
            indicators: [evening, books, steps, tablets]
            highlight: evening

    """

    def chart(self, indicators: tuple[Indicator, ...], highlight: str, words: Words) -> "ArrowsChart | Refusal":
        """Return the chart of ``indicators``, or why there can be none."""
        return refused(indicators) or ArrowsChart(in_order(indicators), highlight, words)


@frozen
class ArrowsChart(ChangesChart):
    """The chart of some indicators, in the order drawn."""

    @property
    def reach(self) -> float:
        """An arrow ends exactly at its figures."""
        return 0

    def inner(self, indicator: Indicator) -> str:
        """Return the colour of the text inside a bar."""
        if not indicator.before:
            return "on-mark"
        falls = indicator.before.value > (indicator.latest.value if indicator.latest else 0)
        return f"{self.color(indicator)}-text" if falls else "ink"

    def pair(self, indicator: Indicator, band: Band, before: int, after: int) -> list[Mark]:
        """Return the bar of the earlier figure, and an arrow from its end to the later one."""
        color = self.color(indicator)
        marks: list[Mark] = [Bar(band.rect(AXIS, before), "track", "before")] if before > AXIS else []
        way = 1 if after > before else -1
        length = abs(after - before)
        head = min(length, round(HEAD * band.thick))
        neck = after - way * head
        # The head of a small step is lower too, so that it still reads as the point of an arrow.
        half = min(band.thick // 2, max(band.thick // 4, round(head * 0.81)))
        if neck != before:
            marks.append(Bar(band.rect(min(before, neck), max(before, neck), SHAFT), color))
        corners = ((neck, band.middle - half), (after, band.middle), (neck, band.middle + half))
        marks.append(Polygon(tuple((Emu(x), Emu(y)) for x, y in corners), color))
        return marks

    def one(self, indicator: Indicator, band: Band, x: int) -> list[Mark]:
        """Return a bar for the only figure; where two are the same, a light bar that ends in a tick."""
        color = self.color(indicator)
        if not indicator.before:
            return [Bar(band.rect(AXIS, x), color)] if x > AXIS else []
        bar: list[Mark] = [Bar(band.rect(AXIS, x), "track", "before")] if x > AXIS else []
        return [*bar, Bar(band.rect(max(AXIS, x - TICK), max(AXIS + TICK, x)), color)]
