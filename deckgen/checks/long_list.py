"""Lists that are too long to be listened to."""

from collections.abc import Iterator

from deckgen.checks._lists import lists
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity

MOST = 6
"""How many items a list may have."""


class LongList(Check):
    """A list of more than six items.

    What it finds
        Bullets or numbered items, of one level, that are more than six.

    Why it matters
        Nobody reads nine items while somebody speaks; and none of them is the finding.

    Example:
        Nine bullets under “What we recommend”.

    Instead
        Keep those that carry the finding, group them under fewer, or make two slides.

    """

    code = "E601"
    name = "long-list"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each list that is too long."""
        for of in lists(checked):
            if len(of.items) > MOST:
                message = f"the list on slide {of.slide.number} has {len(of.items)} items; a slide carries up to {MOST}"
                hint = "keep those that carry the finding, group them, or make two slides"
                yield self.found(message, of.span, hint)
