"""Text that does not fit its slot."""

from collections.abc import Iterator

from deckgen.checks.base import Check
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.typeset.frames import Page, Pages, TableFrame, TextFrame
from deckgen.units import in_points


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
        Shorten the text, or tell it on two slides.

    """

    code = "T401"
    name = "text-overflow"

    def find(self, pages: Pages) -> Iterator[Diagnostic]:
        """Yield each slot whose text does not fit."""
        frames = [(page, frame) for page in pages.pages for frame in page.frames]
        for page, frame in frames:
            if isinstance(frame, TextFrame) and frame.overflow:
                yield self._diagnostic(page, frame)
            elif isinstance(frame, TableFrame) and frame.overflow:
                yield self._of_table(page, frame)
        for backdrop in dict.fromkeys(frame for frames in pages.backdrops.values() for frame in frames):
            if isinstance(backdrop, TextFrame) and backdrop.overflow:
                yield self._diagnostic(pages.pages[0], backdrop)

    def _of_table(self, page: Page, table: TableFrame) -> Diagnostic:
        size = min(paragraph.size for row in table.rows for cell in row.cells for paragraph in cell.paragraphs)
        overflow, rows = table.overflow, len(table.rows) - 1
        count = f"{rows} row{'s' * (rows != 1)} and {len(table.columns)} columns"
        where, at = f"the {table.slot.name} of {page.name}, of {count},", f"at {size:g} pt"
        if overflow and overflow.lines:
            message = f"{where} is {in_points(overflow.height):.0f} points too tall {at}"
            hint = "shorten its longest texts, show the rows that carry the finding, or make two slides"
        else:
            message = f"{where} is {in_points(overflow.width) if overflow else 0:.0f} points too wide {at}"
            hint = "use shorter words, leave out a column, or make two slides"
        return Diagnostic(self.code, self.name, Severity.ERROR, message, table.span or page.span, hint)

    def _diagnostic(self, page: Page, frame: TextFrame) -> Diagnostic:
        overflow, smallest = frame.overflow, min(paragraph.size for paragraph in frame.paragraphs)
        where = f"the {frame.slot.name} of {page.name}"
        if overflow and overflow.lines:
            lines = "1 line" if overflow.lines == 1 else f"{overflow.lines} lines"
            message = f"{where} is {lines} ({in_points(overflow.height):.0f} points) too tall at {smallest:g} pt"
            hint = "shorten the text, or tell it on two slides"
        else:
            width = in_points(overflow.width) if overflow else 0
            message = f"{where} holds a word that is {width:.0f} points too wide at {smallest:g} pt"
            hint = "use a shorter word, or write it with a hyphen"
        return Diagnostic(self.code, self.name, Severity.ERROR, message, frame.span or page.span, hint)
