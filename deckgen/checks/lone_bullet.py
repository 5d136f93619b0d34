"""Lists of one item."""

from collections.abc import Iterator

from deckgen.checks._lists import lists
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity


class LoneBullet(Check):
    """A list with a single bullet.

    What it finds
        A list of bullets that has one item and stands under no other.

    Why it matters
        A bullet says “one of several”; the reader looks for the others.

    Example:
        bullets: [Most States train their police]

    Instead
        Write it under text:, or add what belongs beside it.

    """

    code = "E603"
    name = "lone-bullet"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each bullet that stands alone."""
        shared = {
            slide.number for slide, placed in zip(checked.deck.slides, checked.spec.slides, strict=True) if placed.share
        }
        for of in lists(checked):
            # An item that fills a slide by itself has its others on the slides beside it.
            if len(of.items) == 1 and of.slide.number not in shared and of.outermost and of.key.endswith("bullets"):
                yield self.found("this bullet stands alone", of.items[0].span, "write it under text:, or add others")
