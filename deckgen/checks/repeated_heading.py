"""Columns of a table that are called the same."""

from collections.abc import Iterator

from deckgen.checks._tables import tables
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity


class RepeatedHeading(Check):
    """Two columns of a table that have one heading.

    What it finds
        A heading that an earlier column of the table has, but for its case and its spaces.

    Why it matters
        Who listens to the table, or speaks of it, cannot say which of the two columns is meant.

    Example:
        columns: [State, Cases, Cases]

    Instead
        Say what tells them apart: “Cases in 2021”, “Cases in 2024”.

    """

    code = "A508"
    name = "repeated-heading"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each heading that stands over an earlier column too."""
        for table in tables(checked):
            seen: dict[str, int] = {}
            for number, heading in enumerate(table.headings, start=1):
                said = " ".join(heading.plain.casefold().split())
                first = seen.setdefault(said, number) if said else number
                if first != number:
                    message = f"columns {first} and {number} of the table have one heading: “{heading.plain}”"
                    yield self.found(message, heading.span, "say what tells the two columns apart")
