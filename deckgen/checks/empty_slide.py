"""Slides that show a title and nothing else."""

from collections.abc import Iterator

from deckgen.checks._framing import frames_others
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity

_BESIDE = frozenset(
    ("id", "layout", "section", "kicker", "title", "lead", "source", "notes", "allow", "audience", "hidden")
)
"""What a slide may say and still show nothing under its title."""


class EmptySlide(Check):
    """A slide that shows its title and nothing else.

    What it finds
        A slide of content that shows nothing besides its title, kicker and lead.

    Why it matters
        It looks as if something were forgotten, and mostly something was.

    Example:
        A slide with a headline, its text still to come.

    Instead
        Write what belongs there, or take the slide out.

    """

    code = "T444"
    name = "empty-slide"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each slide without content."""
        for slide, placed in zip(checked.deck.slides, checked.spec.slides, strict=True):
            # A slide that its layout refuses shows nothing at all, and that is told.
            if frames_others(slide.layout) or slide.hidden or not slide.fills:
                continue
            held = placed.spec.model_fields_set - _BESIDE
            if not held:
                message = f"slide {slide.number} shows its title and nothing else"
                span = slide.places.get("title", slide.span)
                yield self.found(message, span, "write what belongs there, or take the slide out")
