"""Table frames to ``a:tbl`` (ECMA-376 part 1, 21.1.3), in the table style of the theme."""

from deckgen.theme.ooxml import Element, el
from deckgen.theme.table_style import style_id
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import SetCell, SetRow, TableFrame
from deckgen.writers.pptx.text import Linked, cell_paragraph

_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"


def table_graphic(frame: TableFrame, theme: Theme, lang: str, linked: Linked) -> Element:
    """Return the graphic of a table: its header row marked as such, its rules left to the style."""
    marks = {"firstRow": 1, **({"lastRow": 1} if frame.total else {})}
    style = el("a:tableStyleId", text=style_id(theme))
    grid = el("a:tblGrid", None, *(el("a:gridCol", {"w": width}) for width in frame.columns))
    rows = [_row(row, theme, lang, linked) for row in frame.rows]
    table = el("a:tbl", None, el("a:tblPr", marks, style), grid, *rows)
    return el("a:graphic", None, el("a:graphicData", {"uri": _URI}, table))


def _row(row: SetRow, theme: Theme, lang: str, linked: Linked) -> Element:
    cells = (_cell(cell, theme, lang, linked) for cell in row.cells)
    return el("a:tr", {"h": row.height}, *cells)


def _cell(cell: SetCell, theme: Theme, lang: str, linked: Linked) -> Element:
    paragraphs = (cell_paragraph(paragraph, cell.right, theme, lang, linked) for paragraph in cell.paragraphs)
    body = el("a:txBody", None, el("a:bodyPr"), el("a:lstStyle"), *paragraphs)
    insets = cell.insets
    sides: dict[str, str | int] = {
        "marL": insets.left,
        "marR": insets.right,
        "marT": insets.top,
        "marB": insets.bottom,
        "anchor": cell.anchor.value,
    }
    return el("a:tc", None, body, el("a:tcPr", sides))
