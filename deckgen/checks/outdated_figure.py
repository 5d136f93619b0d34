"""A number that is said of an indicator, and is not its figure."""

from collections.abc import Iterator

from deckgen.checks._cells import cells
from deckgen.checks._telling import figure, said_of
from deckgen.checks._typed import verdicts
from deckgen.checks._verdict import Finding
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic


class OutdatedFigure(Check):
    """A number typed in a text about an indicator that has another figure.

    What it finds
        A number in the unit of an indicator, in a sentence or a table row that names it, which is neither a figure of
        that indicator nor follows from one; or its earlier figure, said of today. “Waited {wait.before} months, and
        waits 35 months today” need not name it.

    Why it matters
        The deck contradicts itself, and the room sees both numbers.

    Example:
        A title says 39% of sham marriage, whose figure has become 41% under indicators.

    Instead
        Refer to the indicator, or correct its figure.

    """

    code = "R362"
    name = "outdated-figure"

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each number that contradicts what it is said of."""
        words = checked.deck.facts.words
        for one in (*verdicts(checked, Finding.OUTDATED), *cells(checked, Finding.OUTDATED)):
            message = f"“{one.number}” is said of {said_of(one.about, words, one.points)}"
            reference = one.references[0] if one.references else figure(one.about[0], one.points)
            yield self.found(message, one.span, f"write {{{reference}}}, or correct the figure under indicators:")
