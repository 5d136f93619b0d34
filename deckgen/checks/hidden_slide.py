"""Hidden slides, which go out with the deck."""

from collections.abc import Iterator

from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity


class HiddenSlide(Check):
    """A hidden slide, which whoever gets the file can read.

    What it finds
        A slide that says hidden: true.

    Why it matters
        It is not shown, but it is in the file: it is mailed with the deck, and found by whoever opens it.

    Example:
        A slide of open questions, hidden for the talk.

    Instead
        Delete it, or keep it for an audience of its own; allow it if all may read it.

    """

    code = "D703"
    name = "hidden-slide"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each hidden slide."""
        for slide in checked.deck.slides:
            if slide.hidden:
                message = f"slide {slide.number} is hidden, but goes out with the deck, and anyone can read it there"
                hint = "delete it, or keep it for an audience of its own, under audience:"
                yield self.found(message, slide.places.get("hidden", slide.span), hint)
