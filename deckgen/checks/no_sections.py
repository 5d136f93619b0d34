"""Long decks without sections."""

from collections.abc import Iterator

from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity

MOST = 8
"""How many slides need no sections."""


class NoSections(Check):
    """A deck of more than eight slides without a section.

    What it finds
        A deck that has nine slides or more, and on none of them section:.

    Why it matters
        Sections are how a reader of the file finds a part of it, and what the agenda, the foot of the slides and
        the line of progress are made of.

    Example:
        Twenty slides in one run.

    Instead
        Write section: on the slide that each part begins with.

    """

    code = "A514"
    name = "no-sections"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield that a deck is in no sections."""
        slides = checked.deck.slides
        if len(slides) > MOST and not checked.deck.sections:
            message = f"the deck has {len(slides)} slides and no sections"
            yield self.found(
                message, slides[0].span, "write section: and a name on the slide that each part begins with"
            )
