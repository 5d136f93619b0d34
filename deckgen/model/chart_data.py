"""What a chart shows, as the table that PowerPoint draws its own charts from; colours are names of the palette."""

from decimal import Decimal
from enum import Enum

from deckgen.values import frozen


class ChartKind(Enum):
    """The kinds of PowerPoint's own charts that are written."""

    BAR = "bar"
    COLUMN = "column"
    STACKED = "stacked"
    LINE = "line"

    @property
    def lies(self) -> bool:
        """Whether its bars lie, so that its categories stand under one another."""
        return self in (ChartKind.BAR, ChartKind.STACKED)


@frozen(slots=True)
class Cell:
    """A number as Excel keeps it (0.39 for 39%), its number format, and the text that the format shows."""

    value: Decimal
    number_format: str
    text: str


Cells = tuple[Cell | None, ...]
"""One for each category; None leaves a cell empty."""


@frozen(slots=True)
class Point:
    """What one bar, column or point has of its own: its colours, and the ``name`` that its label adds to the figure.

    Empty ones are those of the series, and no name.
    """

    color: str = ""
    text: str = ""
    name: str = ""


USUAL_POINT = Point()


@frozen(slots=True)
class Beyond:
    """What comes on top of the figures of a series, not yet confirmed: its name and its cells."""

    name: str
    cells: Cells


@frozen(slots=True)
class Series:
    """A series of figures, one for each category.

    ``text`` is the colour of its labels, empty for none; ``strong`` labels are bold and larger; where ``only`` names
    points, no other has one. A series that is ``whole`` is what the others are out of: a track behind them.
    """

    name: str
    cells: Cells
    color: str
    text: str = ""
    strong: bool = False
    only: tuple[int, ...] = ()
    whole: bool = False
    points: tuple[tuple[int, Point], ...] = ()
    beyond: Beyond | None = None

    def point(self, index: int) -> Point:
        """Return what the point of a category has of its own."""
        return dict(self.points).get(index, USUAL_POINT)

    def labels(self, index: int) -> bool:
        """Return whether the point of a category has a label."""
        return bool(self.text and self.cells[index] and (not self.only or index in self.only))

    def more(self, index: int) -> Cell | None:
        """Return what is unconfirmed on top of the figure of a category."""
        return self.beyond.cells[index] if self.beyond else None


@frozen(slots=True)
class ChartData:
    """A chart as a table: a row for each of ``categories``, a column for each of ``series``.

    The scale ends at ``maximum``; None leaves it to PowerPoint, so that a figure that is changed there has room.
    ``breaks`` says after which categories but the last a new group begins. The names of categories are ``said`` by
    the chart itself where no text beside it does; columns and lines always say them. ``notes`` is what stands under
    each name then.
    """

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    maximum: Decimal | None = None
    breaks: tuple[bool, ...] = ()
    notes: tuple[tuple[str, ...], ...] = ()
    said: bool = False
