"""What stands around a phrase in a clause: its words but the phrase, and those that nothing explains."""

import re
from collections.abc import Collection
from functools import cache, cached_property

from deckgen.checks._naming import one_word
from deckgen.checks._phrases import Phrases, Word, either, words
from deckgen.source.words import claim_words
from deckgen.values import frozen

LONG = 4
"""Shorter words say little of what a clause is about."""
_SHORT = re.compile(r"([a-z]{2}([bdgmnprt]))(?:s|\2(?:ed|ing))")
"""A form of an English word of three letters, the last of which may be doubled."""


_PASSIVE = re.compile(
    r"(?<!\w)(?i:wird|werden)(?=\s)"
    r"(?=[^.;:!?]{0,120}\s(?:\w{0,16}ge[a-zäöüß]{2,20}(?:t|en)|(?:be|emp|ent|er|ver|zer)[a-zäöüß]{3,20}t)(?!\w))"
)
"""The German verb of what is to come where it is that of a passive: “werden abgeholt”, not “werden steigen”."""


def without_passive(text: str, language: str) -> str:
    """Return a text, as long as it was, without the verb of what is to come where it tells of what is done today."""
    return _PASSIVE.sub(lambda found: " " * len(found[0]), text) if language == "de" else text


@frozen
class Around:
    """What stands around a phrase in a clause: its words but the phrase, and those that nothing explains.

    ``known`` are the words of the indicator, ``small`` those that say nothing of what is spoken of.
    """

    text: str
    start: int
    end: int
    known: frozenset[str]
    small: frozenset[str]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words around the phrase."""
        return tuple(word for word in words(self.text) if word.end <= self.start or word.start >= self.end)

    @cached_property
    def behind(self) -> tuple[Word, ...]:
        """The long words behind the phrase."""
        return tuple(word for word in self.words if word.start >= self.end and self.is_long(word))

    @cached_property
    def strange(self) -> tuple[Word, ...]:
        """The long words that are none of the indicator, and mean something."""
        return tuple(word for word in self.words if self.is_long(word) and not self.knows(word))

    def knows(self, word: Word) -> bool:
        """Return whether a word is one of the indicator, in whatever form."""
        return is_said(word.text, self.known)

    def says(self, word: Word) -> bool:
        """Return whether a word is one of the long ones of the text, in whatever form."""
        return is_said(word.text, {other.text for other in self.words if self.is_long(other)})

    def has(self, listed: Phrases) -> bool:
        """Return whether one of the phrases ``listed`` stands around, but for those in the label."""
        at = 0
        while at < len(self.words):
            end = listed.end(self.words, at)
            if end and not all(word.text in self.known for word in self.words[at:end]):
                return True
            at = max(end, at + 1)
        return False

    def limits(self, within: Phrases) -> bool:
        """Return whether a strange word stands behind one of ``within``: half of the schools in the north."""
        places = {word.start: at for at, word in enumerate(self.words)}
        for word in self.strange:
            at = places[word.start]
            before = self.words[max(0, at - 2) : at]
            # In “the visit at home reaches …” the label says where: “visit at home”.
            if len(before) > 1 and all(word.text in self.known for word in before):
                continue
            if any(within.end(self.words, at - back) == at - back + 1 for back in range(1, len(before) + 1)):
                return True
        return False

    def names_others(self) -> bool:
        """Return whether a strange word within the clause is a name: it has a capital letter."""
        first = words(self.text)[:1]
        return any(self.text[word.start].isupper() for word in self.strange if word.start != first[0].start)

    def is_long(self, word: Word) -> bool:
        """Return whether a word may tell what is spoken of."""
        return len(word.text) >= LONG and word.text not in self.small and word.text.strip("_").isalpha()


def without_asides(text: str, language: str) -> str:
    """Return a text without what says nothing of what is spoken of, such as “for the first time”, as long as it was."""
    return _asides(language).sub(lambda found: " " * len(found[0]), text)


@cache
def _asides(language: str) -> re.Pattern[str]:
    """Return a pattern of such phrases, and of what ends a clause as part of its verb: “fand … statt”."""
    plain = claim_words(language)["plain"]
    parts = rf"|(?:{either(plain['detached'])})(?=\W*$|[,.;:])" if plain["detached"] else ""
    return re.compile(rf"(?<!\w)(?i:(?:{either(plain['asides'])})(?!\w){parts})")


def is_said(word: str, said: Collection[str]) -> bool:
    """Return whether a word is one of those ``said``, in whatever form."""
    if word in said or len(word) < LONG:
        return word in said
    # Forms of one word begin alike, which is asked of most words faster than the rest.
    begin = word[:LONG]
    if any(other.startswith(begin) and one_word(word, other) for other in said):
        return True
    # “Tags” and “tagged” begin alike with three letters only.
    short = _SHORT.fullmatch(word)
    return bool(short) and any(short and found[1] == short[1] for other in said if (found := _SHORT.fullmatch(other)))
