"""Titles that end in a full stop where others do not."""

import re
from collections.abc import Iterator

from deckgen.checks._titles import titles
from deckgen.checks._written import spot
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity


class FullStopInTitle(Check):
    """A title with a full stop at its end, in a deck whose others have none.

    What it finds
        A title that ends in a full stop, where most titles of the deck do not.

    Why it matters
        Seen one after another, titles that end in two ways look unread.

    Example:
        “More States train their police.” among nine titles without a full stop

    Instead
        Delete the full stop.

    """

    code = "E613"
    name = "full-stop-in-title"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each such title, where fewer than half end so."""
        written = [told for _, told in titles(checked)]
        stopped = [told for told in written if re.search(r"[^\W\d_]{2,}\.$", told.plain.rstrip())]
        if 2 * len(stopped) < len(written):
            for told in stopped:
                at = told.text.rstrip().rfind(".")
                others = len(written) - len(stopped)
                message = f"the title ends in a full stop; the {others} others have none"
                yield self.found(message, spot(told, at, at + 1), "delete it")
