"""Slides without notes among slides that have some."""

from collections.abc import Iterator

from deckgen.checks._framing import frames_others
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity

_MANY = 5
"""From how many slides on a deck needs notes, whoever presents it."""
_PRESENTED = 3
"""The same of a deck that says on its cover who speaks, or when."""


class MissingNotes(Check):
    """A slide without notes in a deck where most slides have some, or a whole deck without any.

    What it finds
        A slide of content without notes, where more than half of them have some; and a deck of five such slides or
        more, none of which has any, of three where organisation:, author: or date: says that it is presented. The
        cover, the agenda, sections, sources, the closing slide and hidden slides need none.

    Why it matters
        Whoever stands in for the author has nothing to say there, and readers of the notes miss that slide.

    Example:
        One slide of ten without notes, added last.

    Instead
        Write under notes: what is said there.

    """

    code = "D702"
    name = "missing-notes"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each slide that lacks notes."""
        slides = zip(checked.deck.slides, checked.spec.slides, strict=True)
        # What a slide goes on on needs no notes of its own.
        told = [
            (slide, placed)
            for slide, placed in slides
            if not (_needs_none(slide.layout) or slide.hidden or (placed.share and placed.share.number > 1))
        ]
        lacking = [(slide, placed) for slide, placed in told if not placed.spec.notes]
        deck = checked.spec
        presented = deck.organisation or deck.author or deck.date
        if len(lacking) == len(told) >= (_PRESENTED if presented else _MANY):
            hint = "write under notes: of each slide what is said there"
            yield self.found("no slide of the deck has notes", deck.slides_key or told[0][0].span, hint)
        if 2 * len(lacking) >= len(told):
            return
        for slide, _ in lacking:
            message = f"slide {slide.number} has no notes; {len(told) - len(lacking)} others of {len(told)} have some"
            yield self.found(message, slide.span, "write under notes: what is said there")


def _needs_none(layout: str) -> bool:
    """Return whether slides of a layout say all by themselves; a statement is spoken of."""
    return frames_others(layout) and layout != "statement"
