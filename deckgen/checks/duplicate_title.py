"""Slides that have one title."""

from collections.abc import Iterator

from deckgen.checks.base import Check
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.typeset.frames import Pages


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

    def find(self, pages: Pages) -> Iterator[Diagnostic]:
        """Yield each slide whose title stands on an earlier one."""
        seen: dict[str, int] = {}
        for page in pages.pages:
            first = seen.setdefault(page.title, page.number)
            if first != page.number:
                message = f"slides {first} and {page.number} have one title: “{page.title}”"
                hint = "say on each what it finds"
                yield Diagnostic(self.code, self.name, Severity.WARNING, message, page.span, hint)
