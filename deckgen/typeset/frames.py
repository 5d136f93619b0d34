"""Pages: frames with broken lines and shapes, in EMU; nothing is left to decide."""

from collections.abc import Iterable, Mapping
from textwrap import shorten

from deckgen.diagnostics import Span
from deckgen.model.chart_data import ChartData
from deckgen.model.content import Facts
from deckgen.model.deck import Section
from deckgen.model.drawing import Drawing
from deckgen.model.images import Vector
from deckgen.model.slots import Anchor, Slot, Variant
from deckgen.model.text import ListKind, Paragraph, Runs
from deckgen.units import Emu, Insets, Rect, Size
from deckgen.values import frozen


@frozen(slots=True)
class Line:
    """One line as it breaks, without the space at its end."""

    runs: Runs
    width: Emu


@frozen(slots=True)
class SetParagraph:
    """A paragraph in its size: ``size`` in points, ``pitch`` from baseline to baseline.

    ``before`` is the space above it. ``stepped`` if the size is not the first of its style; ``exact`` if
    it must keep its place to a row of a chart, so that its pitch and space may not be left to a program;
    such a paragraph is right-aligned, and stands in by ``margin`` from the left.
    """

    source: Paragraph
    lines: tuple[Line, ...]
    style: str
    size: float
    pitch: Emu
    before: Emu
    stepped: bool = False
    exact: bool = False
    margin: Emu = Emu(0)

    @property
    def height(self) -> Emu:
        """The height of its lines, without the space above."""
        return Emu(len(self.lines) * self.pitch)

    @property
    def kind(self) -> ListKind:
        """What stands before it."""
        return self.source.kind


def start(paragraphs: Iterable[SetParagraph], insets: Insets, height: Emu, anchor: Anchor) -> Emu:
    """Return how far under the top of a frame or cell of a ``height`` its first paragraph begins."""
    free = height - insets.top - insets.bottom - sum(paragraph.before + paragraph.height for paragraph in paragraphs)
    share = {Anchor.TOP: 0.0, Anchor.MIDDLE: 0.5, Anchor.BOTTOM: 1.0}[anchor]
    return Emu(insets.top + round(free * share))


@frozen(slots=True)
class Overflow:
    """By how much a text is too tall or too wide for its frame; at least one is more than 0."""

    lines: int
    height: Emu
    width: Emu = Emu(0)


@frozen(slots=True)
class TextFrame:
    """Text in a slot of the layout, or in a text box of its own if ``slot`` is no placeholder.

    ``moved`` if it does not stand where the layout has it; ``outline`` is the colour of a frame, empty
    for none; ``span`` is where the text was written.
    """

    name: str
    slot: Slot
    rect: Rect
    paragraphs: tuple[SetParagraph, ...]
    insets: Insets = Insets()
    moved: bool = False
    outline: str = ""
    centered: bool = False
    overflow: Overflow | None = None
    span: Span | None = None

    @property
    def start(self) -> Emu:
        """How far under the top of the frame its first paragraph begins."""
        return start(
            self.paragraphs, self.insets, self.rect.height, Anchor.MIDDLE if self.centered else self.slot.anchor
        )


@frozen(slots=True)
class ChartFrame:
    """A chart as marks, with its alternative text; ``figures`` is the table of what it shows, its headings first."""

    name: str
    slot: Slot
    rect: Rect
    drawing: Drawing
    alt_text: str
    moved: bool = False
    span: Span | None = None
    figures: tuple[tuple[str, ...], ...] = ()

    @property
    def overflow(self) -> Emu:
        """By how much the rows are too tall for the frame; 0 where they fit."""
        lowest = self.drawing.rows[-1].bottom if self.drawing.rows else 0
        return Emu(max(0, lowest - self.rect.height))


@frozen(slots=True)
class NativeChart:
    """A chart of PowerPoint's own, as it stands in a frame of ``drawing.size``.

    Its bars, columns or lines stand in ``plot``, with room for their labels beside it. ``thickness`` is that of a bar
    or column; ``gap`` and ``overlap`` are per cents of it (21.2.2.75, 21.2.2.131). ``values``, ``keys`` and
    ``categories`` are sizes of text in points; ``inside`` are the labels, by series and category, that stand inside
    their bar. ``legend`` is the room of the names of the series above; None where there are none.
    """

    data: ChartData
    drawing: Drawing
    plot: Rect
    thickness: Emu
    gap: int
    overlap: int
    values: float
    keys: float
    categories: float
    inside: frozenset[tuple[int, int]] = frozenset()
    legend: Size | None = None


@frozen(slots=True)
class NativeChartFrame:
    """A chart of PowerPoint's own, with its alternative text; it has no placeholder."""

    name: str
    slot: Slot
    rect: Rect
    chart: NativeChart
    alt_text: str
    span: Span | None = None

    @property
    def drawing(self) -> Drawing:
        """The rows that texts beside the chart are aligned to; the marks are PowerPoint's."""
        return self.chart.drawing

    @property
    def overflow(self) -> Emu:
        """By how much the rows are too tall for the frame; 0 where they fit."""
        return Emu(max(0, self.chart.plot.bottom - self.rect.height))


@frozen(slots=True)
class Box:
    """A filled rectangle."""

    rect: Rect
    fill: str


@frozen(slots=True)
class Dots:
    """Circles of one diameter around ``centers``, one shape; its colour is ``share`` of the way from one to another."""

    rect: Rect
    centers: tuple[tuple[Emu, Emu], ...]
    diameter: Emu
    fill: str
    fill_to: str = ""
    share: float = 0.0

    @classmethod
    def of(cls, centers: tuple[tuple[Emu, Emu], ...], diameter: Emu, fill: str) -> "Dots":
        """Return dots of one colour with the rectangle around them."""
        radius = diameter // 2
        xs, ys = [x for x, _ in centers], [y for _, y in centers]
        x, y = Emu(min(xs) - radius), Emu(min(ys) - radius)
        rect = Rect(x, y, Emu(max(xs) - min(xs) + diameter), Emu(max(ys) - min(ys) + diameter))
        return cls(rect, centers, diameter, fill)

    @classmethod
    def within(cls, rect: Rect, fill: str) -> "Dots":
        """Return one dot as wide as ``rect``, in the middle of it."""
        return cls.of(((Emu(rect.x + rect.width // 2), Emu(rect.y + rect.height // 2)),), rect.width, fill)


@frozen(slots=True)
class ShapesFrame:
    """Native shapes that belong together; without alternative text they are decoration."""

    name: str
    rect: Rect
    shapes: tuple[Box | Dots, ...]
    alt_text: str = ""


@frozen(slots=True)
class ImageFrame:
    """An image from a file; without alternative text it is decoration.

    ``crop`` is the shares of it that are cut off at the left, the top, the right and the bottom. Without ``slot`` it
    stands in no placeholder.
    """

    name: str
    rect: Rect
    image: bytes
    alt_text: str
    slot: Slot | None = None
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    is_svg: bool = False
    span: Span | None = None

    @property
    def whole(self) -> Size:
        """How large the image would be, were nothing cut off."""
        left, top, right, bottom = self.crop
        width, height = self.rect.width / (1 - left - right), self.rect.height / (1 - top - bottom)
        return Size(Emu(round(width)), Emu(round(height)))

    @property
    def vector(self) -> Vector:
        """The SVG as large as that."""
        return Vector(self.image, self.whole)


@frozen(slots=True)
class SetCell:
    """A cell of a table with its lines; ``insets`` are all it keeps free, ``right`` if it is set to the right."""

    paragraphs: tuple[SetParagraph, ...]
    insets: Insets
    right: bool
    anchor: Anchor


@frozen(slots=True)
class SetRow:
    """A row of a table."""

    height: Emu
    cells: tuple[SetCell, ...]


@frozen(slots=True)
class TableFrame:
    """A table; the first of its rows has the headings, the last is a total if it has one."""

    name: str
    slot: Slot
    rect: Rect
    columns: tuple[Emu, ...]
    rows: tuple[SetRow, ...]
    alt_text: str
    total: bool = False
    overflow: Overflow | None = None
    span: Span | None = None


Frame = TextFrame | ChartFrame | NativeChartFrame | ShapesFrame | ImageFrame | TableFrame


@frozen
class Page:
    """One slide, typeset; its frames are in reading order."""

    number: int
    id: str
    layout: tuple[str, Variant]
    title: str
    frames: tuple[Frame, ...]
    notes: tuple[Paragraph, ...]
    hidden: bool
    span: Span

    @property
    def name(self) -> str:
        """How a diagnostic speaks of it: its number, and its title as far as that is short."""
        return f"slide {self.number} “{shorten(self.title, 60, placeholder=' …')}”"


@frozen
class Pages:
    """The whole deck, typeset; ``backdrops`` are the frames that stand in the layouts themselves."""

    facts: Facts
    pages: tuple[Page, ...]
    sections: tuple[Section, ...]
    backdrops: Mapping[tuple[str, Variant], tuple[Frame, ...]]
