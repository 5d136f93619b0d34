"""Tables: columns with their headings, rows of cells; made of texts, or of indicators and their figures."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from deckgen.model.charts import labelled
from deckgen.model.figures import Figure, Indicator
from deckgen.model.text import Paragraph, Run, Runs, plain
from deckgen.model.words import Words
from deckgen.values import frozen

Cell = tuple[Paragraph, ...]
"""What stands in a cell; a paragraph of level 1 is a remark in smaller type."""

LONGEST_ALT_TEXT = 249

NOTHING = "–"
"""What stands where there is no figure."""

_NEUTRAL = frozenset(("", "-", "–", "—", "…", "..", "n/a", "?"))
_FIGURE = (
    r"(?:[A-Z]{3}\s)?[^\w\s]{0,2}\s?\d[\d\s.,:/'’–-]*"  # EUR 3.2, +16, ≈ 1 200, 2019–2021
    r"(?:[%‰€$£₽]|[^\W\d_](?:[^\W\d_]|\.){0,9}(?:/[^\W\d_]{1,4})?)?(?:\s[€$£₽])?"  # its unit: %, km, mg/l, Mio.
    r"(?:\s[^\W\d_A-ZА-Я]{2,3}\s\d[\d\s.,]*)?"  # out of how many
)


def is_figure(text: str) -> bool:
    """Return whether a cell reads as a figure: a number with its sign and unit, or a count out of a total."""
    return bool(re.fullmatch(_FIGURE, text.strip()))


@frozen(slots=True)
class Column:
    """A column by its heading; one of ``figures`` is set to the right, so that digits stand under one another."""

    heading: Runs
    figures: bool = False


@frozen(slots=True)
class TableRow:
    """The cells of a row, one for each column; ``highlighted`` if it is the finding."""

    cells: tuple[Cell, ...]
    highlighted: bool = False


@frozen(slots=True)
class Table:
    """Rows under the headings of their columns; ``total`` if the last row sums up those above it.

    ``beside`` are the rows of the same table that stand on other slides, at ``most`` so many on each: columns and rows
    are as large on all of them.
    """

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    total: bool = False
    note: Runs = ()
    beside: tuple[TableRow, ...] = ()
    most: int = 0

    def part(self, begin: int, end: int, most: int) -> "Table":
        """Return the table with its rows from ``begin`` up to ``end`` alone, of which there are at ``most`` so many."""
        rows, others = self.rows[begin:end], (*self.rows[:begin], *self.rows[end:])
        return replace(self, rows=rows, total=self.total and end == len(self.rows), beside=others, most=most)

    @classmethod
    def of_texts(cls, headings: Sequence[Runs], rows: Sequence[TableRow], *, total: bool, note: Runs) -> "Table":
        """Return a table of texts; a column whose cells are mostly figures is one of figures, but not the first."""
        columns = []
        for number, heading in enumerate(headings):
            texts = [_said(row.cells[number]).strip() for row in rows]
            spoken = [text for text in texts if text not in _NEUTRAL]
            counted = sum(map(is_figure, spoken))
            columns.append(Column(heading, figures=number > 0 and counted > len(spoken) - counted))
        return cls(tuple(columns), tuple(rows), total, note)

    @classmethod
    def of_indicators(cls, indicators: Sequence[Indicator], highlight: str, words: Words) -> "Table":
        """Return the figures of indicators, by period, and their changes; a column that none has is left out."""
        headings = [words.say("indicator"), *(_begun(period) for period in _periods(indicators, words))]
        columns: list[list[Cell]] = [
            [labelled(of) for of in indicators],
            [_cell(_text(of.before)) for of in indicators],
            [_latest(of, words) for of in indicators],
            [_cell(_change(of, words)) for of in indicators],
        ]
        headings.append(words.say("change"))
        kept = [
            (Column((Run(heading),), figures=number > 0), cells)
            for number, (heading, cells) in enumerate(zip(headings, columns, strict=True))
            if any(_said(cell) != NOTHING for cell in cells)
        ]
        marked = [of.id == highlight for of in indicators]
        rows = zip(zip(*(cells for _, cells in kept), strict=True), marked, strict=True)
        return cls(tuple(column for column, _ in kept), tuple(TableRow(tuple(cells), mark) for cells, mark in rows))

    def alt_text(self, words: Words) -> str:
        """Return what the table shows in under 250 characters: its columns, and what its rows are about."""
        separator = words.say("separator")
        columns = separator.join(filter(None, (plain(column.heading) for column in self.columns)))
        labels = [plain(row.cells[0][0].runs) if row.cells[0] else "" for row in self.rows]
        for count in range(len(labels), 0, -1):
            left = ["…"] if count < len(labels) else []
            told = words.say("table", columns=columns, rows=separator.join((*labels[:count], *left)))
            if len(told) <= LONGEST_ALT_TEXT:
                return told
        return f"{told[: LONGEST_ALT_TEXT - 1]}…"


def one_period_each(indicators: Iterable[Indicator]) -> bool:
    """Return whether the earlier figures are of one period, and the later ones too, so that a column can name it."""
    earlier = {of.before.period for of in indicators if of.before}
    later = {of.latest.period for of in indicators if of.latest}
    return len(earlier) <= 1 and len(later) <= 1


def _periods(indicators: Sequence[Indicator], words: Words) -> tuple[str, str]:
    """Return how the earlier and the later figures are called."""
    earlier = next((of.before.period for of in indicators if of.before and of.before.period), "")
    later = next((of.latest.period for of in indicators if of.latest and of.latest.period), "")
    paired = any(of.before for of in indicators)
    return earlier or words.say("before"), later or words.say("after" if paired else "value")


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def _cell(text: str) -> Cell:
    return (Paragraph.plain(text or NOTHING),)


def _text(figure: Figure | None) -> str:
    return figure.text if figure else ""


def _latest(of: Indicator, words: Words) -> Cell:
    """Return the later figure, out of how many, and what is unconfirmed beyond it."""
    text = _text(of.latest)
    if of.latest and of.of and of.latest.unit == of.of.unit:
        text = words.say("of", value=text, total=of.of.text)
    if not of.unconfirmed:
        return _cell(text)
    return (*_cell(text), Paragraph.plain(f"+{of.unconfirmed.text} {words.say('unconfirmed')}", level=1))


def _change(of: Indicator, words: Words) -> str:
    return words.say("new") if of.new else of.change.text if of.change else ""


def _said(cell: Cell) -> str:
    return " ".join(plain(paragraph.runs) for paragraph in cell)
