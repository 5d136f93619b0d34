"""Columns of a table without a heading."""

from collections.abc import Iterator

from deckgen.checks._tables import tables
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity


class MissingHeading(Check):
    """A column of a table that has no heading.

    What it finds
        A heading without a letter or a figure, in any column but the first, whose cells name the rows.

    Why it matters
        Who listens to a table hears the heading before each cell; without one, a figure is only a number.

    Example:
        columns: [State, 2021, ""]

    Instead
        Say over each column what stands in it.

    """

    code = "A507"
    name = "missing-heading"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each heading that is left empty."""
        for table in tables(checked):
            for number, heading in enumerate(table.headings[1:], start=2):
                if not any(character.isalnum() for character in heading.plain):
                    message = f"column {number} of the table has no heading"
                    yield self.found(message, heading.span, "say over the column what stands in it")
