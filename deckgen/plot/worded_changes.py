"""How far a change in words goes, as far as a bar can follow it.

A change is understood as a whole or not at all. What it may be, apart from capitals and spaces:

| written | the later figure, the earlier one being 1 |
| --- | --- |
| a word for doubled, tripled, quadrupled, halved | 2, 3, 4, ½ |
| ``×2.5``, ``2.5×``, also with the letter x; a phrase of ``times`` | 2.5 |
| ``+50%``; a phrase of ``increase`` | 1.5 |
| ``−30%``; a phrase of ``decrease`` | 0.7 |

The words and phrases are those of the deck's language, in ``deckgen/words``. One word of ``almost``, ``more-than``,
``about`` and the like may stand before or within: then it is open where the change ends.
"""

import re
from dataclasses import replace
from decimal import Decimal

from deckgen.model.wording import opened, signed, spaced
from deckgen.model.words import Words
from deckgen.values import frozen

MOST = 10
"""Above this, the bar of the earlier figure is too low to be seen beside that of the later."""
_OPEN = ("almost", "just-over", "more-than", "well-over", "at-least", "about")
_WORDS = {"doubled": Decimal(2), "tripled": Decimal(3), "quadrupled": Decimal(4), "halved": Decimal("0.5")}
# A comma before three digits may be one of thousands.
_NUMBER = re.compile(r"(?<![\d.,])(\d{1,4}(?:[.,]\d{1,2})?)(?![\d.,]*\d)\s*(%?)")
_FADE = Decimal("0.25"), Decimal("0.6")
"""How long a bar fades: as a share of its length, and of the change at most."""


@frozen(slots=True)
class Factor:
    """By what the earlier figure is multiplied; it may be a little ``less`` than that, or a little ``more``."""

    value: Decimal
    less: bool = False
    more: bool = False

    @property
    def fade(self) -> Decimal:
        """Over what length the end of the bar is open, the earlier figure being 1; 0 if its end is known."""
        if not (self.less or self.more):
            return Decimal(0)
        share, change = _FADE
        return min(share * self.value, change * abs(self.value - 1))

    @property
    def reach(self) -> Decimal:
        """How long the bar is with all that may be of it."""
        return self.value + (self.fade if self.more else 0)

    @property
    def faded(self) -> Decimal:
        """How much of its reach fades out."""
        return self.fade * (self.less + self.more)


def factor(text: str, words: Words) -> Factor | None:
    """Return how far the change ``text`` goes, or None where it is not understood."""
    plain = signed(text, words)
    exact = _exact(plain, words)
    if exact is not None:
        return _within(Factor(exact))
    for kind, rest in opened(plain, words, _OPEN):
        exact = _exact(rest, words)
        if exact is not None:
            return _within(_opened(Factor(exact), kind))
    return None


def examples(words: Words) -> str:
    """Return some of the changes that are understood, in the language of the deck."""
    first = {name: listed[0] for name, listed in words.lists.items() if listed}
    named = [first["doubled"], first["halved"], f"{first['almost']} {first['doubled']}"]
    return ", ".join([*named, first["increase"].format(n="50%"), "×2.5", "−30%"])


def _within(found: Factor) -> Factor | None:
    return found if 0 < found.value <= MOST else None


def _opened(exact: Factor, kind: str) -> Factor:
    """Return a factor with its open end: almost falls short of a change, be it a rise or a fall."""
    short = (kind == "almost") == (exact.value > 1)
    return replace(exact, less=kind == "about" or short, more=kind == "about" or not short)


def _exact(plain: str, words: Words) -> Decimal | None:
    """Return the factor of a change whose end is known."""
    for name, value in _WORDS.items():
        if plain in map(spaced, words.lists[name]):
            return value
    number = _NUMBER.search(plain)
    if number is None:
        return None
    space = " " if number[0][-1].isspace() else ""
    phrase, amount = plain.replace(number[0], "{n}" + space, 1), Decimal(number[1].replace(",", "."))

    def said(name: str, *signs: str) -> bool:
        return phrase in (*signs, *map(spaced, words.lists[name]))

    if not number[2]:
        return amount if said("times", "×{n}", "{n}×", "{n} ×") else None
    if said("increase", "+{n}", "+ {n}"):
        return 1 + amount / 100
    return 1 - amount / 100 if said("decrease", "-{n}", "- {n}") else None
