"""Text that does not fit its slot."""

from collections.abc import Iterator
from dataclasses import replace

from deckgen.checks._overflow import remedy
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Span
from deckgen.model.slots import SlotKind
from deckgen.typeset.frames import Page, TableFrame, TextFrame
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
        and still has lines too many, or holds a word that is wider than the slot.

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
        seen: set[tuple[SlotKind, Span | None]] = set()
        frames = [(page, frame) for page in pages.pages for frame in page.frames]
        for page, frame in frames:
            if isinstance(frame, TableFrame) and frame.overflow:
                yield self._of_table(checked, page, frame)
            if not isinstance(frame, TextFrame) or not frame.overflow:
                continue
            on_many = frame.slot.kind, frame.span
            if frame.slot.kind not in _ON_MANY or on_many not in seen:
                yield self._diagnostic(checked, page, frame)
            seen.add(on_many)
        for backdrop in dict.fromkeys(frame for frames in pages.backdrops.values() for frame in frames):
            if isinstance(backdrop, TextFrame) and backdrop.overflow:
                found = self._diagnostic(checked, pages.pages[0], backdrop)
                message = found.message.replace(f"of {pages.pages[0].name}", "of the first and the last slide", 1)
                yield replace(found, message=message, hint="shorten organisation: or author:")

    def _of_table(self, checked: Checked, page: Page, table: TableFrame) -> Diagnostic:
        size = min(paragraph.size for row in table.rows for cell in row.cells for paragraph in cell.paragraphs)
        overflow, rows = table.overflow, len(table.rows) - 1
        count = f"{rows} row{'s' * (rows != 1)} and {len(table.columns)} columns"
        where, at = f"the {table.slot.name} of {page.name}, of {count},", f"at {size:g} pt"
        if overflow and overflow.lines:
            message = f"{where} is {in_points(overflow.height):.0f} points too tall {at}"
            hint = "shorten its longest texts, show the rows that carry the finding, or make two slides"
            hint = remedy(checked, page, table.name, hint)
        else:
            message = f"{where} is {in_points(overflow.width) if overflow else 0:.0f} points too wide {at}"
            hint = "use shorter words, leave out a column, or make two slides"
        return self.found(message, table.span or page.span, hint)

    def _diagnostic(self, checked: Checked, page: Page, frame: TextFrame) -> Diagnostic:
        overflow, smallest = frame.overflow, min(paragraph.size for paragraph in frame.paragraphs)
        where, shorten = _ON_MANY.get(frame.slot.kind, (f"the {frame.slot.name} of {page.name}", ""))
        if overflow and overflow.lines:
            lines = "1 line" if overflow.lines == 1 else f"{overflow.lines} lines"
            message = f"{where} is {lines} ({in_points(overflow.height):.0f} points) too tall at {smallest:g} pt"
            hint = shorten or _SHORTEN.get(frame.slot.kind, "")
            hint = hint or remedy(checked, page, frame.name, "shorten the text, or tell it on two slides")
        else:
            width = in_points(overflow.width) if overflow else 0
            message = f"{where} holds a word that is {width:.0f} points too wide at {smallest:g} pt"
            hint = "use a shorter word, or write it with a hyphen"
        return self.found(message, frame.span or page.span, hint)
