"""A check that looks at one text at a time, once at each: of many decks, or one that is worked on, most are alike."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from deckgen.checks._written import MOST_TEXTS, Texts, spoken
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic
from deckgen.model.deck import Told
from deckgen.model.words import Words


class TextCheck(Check):
    """Looks for one kind of problem in each text by itself; at its figures only where it says so."""

    figures: ClassVar[bool] = False
    """Whether it looks at what the references of a text show, too."""
    _sound: ClassVar[dict[tuple[str, ...], None]]

    def __init_subclass__(cls, **options: Any) -> None:
        """Begin with no text that is known."""
        super().__init_subclass__(**options)
        cls._sound = {}

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
            known: tuple[str, ...] = (words.lang, told.key, told.text)
            if self.figures:
                known = (*known, told.plain)
            if known in self._sound:
                continue
            found = tuple(self.look(told if self.figures else replace(told, shown=(), mentions=()), words))
            if not found:
                if len(self._sound) >= MOST_TEXTS:
                    self._sound.clear()
                self._sound[known] = None
            yield from found
