"""Titles in capital letters."""

import re
from collections.abc import Iterator

from deckgen.checks._titles import titles
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity

_WORD = re.compile(r"[^\W\d_]+")


class TitleInCapitals(Check):
    """A title that is written in capitals throughout.

    What it finds
        A title, that of the deck too, of several words without a small letter.

    Why it matters
        Capitals are read letter by letter, and by some screen readers said so; they hide which words are names.

    Example:
        MORE STATES TRAIN THEIR POLICE

    Instead
        Write it as a sentence: “More States train their police”.

    """

    code = "E612"
    name = "title-in-capitals"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each title in capitals."""
        of_deck = (told for told in checked.deck.told if told.key == "title")
        for told in (*of_deck, *(told for _, told in titles(checked))):
            words = _WORD.findall(told.plain)
            # One or two short words in capitals may be names: “OSCE”, “OSCE ODIHR”.
            long = sum(len(word) > 3 for word in words) > 2 or any(len(word) > 6 for word in words)
            if long and told.plain.upper() == told.plain:
                message = f"the title “{told.plain}” is written in capitals"
                yield self.found(message, told.span, "write it as a sentence, with capitals where words have them")
