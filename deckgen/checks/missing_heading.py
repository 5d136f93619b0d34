"""Columns of a table without a heading."""

from collections.abc import Iterator
from dataclasses import replace

from deckgen.checks._tables import tables
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity


class MissingHeading(Check):
    """A column of a table that has no heading.

    What it finds
        A heading without a letter or a figure. Over the first column, whose cells name the rows, it is advice.

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
            for number, heading in enumerate(table.headings, start=1):
                if not any(character.isalnum() for character in heading.plain):
                    message = f"column {number} of the table has no heading"
                    found = self.found(message, heading.span, "say over the column what stands in it")
                    yield found if number > 1 else replace(found, severity=Severity.ADVICE)
