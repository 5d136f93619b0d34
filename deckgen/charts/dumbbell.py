"""Two dots in each row, joined: an open one for the earlier figure, a filled one for the later."""

from deckgen.model.drawing import Bar, Dots, Mark
from deckgen.model.figures import Indicator
from deckgen.model.words import Words
from deckgen.plot.bands import Band
from deckgen.plot.changes import ChangesChart, in_order, refused
from deckgen.spec.base import ChartSpec, Refusal
from deckgen.units import Emu
from deckgen.values import frozen

LATER, EARLIER, OPEN, JOIN = 0.76, 0.66, 0.4, 0.24
"""The diameters of the dots and of the opening, and the height of what joins them, as shares of a row."""


class Dumbbell(ChartSpec):
    """An open dot for the earlier and a filled one for the later figure, joined; up to 12 indicators.

    Example:
        title: Health in the mountain villages
        organisation: Example Health Board
        sources:
          visits: {title: "Invented figures, for illustration only"}
        periods: {before: "2019", after: "2025"}

        indicators:
          nurse: {label: Villages with a **nurse**, before: 36%, after: 61%}
          hour: {label: Homes **an hour or more** from a hospital, before: 48%, after: 29%}
          teeth: {label: Children seen by a **dentist**, before: 55%, after: 58%}

        slides:
          - title: More villages have a nurse, and fewer homes are far from a hospital
            lead: Share of the villages, homes or children counted
            chart: dumbbell
            indicators: [nurse, hour, teeth]
            highlight: hour

    """

    def chart(self, indicators: tuple[Indicator, ...], highlight: str, words: Words) -> "DumbbellChart | Refusal":
        """Return the chart of ``indicators``, or why there can be none."""
        return refused(indicators) or DumbbellChart(in_order(indicators), highlight, words)


@frozen
class DumbbellChart(ChangesChart):
    """The chart of some indicators, in the order drawn."""

    @property
    def reach(self) -> float:
        """A dot is as wide to both sides of its figure."""
        return LATER / 2

    def pair(self, indicator: Indicator, band: Band, before: int, after: int) -> list[Mark]:
        """Return what joins the figures, and a dot at each."""
        low, high = min(before, after), max(before, after)
        return [
            Bar(band.rect(low, high, JOIN), self.color(indicator), tint=0.6),
            _dot(band, before, EARLIER, "before"),
            _dot(band, before, OPEN, "background"),
            _dot(band, after, LATER, self.color(indicator)),
        ]

    def one(self, indicator: Indicator, band: Band, x: int) -> list[Mark]:
        """Return one filled dot; where two figures are the same, with the open one around it."""
        dot = _dot(band, x, LATER, self.color(indicator))
        if not indicator.before:
            return [dot]
        return [_dot(band, x, LATER + 0.24, "before"), _dot(band, x, LATER + 0.1, "background"), dot]


def _dot(band: Band, x: int, share: float, fill: str) -> Dots:
    return Dots(((Emu(x), Emu(band.middle)),), Emu(round(share * band.thick)), fill)
