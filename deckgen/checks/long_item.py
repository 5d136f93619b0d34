"""Items of lists, and cells of tables, that are paragraphs."""

import re
from collections.abc import Iterator

from deckgen.checks._lists import lists
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity

_CELL = re.compile(r"(columns\.\d+\.)?table\.rows\.\d+\.\d+")
MOST = 30
"""How many words an item may have."""


class LongItem(Check):
    """An item of a list, or a cell of a table, with more than thirty words.

    What it finds
        A bullet, a numbered item or a cell that has more than thirty words.

    Why it matters
        An item is read at a glance, a paragraph is not; while it is read, nobody listens.

    Example:
        A bullet of two sentences with their subclauses.

    Instead
        Keep what carries the item, and say the rest, or write it in the notes.

    """

    code = "E602"
    name = "long-item"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each item that is too long."""
        items = ((item, "item") for of in lists(checked) for item in of.items)
        cells = ((told, "cell") for slide in checked.deck.slides for told in slide.told if _CELL.fullmatch(told.key))
        for text, what in (*items, *cells):
            count = len(text.plain.split())
            if count > MOST:
                message = f"this {what} has {count} words; up to {MOST} are read while somebody speaks"
                yield self.found(message, text.span, "keep what carries it, and move the rest to the notes")
