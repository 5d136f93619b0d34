"""The workbook behind a chart of PowerPoint's own: one sheet, what “Edit Data” opens (ECMA-376 part 1, 18)."""

import re
from collections.abc import Iterator
from decimal import Decimal
from string import ascii_uppercase
from xml.sax.saxutils import escape, quoteattr

from deckgen.model.chart_data import Cells, ChartData
from deckgen.theme.archive import Member, archive
from deckgen.values import frozen

SHEET = "Sheet1"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TEXT = 49
"""The built-in number format of text (18.8.30): what is typed over a label stays a text, too."""
_FIRST_FORMAT = 164
"""Where the numbers of formats that are not built in begin."""


@frozen(slots=True)
class Column:
    """One column of the sheet, with its heading."""

    letter: str
    heading: str
    cells: Cells

    @property
    def head(self) -> str:
        """The reference to its heading."""
        return f"{SHEET}!${self.letter}$1"

    @property
    def body(self) -> str:
        """The reference to its cells."""
        return body(self.letter, len(self.cells))


def body(letter: str, count: int) -> str:
    """Return the reference to ``count`` cells of a column, below its heading."""
    return f"{SHEET}!${letter}$2:${letter}${count + 1}"


def columns(data: ChartData) -> tuple[Column, ...]:
    """Return the columns of figures: that of each series, what is unconfirmed of it beside it; names are in A."""
    made: list[Column] = []
    for series in data.series:
        made.append(Column(_letter(len(made) + 1), series.name, series.cells))
        if series.beyond:
            made.append(Column(_letter(len(made) + 1), series.beyond.name, series.beyond.cells))
    return tuple(made)


def _letter(index: int) -> str:
    """Return how a column is called; 0 is A."""
    before = index // 26
    return (_letter(before - 1) if before else "") + ascii_uppercase[index % 26]


def category_texts(data: ChartData) -> tuple[str, ...]:
    """Return how each category is called in the sheet, with what stands under its name."""
    notes = data.notes or ((),) * len(data.categories)
    return tuple("\n".join((name, *below)) for name, below in zip(data.categories, notes, strict=True))


def plain_number(value: Decimal) -> str:
    """Return a number as XML writes it."""
    return f"{value:f}"


def workbook(data: ChartData) -> bytes:
    """Return the workbook of ``data``; a text is never a formula, and the same table gives the same bytes."""
    sheet = columns(data)
    formats = list(dict.fromkeys(cell.number_format for column in sheet for cell in column.cells if cell))
    texts: list[str] = []
    rows = list(_rows(data, sheet, formats, texts))
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/_rels/workbook.xml.rels": _relations(
            [("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
        ),
        "xl/sharedStrings.xml": _shared(texts),
        "xl/styles.xml": _styles(formats),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}">'
        '<cols><col min="1" max="1" width="44" customWidth="1"/>'
        f'<col min="2" max="{len(sheet) + 1}" width="18" customWidth="1"/></cols>'
        f"<sheetData>{''.join(rows)}</sheetData></worksheet>",
    }
    return archive(Member.of(name, (_HEAD + part).encode()) for name, part in parts.items())


def _rows(data: ChartData, sheet: tuple[Column, ...], formats: list[str], texts: list[str]) -> Iterator[str]:
    """Yield the rows of the sheet; their texts go to ``texts``, and are named by where they stand there."""

    def text(reference: str, value: str) -> str:
        texts.append(value)
        return f'<c r="{reference}" s="1" t="s"><v>{len(texts) - 1}</v></c>'

    def number(column: Column, row: int) -> str:
        # An empty cell has the format of the others, for a figure that is added there.
        cell = column.cells[row - 2]
        usual = cell or next((other for other in column.cells if other), None)
        style = formats.index(usual.number_format) + 2 if usual else 0
        figure = f"<v>{plain_number(cell.value)}</v>" if cell else ""
        return f'<c r="{column.letter}{row}" s="{style}">{figure}</c>'

    headings = (text(f"{column.letter}1", column.heading) for column in sheet)
    yield f'<row r="1">{"".join(headings)}</row>'
    for index, name in enumerate(category_texts(data)):
        row = index + 2
        figures = (number(column, row) for column in sheet)
        yield f'<row r="{row}">{text(f"A{row}", name)}{"".join(figures)}</row>'


def _shared(texts: list[str]) -> str:
    # What looks like the escape of a character is a text here (ECMA-376 part 1, 22.4.2.4).
    kept = (re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text) for text in texts)
    items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in kept)
    return f'<sst xmlns="{_MAIN}" count="{len(texts)}" uniqueCount="{len(texts)}">{items}</sst>'


def _styles(formats: list[str]) -> str:
    """Return the styles: 0 the usual one, 1 that of texts, then one for each number format."""
    numbers = range(_FIRST_FORMAT, _FIRST_FORMAT + len(formats))
    listed = "".join(
        f'<numFmt numFmtId="{number}" formatCode={quoteattr(code)}/>'
        for number, code in zip(numbers, formats, strict=True)
    )
    cells = "".join(
        f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for number in (_TEXT, *numbers)
    )
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"'
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts count="{len(formats)}">{listed}</numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Arial"/><family val="2"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1">{plain}/></cellStyleXfs>'
        f'<cellXfs count="{len(formats) + 2}">{plain} xfId="0"/>{cells}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _types() -> str:
    parts = {"workbook": "sheet.main", "worksheets/sheet1": "worksheet", "styles": "styles"}
    parts["sharedStrings"] = "sharedStrings"
    listed = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in parts.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )
