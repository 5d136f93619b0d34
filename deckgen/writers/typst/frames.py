"""Frames without text of their own, and tables, to markup."""

from collections.abc import Callable, Sequence
from dataclasses import field

from deckgen.model.drawing import Drawing
from deckgen.source.images import image_type
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import ChartFrame, ImageFrame, SetCell, ShapesFrame, TableFrame, start
from deckgen.units import Emu, Rect
from deckgen.values import mutable
from deckgen.writers.drawn_svg import svg, wrapped
from deckgen.writers.typst.markup import artifact, length, placed, quoted, rgb, together
from deckgen.writers.typst.text import lines

THIN, FIRM = 0.75, 1.5
"""The widths of the rules of a table in points: between rows, and under the headings or over a total."""


@mutable
class FrameWriter:
    """Writes the frames of all pages; what they show is kept among ``files``, each once.

    ``charted`` returns the SVG of a chart.
    """

    charted: Callable[[Drawing], bytes]
    files: dict[str, bytes] = field(default_factory=dict)

    def chart(self, frame: ChartFrame) -> str:
        """Return a chart with its alternative text."""
        return self._picture(self.charted(frame.drawing), frame.rect, frame.rect, frame.alt_text)

    def shapes(self, frame: ShapesFrame, theme: Theme) -> str:
        """Return native shapes as one picture."""
        if not frame.shapes:
            return ""
        return self._picture(svg(frame, theme).encode(), frame.rect, frame.rect, frame.alt_text)

    def image(self, frame: ImageFrame) -> str:
        """Return an image, what is cut off hidden."""
        left, top, _, _ = frame.crop
        whole = frame.whole
        x, y = Emu(-round(whole.width * left)), Emu(-round(whole.height * top))
        shown = frame.image if frame.is_svg else wrapped(frame.image, image_type(frame.image), whole)
        return self._picture(shown, frame.rect, Rect(x, y, whole.width, whole.height), frame.alt_text)

    def table(self, frame: TableFrame, theme: Theme) -> str:
        """Return a table, the first of its rows its heading."""
        sizes = f"columns: ({_listed(frame.columns)}), rows: ({_listed([row.height for row in frame.rows])})"
        rows = [[_cell(cell, row.height, theme) for cell in row.cells] for row in frame.rows]
        head, *body = rows
        thin, firm = (f"{width}pt + {rgb(theme.palette[color])}" for width, color in ((THIN, "rule"), (FIRM, "ink")))
        last = len(rows)
        rules = [f"table.hline(y: {number}, stroke: {thin})" for number in range(2, last + 1)]
        rules.append(f"table.hline(y: 1, stroke: {firm})")
        if frame.total:
            rules += [f"table.hline(y: {number}, stroke: {firm})" for number in (last - 1, last)]
        cells = [f"table.header({', '.join(head)})", *(cell for row in body for cell in row)]
        made = f"table({sizes}, inset: 0pt, stroke: none, {', '.join([*cells, *rules])})"
        return placed(frame.rect, made)

    def _picture(self, data: bytes, rect: Rect, whole: Rect, alt: str) -> str:
        """Return what shows ``data`` at ``rect``; without alternative text it is decoration."""
        name = next((name for name, known in self.files.items() if known == data), f"picture{len(self.files)}.svg")
        self.files[name] = data
        size = f'width: {length(whole.width)}, height: {length(whole.height)}, fit: "stretch"'
        described = f", alt: {quoted(alt)}" if alt else ""
        shown = f"image({quoted(name)}, {size}{described})"
        if whole is not rect:
            shown = f"place(dx: {length(whole.x)}, dy: {length(whole.y)}, {shown})"
        made = placed(rect, shown, clip=whole is not rect)
        return made if alt else artifact(made)


def _listed(sizes: Sequence[Emu]) -> str:
    return "".join(f"{length(size)}, " for size in sizes)


def _cell(cell: SetCell, height: Emu, theme: Theme) -> str:
    top = start(cell.paragraphs, cell.insets, height, cell.anchor)
    made = [f"v({length(top)})"]
    for paragraph in cell.paragraphs:
        made += [f"v({length(paragraph.before)})"] if paragraph.before else []
        made.append(f"par({lines(paragraph, theme)})")
    sides = f"left: {length(cell.insets.left)}, right: {length(cell.insets.right)}"
    body = f"pad({sides}, {together(made)})"
    return f"[#align({'right' if cell.right else 'left'}, {body})]"
