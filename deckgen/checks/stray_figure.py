"""A number on a slide that is none of the figures it shows."""

from collections.abc import Iterator

from deckgen.checks._telling import what
from deckgen.checks._typed import verdicts
from deckgen.checks._verdict import Finding
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity

_MOST = 5


class StrayFigure(Check):
    """A number in the headline of a slide, or over its figures, that is none of them.

    What it finds
        A number in the title, lead, kicker or callout of a slide that shows figures of the same unit, which is in no
        indicator of the deck and does not follow from one; in words, “Five of fourteen cables” over figures out of 14.

    Why it matters
        The room looks for it in the chart, and does not find it: often it
        was brought up to date there only.

    Example:
        The title says 41%; the chart shows 63%, 59% and 39%.

    Instead
        Refer to the indicator that is meant, or write the number under indicators.

    """

    code = "R363"
    name = "stray-figure"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each number that has no figure beside it."""
        words = checked.deck.facts.words
        for one in verdicts(checked, Finding.STRAY):
            shown = ", ".join(what(of, words) for of in one.about[:_MOST]) + " …" * (len(one.about) > _MOST)
            message = f"“{one.number}” is none of the figures that this slide shows: {shown}"
            yield self.found(message, one.span, "refer to the indicator that is meant, or write it under indicators:")
