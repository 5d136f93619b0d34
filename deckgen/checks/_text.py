"""A check that looks at one text at a time, once at each."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from deckgen.checks._sound import is_sound, note_sound
from deckgen.checks._written import Texts, spoken
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic
from deckgen.model.deck import Told
from deckgen.model.words import Words


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
            looked_at = (words.lang, told.key, told.text, told.plain if self.figures else "")
            if is_sound(self, *looked_at):
                continue
            found = tuple(self.look(told if self.figures else replace(told, shown=(), mentions=()), words))
            if not found:
                note_sound(self, *looked_at)
            yield from found
