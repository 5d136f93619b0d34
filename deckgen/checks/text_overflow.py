"""Text that does not fit its slot."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from deckgen.checks._overflow import is_parted, remedy
from deckgen.checks._place import slide_of, told_as, word_in
from deckgen.checks._wordy import wordiest_cell, words_on
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Span
from deckgen.model.slots import SlotKind
from deckgen.model.text import plain
from deckgen.spec.base import Text
from deckgen.typeset.frames import (
    ChartFrame,
    Line,
    NativeChartFrame,
    Overflow,
    Page,
    SetParagraph,
    TableFrame,
    TextFrame,
)
from deckgen.units import in_points

_ON_MANY = {
    SlotKind.FOOTER: ("the footer of the slides", "shorten it, or write a shorter one under footer:"),
    SlotKind.SECTION: ("the section at the foot of its slides", "give the section a shorter name"),
}
"""How a text is spoken of that stands on many slides, written once, and what to do."""

_SHORTEN = {SlotKind.SOURCE: "give its sources shorter titles, under short: beside their title:"}


class TextOverflow(Check):
    """Text that is too tall or too wide for its slot in the smallest size of the theme.

    What it finds
        A slot whose text, and that of its siblings, has stepped down to the smallest size of its style
        and still has lines too many, or holds a word that is wider than the slot. It is told at the item, the cell or
        the word that no longer fits; where a table has too many rows, at its key.

    Why it matters
        Programs draw such text over its neighbours, or make it too small to read from the last row.

    Example:
        A title of forty words.

    Instead
        Shorten the text, or tell it on two slides; a list or a table goes on on a further slide by itself where the
        slide, or the deck, says ``overflow: continue``.

    """

    code = "T401"
    name = "text-overflow"

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each slot whose text does not fit."""
        pages = checked.pages
        told: set[tuple[SlotKind | None, Span]] = set()
        for page in pages.pages:
            for kind, found in self._of_page(checked, page):
                where = kind if kind in _ON_MANY else None, found.span
                if where not in told:
                    yield found
                told.add(where)
        for backdrop in dict.fromkeys(frame for frames in pages.backdrops.values() for frame in frames):
            if isinstance(backdrop, TextFrame) and backdrop.overflow:
                found = self._of_text(checked, pages.pages[0], backdrop, backdrop.overflow)
                message = found.message.replace(f"of {pages.pages[0].name}", "of the first and the last slide", 1)
                yield replace(found, message=message, hint="shorten organisation: or author:")

    def _of_page(self, checked: Checked, page: Page) -> Iterator[tuple[SlotKind, Diagnostic]]:
        """Yield what does not fit on a page, with the kind of its slot; not what only follows from something else."""
        crowded, before = _has_rows_too_many(page), False
        for frame in page.frames:
            if isinstance(frame, TableFrame) and frame.overflow:
                yield frame.slot.kind, self._of_table(checked, page, frame, frame.overflow)
            if not isinstance(frame, TextFrame) or not frame.overflow or (crowded and _is_of_rows(frame)):
                continue
            # What stands under a text that is too tall has no room at all, and need not be shorter.
            if not (before and frame.rect.height < frame.paragraphs[0].pitch):
                yield frame.slot.kind, self._of_text(checked, page, frame, frame.overflow)
            before = True

    def _of_table(self, checked: Checked, page: Page, table: TableFrame, overflow: Overflow) -> Diagnostic:
        texts = [paragraph for row in table.rows for cell in row.cells for paragraph in cell.paragraphs]
        size, rows = min(paragraph.size for paragraph in texts), len(table.rows) - 1
        count = f"{rows} row{'s' * (rows != 1)} and {len(table.columns)} columns"
        where, at = f"the {table.slot.name} of {page.name}, of {count},", f"at {size:g} pt"
        if overflow.lines:
            message = f"{where} is {in_points(overflow.height):.0f} points too tall {at}"
            hint = "shorten its longest texts, show the rows that carry the finding, or make two slides"
            hint = remedy(checked, page, table.name, hint)
            key = _key(checked, page, table) if rows > 1 and not _is_of_one_row(table, overflow) else None
            cell = wordiest_cell(checked, page) if key and words_on(page) > checked.theme.words else None
            if cell:
                return self.found(message, cell, hint)
            if key:
                return self.found(f"{message}: {_no_room(table, overflow)}", key, hint)
            told = told_as(checked, page, _longest(texts).source, table.span)
            return self.found(message, told.span if told else table.span or page.span, hint)
        message = f"{where} is {in_points(overflow.width):.0f} points too wide {at}"
        hint = "use shorter words, leave out a column, or make two slides"
        wrong, line = _widest(texts)
        told = told_as(checked, page, wrong.source, table.span)
        return self.found(message, word_in(told, _text(line)) if told else table.span or page.span, hint)

    def _of_text(self, checked: Checked, page: Page, frame: TextFrame, overflow: Overflow) -> Diagnostic:
        smallest = min(paragraph.size for paragraph in frame.paragraphs)
        where, shorten = _ON_MANY.get(frame.slot.kind, (f"the {frame.slot.name} of {page.name}", ""))
        if not overflow.lines:
            paragraph, line = _widest(frame.paragraphs)
            told = told_as(checked, page, paragraph.source, frame.span)
            word, width = _text(line), in_points(overflow.width)
            message = f"{where} holds a word that is {width:.0f} points too wide at {smallest:g} pt: “{_short(word)}”"
            span = word_in(told, word) if told else frame.span or page.span
            return self.found(message, span, "use a shorter word, or write it with a hyphen")
        lines = "1 line" if overflow.lines == 1 else f"{overflow.lines} lines"
        message = f"{where} is {lines} ({in_points(overflow.height):.0f} points) too tall at {smallest:g} pt"
        number, count = _beyond(frame, overflow)
        message += f": about {count:,} character{'s' * (count != 1)} too many" if count else ""
        told = _only_source(checked, page) if frame.slot.kind is SlotKind.SOURCE else None
        if frame.slot.kind not in (*_ON_MANY, SlotKind.SOURCE):
            wrong, *before = (paragraph.source for paragraph in frame.paragraphs[number::-1])
            told = told_as(checked, page, wrong, frame.span, before.count(wrong))
        hint = shorten or _SHORTEN.get(frame.slot.kind, "")
        hint = hint or remedy(checked, page, frame.name, "shorten the text, or tell it on two slides")
        return self.found(message, told.span if told else frame.span or page.span, hint)


def _only_source(checked: Checked, page: Page) -> Text | None:
    """Return the title of the one source that a slide names; of several, none alone is too long."""
    sources = slide_of(checked, page).sources
    written = next((of for name, of in checked.spec.sources.items() if [name] == [one.id for one in sources]), None)
    return (written.short or written.title) if written else None


def _has_rows_too_many(page: Page) -> bool:
    """Return whether a chart has more rows than room: then so have the texts beside it."""
    charts = (frame for frame in page.frames if isinstance(frame, ChartFrame | NativeChartFrame))
    return any(chart.overflow and not chart.drawing.crowding for chart in charts)


def _is_of_rows(frame: TextFrame) -> bool:
    return any(paragraph.exact for paragraph in frame.paragraphs)


def _beyond(frame: TextFrame, overflow: Overflow) -> tuple[int, int]:
    """Return the number of the first paragraph that does not fit, and how many characters stand in lines that do not.

    Of the texts of rows, it is the one of most lines, and the characters are not counted.
    """
    if _is_of_rows(frame):
        return frame.paragraphs.index(_longest(frame.paragraphs)), 0
    lines = [(number, line) for number, paragraph in enumerate(frame.paragraphs) for line in paragraph.lines]
    over = lines[-min(overflow.lines, len(lines)) :]
    return over[0][0], sum(len(_text(line)) for _, line in over)


def _is_of_one_row(table: TableFrame, overflow: Overflow) -> bool:
    """Return whether a table would have room if its tallest row were like the next: then one cell is too long."""
    next_, tallest = sorted(row.height for row in table.rows[1:])[-2:]
    return tallest - next_ >= overflow.height and tallest > 2 * next_


def _key(checked: Checked, page: Page, table: TableFrame) -> Span | None:
    """Return where the key of a table stands; None where it goes on, so that one row alone is too tall."""
    slide = slide_of(checked, page)
    key = getattr(slide.fills.get(table.name), "key", "")
    return None if is_parted(checked, page, table.name) else slide.keys.get(key)


def _no_room(table: TableFrame, overflow: Overflow) -> str:
    """Return from which row on a table has no room, by its number and what stands first in it."""
    bottoms = accumulate(row.height for row in table.rows)
    room = table.rect.height - overflow.height
    number = next((number for number, bottom in enumerate(bottoms) if bottom > room), len(table.rows) - 1)
    parts = [part for cell in table.rows[number].cells for part in cell.paragraphs if part.lines]
    said = plain(parts[0].source.runs) if parts else ""
    row = f"row {number}" if number else "its headings"
    return f"no room from {row}{f', “{_short(said)}”,' if said and number else ''} on"


def _longest(paragraphs: Sequence[SetParagraph]) -> SetParagraph:
    return max(paragraphs, key=lambda paragraph: (len(paragraph.lines), len(plain(paragraph.source.runs))))


def _widest(paragraphs: Sequence[SetParagraph]) -> tuple[SetParagraph, Line]:
    """Return the widest line, with its paragraph: where a word is too wide, it stands alone on it."""
    lines = [(paragraph, line) for paragraph in paragraphs for line in paragraph.lines]
    return max(lines, key=lambda one: one[1].width)


def _text(line: Line) -> str:
    return plain(line.runs)


def _short(word: str) -> str:
    return word if len(word) <= 40 else f"{word[:39]}…"
