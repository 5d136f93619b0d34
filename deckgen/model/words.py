"""The words that deckgen adds to a deck, in the deck's language."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from deckgen.model.figures import Unit, UnitKind
from deckgen.values import frozen


def _digits(value: Decimal, unit: Unit) -> str:
    return f"{value}%" if unit.kind is UnitKind.PERCENT else str(value)


@frozen
class Words:
    """Phrases by name, with ``{places}`` to fill.

    A phrase that depends on a number holds a form for each plural category of CLDR, which ``plural``
    tells. ``lists`` holds the few entries that are lists of words. ``figure`` returns a figure that is computed
    where the chart is drawn, such as the rest of a whole, as the language writes it.
    """

    lang: str
    phrases: Mapping[str, str | Mapping[str, str]]
    lists: Mapping[str, tuple[str, ...]]
    plural: Callable[[Decimal], str]
    figure: Callable[[Decimal, Unit], str] = _digits

    def say(self, phrase: str, **parts: object) -> str:
        """Return ``phrase`` with its places filled."""
        text = self.phrases[phrase]
        return (text if isinstance(text, str) else text["other"]).format(**parts)

    def say_number(self, phrase: str, amount: Decimal, /, **parts: object) -> str:
        """Return the form of ``phrase`` for ``amount``, with its places filled."""
        forms = self.phrases[phrase]
        text = forms if isinstance(forms, str) else forms.get(self.plural(amount), forms["other"])
        return text.format(**parts)
