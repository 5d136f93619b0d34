"""Emphasis that begins with another number of stars than it ends with."""

import re
from collections.abc import Iterator

from deckgen.checks._written import spot
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity

_EMPHASIS = re.compile(r"(?<![*\\])(\*{1,2})(?![*\s])([^*\n]+?)(?<![\s\\])(\*{1,2})(?!\*)")


class UnevenEmphasis(Check):
    """Words between one star and two.

    What it finds
        Emphasis with one star on one side and two on the other, such as after a star was deleted.

    Why it matters
        The words are slanted instead of bold, and the star that is left stands on the slide.

    Example:
        label: "**Sham marriage*"

    Instead
        Two stars on both sides for bold, one on both for italic.

    """

    code = "S143"
    name = "uneven-emphasis"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each emphasis whose ends differ."""
        for _, told in checked.told:
            for match in _EMPHASIS.finditer(told.text):
                begun, words, ended = match.groups()
                if begun != ended:
                    message = f"“{match[0]}” has {_stars(begun)} before it and {_stars(ended)} behind it"
                    hint = f"write **{words}** for bold, *{words}* for italic"
                    yield self.found(message, spot(told, *match.span()), hint)


def _stars(signs: str) -> str:
    return "one star" if len(signs) == 1 else "two stars"
