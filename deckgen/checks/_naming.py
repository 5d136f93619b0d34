"""Which indicators a sentence speaks of: those it refers to, and those whose label it says in other order or form."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

from deckgen.checks._numbers import REFERENCE, masked
from deckgen.model.deck import Deck, Told
from deckgen.model.figures import Indicator
from deckgen.model.text import Runs, plain
from deckgen.values import frozen

_WORD = re.compile(r"[^\W\d_]{4,}")
_MONTHS = (
    "Jan(?:uar)?|Jänner|Feb(?:ruar)?|März|Apr(?:il)?|Mai|Juni|Juli|Aug(?:ust)?|Sept(?:ember)?|Okt(?:ober)?"
    "|Nov(?:ember)?|Dez(?:ember)?"
)
_END = re.compile(
    # The points of “vom 24. bis 31. Dezember” and of “31. 12. 2025” end nothing.
    rf"(?<=[.!?;…])(?!(?<=\d\.)\s+(?:[a-zà-ÿ]|(?:{_MONTHS})\b|(?:0?[1-9]|1[0-2])\.(?:\s|$)))"
    rf"(?!(?<=\.\s\d\.)\s+(?:19|20)\d\d\b)(?!(?<=\.\s\d\d\.)\s+(?:19|20)\d\d\b)\s+(?=[\"“„«*({{]?[^\W\d_]|\{{|\*|\d)|\n"
)
_ALIKE = 4
"""How many letters two forms of one word begin with alike, at least."""
_COMPOUNDING = ("de", "en")
"""The languages in which what is counted may end a longer word for it; elsewhere such words are called with two."""
_LONG = 5
"""Shorter words say little of what a sentence is about."""


@frozen(slots=True)
class Sentence:
    """A sentence of a text as it is written, and where in the text it begins."""

    text: str
    start: int

    @property
    def references(self) -> Iterator[tuple[str, str]]:
        """The indicators in braces, each with the field that is asked for."""
        for found in REFERENCE.finditer(self.text):
            name, _, field = found[0].strip("{} ").partition("|")[0].partition(".")
            yield name.strip(), field.strip()


def sentences(told: Told) -> Iterator[Sentence]:
    """Yield the sentences of a text; each line of notes is one at least."""
    text = told.text if told.key.startswith("notes") else told.text.replace("\n", " ")
    start = 0
    for end in _END.finditer(text):
        yield Sentence(text[start : end.start()], start)
        start = end.end()
    yield Sentence(text[start:], start)


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text that say what it is about."""
    found = _all_words(text)
    return frozenset(word for word in found if len(word) >= _LONG) or found


def _all_words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text.replace("’", " ").replace("'", " ")))


def one_word(one: str, other: str) -> bool:
    """Return whether two words are forms of one: alike but for an ending of up to three letters."""
    if one == other:
        return True
    longest = max(len(one), len(other))
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return same >= max(_ALIKE, longest - 3)


def counts_as(word: str, known: str, language: str) -> bool:
    """Return whether what is counted is called by a word: “Praxen” are also “Landpraxen”, “keepers” “beekeepers”."""
    if one_word(word, known):
        return True
    if language not in _COMPOUNDING or not _LONG <= len(word) <= len(known) - 3:
        return False
    # “Nonsmokers” are no smokers.
    if language != "de" and known.startswith("non"):
        return False
    # “Ein Dienst” is one of the “Pflegedienste”.
    return any(one_word(word, known[-len(word) - more :]) for more in range(3))


Index = Mapping[str, frozenset[str]]
"""Words by how they begin: forms of one word begin alike."""


def _index(words: Iterable[str]) -> Index:
    found: dict[str, set[str]] = {}
    for word in words:
        found.setdefault(word[:_ALIKE], set()).add(word)
    return {begin: frozenset(listed) for begin, listed in found.items()}


def _forms(word: str, text: Index) -> Iterator[str]:
    """Yield the forms of ``word`` that are in a text."""
    return (other for other in text.get(word[:_ALIKE], ()) if one_word(word, other))


def _said(words: Iterable[str], text: Index) -> int:
    """Return how many of ``words`` are in a text, in whatever form."""
    return sum(any(_forms(word, text)) for word in words)


@frozen
class Names:
    """What the indicators of a deck are called, and which of its words are those of one alone."""

    indicators: Mapping[str, Indicator]
    totals: frozenset[str]

    @classmethod
    def of(cls, deck: Deck, totals: Collection[str]) -> "Names":
        """Return the names in a deck; ``totals`` are the indicators that others are out of."""
        return cls(deck.indicators, frozenset(totals))

    @cached_property
    def _vocabulary(self) -> "_Vocabulary":
        labels = (
            (name, of.name, _bold(of.label), plain(of.short), _bold(of.short)) for name, of in self.indicators.items()
        )
        return _vocabulary(tuple(labels))

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {name: place for place, name in enumerate(self.indicators)}

    def named(self, sentence: Sentence, shown: Collection[str] = ()) -> tuple[str, ...]:
        """Return the indicators that a sentence names by their labels; one of one word only where it is ``shown``.

        A label that stands in it word for word names its indicator, however short its words are.
        """
        text = masked(sentence.text)
        words = words_of(text)
        said = _index(words)
        only = frozenset(shown) if len(shown) == 1 else frozenset()
        known = self._vocabulary.keys
        keys = {name: known[name] for name in self._touched(words) | self.totals | only if name in known}
        own = sorted((name for name in keys if name in self._places), key=self._places.__getitem__)
        return tuple(name for name in own if _names(keys[name], said, shown=name in shown) or self._stands(name, text))

    def _stands(self, name: str, text: str) -> bool:
        """Return whether the label of an indicator, of two words or more, stands in a text."""
        labels = (plain(label) for label in (self.indicators[name].label, self.indicators[name].short))
        flat = " ".join(text.replace("*", "").casefold().split())
        return any(" " in label and re.search(rf"(?<!\w){re.escape(label.casefold())}(?!\w)", flat) for label in labels)

    def touched_by(self, said: Iterable[str]) -> frozenset[str]:
        """Return the indicators that alone have one of the words ``said``."""
        return self._touched(frozenset(said))

    def own(self, name: str) -> frozenset[str]:
        """Return the words of the label of an indicator that no other label has."""
        return self._vocabulary.own[name]

    def touched(self, sentence: Sentence) -> frozenset[str]:
        """Return the indicators of which a sentence has a word that no other has."""
        return self._touched(words_of(masked(sentence.text)))

    def _touched(self, said: frozenset[str]) -> frozenset[str]:
        known = self._vocabulary
        return frozenset(known.owners[own] for word in said for own in _forms(word, known.owned))


@frozen
class _Vocabulary:
    """The words of the labels of a deck, whatever its figures are.

    ``keys`` are what may be said of each indicator to name it: its label, its short one, and what is bold in them;
    ``own`` the words of each label that no other label has, not even as a shorter form: “bills” and “bill”;
    ``owners`` the indicator that has a word alone, ``owned`` those words.
    """

    keys: Mapping[str, tuple[frozenset[str], ...]]
    own: Mapping[str, frozenset[str]]
    owners: Mapping[str, str]
    owned: Index


@lru_cache(8)
def _vocabulary(labels: tuple[tuple[str, str, str, str, str], ...]) -> _Vocabulary:
    """Return the words of labels: of each indicator its name, its label, what is bold in it, and its short one so.

    Decks that are made in a row often have the same.
    """
    keys = {
        name: tuple(words_of(part) for whole in (listed[:2], listed[2:]) if whole[0] for part in whole)
        for name, *listed in labels
    }
    texts = {name: f"{label} {short}" for name, label, _, short, _ in labels}
    words = {name: _all_words(text) for name, text in texts.items()}
    count = Counter(word for own in words.values() for word in own)
    every = _index(count)

    def alone(word: str, own: frozenset[str]) -> bool:
        return all(count[other] == (other in own) for other in _forms(word, every))

    own = {name: frozenset(word for word in words_of(texts[name]) if alone(word, words[name])) for name in words}
    owners = {word: name for name, listed in own.items() for word in listed}
    return _Vocabulary(keys, own, owners, _index(owners))


def _bold(label: Runs) -> str:
    return " ".join(run.text for run in label if run.bold)


def _names(keys: tuple[frozenset[str], ...], said: Index, *, shown: bool) -> bool:
    """Return whether most of the words of one of ``keys`` are said: two of two, two of three, three of four or five."""
    for key in keys:
        found = _said(key, said) if key else 0
        if found >= 2 and found * 5 >= len(key) * 3:
            return True
        if len(key) == 1 and found and shown:
            return True
    return False
