"""What a check is, and what it looks over."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import field
from typing import Any, ClassVar

from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.deck import Deck, Slide, Told
from deckgen.spec.deck import DeckSpec
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import Pages
from deckgen.values import frozen


@frozen
class Checked:
    """A deck as it is written, as it is meant, and as it is typeset in its theme.

    ``spec`` is the deck for one audience, ``whole`` what is written for all of them together.
    """

    spec: DeckSpec
    deck: Deck
    pages: Pages
    theme: Theme
    whole: DeckSpec
    known: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)
    """What one check worked out and others need as well, under the function that did."""

    @property
    def told(self) -> Iterator[tuple[Slide | None, Told]]:
        """Each text that is shown, with its slide; those of the deck itself and of its indicators first."""
        yield from ((None, told) for told in self.deck.told)
        yield from ((slide, told) for slide in self.deck.slides for told in slide.told)


class Check(ABC):
    """Looks over a deck for one kind of problem."""

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR

    @abstractmethod
    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield what is wrong with a deck."""

    def found(self, message: str, span: Span, hint: str) -> Diagnostic:
        """Return one thing found: what is wrong, where, and what to do."""
        return Diagnostic(self.code, self.name, self.severity, message, span, hint)
