"""Deck and theme to pages, slide by slide."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from functools import cached_property
from itertools import pairwise

from deckgen.diagnostics import Span
from deckgen.model.chart_data import ChartData
from deckgen.model.content import Facts
from deckgen.model.deck import Deck, Section, Slide
from deckgen.model.drawing import Drawing, Row
from deckgen.model.fills import (
    BoxFill,
    ChartFill,
    DotsFill,
    ImageFill,
    RowPlace,
    RowsFill,
    ShareFill,
    TableFill,
    TagsFill,
    TextFill,
)
from deckgen.model.slots import Slot, SlotKind, Variant
from deckgen.model.text import Paragraph, Run
from deckgen.theme.scale import extra_steps, rigid
from deckgen.theme.theme import SlideLayout, Theme
from deckgen.typeset.backdrop import backdrop
from deckgen.typeset.chrome import HAIRLINE, Segments, chrome_frames, segments, with_one_size
from deckgen.typeset.dots import dot_field
from deckgen.typeset.figures import figures_of
from deckgen.typeset.fit import Fitted, Job, aligned, fit, fitted
from deckgen.typeset.frames import (
    Box,
    ChartFrame,
    Dots,
    Frame,
    ImageFrame,
    NativeChart,
    NativeChartFrame,
    Page,
    Pages,
    ShapesFrame,
    TableFrame,
    TextFrame,
)
from deckgen.typeset.images import beneath, image_frame
from deckgen.typeset.native import as_shapes, share_bar
from deckgen.typeset.native_chart import native_chart
from deckgen.typeset.style import ROW_GAP, ROW_PADDING, chart_style
from deckgen.typeset.tables import table_frame
from deckgen.units import Emu, Rect, inches
from deckgen.values import frozen

BEHIND = inches(0.17)
"""How far behind a number what it is out of begins."""
NEXT = inches(0.3)
"""How far below a slot that which follows its text stands at the most: further down a theme has put it on purpose."""


class Charts(Enum):
    """Which charts are PowerPoint's own: those that ask for it, all that it has, or none, as other formats need it."""

    ASKED = "asked"
    NATIVE = "native"
    PAINTED = "painted"


@frozen
class Typeset:
    """A deck with the pages that it became."""

    deck: Deck
    theme: Theme
    charts: Charts
    pages: Pages

    @property
    def around(self) -> "_Around":
        """What all its pages have around them."""
        return _Around.of(self.deck, self.theme)


@frozen
class _Around:
    """What a page depends on beside its slide; ``theme`` is in the sizes in which all slides can be framed alike."""

    facts: Facts
    sections: tuple[Section, ...]
    tracked: Segments
    digits: int
    theme: Theme

    @classmethod
    def of(cls, deck: Deck, theme: Theme) -> "_Around":
        """Return that of a deck."""
        sized = with_one_size(deck, theme) if extra_steps(theme.scale) else theme
        return cls(deck.facts, deck.sections, segments(deck, theme), len(str(len(deck.slides))), sized)


def typeset(deck: Deck, theme: Theme, charts: Charts = Charts.ASKED, before: Typeset | None = None) -> Pages:
    """Return the pages of ``deck`` in ``theme``; what does not fit is noted on its frame.

    The page of a slide that is as it was ``before`` is taken from there.
    """
    around = _Around.of(deck, theme)
    same = before and (before.charts, before.theme, before.around) == (charts, theme, around)
    alike = before if same else None
    were = zip(alike.deck.slides, alike.pages.pages, strict=True) if alike else ()
    known = {slide.number: (slide, page) for slide, page in were}
    pages = []
    for slide in deck.slides:
        was, page = known.get(slide.number, (None, None))
        pages.append(page if page and slide == was else _page(deck, around.theme, slide, around.tracked, charts))
    backdrops = alike.pages.backdrops if alike else _backdrops(deck, theme)
    return Pages(deck.facts, tuple(pages), deck.sections, backdrops)


def _backdrops(deck: Deck, theme: Theme) -> dict[tuple[str, Variant], tuple[Frame, ...]]:
    """Return the frames that stand in each layout itself."""
    return {key: backdrop(layout, deck.facts, theme) for key, layout in theme.layouts.items()}


def _page(deck: Deck, theme: Theme, slide: Slide, tracked: Segments, charts: Charts) -> Page:
    """Return a slide in the largest sizes of the scale at which it has room, charts with their texts as well."""
    theme = rigid(theme) if slide.rigid else theme
    for step in range(extra_steps(theme.scale) + 1):
        page = _PageSetter(deck, theme.from_step(step) if step else theme, slide, tracked, charts).page()
        if not any(_lacks_room(frame) for frame in page.frames):
            break
    return page


def _lacks_room(frame: Frame) -> bool:
    crowded = isinstance(frame, ChartFrame) and frame.drawing.crowding
    return bool(crowded or getattr(frame, "overflow", None))


@frozen
class _PageSetter:
    deck: Deck
    theme: Theme
    slide: Slide
    tracked: Segments
    charts: Charts = Charts.ASKED

    def page(self) -> Page:
        """Return the slide, typeset, its frames in reading order."""
        slide = self.slide
        frames = [frame for slot in self.layout.slots for frame in self._frames(slot)]
        key = slide.layout, slide.variant
        frames += chrome_frames(self.layout, slide, self.deck, self.theme, self.tracked)
        return Page(slide.number, slide.id, key, slide.title, tuple(frames), slide.notes, slide.hidden, slide.span)

    @property
    def layout(self) -> SlideLayout:
        """The layout of the slide."""
        return self.theme.layouts[self.slide.layout, self.slide.variant]

    def _frames(self, slot: Slot) -> Iterator[Frame]:
        fill = self.slide.fills.get(slot.name)
        if isinstance(fill, TextFill):
            yield self._text(slot, self._texts[slot.name], fill.key, self._rect(slot, fill))
        elif isinstance(fill, RowsFill):
            yield self._rows(slot, fill)
        elif isinstance(fill, TagsFill):
            yield from self._tags(slot, fill)
        elif isinstance(fill, ChartFill):
            yield self._chart(slot, fill)
            yield from self._separators(slot, *self._drawings[slot.name])
        elif isinstance(fill, TableFill | ImageFill):
            yield self._things[slot.name]
        elif isinstance(fill, DotsFill | BoxFill | ShareFill):
            yield _shapes(slot, fill)

    @cached_property
    def _things(self) -> dict[str, ImageFrame | TableFrame]:
        """Return each table and each image."""
        filled = ((slot, self.slide.fills.get(slot.name)) for slot in self.layout.slots)
        return {slot.name: self._thing(slot, fill) for slot, fill in filled if isinstance(fill, TableFill | ImageFill)}

    def _thing(self, slot: Slot, fill: TableFill | ImageFill) -> ImageFrame | TableFrame:
        """Return a table or an image."""
        rect, span = self._rect(slot, fill), self.slide.places.get(fill.key, self.slide.span)
        if isinstance(fill, ImageFill):
            return image_frame(slot, rect, fill, span)
        return table_frame(slot, rect, fill, self.theme, span)

    def _chart(self, slot: Slot, fill: ChartFill) -> ChartFrame | NativeChartFrame | ShapesFrame:
        """Return a chart: as one of PowerPoint's own, as a picture, or as shapes where its slot is one for those."""
        rect, drawing = self._drawings[slot.name]
        span = self.slide.places.get(fill.key, self.slide.span)
        table = self._table(slot, fill)
        if table:
            chart = self._native(slot, table, rect)
            return NativeChartFrame(slot.name, slot, rect, chart, fill.chart.alt_text(), span)
        if slot.kind is SlotKind.SHAPES:
            return ShapesFrame(slot.name, rect, as_shapes(drawing, rect), fill.chart.alt_text())
        figures = figures_of(fill.chart, self.deck.facts.words)
        return ChartFrame(slot.name, slot, rect, drawing, fill.chart.alt_text(), rect != slot.rect, span, figures)

    @cached_property
    def _texts(self) -> dict[str, Fitted]:
        """Return the texts of all slots, siblings in one size."""
        jobs = {
            slot.name: Job(slot, self._rect(slot, fill), fill.paragraphs)
            for slot in self.layout.slots
            if isinstance(fill := self.slide.fills.get(slot.name), TextFill)
        }
        return fitted(jobs, self.theme)

    def _text(self, slot: Slot, text: Fitted, key: str, rect: Rect) -> TextFrame:
        span, moved = self.slide.places.get(key) or self._place_in_deck(key), rect != slot.rect
        return TextFrame(slot.name, slot, rect, text.paragraphs, text.insets, moved, overflow=text.overflow, span=span)

    def _place_in_deck(self, key: str) -> Span:
        """Return where a text that is no slide's own was written, such as the title of the deck on its cover."""
        return self.deck.facts.places.get(key, self.slide.span)

    def _row_texts(self, slot: Slot, fill: RowsFill, rows: Sequence[Row] = ()) -> tuple[Fitted | None, ...]:
        """Return the text of each row in one size; as tall as a row less its gap, or else as a row.

        Where ``rows`` are known, no text is taller than they stand apart.
        """
        apart = [other.mark - one.mark for one, other in pairwise(rows)]
        whole, count = self._beside_chart(slot, fill), max(1, len(fill.texts))
        for height in ((whole.height - 2 * ROW_PADDING) // count - ROW_GAP, whole.height // count):
            rect = replace(whole, height=Emu(min(height, *apart, 10**12)))
            jobs = {
                str(row): Job(slot, rect, paragraphs, single=True)
                for row, paragraphs in enumerate(fill.texts)
                if paragraphs
            }
            texts = fitted(jobs, self.theme)
            if not any(text.overflow for text in texts.values()):
                break
        return tuple(texts.get(str(row)) for row in range(len(fill.texts)))

    def _beside_chart(self, slot: Slot, fill: RowsFill) -> Rect:
        """Return where the texts of rows stand: their slot, as far up and down as a chart that covers other slots."""
        chart, drawn = self.layout.slot(fill.beside), self.slide.fills.get(fill.beside)
        if chart is None or not isinstance(drawn, ChartFill):
            return slot.rect
        whole = slot.rect.union(replace(self._rect(chart, drawn), x=slot.rect.x, width=slot.rect.width))
        return whole if whole.height > chart.rect.height else slot.rect

    @cached_property
    def _drawings(self) -> dict[str, tuple[Rect, Drawing]]:
        """Return each chart drawn in its slot, with room for the texts of its rows."""
        drawn = {}
        for slot in self.layout.slots:
            fill = self.slide.fills.get(slot.name)
            if isinstance(fill, ChartFill):
                rect = self._rect(slot, fill)
                table, style = self._table(slot, fill), chart_style(self.theme)
                drawing = (
                    self._native(slot, table, rect).drawing
                    if table
                    else fill.chart.draw(rect.size, style, self._beside(slot.name))
                )
                drawn[slot.name] = rect, replace(drawing, ground=self.layout.background)
        return drawn

    def _table(self, slot: Slot, fill: ChartFill) -> ChartData | None:
        """Return the table of a chart that is to be one of PowerPoint's own; shapes are that already."""
        every = self.charts is Charts.NATIVE and slot.kind is SlotKind.PICTURE
        asked = every or (self.charts is not Charts.PAINTED and fill.chart.native)
        return fill.chart.data() if asked else None

    def _native(self, slot: Slot, table: ChartData, rect: Rect) -> NativeChart:
        return native_chart(table, rect.size, chart_style(self.theme), self._beside(slot.name))

    def _rect(self, slot: Slot, fill: TextFill | ChartFill | TableFill | ImageFill) -> Rect:
        """Return the rectangle of a slot with those it may cover; a caption stands under its image or table."""
        rect = slot.rect
        for name in fill.over:
            over = self.layout.slot(name)
            rect = rect.union(over.rect) if over and name not in self.slide.fills else rect
        above = self.layout.slot(fill.under) if isinstance(fill, TextFill) else None
        if above and isinstance(self.slide.fills.get(above.name), TableFill | ImageFill):
            return beneath(self._things[above.name].rect, rect)
        if isinstance(fill, TextFill) and fill.behind:
            slot, text = self._followed(fill.behind)
            x = Emu(slot.rect.x + text.paragraphs[-1].lines[-1].width + BEHIND)
            return replace(rect, x=x, width=Emu(max(1, rect.right - x)))
        if isinstance(fill, TextFill) and fill.below:
            slot, text = self._followed(fill.below)
            y = Emu(slot.rect.y + text.height + fill.apart)
            if fill.apart and not (y < rect.y <= slot.rect.bottom + NEXT and slot.rect.x == rect.x):
                return rect
            return replace(rect, y=y, height=Emu(max(1, rect.bottom - y)))
        return rect

    def _followed(self, name: str) -> tuple[Slot, Fitted]:
        """Return the slot ``name`` with its text, in the size in which that and its siblings fit."""
        slots = {slot.name: slot for slot in self.layout.slots}
        group = slots[name].group
        jobs = {
            other.name: Job(other, self._rect(other, fill), fill.paragraphs)
            for other in self.layout.slots
            if other.name == name or (group and other.group == group)
            if isinstance(fill := self.slide.fills.get(other.name), TextFill)
        }
        return slots[name], fitted(jobs, self.theme)[name]

    def _beside(self, chart: str) -> tuple[Emu, ...]:
        """Return how tall the texts are that stand at the middle of the rows of ``chart``."""
        for slot, fill in self._neighbours(chart):
            if isinstance(fill, RowsFill) and fill.place is RowPlace.MIDDLE:
                return tuple(text.height if text else Emu(0) for text in self._row_texts(slot, fill))
        return ()

    def _neighbours(self, chart: str) -> Iterator[tuple[Slot, RowsFill | TagsFill]]:
        """Yield the slots whose texts are aligned to the rows of ``chart``."""
        for slot in self.layout.slots:
            fill = self.slide.fills.get(slot.name)
            if isinstance(fill, RowsFill | TagsFill) and fill.beside == chart:
                yield slot, fill

    def _separators(self, slot: Slot, rect: Rect, drawing: Drawing) -> Iterator[ShapesFrame]:
        """Yield what continues a rule between two groups of rows across the slots beside the chart."""
        whole = rect
        for neighbour, _ in self._neighbours(slot.name):
            whole = whole.union(neighbour.rect)
        sides = [(whole.x, rect.x - whole.x), (rect.right, whole.right - rect.right)]
        if not drawing.marks:
            # PowerPoint's own chart has no such rule.
            sides = [(whole.x, whole.width)]
        for y in drawing.separators:
            for x, width in sides:
                if width > 0:
                    rule = Rect(Emu(x), Emu(rect.y + y - HAIRLINE // 2), Emu(width), HAIRLINE)
                    yield ShapesFrame(f"{slot.name} rule", rule, (Box(rule, "rule"),))

    def _rows(self, slot: Slot, fill: RowsFill) -> TextFrame:
        rect, drawing = self._drawings[fill.beside]
        rows = drawing.rows if fill.place is RowPlace.MARK else ()
        texts, tops = self._row_texts(slot, fill, rows), []
        for text, row in zip(texts, drawing.rows, strict=True):
            height = text.height if text else 0
            top = {
                RowPlace.MIDDLE: (row.top + row.bottom - height) // 2,
                RowPlace.MARK: row.mark - height // 2,
            }[fill.place]
            tops.append(Emu(rect.y + top))
        place = self._beside_chart(slot, fill)
        return self._text(slot, aligned(texts, tops, place), fill.key, place)

    def _tags(self, slot: Slot, fill: TagsFill) -> Iterator[TextFrame]:
        """Yield a framed word at each row that has one, at the right of the slot."""
        rect, drawing = self._drawings[fill.beside]
        for number, (word, color, row) in enumerate(zip(fill.words, fill.colors, drawing.rows, strict=True), start=1):
            if not word:
                continue
            text = fit(
                Job(slot, slot.rect, (Paragraph((Run(word, bold=True, color=f"{color}-text"),)),)),
                self.theme,
                0,
            )
            width = text.paragraphs[0].lines[0].width + inches(0.34)
            height = Emu(text.height + inches(0.1))
            place = Rect(Emu(slot.rect.right - width), Emu(rect.y + row.mark - height // 2), Emu(width), height)
            yield TextFrame(
                f"{slot.name} {number}",
                slot,
                place,
                text.paragraphs,
                moved=True,
                outline=color,
                centered=True,
            )


def _shapes(slot: Slot, fill: DotsFill | BoxFill | ShareFill) -> ShapesFrame:
    """Return what fills a slot as native shapes."""
    if isinstance(fill, DotsFill):
        return ShapesFrame(slot.name, slot.rect, dot_field(int(fill.figure.value), slot.rect), fill.alt_text)
    if isinstance(fill, ShareFill):
        return share_bar(slot, fill)
    shape = Dots.within(slot.rect, fill.color) if fill.round else Box(slot.rect, fill.color)
    return ShapesFrame(slot.name, slot.rect, (shape,))
