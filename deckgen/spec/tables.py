"""How a table is written: the headings of its columns, and a list of cells for each row."""

from typing import Annotated

from pydantic import BeforeValidator, Field, PlainValidator

from deckgen.source.nodes import Scalar
from deckgen.spec.base import Flag, Spec, Text, mistake


def _cell(value: object) -> Text:
    """Return the text of a cell, which may be empty if that is said by quotation marks."""
    if isinstance(value, Scalar) and not value.text.strip():
        if not value.plain:
            return Text("", value.span)
        raise mistake("empty-text", "nothing is written here", 'write – where there is no figure, or "" for no text')
    return Text.of(value)


def _row(value: object) -> object:
    if not isinstance(value, list) or not value:
        hint = "write its cells in brackets, with commas between them: [Northland, 12, 18]"
        raise mistake("not-a-row", "a row is a list of cells", hint)
    return value


def _rows(value: object) -> object:
    if isinstance(value, list) and not value:
        raise mistake("not-a-row", "the table has no rows", "write a list of cells for each: - [Northland, 12, 18]")
    return value


def _columns(value: object) -> object:
    if not isinstance(value, list) or len(value) < 2:
        hint = "write their headings in brackets: [Country, 2021, 2024]"
        raise mistake("not-a-row", "a table has two columns or more", hint)
    return value


def _table(value: object) -> object:
    if isinstance(value, Scalar | list):
        hint = "write columns: [Country, 2021, 2024], and rows: with a list of cells for each"
        raise mistake("not-a-row", "a table has columns: and rows:", hint)
    return value


Cell = Annotated[Text, PlainValidator(_cell)]
Row = Annotated[tuple[Cell, ...], BeforeValidator(_row)]


class TableSpec(Spec):
    """A table: headings, and rows of as many cells."""

    columns: Annotated[tuple[Cell, ...], BeforeValidator(_columns)] = Field(
        description="the headings of the columns, two or more"
    )
    rows: Annotated[tuple[Row, ...], BeforeValidator(_rows)] = Field(
        description="the rows, each of as many cells as there are columns"
    )
    total: Flag = Field(False, description="true if the last row sums up the others: a rule sets it apart")
    note: Text | None = Field(None, description="a remark under the table, such as what a dash stands for")


WrittenTable = Annotated[TableSpec, BeforeValidator(_table)]
