"""Links that cannot be told apart."""

from collections.abc import Iterator

from deckgen.checks._links import bare, links
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity


class LinksAlike(Check):
    """Two links with the same words that lead to different addresses.

    What it finds
        Words of a link that an earlier link of the deck has, and that lead elsewhere.

    Why it matters
        Who goes from link to link cannot tell them apart; and one of the two may be wrong.

    Example:
        “The report” leads to the survey of 2021 on one slide, and to that of 2024 on another.

    Instead
        Say what tells them apart: “the report of 2024”; or lead to one address.

    """

    code = "A512"
    name = "links-alike"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each link that leads elsewhere than an earlier one of the same words."""
        seen: dict[str, str] = {}
        for link in sorted(links(checked), key=lambda link: link.span):
            first = seen.setdefault(bare(link.words), _same(link.address))
            if first != _same(link.address):
                message = f"“{link.words}” leads to {link.address} here, and elsewhere to {first}"
                yield self.found(message, link.span, "say what tells the two apart, or lead to one address")


def _same(address: str) -> str:
    return address.rstrip("/")
