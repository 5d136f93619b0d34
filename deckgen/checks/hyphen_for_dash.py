"""Hyphens in the place of dashes."""

import re
from collections.abc import Iterator

from deckgen.checks._text import TextCheck
from deckgen.checks._written import Texts, shown, spot, words_of
from deckgen.checks.base import Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Told
from deckgen.model.words import Words

_BETWEEN = re.compile(r"(?<=[\w%)”»*][ \u00a0])-{1,2}(?=[ \u00a0][^\W\d_]|[ \u00a0]\*)")


class HyphenForDash(TextCheck):
    """A hyphen with a space on either side.

    What it finds
        A hyphen, or two, that stands between spaces as a dash does. Between figures it may be a minus.

    Why it matters
        A hyphen joins, a dash parts; on a slide the hyphen is too short to be seen as a pause.

    Example:
        Slow progress - with exceptions

    Instead
        Write a dash: “Slow progress – with exceptions”.

    """

    code = "E610"
    name = "hyphen-for-dash"
    severity = Severity.ADVICE

    def texts(self, checked: Checked) -> Texts:
        """Return the texts that are looked at: those on slides."""
        return shown(checked)

    def look(self, told: Told, words: Words) -> Iterator[Diagnostic]:
        """Yield each hyphen between spaces."""
        for match in _BETWEEN.finditer(words_of(told)):
            message = f"a hyphen stands here as a dash: “ {match[0]} ”"
            yield self.found(message, spot(told, match.start(), match.end()), "write a dash: –")
