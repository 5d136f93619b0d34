"""Texts that were to be written later."""

import re
from collections.abc import Iterator
from functools import cache

from deckgen.checks._text import TextCheck
from deckgen.checks._written import spot, words_of
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Told
from deckgen.model.words import Words

MARKS = ("TODO", "TBC", "TBD", "TBA", "FIXME")
"""What authors write in the place of a text, in capitals like an abbreviation."""

_EVERYWHERE = (
    rf"(?<!\w)(?:{'|'.join(MARKS)}|TO DO)(?!\w)",
    r"(?<!\w)t\.b\.[cd]\.",
    r"(?<!\w)(?:[Tt]bc|[Tt]bd|[Tt]odo)(?=[\s:.)\]]*$)",
    r"(?<!\w)(?:XX+|xxx+|XX?(?= ?%)|xx(?= ?%| [^\W\d_])|NN+(?= ?%))(?!\w)",
    r"\?{3,}",
    r"(?<!\w)[Ll]orem ipsum",
    r"(?<!\w)_{3,}(?!\w)",
)


class UnfinishedText(TextCheck):
    """A word that stands for a text, or a figure, still to come.

    What it finds
        “TODO”, “TBC”, “XX%”, “???”, “lorem ipsum” or “[insert …]”, on a slide, in its notes or in alternative text.

    Why it matters
        It is shown to delegations as it stands.

    Example:
        XX% of States [insert figure]

    Instead
        Write what belongs there; or keep the slide back with hidden: true.

    """

    code = "E614"
    name = "unfinished-text"
    severity = Severity.WARNING

    def look(self, told: Told, words: Words) -> Iterator[Diagnostic]:
        """Yield each text that is still to come."""
        finds = _pattern(words.lists["still-to-come"])
        for match in finds.finditer(words_of(told)):
            if match[0] == "XXX" and re.match(r" [^\W\d_]", told.text[match.end() :]):
                continue
            message = f"“{match[0]}” stands for something that is still to come"
            hint = "write what belongs here; or keep the slide back with hidden: true"
            yield self.found(message, spot(told, match.start(), match.end()), hint)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds such signs, and words of a language that ask for something in brackets."""
    asked = "|".join(map(re.escape, words))
    return re.compile(rf"{'|'.join(_EVERYWHERE)}|[\[<(](?i:{asked})(?!\w)[^\])>\n]*[\])>](?!\()")
