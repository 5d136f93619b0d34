"""Titles that say nothing."""

from collections.abc import Iterator

from deckgen.checks._titles import titles
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity


class WordlessTitle(Check):
    """A title without a letter or a figure.

    What it finds
        A title that is made of signs alone, such as “…” or “***”.

    Why it matters
        A title is what the outline shows, and what a reader who cannot see the slide hears first.

    Example:
        A slide called “–”.

    Instead
        Say in one sentence what the slide finds.

    """

    code = "A502"
    name = "wordless-title"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each title that has no letter and no figure."""
        for slide, told in titles(checked):
            if told.plain.strip() and not any(character.isalnum() for character in told.plain):
                message = f"the title of slide {slide.number}, “{told.plain}”, has no words"
                yield self.found(message, told.span, "say in one sentence what the slide finds")
