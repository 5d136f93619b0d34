"""Slides that have one title."""

from collections.abc import Iterator

from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity


class DuplicateTitle(Check):
    """Two slides with the same title.

    What it finds
        A title that an earlier slide has, letter for letter.

    Why it matters
        Titles are how a reader who cannot see the slides finds their way, and how anyone asks for “the slide on …”.

    Example:
        Two slides called “Legislation”.

    Instead
        Say on each slide what it finds.

    """

    code = "A501"
    name = "duplicate-title"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each slide whose title stands on an earlier one."""
        seen: dict[str, int] = {}
        for page, slide in zip(checked.pages.pages, checked.deck.slides, strict=True):
            first = seen.setdefault(page.title, page.number)
            if first != page.number:
                message = f"slides {first} and {page.number} have one title: “{page.title}”"
                hint = "say on each what it finds"
                yield self.found(message, slide.places.get("title", page.span), hint)
