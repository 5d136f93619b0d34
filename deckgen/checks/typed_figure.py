"""A figure that is typed in a text where a reference could stand."""

from collections.abc import Iterator

from deckgen.checks._cells import cells
from deckgen.checks._typed import verdicts
from deckgen.checks._verdict import Finding
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity


class TypedFigure(Check):
    """A figure of an indicator that is typed in a text, not referred to.

    What it finds
        A number with its unit, or a count in a sentence about its indicator, that is what an indicator has now, or
        had; in a table, where the row is about it. With fewer than three digits it is told only where the sentence
        speaks of the indicator or the slide shows it, as in “…, but only 19 have tried it”.

    Why it matters
        When the figure changes, the text does not: then the slide contradicts itself.

    Example:
        Sham marriage now stands at 39%

    Instead
        Refer to the indicator: Sham marriage now stands at {sham-marriage.after}

    """

    code = "R361"
    name = "typed-figure"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each figure that is typed."""
        for one in (*verdicts(checked, Finding.TYPED), *cells(checked, Finding.TYPED)):
            named = " or ".join(f"{{{reference}}}" for reference in one.references)
            message = f"“{one.number}” is typed here; it is {named}"
            which = "the one that is meant" if len(one.references) > 1 else named
            yield self.found(message, one.span, f"write {which}, so that it changes with the figure")
