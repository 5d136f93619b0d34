"""Frames without text of their own, and tables, to elements."""

from base64 import b64encode
from collections.abc import Callable, Iterator

from deckgen.model.drawing import Drawing
from deckgen.source.images import image_type
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import ChartFrame, ImageFrame, SetCell, SetRow, ShapesFrame, TableFrame, start
from deckgen.units import Emu, Rect
from deckgen.units import points as emu_of
from deckgen.values import mutable
from deckgen.writers.drawn_svg import svg
from deckgen.writers.html.markup import Looks, drawn, el, length, placed, told
from deckgen.writers.html.svg import inline
from deckgen.writers.html.text import TextWriter, css

THIN, FIRM = 0.75, 1.5
"""The widths of the rules of a table in points: between rows, and under the headings or over a total."""


@mutable
class FrameWriter:
    """Writes the frames of all pages.

    ``charted`` returns the SVG of a chart; ``caption`` is what the table of its figures is called.
    """

    charted: Callable[[Drawing], bytes]
    looks: Looks
    caption: str
    charts: int = 0

    def chart(self, frame: ChartFrame) -> str:
        """Return a chart with its alternative text, and its figures as a table behind it."""
        self.charts += 1
        picture = inline(self.charted(frame.drawing), f"chart{self.charts}-", "picture", frame.alt_text)
        return el("figure", {"class": f"frame {self.looks.of(drawn(frame.rect))}"}, picture, self._figures(frame))

    def _figures(self, frame: ChartFrame) -> str:
        if not frame.figures:
            return ""
        headings, *rows = frame.figures
        head = el("thead", None, el("tr", None, *(el("th", {"scope": "col"}, told(text)) for text in headings)))
        body = (
            el("tr", None, el("th", {"scope": "row"}, told(name)), *(el("td", None, told(text)) for text in figures))
            for name, *figures in rows
        )
        table = el("table", None, el("caption", None, told(self.caption)), head, el("tbody", None, *body))
        return el("div", {"class": "figures wide", "role": "group", "aria-label": self.caption}, table)

    def shapes(self, frame: ShapesFrame, theme: Theme) -> str:
        """Return native shapes as one picture; without alternative text they are decoration."""
        if not frame.shapes:
            return ""
        look = f"frame {self.looks.of(drawn(frame.rect))}{'' if frame.alt_text else ' decoration'}"
        read = {"role": "img", "aria-label": frame.alt_text} if frame.alt_text else {"aria-hidden": "true"}
        shown = svg(frame, theme, ns=False).replace("<svg", '<svg class="picture" preserveAspectRatio="none"', 1)
        return el("div", {"class": look, **read}, shown)

    def image(self, frame: ImageFrame) -> str:
        """Return an image, what is cut off hidden."""
        left, top, _, _ = frame.crop
        size = frame.whole
        whole = Rect(Emu(-round(size.width * left)), Emu(-round(size.height * top)), size.width, size.height)
        kind = "svg+xml" if frame.is_svg else image_type(frame.image)
        source = f"data:image/{kind};base64,{b64encode(frame.image).decode()}"
        image = el("img", {"class": f"picture {self.looks.of(placed(whole))}", "alt": frame.alt_text, "src": source})
        return el("div", {"class": f"frame cut {self.looks.of(placed(frame.rect))}"}, image)

    def table(self, frame: TableFrame, theme: Theme, caption: str) -> str:
        """Return a table; the first of its rows and the first cell of each row are headings."""
        writer = TextWriter(theme, self.looks)
        head, *body = frame.rows
        made = el(
            "table",
            {"class": self.looks.of({"width": length(frame.rect.width)})},
            el("caption", {"class": "unseen"}, told(caption)),
            el("colgroup", None, *(self._column(width) for width in frame.columns)),
            el("thead", None, self._row(head, writer, "col")),
            el("tbody", None, *(self._row(row, writer, "row") for row in body)),
        )
        look = f"frame wide {self.looks.of(placed(frame.rect))}"
        return el("div", {"class": look, "role": "group", "aria-label": caption}, *self._rules(frame, theme), made)

    def _column(self, width: Emu) -> str:
        return el("col", {"class": self.looks.of({"width": length(width)})})

    def _row(self, row: SetRow, writer: TextWriter, scope: str) -> str:
        """Return a row whose first cell, or each of them, is the heading of what is in its ``scope``."""
        cells = []
        for number, cell in enumerate(row.cells):
            heading = bool(cell.paragraphs) and (scope == "col" or number == 0)
            attributes = {"class": self.looks.of(_padding(cell, row.height)), **({"scope": scope} if heading else {})}
            cells.append(el("th" if heading else "td", attributes, *map(writer.paragraph, cell.paragraphs)))
        return el("tr", {"class": self.looks.of({"height": length(row.height)})}, *cells)

    def _rules(self, frame: TableFrame, theme: Theme) -> Iterator[str]:
        """Yield the rules under the rows: firm under the headings, and around a total."""
        y, last = 0, len(frame.rows)
        for number, row in enumerate(frame.rows, start=1):
            y += row.height
            firm = number == 1 or (frame.total and number >= last - 1)
            width = emu_of(FIRM if firm else THIN)
            place = placed(Rect(Emu(0), Emu(y - width // 2), frame.rect.width, width))
            look = self.looks.of(place | {"background": css(theme.palette["ink" if firm else "rule"])})
            yield el("div", {"class": f"frame decoration {look}", "aria-hidden": "true"})


def _padding(cell: SetCell, height: Emu) -> dict[str, str]:
    """Return how a cell keeps its text where the page has it."""
    sides = {
        "padding-top": length(start(cell.paragraphs, cell.insets, height, cell.anchor)),
        "padding-left": length(cell.insets.left),
        "padding-right": length(cell.insets.right),
    }
    return sides | ({"text-align": "right"} if cell.right else {})
