"""Characters that nobody sees."""

import re
from collections.abc import Iterator
from dataclasses import replace

from deckgen.checks._text import TextCheck
from deckgen.checks._written import Texts, everywhere, spot
from deckgen.checks.base import Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Told
from deckgen.model.words import Words

_NAMES = {
    "\u200b": "a space without width", "\ufeff": "a mark of byte order", "\u180e": "a space without width",
    "\u00ad": "a soft hyphen",
}  # fmt: skip
_SOFT_HYPHEN = "\u00ad"
"""What an author may have meant; yet no line is broken there, and PowerPoint may show it as a hyphen."""

_UNSEEN = re.compile(f"\\S*[{''.join(_NAMES)}]\\S*")


class InvisibleCharacter(TextCheck):
    """A character without width in a text, as it comes along from Word or a web page.

    What it finds
        Spaces without width and marks of byte order; a soft hyphen, which an author may have meant, is advice. What
        keeps words together, such as a no-break space or a word joiner, is left alone.

    Why it matters
        Two words may stand as one, no search finds the text, and some programs show a hyphen or a box.

    Example:
        “shammarriage” with a space without width in it, copied from a web page that parts the two words so

    Instead
        Type the word anew.

    """

    code = "S145"
    name = "invisible-character"
    severity = Severity.WARNING

    def texts(self, checked: Checked) -> Texts:
        """Return the texts that are looked at: all of the deck."""
        return everywhere(checked)

    def look(self, told: Told, words: Words) -> Iterator[Diagnostic]:
        """Yield each word that holds one."""
        for match in _UNSEEN.finditer(told.text):
            signs = [character for character in match[0] if character in _NAMES]
            sign = next((sign for sign in signs if sign != _SOFT_HYPHEN), _SOFT_HYPHEN)
            seen = "".join(character for character in match[0] if character not in _NAMES)
            message = f"“{seen}” holds {_NAMES[sign]}, which nobody sees"
            where = spot(told, *match.span())
            if sign == _SOFT_HYPHEN:
                soft = self.found(message, where, "delete it: no line is broken there")
                yield replace(soft, severity=Severity.ADVICE)
            else:
                yield self.found(message, where, "delete it, or type a space in its place")
