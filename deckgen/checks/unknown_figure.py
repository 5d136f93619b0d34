"""A number with a unit that is in no indicator."""

from collections.abc import Iterator

from deckgen.checks._typed import verdicts
from deckgen.checks._verdict import Finding
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity


class UnknownFigure(Check):
    """A number with its unit, typed in a text, that is in no indicator.

    What it finds
        A share, a sum of money or another measured number that no indicator of the deck has. Also a count that is
        said to be out of a total which is referred to, “of {offices} offices, 30 are open”, where nothing out of it is
        so many, nor what is left, nor two of them together.

    Why it matters
        It has no source, and nothing keeps it in step with the rest.

    Example:
        Exports rose by €3.2 bn

    Instead
        Write it under indicators, with its source, and refer to it.

    """

    code = "R364"
    name = "unknown-figure"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each number that no indicator has."""
        for one in verdicts(checked, Finding.UNKNOWN):
            hint = "write it under indicators:, with its source, and refer to it by its name"
            yield self.found(f"“{one.number}” is in no indicator", one.span, hint)
