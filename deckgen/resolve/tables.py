"""Tables as written to tables: references resolved, rows as long as the headings."""

import re
from collections.abc import Iterator
from itertools import pairwise

from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.tables import Cell, Table, TableRow
from deckgen.model.text import Paragraph, plain
from deckgen.resolve import inline
from deckgen.resolve.references import Reader
from deckgen.source.commas import beside, number_ends
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
    """Tell a row that has too many or too few cells, at each number whose comma made two cells of it."""
    message = f"this row has {len(row)} cell{'s' * (len(row) != 1)}, the table has {columns} columns"
    for cell, span in _parted(row, len(row) - columns):
        hint = f'put it in quotation marks: "{cell}"'
        reader.found.append(_uneven(f"a comma ends the cell within a number: {message}", span, hint))
        columns = 0
    if columns:
        more = 'a cell with a comma needs quotation marks: "1,200"'
        hint = more if len(row) > columns else "write – where there is no figure"
        reader.found.append(_uneven(message, row[0].span, hint))


def _uneven(message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic("R350", "uneven-row", Severity.ERROR, message, span, hint)


def _parted(row: tuple[Text, ...], excess: int) -> Iterator[tuple[str, Span]]:
    """Yield each cell that a comma in its number parts, and the place of that number.

    Nothing but the comma stands there. Where there are more such places than cells too many, none can be told apart.
    """
    pairs = [
        (one, other, number)
        for one, other in pairwise(row)
        if beside(one.span, other.span) and (number := number_ends(one.raw, one.span))
    ]
    for digits in (r"\d{3}(?!\d)", r"\d{1,3}(?!\d)"):
        found = [(one, other, number) for one, other, number in pairs if re.match(digits, other.raw)]
        if len(found) == excess:
            cells: list[tuple[str, Span]] = []
            for at, (one, other, number) in enumerate(found):
                goes_on = bool(at) and found[at - 1][1] is one
                text, start = cells.pop() if goes_on else (one.text, number)
                end = other.span.column + len(other.raw) - len(other.raw.lstrip("0123456789"))
                cells.append((f"{text},{other.text}", Span(start.path, start.line, start.column, start.line, end)))
            yield from cells
            return
