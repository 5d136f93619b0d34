"""Quotation marks and apostrophes of two kinds."""

import re
from collections.abc import Iterator

from deckgen.checks._written import in_order, shown, spot, words_of
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity

_WITHIN = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])|(?<=s)'(?=\s)")
_OPENED = re.compile(r"(?<!\w)'(?=\w)")


def _straight_apostrophe(text: str) -> re.Match[str] | None:
    """Return the first apostrophe in a word, or behind its s, as in “the States' answers”, where it closes nothing."""
    if "'" not in text:
        return None
    opened = _OPENED.search(text)
    found = (match for match in _WITHIN.finditer(text) if not text[match.end() :][:1].isspace() or not opened)
    return next(found, None)


_KINDS = (
    ("quotation marks", re.compile(r'(?<!\d)"').search, re.compile("[“”„«»]").search),
    ("apostrophes", _straight_apostrophe, re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])").search),
)


class MixedQuotationMarks(Check):
    """Straight and typographic quotation marks, or apostrophes, in one deck.

    What it finds
        Texts on slides of which some have " or ' and others “ ”, « », „ “ or ’. Notes are not looked at.

    Why it matters
        Each is right; both together show that a deck was pasted from two places.

    Example:
        The State's report, and the States’ answers

    Instead
        Write all of them in the typographic form, which is that of print.

    """

    code = "E608"
    name = "mixed-quotation-marks"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield the first straight sign of a deck that has typographic ones too."""
        texts = [(told, words_of(told)) for told in in_order(shown(checked))]
        for called, straight, typographic in _KINDS:
            one = next(((told, match) for told, text in texts if (match := straight(text))), None)
            other = one and next((match for _, text in texts if (match := typographic(text))), None)
            if one and other:
                told, match = one
                message = f"{called} are straight here, and typographic elsewhere: {match[0]} and {other[0]}"
                hint = "write all of them in one form, better the typographic one"
                yield self.found(message, spot(told, match.start(), match.end()), hint)
