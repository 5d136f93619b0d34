"""Texts that run from right to left."""

import unicodedata
from collections.abc import Iterator

from deckgen.checks._seen import seen, without_addresses
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic

_LEFTWARD = frozenset(("R", "AL"))
"""The bidirectional classes of what runs from right to left (Unicode Standard Annex 9, 3.2).

What embeds, overrides or isolates a direction is told when the file is read.
"""


class RightToLeft(Check):
    """A text in a script that runs from right to left.

    What it finds
        Arabic, Hebrew or another such letter in a text of a slide, or the invisible mark of that direction.
        Alternative text and notes may hold any.

    Why it matters
        deckgen sets lines from left to right: such words would stand in the wrong order, at the wrong side.

    Example:
        A title in Arabic.

    Instead
        Write the name in Latin or Cyrillic letters; an edition in that script is set by hand.

    """

    code = "T441"
    name = "right-to-left"

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield the first such letter of each text."""
        for text in seen(checked):
            drawn = text.text
            if drawn.isascii():
                continue
            place = next((at for at, one in enumerate(without_addresses(drawn)) if is_right_to_left(one)), None)
            if place is None:
                continue
            first = drawn[place]
            name = unicodedata.name(first, f"U+{ord(first):04X}").lower()
            message = f"text that runs from right to left is not set: {name}"
            hint = "write it in Latin or Cyrillic letters"
            if unicodedata.category(first) == "Cf":
                message, hint = (
                    f"an invisible sign marks text that runs from right to left: {name}",
                    "delete it, or type anew",
                )
            yield self.found(message, text.place(first, drawn[:place].count(first)), hint)


def is_right_to_left(character: str) -> bool:
    """Return whether a character belongs to a script that runs from right to left, or marks that direction."""
    return unicodedata.bidirectional(character) in _LEFTWARD
