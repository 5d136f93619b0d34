"""Pages to a whole document of Typst, and that to PDF, PNG and SVG."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from deckgen.model.slots import SlotKind
from deckgen.model.text import Paragraph
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import (
    ChartFrame,
    Frame,
    ImageFrame,
    NativeChartFrame,
    Page,
    ShapesFrame,
    TableFrame,
    TextFrame,
)
from deckgen.writers.drawn_svg import wrapped
from deckgen.writers.sheets import Sheets
from deckgen.writers.typst.compile import pdf_of, pictures_of
from deckgen.writers.typst.frames import FrameWriter
from deckgen.writers.typst.markup import artifact, length, placed, quoted, rgb, together
from deckgen.writers.typst.text import paragraphs, run

_TITLES = frozenset({SlotKind.TITLE, SlotKind.COVER_TITLE})


def pdf(sheets: Sheets, built_at: datetime | None) -> bytes:
    """Return the pages as PDF/UA-1 (ISO 14289-1)."""
    return pdf_of(_Document(sheets).files(), built_at)


def pngs(sheets: Sheets, ppi: float) -> tuple[bytes, ...]:
    """Return each page as a PNG of ``ppi`` pixels to the inch."""
    return pictures_of(_Document(sheets).files(), "png", ppi)


def svgs(sheets: Sheets) -> tuple[bytes, ...]:
    """Return each page as an SVG."""
    return pictures_of(_Document(sheets).files(), "svg")


def markup(sheets: Sheets) -> Mapping[str, bytes]:
    """Return what the pages are compiled from: the markup ``main.typ``, and the pictures that it shows, by name."""
    return _Document(sheets).files()


def svg_of(made: Mapping[str, bytes]) -> bytes:
    """Return the one page of some markup as an SVG."""
    return pictures_of(made, "svg")[0]


def handout(sheets: Sheets, built_at: datetime | None) -> bytes:
    """Return a PDF/UA-1 with each page over its notes, on A4."""
    return pdf_of(_Handout(sheets).files(), built_at)


def contact_sheet(sheets: Sheets) -> bytes:
    """Return one PNG with all pages, three in a row."""
    size = sheets.theme.grid.page.size
    made = enumerate(pngs(sheets, _SHEET_PPI))
    pictures = {f"page{number:06}.svg": wrapped(page, "png", size) for number, page in made}
    side, gap = f"{_SHEET_WIDTH}pt", f"{_SHEET_GAP}pt"
    shown = ", ".join(f"image({quoted(name)}, width: {side})" for name in pictures)
    source = [
        f'#set page(width: auto, height: auto, margin: {gap}, fill: rgb("#D9DDE2"))',
        f"#grid(columns: ({side},) * {min(3, len(pictures))}, gutter: {gap}, {shown})",
    ]
    return pictures_of({"main.typ": "\n".join(source).encode(), **pictures}, "png", 144)[0]


_SHEET_WIDTH, _SHEET_GAP = 260, 8
"""How wide a page stands on a contact sheet, and what is between two, in points."""
_SHEET_PPI = 60


class _Document:
    def __init__(self, sheets: Sheets) -> None:
        self.pages = sheets.pages
        self.theme = sheets.theme
        self.writer = FrameWriter(lambda drawing: sheets.charts[drawing].svg)
        self.begins = frozenset(self._beginnings())

    def files(self) -> Mapping[str, bytes]:
        """Return the markup ``main.typ``, and the pictures that it shows."""
        source = "\n".join([*self._head(), *(self._page(page) for page in self.pages.pages)])
        return {"main.typ": source.encode(), **self.writer.files}

    def _beginnings(self) -> Iterator[int]:
        """Yield the number of the first page of each section that names it."""
        naming = {page.number for page in self.pages.pages if any(map(_names_section, page.frames))}
        for section in self.pages.sections:
            yield from sorted(naming & set(section.slides))[:1]

    def _head(self) -> Iterator[str]:
        facts, page = self.pages.facts, self.theme.grid.page
        language, _, region = facts.lang.partition("-")
        author = facts.organisation or facts.author
        named = f"title: {quoted(facts.title)}, author: ({quoted(author) + ',' if author else ''})"
        keywords = "".join(f"{quoted(word)}, " for word in facts.keywords)
        yield f"#set document({named}, keywords: ({keywords}), date: auto)"
        yield f"#set page(width: {length(page.width)}, height: {length(page.height)}, margin: 0pt)"
        where = f", region: {quoted(region.lower())}" if len(region) == 2 else ""
        looks = 'font: "Arimo", hyphenate: false, ligatures: false, number-type: "lining", overhang: false'
        yield f"#set text(lang: {quoted(language)}{where}, {looks})"
        yield "#set par(leading: 0pt, spacing: 0pt, justify: false)"
        yield "#set block(spacing: 0pt)"
        yield "#show heading: it => block(width: 100%, above: 0pt, below: 0pt, it.body)"
        yield "#set underline(offset: 0.12em, stroke: 0.05em)"

    def _page(self, page: Page) -> str:
        layout = self.theme.layouts[page.layout]
        theme = self.theme.on(layout.background)
        frames = sorted(page.frames, key=lambda frame: not self._opens(frame, page))
        frames = [*self.pages.backdrops.get(page.layout, ()), *frames]
        parts = [made for frame in frames if (made := self._frame(frame, theme, page))]
        return self._sheet(rgb(theme.palette[layout.background]), together(parts), page)

    def _sheet(self, fill: str, content: str, page: Page) -> str:
        """Return a page of the document for one of the deck."""
        return f"#page(fill: {fill}, {content})"

    def _opens(self, frame: Frame, page: Page) -> bool:
        """Return whether a frame names the section that begins on a page: it is read before the page's title."""
        return _names_section(frame) and page.number in self.begins

    def _frame(self, frame: Frame, theme: Theme, page: Page) -> str:
        if isinstance(frame, TextFrame):
            return self._text(frame, theme, page)
        if isinstance(frame, ChartFrame):
            return self.writer.chart(frame)
        if isinstance(frame, ShapesFrame):
            return self.writer.shapes(frame, theme)
        if isinstance(frame, ImageFrame):
            return self.writer.image(frame)
        if isinstance(frame, TableFrame):
            return self.writer.table(frame, theme)
        assert isinstance(frame, NativeChartFrame)
        raise TypeError("a chart of PowerPoint's own has no picture")

    def _text(self, frame: TextFrame, theme: Theme, page: Page) -> str:
        opens = self._opens(frame, page)
        level = 0
        if opens:
            level = 1
        elif frame.slot.kind in _TITLES:
            level = 2 if page.number >= min(self.begins, default=page.number + 1) else 1
        border = f"1.5pt + {rgb(theme.palette[frame.outline])}" if frame.outline else ""
        made = placed(frame.rect, paragraphs(frame, theme, level), border=border)
        # The line at the foot is a sentence: it is left to be read, since of an artifact no reader would know.
        return artifact(made, "footer") if frame.slot.kind is SlotKind.NUMBER else made


class _Handout(_Document):
    """Each page over what is spoken, on a sheet of paper, or on more where that is long."""

    def _head(self) -> Iterator[str]:
        yield from super()._head()
        margins = "(x: 18mm, top: 16mm, bottom: 18mm)"
        number = f'pdf.artifact(kind: "footer", align(right, text({_SPOKEN}, context counter(page).display())))'
        yield f'#set page(paper: "a4", width: 210mm, height: 297mm, margin: {margins}, footer: {number})'

    def _sheet(self, fill: str, content: str, page: Page) -> str:
        whole = self.theme.grid.page
        size = f"width: {length(whole.width)}, height: {length(whole.height)}"
        slide = f"block({size}, fill: {fill}, stroke: 1pt + luma(190), {content})"
        share = f"100% * (174mm / {length(whole.width)})"
        notes = [f"v(8mm); {self._spoken(paragraph)}" for paragraph in page.notes]
        return f"#page({together([f'scale({share}, origin: top + left, reflow: true, {slide})', *notes])})"

    def _spoken(self, paragraph: Paragraph) -> str:
        runs = together(run(part, self.theme) for part in paragraph.runs)
        return f"par(leading: 5pt, text({_SPOKEN}, {runs}))"


_SPOKEN = 'size: 11pt, fill: black, top-edge: "cap-height", bottom-edge: "baseline"'


def _names_section(frame: Frame) -> bool:
    return isinstance(frame, TextFrame) and frame.slot.kind is SlotKind.SECTION
