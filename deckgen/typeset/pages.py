"""Deck and theme to pages, slide by slide."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.model.chart_data import ChartData
from deckgen.model.deck import Deck, Slide
from deckgen.model.drawing import Drawing
from deckgen.model.fills import BoxFill, ChartFill, DotsFill, RowPlace, RowsFill, TagsFill, TextFill
from deckgen.model.slots import Slot, SlotKind
from deckgen.model.text import Paragraph, Run
from deckgen.theme.theme import SlideLayout, Theme
from deckgen.typeset.backdrop import backdrop
from deckgen.typeset.chrome import HAIRLINE, chrome_frames
from deckgen.typeset.dots import dot_field
from deckgen.typeset.fit import Fitted, Job, aligned, fit, fitted
from deckgen.typeset.frames import (
    Box,
    ChartFrame,
    Frame,
    NativeChart,
    NativeChartFrame,
    Page,
    Pages,
    ShapesFrame,
    TextFrame,
)
from deckgen.typeset.native import as_shapes
from deckgen.typeset.native_chart import native_chart
from deckgen.typeset.style import chart_style
from deckgen.units import Emu, Rect, inches


def typeset(deck: Deck, theme: Theme, *, native: bool = False) -> Pages:
    """Return the pages of ``deck`` in ``theme``; what does not fit is noted on its frame.

    ``native`` makes every chart that PowerPoint has one of its own, not only those that ask for it.
    """
    pages = tuple(_PageSetter(deck, theme, slide, native).page() for slide in deck.slides)
    backdrops = {key: backdrop(layout, deck.facts, theme) for key, layout in theme.layouts.items()}
    return Pages(deck.facts, pages, deck.sections, backdrops)


@dataclass(frozen=True)
class _PageSetter:
    deck: Deck
    theme: Theme
    slide: Slide
    native: bool = False

    def page(self) -> Page:
        """Return the slide, typeset, its frames in reading order."""
        slide = self.slide
        frames = [frame for slot in self.layout.slots for frame in self._frames(slot)]
        key = slide.layout, slide.variant
        frames += chrome_frames(self.layout, slide, self.deck, self.theme)
        return Page(slide.number, slide.id, key, slide.title, tuple(frames), slide.notes, slide.hidden, slide.span)

    @property
    def layout(self) -> SlideLayout:
        """The layout of the slide."""
        return self.theme.layouts[self.slide.layout, self.slide.variant]

    def _frames(self, slot: Slot) -> Iterator[Frame]:
        fill = self.slide.fills.get(slot.name)
        if isinstance(fill, TextFill):
            yield self._text(slot, self._texts()[slot.name], fill.key, self._rect(slot, fill))
        elif isinstance(fill, RowsFill):
            yield self._rows(slot, fill)
        elif isinstance(fill, TagsFill):
            yield from self._tags(slot, fill)
        elif isinstance(fill, ChartFill):
            yield self._chart(slot, fill)
            yield from self._separators(slot, *self._drawings()[slot.name])
        elif isinstance(fill, DotsFill):
            yield ShapesFrame(slot.name, slot.rect, dot_field(int(fill.figure.value), slot.rect), fill.alt_text)
        elif isinstance(fill, BoxFill):
            yield ShapesFrame(slot.name, slot.rect, (Box(slot.rect, fill.color),))

    def _chart(self, slot: Slot, fill: ChartFill) -> ChartFrame | NativeChartFrame | ShapesFrame:
        """Return a chart: as one of PowerPoint's own, as a picture, or as shapes where its slot is one for those."""
        rect, drawing = self._drawings()[slot.name]
        span = self.slide.places.get(fill.key, self.slide.span)
        table = self._table(slot, fill)
        if table:
            chart = self._native(slot, table, rect)
            return NativeChartFrame(slot.name, slot, rect, chart, fill.chart.alt_text(), span)
        if slot.kind is SlotKind.SHAPES:
            return ShapesFrame(slot.name, rect, as_shapes(drawing, rect), fill.chart.alt_text())
        return ChartFrame(slot.name, slot, rect, drawing, fill.chart.alt_text(), rect != slot.rect, span)

    def _texts(self) -> dict[str, Fitted]:
        """Return the texts of all slots, siblings in one size."""
        jobs = {
            slot.name: Job(slot, self._rect(slot, fill), fill.paragraphs)
            for slot in self.layout.slots
            if isinstance(fill := self.slide.fills.get(slot.name), TextFill)
        }
        return fitted(jobs, self.theme)

    def _text(self, slot: Slot, text: Fitted, key: str, rect: Rect) -> TextFrame:
        span, moved = self.slide.places.get(key, self.slide.span), rect != slot.rect
        return TextFrame(slot.name, slot, rect, text.paragraphs, text.insets, moved, overflow=text.overflow, span=span)

    def _row_texts(self, slot: Slot, fill: RowsFill) -> tuple[Fitted | None, ...]:
        """Return the text of each row in one size; it may be as tall as a row is."""
        rect = replace(slot.rect, height=Emu(slot.rect.height // max(1, len(fill.texts))))
        jobs = {
            str(row): Job(slot, rect, paragraphs, single=True)
            for row, paragraphs in enumerate(fill.texts)
            if paragraphs
        }
        texts = fitted(jobs, self.theme)
        return tuple(texts.get(str(row)) for row in range(len(fill.texts)))

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
                drawn[slot.name] = rect, drawing
        return drawn

    def _table(self, slot: Slot, fill: ChartFill) -> ChartData | None:
        """Return the table of a chart that is to be one of PowerPoint's own; shapes are that already."""
        asked = fill.chart.native or (self.native and slot.kind is SlotKind.PICTURE)
        return fill.chart.data() if asked else None

    def _native(self, slot: Slot, table: ChartData, rect: Rect) -> NativeChart:
        return native_chart(table, rect.size, chart_style(self.theme), self._beside(slot.name))

    def _rect(self, slot: Slot, fill: TextFill | ChartFill) -> Rect:
        """Return the rectangle of a slot with those it may cover."""
        rect = slot.rect
        for name in fill.over:
            over = self.layout.slot(name)
            rect = rect.union(over.rect) if over and name not in self.slide.fills else rect
        return rect

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
        rect, drawing = self._drawings()[fill.beside]
        texts, tops = self._row_texts(slot, fill), []
        for text, row in zip(texts, drawing.rows, strict=True):
            height = text.height if text else 0
            top = {
                RowPlace.MIDDLE: (row.top + row.bottom - height) // 2,
                RowPlace.MARK: row.mark - height // 2,
            }[fill.place]
            tops.append(Emu(rect.y + top))
        return self._text(slot, aligned(texts, tops, slot.rect), fill.key, slot.rect)

    def _tags(self, slot: Slot, fill: TagsFill) -> Iterator[TextFrame]:
        """Yield a framed word at each row that has one, at the right of the slot."""
        rect, drawing = self._drawings()[fill.beside]
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
