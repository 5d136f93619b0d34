"""Which way a clause says in plain words that a figure went: it rose, it fell, it stayed."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise

from deckgen.checks._clauses import opening
from deckgen.checks._naming import Sentence, one_word
from deckgen.checks._numbers import either, masked
from deckgen.checks._phrases import bare, grammar, words
from deckgen.checks._sight import phrases, said
from deckgen.checks._written import MOST_TEXTS
from deckgen.source.words import claim_words
from deckgen.source.words import phrases as words_of
from deckgen.values import frozen

Lists = Mapping[str, tuple[str, ...]]
"""The lists of words of a language."""
_WAYS = {"rose": 1, "fell": -1, "is unchanged": 0}
_SAID = (("said-risen", "rose"), ("said-fallen", "fell"), ("said-unchanged", "is unchanged"))
_CLAIM = re.compile(r"\{[^{}|]*\|")
_COMMA = re.compile(r",\s+")
_NEXT = 40
"""In how many letters behind a word the next two are looked for."""
_BEGINS = (("begins-risen", "rose"), ("begins-fallen", "fell"))


@frozen
class Direction:
    """Which way a clause says that a figure went, in what words and where, and what in it leaves that open.

    ``ends`` is what of the words stands apart, at the end; ``begins`` tells whether they begin the clause, as “More” of
    something does, ``midst`` whether other words stand before that; ``rest`` is the clause without the words.
    """

    said: str
    start: int
    way: int
    open: frozenset[str]
    ends: str = ""
    begins: bool = False
    language: str = ""
    rest: str = ""
    midst: bool = False

    def leaves_open_as(self, name: str, label: frozenset[str]) -> bool:
        """Return whether the label ``name``, which leaves ``label`` open, leaves the same open.

        The “that” of a label need not be said. What begins with “More”, and has a “than” that is none of the
        label, compares two figures.
        """
        if self.begins:
            known = list(_behind_than(name, self.language))
            if not all(
                any(one_word(word, other) for other in known) for word in _behind_than(self.rest, self.language)
            ):
                return False
        return self.open <= label and label - self.open <= frozenset(claim_words(self.language)["plain"]["relative"])


def direction(clause: Sentence, lists: Lists, language: str) -> Direction | None:
    """Return which way a clause says that a figure went; None where it says both."""
    text = masked(clause.text)
    found = list(_found(text, lists, language))
    midst = not found
    found = found or list(_in_midst(text, lists, language))
    if not found or len({way for _, way, _ in found}) != 1:
        return None
    rest = text
    for phrase, _, _ in found:
        # What stands between two words that stand apart is read.
        if "ends" not in phrase.re.groupindex:
            rest = rest[: phrase.start()] + " " * len(phrase[0]) + rest[phrase.end() :]
    # “Rose until 2018” tells nothing of today; “rose up to {x}” does.
    rest = re.sub(rf"(?<!\w)(?i:{either(lists['until'])})\s+(?=_)", " ", rest)
    # What joins the clause to the one before it is no part of it.
    rest = rest[opening(rest, language) :]
    phrase, way, begins = found[0]
    ends = phrase["ends"] if "ends" in phrase.re.groupindex else ""
    whole = phrase["begins"] if ends else phrase[0]
    open_ = said(rest, lists["left-open"])
    if open_:
        # “Fell only a little” fell; “fell only in the north” leaves open what did elsewhere.
        open_ = said(_only_little(language).sub(" ", rest), lists["left-open"])
    return Direction(
        whole, phrase.start(), _WAYS[way], open_, f" … {ends}" if ends else "", begins, language, rest, midst
    )


@lru_cache(MOST_TEXTS)
def tells(text: str, language: str) -> bool:
    """Return whether a text says of something which way it went."""
    _, lists = words_of(language)
    plain = masked(text)
    return any(True for ways in (_found, _in_midst) for _ in ways(plain, lists, language))


def changes(text: str, language: str) -> bool:
    """Return whether a text says of something which way it went, or by how much, or claims in braces what it is."""
    return tells(text, language) or bool(_CLAIM.search(text) or grammar(language).phrases(bare(text)))


def _found(text: str, lists: Lists, language: str) -> Iterator[tuple[re.Match[str], str, bool]]:
    """Yield the words of each direction, which that is, and whether they begin the text."""
    for name, way in _SAID:
        for phrase in phrases(lists[name]).finditer(text):
            # What is almost unchanged has changed.
            if name != "said-unchanged" or not _nearly(language).search(text, 0, phrase.start()):
                yield phrase, way, False
        yield from ((phrase, way, False) for one in _apart(lists[name]) for phrase in one.finditer(text))
    # “Since the test was changed, more tractors overturn”
    places = (opening(text, language), *(comma.end() for comma in _COMMA.finditer(text)))
    for name, way in _BEGINS:
        for begin in places:
            begins = phrases(lists[name]).match(text, begin)
            if begins and not _of_quantity(text, begins, language):
                yield begins, way, True


def _in_midst(text: str, lists: Lists, language: str) -> Iterator[tuple[re.Match[str], str, bool]]:
    """Yield “more” or “fewer” of something in the midst of a clause: “in the south, traps catch more crayfish”."""
    for name, way in _BEGINS:
        for begins in phrases(tuple(word for word in lists[name] if " " not in word)).finditer(text):
            if not _of_quantity(text, begins, language):
                yield begins, way, True


def _of_quantity(text: str, begins: re.Match[str], language: str) -> bool:
    """Return whether “More” begins a quantity, such as “more than half” or “more than ten”, and tells no way."""
    said = grammar(language)
    behind = [word.text for word in words(text[begins.end() : begins.end() + _NEXT])][:2]
    # “Moins d’élèves” counts pupils, “moins de dix” and “moins d’un” do not.
    counted = behind[1:] if behind[:1] in (["de"], ["d'"]) else behind[:1]
    if any(word in said.numbers or not word.strip("_") or word[0].isdecimal() for word in counted):
        return True
    if behind and behind[0] in _than(language):
        return True
    return any(one.start <= begins.start() < one.end for one in said.phrases(bare(text)))


@cache
def _only_little(language: str) -> re.Pattern[str]:
    return phrases(tuple(claim_words(language)["plain"]["only-little"]))


@cache
def _than(language: str) -> frozenset[str]:
    return frozenset(word.replace("’", "'") for word in claim_words(language)["plain"]["than"])


def _behind_than(text: str, language: str) -> Iterator[str]:
    """Yield what stands behind each word for “than” that is not also one for “of”."""
    of = claim_words(language)["plain"]["of"]
    for word, behind in pairwise(words(text)):
        if word.text in _than(language) and word.text not in of:
            yield behind.text


@cache
def _nearly(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{either(claim_words(language)['plain']['nearly'])})\s+$")


@cache
def _apart(listed: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return patterns of the phrases ``listed`` whose end stands apart: “ging von 39 auf 31 zurück”."""
    pairs = [map(re.escape, phrase.split(" … ")) for phrase in listed if " … " in phrase]
    ends = r"(?=\W*$|[,.;:])"
    return tuple(re.compile(rf"(?<!\w)(?P<begins>(?i:{a}))\s[^.,;:]*?\s(?P<ends>{b}){ends}") for a, b in pairs)
