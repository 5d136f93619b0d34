"""A deck of figures that names no source at all."""

from collections.abc import Iterator

from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity


class NoSources(Check):
    """A deck that shows figures, and names no source.

    What it finds
        Slides with indicators, and nothing under sources.

    Why it matters
        Nobody in the room can tell where the figures are from, or how old they are.

    Example:
        A chart of five indicators in a deck without sources.

    Instead
        Write sources at the top of the deck: where there is one only, it is that of every indicator.

    """

    code = "R367"
    name = "no-sources"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield the first indicator that is shown, where there is no source for any."""
        shown = {name for slide in checked.deck.slides for name in slide.indicators}
        first = next((name for name in checked.spec.indicators if str(name) in shown), None)
        if first is not None and not checked.whole.sources:
            message = "this deck shows figures, and names no source for them"
            yield self.found(message, first.span, "write sources: at the top, with a name and a title")
