"""Links whose words are an address."""

import re
from collections.abc import Iterator

from deckgen.checks._links import links
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity

_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)


class BareLink(Check):
    """A link whose words are its address.

    What it finds
        Words of a link that begin with https://, http:// or mailto:. Notes are not looked at.

    Why it matters
        An address is read out letter by letter, and says little to those who see it.

    Example:
        [https://www.example.org/2026/07/report-final.pdf](https://www.example.org/2026/07/report-final.pdf)

    Instead
        Make the name of what it leads to the link; an address that is to be typed is short: “www.example.org”.

    """

    code = "A511"
    name = "bare-link"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each link that shows its address."""
        for link in links(checked):
            if _ADDRESS.fullmatch(link.words):
                message = f"the words of the link are an address: “{link.words}”"
                yield self.found(message, link.span, "make the name of what it leads to the link")
