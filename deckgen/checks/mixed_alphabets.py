"""Words of Latin letters with a Cyrillic one among them, or the other way about."""

import re
from collections.abc import Iterator

from deckgen.checks._text import TextCheck
from deckgen.checks._written import Texts, everywhere, spot, words_of
from deckgen.checks.base import Checked
from deckgen.diagnostics import CYRILLIC_TWINS, Diagnostic, Severity
from deckgen.model.deck import Told
from deckgen.model.words import Words

_WORD = re.compile(r"[^\W\d_]+")
_LATIN, _CYRILLIC = re.compile("[A-Za-z\u00c0-\u024f]+"), re.compile("[\u0400-\u04ff]+")


class MixedAlphabets(TextCheck):
    """A word in which a letter is of another alphabet, and looks the same.

    What it finds
        A Cyrillic letter in a Latin word, such as the “а” of “mаrriage”, or a Latin one in a Cyrillic word.

    Why it matters
        No search finds the word, a screen reader spells it out, and a spelling check stumbles over it.

    Example:
        “Schoоls” with a Cyrillic “о”

    Instead
        Type the word anew.

    """

    code = "S144"
    name = "mixed-alphabets"
    severity = Severity.WARNING

    def texts(self, checked: Checked) -> Texts:
        """Return the texts that are looked at: all of the deck."""
        return everywhere(checked)

    def look(self, told: Told, words: Words) -> Iterator[Diagnostic]:
        """Yield each word that would be of one alphabet but for letters that look the same."""
        for match in _WORD.finditer(words_of(told)):
            stranger = stranger_in(match[0])
            if stranger:
                alphabet = "Cyrillic" if _CYRILLIC.fullmatch(stranger) else "Latin"
                message = f"in the word “{match[0]}”, the “{stranger}” is a {alphabet} letter"
                yield self.found(message, spot(told, *match.span()), "type the word anew")


def stranger_in(word: str) -> str:
    """Return the first letter of a word that only looks like one of the alphabet of all others; empty if none is."""
    latin, cyrillic = "".join(_LATIN.findall(word)), "".join(_CYRILLIC.findall(word))
    if not (latin and cyrillic):
        return ""
    # The letters of the alphabet that has fewer are strangers, if each of them has a twin in the other.
    few = sorted((cyrillic, latin), key=len)
    known = {cyrillic: {*CYRILLIC_TWINS.keys()}, latin: {*CYRILLIC_TWINS.values()}}
    return next((letters[:1] for letters in few if set(letters) <= known[letters]), "")
