"""Alternative texts that go on for too long."""

from collections.abc import Iterator

from deckgen.checks._images import alt_texts
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity

MOST = 250
"""How many characters an alternative text may have."""


class LongAltText(Check):
    """An alternative text of more than 250 characters.

    What it finds
        An alternative text that is longer than 250 characters, its references resolved.

    Why it matters
        It is read out in one piece: nobody can stop, go back, or find a place in it.

    Example:
        A paragraph of five sentences under alt:.

    Instead
        Say in the alternative text what is to be seen, and the rest on the slide or in its notes.

    """

    code = "A504"
    name = "long-alt-text"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each alternative text that is too long."""
        for told in alt_texts(checked):
            if len(told.plain) > MOST:
                message = f"the alternative text has {len(told.plain)} characters; up to {MOST} can be listened to"
                yield self.found(message, told.span, "shorten it, and say the rest on the slide or in its notes")
