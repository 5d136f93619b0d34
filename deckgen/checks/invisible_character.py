"""Characters that nobody sees."""

import re
from collections.abc import Iterator

from deckgen.checks._written import spot
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity

_NAMES = {
    "\u00ad": "a soft hyphen", "\u200b": "a space without width", "\u2060": "a word joiner",
    "\ufeff": "a mark of byte order", "\u180e": "a space without width",
}  # fmt: skip
_UNSEEN = re.compile(f"\\S*(?P<sign>[{''.join(_NAMES)}])\\S*")


class InvisibleCharacter(Check):
    """A character without width in a text, as it comes along from Word or a web page.

    What it finds
        Soft hyphens, spaces without width, word joiners and marks of byte order.

    Why it matters
        Two words may stand as one, no search finds the text, and some programs show a hyphen or a box.

    Example:
        “investi­gation”, copied with the soft hyphen of a web page

    Instead
        Type the word anew.

    """

    code = "S145"
    name = "invisible-character"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each word that holds one."""
        for _, told in checked.told:
            for match in _UNSEEN.finditer(told.text):
                seen = "".join(character for character in match[0] if character not in _NAMES)
                message = f"“{seen}” holds {_NAMES[match['sign']]}, which nobody sees"
                yield self.found(message, spot(told, *match.span()), "delete it, or type a space in its place")
