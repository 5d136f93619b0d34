"""What every chart can do, and what it is told about the theme."""

from collections.abc import Callable
from typing import Protocol, Self, runtime_checkable

from deckgen.model.chart_data import ChartData
from deckgen.model.drawing import Drawing
from deckgen.model.figures import Indicator
from deckgen.model.text import Paragraph
from deckgen.units import Emu, Size
from deckgen.values import frozen

Measure = Callable[[str, float, bool], Emu]
"""The width of one line of text, from its characters, its size in points, and whether it is bold."""


@frozen(slots=True)
class ChartStyle:
    """Text sizes of a chart in points, and how wide a text is; ``category`` has the sizes labels may step down to.

    ``smaller`` are the sizes of ``value`` and ``key`` where rows stand close.
    """

    value: float
    key: float
    category: tuple[float, ...]
    measure: Measure
    smaller: tuple[tuple[float, float], ...] = ()

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """The sizes of ``value`` and ``key``, the usual ones first."""
        return (self.value, self.key), *self.smaller


class Chart(Protocol):
    """A picture drawn from figures."""

    @property
    def rows(self) -> tuple[Indicator, ...]:
        """The indicators in the order drawn, from the top."""
        ...

    @property
    def highlight(self) -> str:
        """The indicator in the accent colour, or an empty text."""
        ...

    @property
    def labels_rows(self) -> bool:
        """Whether the chart labels its rows itself, so that nothing is to stand beside it."""
        ...

    @property
    def native(self) -> bool:
        """Whether it is to be a chart of PowerPoint's own, which can be edited there."""
        ...

    def natively(self) -> Self:
        """Return the same chart, to be written as one of PowerPoint's own."""
        ...

    def data(self) -> ChartData | None:
        """Return what PowerPoint's own chart is drawn from; None for a kind that it does not have."""
        ...

    def draw(self, size: Size, style: ChartStyle, beside: tuple[Emu, ...]) -> Drawing:
        """Return the marks that fill ``size``; no row is lower than the text ``beside`` it."""
        ...

    def alt_text(self) -> str:
        """Return what the chart shows, in under 250 characters."""
        ...

    def description(self) -> str:
        """Return all that the chart shows, in words."""
        ...


@runtime_checkable
class Panelled(Chart, Protocol):
    """A chart that may also be shown as a panel for each indicator, all to one scale."""

    @property
    def panels(self) -> tuple[Chart, ...]:
        """The panels, in the order of the rows; none says what it is of."""
        ...

    @property
    def remark(self) -> str:
        """What must be read with the panels, in the deck's language."""
        ...


def labelled(indicator: Indicator) -> tuple[Paragraph, ...]:
    """Return the label of an indicator's row, and its note below."""
    label = Paragraph(indicator.row_label)
    return (label, Paragraph(indicator.note, level=1)) if indicator.note else (label,)
