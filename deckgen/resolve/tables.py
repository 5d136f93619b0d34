"""Tables as written to tables: references resolved, rows as long as the headings."""

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.tables import Cell, Table, TableRow
from deckgen.model.text import Paragraph, plain
from deckgen.resolve import inline
from deckgen.resolve.references import Reader
from deckgen.spec.base import Text
from deckgen.spec.tables import TableSpec


def table(written: TableSpec | None, highlight: str, reader: Reader) -> Table | None:
    """Return the table that ``written`` describes, the row that begins with ``highlight`` marked.

    A row of another length is told to ``reader``.
    """
    if written is None:
        return None
    for row in written.rows:
        if len(row) != len(written.columns):
            _tell_uneven(row, len(written.columns), reader)
    headings = [reader.runs(cell) for cell in written.columns]
    lacking: tuple[Cell, ...] = ((Paragraph(()),),) * len(headings)
    read = (tuple((Paragraph(reader.runs(cell)),) for cell in row) for row in written.rows)
    cells = [(*row, *lacking)[: len(headings)] for row in read]
    marked = [bool(highlight) and label == highlight for label in row_labels(written)]
    rows = [TableRow(row, mark) for row, mark in zip(cells, marked, strict=True)]
    return Table.of_texts(headings, rows, total=written.total, note=reader.runs(written.note))


def row_labels(written: TableSpec) -> tuple[str, ...]:
    """Return what stands first in each row, without emphasis: by that a row is named."""
    return tuple(plain(inline.runs(row[0].text, row[0].span)[0]) for row in written.rows)


def _tell_uneven(row: tuple[Text, ...], columns: int, reader: Reader) -> None:
    """Tell a row that has too many or too few cells."""
    message = f"this row has {len(row)} cell{'s' * (len(row) != 1)}, the table has {columns} columns"
    more = 'a cell with a comma needs quotation marks: "1,200"'
    hint = more if len(row) > columns else "write – where there is no figure"
    reader.found.append(Diagnostic("R350", "uneven-row", Severity.ERROR, message, row[0].span, hint))
