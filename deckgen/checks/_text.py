"""A check that looks at one text at a time, once at each: of many decks, or one that is worked on, most are alike.

That nothing is wrong with a text is kept between builds.
"""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from typing import ClassVar

from deckgen.checks._written import MOST_TEXTS, Texts, spoken
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic
from deckgen.model.deck import Told
from deckgen.model.words import Words
from deckgen.store import Answers

_LENGTH = 24
"""How many digits of a hash stand for a text."""


class TextCheck(Check):
    """Looks for one kind of problem in each text by itself; at its figures only where it says so."""

    figures: ClassVar[bool] = False
    """Whether it looks at what the references of a text show, too."""

    def texts(self, checked: Checked) -> Texts:
        """Return the texts that are looked at: all that are read or spoken."""
        return spoken(checked)

    @abstractmethod
    def look(self, told: Told, words: Words) -> Iterator[Diagnostic]:
        """Yield what is wrong with a text; that follows from the text, its key and the language alone.

        Without ``figures`` it is given nothing of what is shown, so that the same texts of another deck are known.
        """

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield what is wrong with each text that is not known to be sound."""
        words = checked.deck.facts.words
        for _, told in self.texts(checked):
            text = _digest(words.lang, told.key, told.text, told.plain if self.figures else "")
            sound = _SOUND.get(text) or ""
            if self.code in sound:
                continue
            found = tuple(self.look(told if self.figures else replace(told, shown=(), mentions=()), words))
            # What others add to deckgen may change without its being installed again.
            if not found and type(self).__module__.startswith("deckgen."):
                _SOUND.put(text, sound + self.code)
            yield from found


_SOUND = Answers("texts")
"""The codes of the checks that found nothing in a text."""


@lru_cache(MOST_TEXTS)
def _digest(*told: str) -> str:
    return sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
