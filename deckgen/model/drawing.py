"""The marks a chart is made of, in EMU from the upper left corner; colours are names of the palette."""

from enum import Enum

from deckgen.units import Emu, Rect, Size
from deckgen.values import frozen


class Align(Enum):
    """Which end of a text stands at its x."""

    LEFT = "left"
    RIGHT = "right"


class Dash(Enum):
    """How a path is drawn; the value is its dashes and the gaps between them, in widths of the line."""

    SOLID = ()
    DASHED = (3.0, 2.0)
    DOTTED = (0.01, 2.4)


@frozen(slots=True)
class Bar:
    """A filled rectangle; ``outline`` is empty for none, else the colour of a line of 1.5 pt inside it.

    ``tint`` is the share, 0 to 1, to which the fill is mixed with the background. Over the length ``fade`` its upper
    end, or the right one of a bar that is ``lying``, fades out without an edge.
    """

    rect: Rect
    fill: str
    outline: str = ""
    tint: float = 0.0
    fade: Emu = Emu(0)
    lying: bool = False


@frozen(slots=True)
class Line:
    """A straight line of ``width`` EMU."""

    x1: Emu
    y1: Emu
    x2: Emu
    y2: Emu
    width: Emu
    color: str


@frozen(slots=True)
class Label:
    """One line of text; ``size`` in points, ``y`` is its baseline."""

    text: str
    x: Emu
    y: Emu
    size: float
    color: str
    bold: bool = False
    align: Align = Align.LEFT


@frozen(slots=True)
class Dots:
    """Circles of one diameter and colour around ``centers``."""

    centers: tuple[tuple[Emu, Emu], ...]
    diameter: Emu
    fill: str


@frozen(slots=True)
class Polygon:
    """A filled shape with straight sides, such as the head of an arrow."""

    points: tuple[tuple[Emu, Emu], ...]
    fill: str


@frozen(slots=True)
class Path:
    """A line of ``width`` EMU through ``points``, such as a trend."""

    points: tuple[tuple[Emu, Emu], ...]
    width: Emu
    color: str
    dash: Dash = Dash.SOLID


Mark = Bar | Line | Label | Dots | Polygon | Path


@frozen(slots=True)
class Row:
    """Where one row of a chart stands: ``top`` to ``bottom`` with its marks, ``mark`` the middle of the later bar."""

    top: Emu
    bottom: Emu
    mark: Emu


@frozen(slots=True)
class Drawing:
    """Marks in the order they are drawn, and the rows that texts beside the chart are aligned to.

    ``crowding`` is by how much texts that stand side by side lack room; ``ground`` is what the whole stands on.
    """

    size: Size
    marks: tuple[Mark, ...]
    rows: tuple[Row, ...] = ()
    separators: tuple[Emu, ...] = ()
    crowding: Emu = Emu(0)
    ground: str = "background"


@frozen(slots=True)
class Picture:
    """A drawing, painted: as SVG, and as PNG for programs that show no SVG."""

    svg: bytes
    png: bytes
