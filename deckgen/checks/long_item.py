"""Items of lists that are paragraphs."""

from collections.abc import Iterator

from deckgen.checks._lists import lists
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity

MOST = 30
"""How many words an item may have."""


class LongItem(Check):
    """An item of a list with more than thirty words.

    What it finds
        A bullet or a numbered item that has more than thirty words.

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
        for of in lists(checked):
            for item in of.items:
                count = len(item.plain.split())
                if count > MOST:
                    message = f"this item has {count} words; up to {MOST} are read while somebody speaks"
                    yield self.found(message, item.span, "keep what carries it, and move the rest to the notes")
