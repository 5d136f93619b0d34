"""Tables: columns as wide as what stands in them, rows as tall as they need, in the largest size that fits."""

import math
from collections.abc import Sequence
from dataclasses import replace

from deckgen.diagnostics import Span
from deckgen.model.fills import TableFill
from deckgen.model.slots import Anchor, Slot
from deckgen.model.tables import Cell, Table
from deckgen.model.text import Paragraph
from deckgen.theme.theme import Theme
from deckgen.typeset.column_widths import Demand, widths
from deckgen.typeset.fit import Fitted, Job, fit
from deckgen.typeset.frames import Overflow, SetCell, SetRow, TableFrame
from deckgen.typeset.lines import SPARE
from deckgen.units import Emu, Insets, Rect, inches, points
from deckgen.values import frozen

GAP = inches(0.36)
"""The room between the texts of two columns."""
LEAST_PADDING, MOST_PADDING = points(4.5), points(16)
"""The room over and under the text of a row."""
NARROW = 2 / 3
"""The share of its slot that a table takes whose texts would stand lost in the whole of it."""
LARGER = (1.25, 1.125)
"""How many times its usual size a table is set in that would leave much of its slot empty."""
AIRY = points(10)
"""The room over and under its rows that such a table keeps."""
CRAMPED, MOST_LINES = inches(2), 3
"""In a column narrower than this, a text of more lines is set in a smaller size instead, if there is one."""
_VAST = inches(1000)


def table_frame(slot: Slot, rect: Rect, fill: TableFill, theme: Theme, span: Span) -> TableFrame:
    """Return the table that fills ``rect``, in the largest size of its styles at which it fits."""
    setter = _TableSetter(slot, rect, fill.table, theme)
    large = setter.enlarged(fill.alt_text, span)
    if large:
        return large
    steps = max(len(theme.styles[name].sizes) for name in slot.styles)
    for step in range(steps):
        columns = setter.columns(step)
        frame = setter.frame(step, columns, fill.alt_text, span)
        if frame.overflow is None and not _is_cramped(columns):
            break
    return frame


def _larger(theme: Theme, names: Sequence[str], factor: float) -> Theme:
    """Return ``theme`` with the usual sizes of some styles so many times as large."""
    made = {name: theme.styles[name] for name in names}
    larger = {name: replace(of, sizes=(round(2 * of.usual * factor) / 2,)) for name, of in made.items()}
    return replace(theme, styles={**theme.styles, **larger})


def _all_lines(table: "_Broken") -> int:
    """Return how many lines the texts of a table take."""
    return sum(_lines(cell) for row in table.texts for cell in row)


def _is_cramped(table: "_Broken") -> bool:
    """Return whether a text stands in so narrow a column that it takes line after line."""
    return any(
        width < CRAMPED and _lines(cell) > MOST_LINES
        for row in table.texts
        for width, cell in zip(table.columns, row, strict=True)
    )


@frozen
class _TableSetter:
    slot: Slot
    rect: Rect
    table: Table
    theme: Theme

    def enlarged(self, alt_text: str, span: Span) -> TableFrame | None:
        """Return the table in a size over its usual one, if its rows keep their lines and much room between them."""
        if self.table.beside:
            return None
        usual = self.columns(0)
        for factor in LARGER:
            setter = replace(self, theme=_larger(self.theme, self.slot.styles, factor))
            columns = setter.columns(0)
            if setter.padding(columns) >= AIRY and _all_lines(columns) == _all_lines(usual):
                frame = setter.frame(0, columns, alt_text, span)
                return None if frame.overflow else frame
        return None

    def padding(self, lowest: "_Broken") -> int:
        """Return how much is free over and under each row, were all of the slot filled."""
        heading, *heights = lowest.heights
        most = max(self.table.most, len(self.table.rows))
        free = self.rect.height - heading - sum(sorted(heights)[-most:])
        return free // (2 * (most + 1))

    def columns(self, step: int) -> "_Broken":
        """Return the whole table at one size of its styles, 0 the largest; its columns so that it is lowest."""
        made = [_Broken(columns, self._texts(columns, step)) for columns in self._columns(step)]
        return min(made, key=lambda broken: (broken.overflow, sum(broken.heights)))

    def frame(self, step: int, lowest: "_Broken", alt_text: str, span: Span) -> TableFrame:
        """Return what of the table stands here, in the columns of the whole."""
        columns, texts = lowest.columns, lowest.texts[: len(self.table.rows) + 1]
        padding = Emu(min(MOST_PADDING, max(LEAST_PADDING, self.padding(lowest))))
        rows = tuple(
            SetRow(
                Emu(max(text.height for text in row) + 2 * padding),
                tuple(self._cell(text, number, index == 0, padding) for number, text in enumerate(row)),
            )
            for index, row in enumerate(texts)
        )
        rect = replace(self.rect, width=Emu(sum(columns)), height=Emu(sum(row.height for row in rows)))
        line = texts[-1][0].paragraphs[0].pitch
        lack, wide = max(0, rect.height - self.rect.height), max(rect.width - self.rect.width, lowest.overflow)
        overflow = Overflow(math.ceil(lack / line), Emu(lack), Emu(max(0, wide))) if lack or wide > 0 else None
        return TableFrame(self.slot.name, self.slot, rect, columns, rows, alt_text, self.table.total, overflow, span)

    def _texts(self, columns: Sequence[Emu], step: int) -> "_Texts":
        """Return the text of each cell of each row, broken to its column."""
        inner = [Emu(width - sum(self._sides(number))) for number, width in enumerate(columns)]
        return tuple(
            tuple(self._set(cell, number, row == 0, step, inner[number]) for number, cell in enumerate(cells))
            for row, cells in enumerate(self._rows())
        )

    def _rows(self) -> list[tuple[Cell, ...]]:
        """Return the cells of each row, the headings first; those of the finding and of a total in their colours.

        Last are the rows that stand on other slides.
        """
        rows: list[tuple[Cell, ...]] = [tuple((Paragraph(column.heading),) for column in self.table.columns)]
        for row in (*self.table.rows, *self.table.beside):
            last = self.table.total and row is self.table.rows[-1]
            color = "accent-text" if row.highlighted else ""
            strong = row.highlighted or last
            rows.append(tuple(_strong(cell, color) for cell in row.cells) if strong else row.cells)
        return rows

    def _columns(self, step: int) -> list[tuple[Emu, ...]]:
        """Return the ways in which the columns can be as wide as they are, with their sides."""
        demands = [self._demand(number, step) for number in range(len(self.table.columns))]
        sides = [sum(self._sides(number)) for number in range(len(demands))]
        figures = [column.figures for column in self.table.columns]
        room = self.rect.width - sum(sides)
        narrow = round(self.rect.width * NARROW) - sum(sides)
        if sum(demand.whole for demand in demands) <= NARROW * narrow:
            room = narrow
        ways = [widths(demands, figures, Emu(room), evenness) for evenness in (0.5, 0, 1)]
        return [tuple(Emu(width + side) for width, side in zip(way, sides, strict=True)) for way in ways]

    def _demand(self, number: int, step: int) -> Demand:
        """Return how wide a column would be."""
        heading, *cells = (row[number] for row in self._rows())
        body = [self._set(cell, number, False, step, _VAST) for cell in cells]
        least = [self._set(cell, number, False, step, Emu(1)) for cell in cells]
        head = [self._set(heading, number, True, step, room) for room in (_VAST, Emu(1))]
        whole = _widest(body)
        return Demand(
            whole=_roomy(max(whole, _widest(head[:1]))),
            stacked=_roomy(max(whole, self._stacked(heading, number, step))),
            least=_roomy(max(_widest(least), _widest(head[1:]))),
        )

    def _stacked(self, heading: Cell, number: int, step: int) -> Emu:
        """Return the least width at which a heading takes no more than two lines."""
        width = _widest([self._set(heading, number, True, step, _VAST)])
        while True:
            narrower = self._set(heading, number, True, step, Emu(width - 1))
            if _lines(narrower) > 2 or _widest([narrower]) >= width:
                return width
            width = _widest([narrower])

    def _sides(self, number: int) -> tuple[Emu, Emu]:
        """Return what a column keeps free at its left and right: nothing at the edges of the table."""
        last = len(self.table.columns) - 1
        return Emu(GAP // 2 if number else 0), Emu(GAP // 2 if number < last else 0)

    def _set(self, cell: Cell, number: int, heading: bool, step: int, width: Emu) -> Fitted:
        """Return the text of a cell that has ``width`` for it."""
        styles = self.slot.styles[-1:] if heading else self.slot.styles[:-1]
        right = self.table.columns[number].figures
        slot = replace(self.slot, styles=styles, right=right, lines=2 if heading else 0)
        return fit(Job(slot, Rect(Emu(0), Emu(0), width, _VAST), cell), self.theme, step)

    def _cell(self, text: Fitted, number: int, heading: bool, padding: Emu) -> SetCell:
        left, right = self._sides(number)
        insets = Insets(Emu(left + text.insets.left), padding, Emu(right + text.insets.right), padding)
        anchor = Anchor.BOTTOM if heading else Anchor.TOP
        return SetCell(text.paragraphs, insets, self.table.columns[number].figures, anchor)


_Texts = tuple[tuple[Fitted, ...], ...]


@frozen
class _Broken:
    """The texts of a table broken to its columns."""

    columns: tuple[Emu, ...]
    texts: _Texts

    @property
    def heights(self) -> tuple[int, ...]:
        """How tall each row is, without what is kept free over and under it."""
        return tuple(max(text.height for text in row) for row in self.texts)

    @property
    def overflow(self) -> int:
        """By how much a word is wider than its column."""
        return max(text.overflow.width if text.overflow else 0 for row in self.texts for text in row)


def _strong(cell: Cell, color: str) -> Cell:
    return tuple(
        replace(paragraph, runs=tuple(replace(run, bold=True, color=color or run.color) for run in paragraph.runs))
        for paragraph in cell
    )


def _widest(texts: Sequence[Fitted]) -> Emu:
    lines = [line.width for text in texts for paragraph in text.paragraphs for line in paragraph.lines]
    return Emu(max(lines, default=0))


def _lines(text: Fitted) -> int:
    return sum(len(paragraph.lines) for paragraph in text.paragraphs)


def _roomy(width: int) -> Emu:
    """Return the width with what a program that measures otherwise needs, so that no line breaks."""
    return Emu(round(width * (1 + SPARE)) + points(1))
