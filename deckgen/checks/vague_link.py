"""Links whose words do not say where they lead."""

from collections.abc import Iterator

from deckgen.checks._links import bare, links
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity


class VagueLink(Check):
    """A link whose words are “here”, “click here”, “more” or the like.

    What it finds
        Words of a link that say nothing of what they lead to, on slides and in notes, which stand in the handout and in
        the HTML file.

    Why it matters
        Who cannot see the slide goes from link to link, and hears “here, here, more”; on paper it leads nowhere.

    Example:
        The report can be read [here](https://www.example.org/report)

    Instead
        Make the thing itself the link: “[the report](https://www.example.org/report)”.

    """

    code = "A510"
    name = "vague-link"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each link that does not say where it leads."""
        vague = checked.deck.facts.words.lists["link-words"]
        for link in links(checked, in_notes=True):
            if bare(link.words) in vague:
                message = f"the words of the link, “{link.words}”, do not say where it leads"
                yield self.found(message, link.span, "make the name of what it leads to the link")
