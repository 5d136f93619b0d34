"""Texts of the template that were not replaced."""

from collections.abc import Iterator

from deckgen.checks._written import spoken, spot_of
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity

TEXTS = frozenset(
    (
        "Name of the organisation",
        "Office or person who speaks",
        "What you want to say; only you see it.",
    )
)
"""What the template asks for, rather than says."""


class TemplateText(Check):
    """A text that stands as deckgen new wrote it.

    What it finds
        A text such as “Office or person who speaks” or “Name of the organisation”, left from the first deck.

    Why it matters
        It stands on the cover, or in the footer of every slide.

    Example:
        organisation: Name of the organisation

    Instead
        Write your own, or delete the key.

    """

    code = "E615"
    name = "template-text"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each text that is the template’s."""
        for _, told in spoken(checked):
            for line in told.text.split("\n"):
                if line.strip() in TEXTS:
                    message = f"“{line.strip()}” is the text of the template"
                    yield self.found(message, spot_of(told, line.strip()), "write your own, or delete it")
