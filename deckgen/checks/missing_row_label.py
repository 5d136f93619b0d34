"""Rows of a table without a name."""

from collections.abc import Iterator

from deckgen.checks._tables import tables
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity


class MissingRowLabel(Check):
    """A row of a table whose first cell is empty.

    What it finds
        A row that has nothing, or only signs, in its first cell.

    Why it matters
        The first cell is the name of its row: without it nobody can say, or hear, what its figures are of.

    Example:
        rows: [[Northland, 12], ["", 14]]

    Instead
        Write in the first cell what the row is about.

    """

    code = "A509"
    name = "missing-row-label"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each row that begins with nothing."""
        for table in tables(checked):
            for number, label in enumerate(table.labels, start=1):
                if not any(character.isalnum() for character in label.plain):
                    message = f"row {number} of the table does not say what it is about: its first cell is empty"
                    yield self.found(message, label.span, "write in the first cell what the row is about")
