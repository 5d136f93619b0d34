"""Which figures a clause names together, each by one word: “both at Alder and at Birch”, “in Alder and Birch”."""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import groupby, pairwise

from deckgen.checks._around import is_said
from deckgen.checks._directions import Direction
from deckgen.checks._naming import Sentence, one_word
from deckgen.checks._phrases import Phrases, Word, bare, plain_words, small_words, texts_of, words
from deckgen.checks._ranked import alike_in_whole
from deckgen.checks._speaking import Subjects
from deckgen.model.figures import Indicator, UnitKind
from deckgen.source.words import phrases
from deckgen.values import frozen

_SHORT = 3
"""Shorter words than that name nothing, and one of that length may: “men”, “gap”."""


@frozen
class Together:
    """A clause that may name some of the figures ``shown`` together, and the words of its slide's ``leads``."""

    clause: Sentence
    subjects: Subjects
    shown: tuple[str, ...]
    leads: tuple[str, ...]

    @property
    def without(self) -> Sentence:
        """The clause without the names, as long as it was."""
        start, last, text = self._words[self._begin].start, self._names[-1][1][-1], self.clause.text
        return Sentence(text[:start] + " " * (last.end - start) + text[last.end :], self.clause.start)

    @property
    def may_be(self) -> bool:
        """Whether names stand in one list: two at least, with “and” before the last."""
        if len(self.shown) < 2 or any(self.clause.references) or not any(map(self._says, ("and", "and-each"))):
            return False
        found = self._names
        return len(found) > 1 and len({name for name, _ in found}) == len(found) and self._is_list()

    def said_of(self, way: Direction) -> tuple[Indicator, ...]:
        """Return the indicators of each of which a way is said; none if it may be that of all together, or of others.

        In “fewer arrivals from Alder and Birch” these may be counted as one.
        """
        about = tuple(self.subjects.names.indicators[name] for name, _ in self._names)
        if self._strange(about, way) or not all(of.figures for of in about):
            return ()
        sums = [sum(of.figures[at].value for of in about) for at in (0, -1)]
        went = (sums[1] > sums[0]) - (sums[1] < sums[0])
        each = self._is_each() or (went != way.way and self._are_places())
        return about if each or (not way.begins and self._are_first() and self._overlap(about)) else ()

    @cached_property
    def _words(self) -> tuple[Word, ...]:
        return words(bare(self.clause.text))

    @cached_property
    def _names(self) -> tuple[tuple[str, tuple[Word, ...]], ...]:
        """The indicators shown of which a word is said that no other label has, and the words side by side."""
        owned = [(self._owner(word.text), word) for word in self._words]
        groups = [(name, tuple(word for _, word in group)) for name, group in groupby(owned, key=lambda one: one[0])]
        return tuple((name, group) for name, group in groups if name)

    def _owner(self, word: str) -> str:
        if len(word) < _SHORT or word in small_words(self.subjects.language):
            return ""
        names = self.subjects.names.indicators
        # Few words are those of a label that is shown, which is asked before all others.
        mine = [name for name, label in self._labels.items() if is_said(word, label)]
        if len(mine) != 1 or mine[0] in self.subjects.names.totals:
            return ""
        others = [of for name, of in names.items() if name not in self.shown]
        # A word that is bold in one label alone is that one's, though another has it too.
        if self.subjects.is_bold(word, names[mine[0]]):
            return "" if any(self.subjects.is_bold(word, of) for of in others) else mine[0]
        return "" if any(is_said(word, self._label(of)) for of in others) else mine[0]

    @cached_property
    def _labels(self) -> dict[str, frozenset[str]]:
        names = self.subjects.names.indicators
        return {name: self._label(names[name]) for name in self.shown if name in names}

    def _label(self, of: Indicator) -> frozenset[str]:
        return texts_of(of.name)

    @property
    def _begin(self) -> int:
        """The first of the words that lead to the names: “both at”."""
        at = self._words.index(self._names[0][1][0])
        while at > 0 and self._leads_to(self._words[at - 1].text) and not self._words[at].apart:
            at -= 1
        return at

    def _gaps(self) -> Iterator[Sequence[Word]]:
        for (_, one), (_, other) in pairwise(self._names):
            yield self._words[self._words.index(one[-1]) + 1 : self._words.index(other[0])]

    def _is_list(self) -> bool:
        gaps = list(self._gaps())
        joins = ["and", "and-each"] if self._says("each-of") else ["and"]
        joined = [max(self._list(name).end(gap, 0) for name in joins) for gap in gaps]
        behind = [gap[end:] for gap, end in zip(gaps, joined, strict=True)]
        firsts = [self._words[self._words.index(group[-1]) + 1 :][:1] for _, group in self._names[:-1]]
        commas = all(end or (first and first[0].apart) for end, first in zip(joined, firsts, strict=True))
        led = all(self._leads_to(word.text) for gap in behind for word in gap)
        # Homes “with both heating and water” are none of which either is said.
        return bool(joined[-1]) and commas and led and self._is_led() and not self._says("as-one")

    def _is_led(self) -> bool:
        """Return whether the names begin the clause, or “at” and the like stands before them, and no “who”."""
        first = self._words.index(self._names[0][1][0])
        lead = self._words[self._begin : first]
        at = self._begin == 0 or any(self._list("within").end((word,), 0) for word in lead)
        # The words that begin such a clause are also articles in German.
        who = self.subjects.language != "de" and any(
            self._list("narrowing").end(self._words, at) for at in range(first)
        )
        return at and not who

    def _is_each(self) -> bool:
        """Return whether each is meant for itself: “both”, “alike”, or “at” before each name."""
        at_each = all(any(self._list("within").end((word,), 0) for word in gap) for gap in self._gaps())
        return at_each or self._says("each-of")

    def _are_first(self) -> bool:
        """Return whether the names begin the clause: those “with” one and the other are not named each by itself."""
        lead = self._words[: self._words.index(self._names[0][1][0])]
        return self._begin == 0 and not any(self._list("within").end((word,), 0) for word in lead)

    def _are_places(self) -> bool:
        """Return whether all have a capital letter, which in German all nouns have."""
        text = bare(self.clause.text)
        capital = all(text[word.start].isupper() for _, group in self._names for word in group)
        return capital and self.subjects.language != "de"

    def _overlap(self, about: Sequence[Indicator]) -> bool:
        """Return whether figures are no parts of one whole: with others that are shown they come to more than it.

        Then they have no sum of which a way could be said.
        """
        names = self.subjects.names
        shown = [names.indicators[name] for name in self.shown if name not in names.totals]
        alike = [of for of in shown if all(of is one or alike_in_whole(of, one, self.subjects) for one in about)]
        latest = [of.latest for of in alike if of.latest]
        if not all(of in alike for of in about) or not latest:
            return False
        whole = about[0].of.value if about[0].of else 100 if latest[0].unit.kind is UnitKind.PERCENT else None
        return whole is not None and sum(figure.value for figure in latest) > whole

    def _says(self, name: str) -> bool:
        return any(self._list(name).end(self._words, at) for at in range(len(self._words)))

    def _leads_to(self, word: str) -> bool:
        """Return whether a word may stand before a name: “at”, “both”, or an article."""
        one = (Word(word, 0, 0, apart=False),)
        if self._list("within").end(one, 0) or self._list("each-of").end(one, 0):
            return True
        open_ = phrases(self.subjects.language)[1]["left-open"]
        return len(word) <= _SHORT and word in small_words(self.subjects.language) and word not in open_

    def _strange(self, about: Collection[Indicator], way: Direction) -> bool:
        """Return whether a clause has a word that neither a label nor the lead of its slide explains."""
        known = frozenset(word.text for text in self.leads for word in words(bare(text)))
        known |= frozenset().union(*(self.subjects.words_of(of) for of in about))
        small, end = small_words(self.subjects.language), way.start + len(way.said)
        text, at = self._words, 0
        while at < len(text):
            skipped = max(self._list(name).end(text, at) for name in ("each-of", "and", "and-each"))
            word = text[at]
            apart = word.end <= way.start or word.start >= end
            meant = len(word.text) >= _SHORT and word.text not in small and word.text not in way.ends
            if not skipped and apart and meant and not self._is_known(word.text, known):
                return True
            at = max(skipped, at + 1)
        return False

    def _is_known(self, word: str, known: frozenset[str]) -> bool:
        if is_said(word, known) or any(one_word(word, other) for other in known):
            return True
        return bool(self._list("within").end((Word(word, 0, 0, apart=False),), 0))

    def _list(self, name: str) -> Phrases:
        return plain_words(self.subjects.language)[name]
