"""Rows of marks with their figures at the side, in a column of their own."""

from collections.abc import Sequence

from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Label
from deckgen.model.figures import Indicator
from deckgen.plot.bars import CAP_HEIGHT
from deckgen.plot.telling import IndicatorChart
from deckgen.spec.base import Refusal
from deckgen.units import Emu, Size, inches, points
from deckgen.values import frozen

MOST = 12
"""How many rows are still read."""
GAP = inches(0.2)
LEAST = 0.4
"""How wide the marks are at least, as a share of the chart's width."""


def refusal(indicators: Sequence[Indicator]) -> Refusal | None:
    """Return that there are more ``indicators`` than rows are read, or None."""
    if len(indicators) <= MOST:
        return None
    return Refusal(f"{len(indicators)} indicators are too many for one chart", f"show up to {MOST}, or make two slides")


@frozen(slots=True)
class Side:
    """The figures at the right of a chart's rows: one text for each."""

    texts: tuple[str, ...]
    size: Size
    style: ChartStyle

    @property
    def start(self) -> Emu:
        """Where the figures begin."""
        widest = max(self.style.measure(text, self.style.value, True) for text in self.texts)
        return Emu(self.size.width - widest)

    @property
    def room(self) -> Emu:
        """The width that is left to the marks."""
        return Emu(max(1, self.start - GAP))

    @property
    def crowding(self) -> Emu:
        """By how much the figures leave too little to the marks."""
        return Emu(max(0, round(self.size.width * LEAST) - self.room))

    def label(self, number: int, middle: int, chart: IndicatorChart, marks: int) -> Label:
        """Return the figure of a row, around ``middle``, behind ``marks`` as wide as that."""
        color, size = f"{chart.color(chart.rows[number])}-text", self.style.value
        baseline = Emu(middle + points(size * CAP_HEIGHT / 2))
        return Label(self.texts[number], Emu(marks + GAP), baseline, size, color, bold=True)
