"""The words of a text that claim something of a figure, where no braces hold them to it: “more than half”."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from enum import Enum
from functools import cache, lru_cache

from deckgen.checks._numbers import masked
from deckgen.checks._written import MOST_TEXTS
from deckgen.model.wording import DEGREES
from deckgen.source.words import claim_words, phrases
from deckgen.values import frozen

_KINDS = ("majority", "large-majority", "minority", "almost-all")
_CHANGES = ("doubled", "tripled", "quadrupled", "halved")
_WORD = re.compile(r"\w+(?:-\w+)*(?:['’](?=\w|$))?")
_DIGITS = {str(digit): digit for digit in range(1, 11)}
"""Of larger numbers in digits other checks tell."""


_LONG = 4
"""Shorter words are no part of a noun of two."""


class Claim(Enum):
    """What a phrase claims: a share in words, one of so many out of so many, or a change."""

    SHARE = "share"
    PART = "part"
    CHANGE = "change"


@frozen(slots=True)
class Phrase:
    """Words that claim something, and where they stand; ``part`` and ``whole`` are so many out of so many.

    ``noun`` is what of them says what these are: “two schools in three”.
    """

    claim: Claim
    text: str
    start: int
    end: int
    part: int = 0
    whole: int = 0
    noun: str = ""

    @property
    def claimed(self) -> str:
        """What is claimed, without the noun."""
        # No space stands before the noun of “un’udienza su cinque”.
        return re.sub(rf"\s?{re.escape(self.noun)}", "", self.text, count=1) if self.noun else self.text


@frozen(slots=True)
class Word:
    """A word of a text in small letters, and where it stands; ``apart`` if more than a space is before it."""

    text: str
    start: int
    end: int
    apart: bool


@lru_cache(MOST_TEXTS)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text; one that ends in an apostrophe stands by itself."""
    found, last = [], 0
    for match in _WORD.finditer(text):
        gap = text[last : match.start()]
        found.append(Word(match[0].lower().replace("’", "'"), *match.span(), bool(gap.strip())))
        last = match.end()
    return tuple(found)


@lru_cache(MOST_TEXTS)
def texts_of(text: str) -> frozenset[str]:
    """Return what the ``words`` of a text are, wherever they stand."""
    return frozenset(word.text for word in words(text))


@lru_cache(MOST_TEXTS)
def words_in(text: str) -> frozenset[str]:
    """Return the words of a text, in small letters."""
    return frozenset(_WORD.findall(text.lower()))


def longest_words(listed: Iterable[str]) -> frozenset[str]:
    """Return the longest word of each phrase: a text has none of the phrases if it has none of these ``words_in`` it.

    One that ends in an apostrophe, which is written in two ways, is taken only where there is no other.
    """
    found = (_WORD.findall(phrase.lower().replace("{n}", "")) for phrase in listed)
    return frozenset(max([word for word in words if word[-1] not in "'’"] or words, key=len) for words in found)


class Phrases:
    """Phrases by their words: the longest that stands at a place is found without trying them all."""

    def __init__(self, listed: Iterable[str]) -> None:
        """Take phrases as they are written."""
        self._known = frozenset(tuple(word.text for word in words(phrase)) for phrase in listed)
        self._first: dict[str, int] = {}
        for phrase in self._known:
            self._first[phrase[0]] = max(self._first.get(phrase[0], 0), len(phrase))

    def ends(self, text: Sequence[Word], at: int) -> Iterator[int]:
        """Yield behind which word the phrases end that begin at a word, the longest first."""
        most = self._first.get(text[at].text, 0) if at < len(text) else 0
        for count in range(min(most, len(text) - at), 0, -1):
            part = text[at : at + count]
            if tuple(word.text for word in part) in self._known and not any(word.apart for word in part[1:]):
                yield at + count

    def end(self, text: Sequence[Word], at: int) -> int:
        """Return where the longest phrase ends that begins at a word; 0 if none does."""
        return next(self.ends(text, at), 0)


@frozen
class Grammar:
    """How phrases that claim something are found in a language: a text without any of ``keys`` has none.

    ``frames`` are what stands before and behind a quantity by which something rises or falls, ``begins`` and ``closes``
    the same by themselves.
    """

    keys: frozenset[str]
    numbers: Mapping[str, int]
    degrees: Phrases
    shares: Phrases
    changes: Phrases
    parts: tuple[tuple[str, ...], ...]
    points: tuple[tuple[str, ...], ...]
    frames: frozenset[tuple[str, str]]
    begins: Phrases
    closes: Phrases
    degree_words: frozenset[str]
    superlatives: Phrases
    small: frozenset[str]
    of: frozenset[str]
    read: dict[str, tuple[Phrase, ...]] = field(default_factory=dict, compare=False, repr=False)

    def phrases(self, text: str) -> tuple[Phrase, ...]:
        """Return the phrases of a text, which is ``bare``; sentences are asked for theirs more than once."""
        found = self.read.get(text)
        if found is None:
            if len(self.read) >= MOST_TEXTS:
                self.read.clear()
            found = self.read[text] = tuple(self._phrases(text))
        return found

    def finds(self, text: str) -> bool:
        """Return whether a text may have such a phrase: this is asked of every text of a deck."""
        return not self.keys.isdisjoint(words_in(text))

    def _phrases(self, text: str) -> Iterator[Phrase]:
        found, at = words(text), 0
        while at < len(found):
            end, claim, numbers = self._at(found, at)
            # “Zwei Fünftel” is no fifth.
            counted = claim is Claim.SHARE and at > 0 and not found[at].apart and found[at - 1].text in self.numbers
            if end and at > 0 and not found[at].apart and self.superlatives.end(found, at - 1):
                # “The north has the most plots” says nothing of half of them.
                end = 0
            if end and not (counted and self.numbers[found[at - 1].text] > 1):
                start, stop = found[at].start, found[end - 1].end
                nouns = [word for word in found[at:end] if self._is_noun(claim, word)]
                noun = text[nouns[0].start : nouns[-1].end] if nouns else ""
                yield Phrase(claim, " ".join(text[start:stop].split()), start, stop, *numbers, noun)
            at = max(end, at + 1)

    def _at(self, text: Sequence[Word], at: int) -> tuple[int, Claim, tuple[int, int]]:
        """Return where a phrase ends that begins at a word, what it claims, and its two numbers."""
        for behind in self.begins.ends(text, at):
            end, claim, _ = self._quantity(text, behind)
            if end and claim is not Claim.CHANGE and not _apart(text, behind):
                closing = self._closing(text, at, behind, end)
                if closing:
                    return closing, Claim.CHANGE, (0, 0)
        end, claim, numbers = self._quantity(text, at)
        points = bool(end) and claim is Claim.PART and not numbers[1]
        closing = self._closing(text, at, at, end) if end and claim is not Claim.CHANGE else 0
        if closing:
            return closing, Claim.CHANGE, (0, 0)
        return (0, claim, (0, 0)) if points else (end, claim, numbers)

    def _closing(self, text: Sequence[Word], at: int, behind: int, end: int) -> int:
        """Return where the frame of a quantity ends; 0 if it stands in none."""
        before = " ".join(word.text for word in text[at:behind])
        for last in (*self.closes.ends(text, end), end):
            if not (last > end and _apart(text, end)) and (before, _said(text[end:last])) in self.frames:
                return last
        return 0

    def _quantity(self, text: Sequence[Word], at: int) -> tuple[int, Claim, tuple[int, int]]:
        """Return where a quantity ends that begins at a word, one of points as a part of no whole."""
        for begin in (*self.degrees.ends(text, at), at):
            if begin > at and _apart(text, begin):
                continue
            change, share = self.changes.end(text, begin), self.shares.end(text, begin)
            # No template begins with a word that is no number: most words end here.
            known = begin < len(text) and text[begin].text in self.numbers
            for template in (*self.parts, *self.points) if known else ():
                end, numbers = self._filled(template, text, begin)
                if end > max(change, share):
                    return end, Claim.PART, numbers
            if change or share:
                return max(change, share), Claim.CHANGE if change > share else Claim.SHARE, (0, 0)
        return 0, Claim.SHARE, (0, 0)

    def _is_noun(self, claim: Claim, word: Word) -> bool:
        known = word.text in self.numbers or any(word.text in template for template in self.parts)
        return claim is Claim.PART and not known and word.text not in self.degree_words

    def _filled(self, template: tuple[str, ...], text: Sequence[Word], at: int) -> tuple[int, tuple[int, int]]:
        """Return where a template ends that begins at a word, and the numbers in its places.

        A noun may stand behind the first number where another word does: “two schools in three”, or one of two words.
        """
        number = self.numbers.get(text[at].text, 0) if at < len(text) else 0
        if not number or template[0] != "n":
            return 0, (0, 0)
        for noun in self._nouns(text, at + 1) if len(template) > 2 else (0,):
            part = text[at + 1 + noun : at + noun + len(template)]
            if len(part) < len(template) - 1 or any(word.apart for word in text[at + 1 : at + noun + len(template)]):
                continue
            filled = zip(template[1:], part, strict=True)
            if all((word.text in self.numbers) if asked == "m" else asked == word.text for asked, word in filled):
                whole = self.numbers[part[-1].text] if template[-1] == "m" else 0
                return at + noun + len(template), (number, whole)
        return 0, (0, 0)

    def _nouns(self, text: Sequence[Word], at: int) -> Iterator[int]:
        """Yield how many words a noun may have: none, one, two as “polling stations”, three as “bureaux de vote”."""
        yield from (0, 1)
        long = [self._is_long(word) for word in text[at : at + 3]]
        if long[:2] == [True, True]:
            yield 2
        if len(long) == 3 and long[0] and long[2] and text[at + 1].text in self.of:
            yield 3

    def _is_long(self, word: Word) -> bool:
        known = word.text in self.small or word.text in self.numbers or word.text in self.degree_words
        return len(word.text) >= _LONG and word.text.isalpha() and not known


def _apart(text: Sequence[Word], at: int) -> bool:
    return at < len(text) and text[at].apart


def _said(text: Sequence[Word]) -> str:
    return " ".join(word.text for word in text)


def either(listed: Iterable[str]) -> str:
    """Return a pattern of one of the phrases ``listed``, the longest first, with any spaces and either apostrophe."""
    longest = sorted(set(listed), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in one.split()) for one in longest)


def bare(text: str) -> str:
    """Return a text without references, addresses and signs of emphasis, as long as it was."""
    return masked(text).replace("*", " ")


class PlainWords:
    """What is told of plain words in a language: what leaves a claim open, of whom it is, and the like."""

    def __init__(self, language: str) -> None:
        """Take the lists of a language; a deck needs few of them."""
        self._listed = claim_words(language)["plain"]
        self._made: dict[str, Phrases] = {}

    def __getitem__(self, name: str) -> Phrases:
        """Return the phrases of a list."""
        if name not in self._made:
            self._made[name] = Phrases(self._listed[name])
        return self._made[name]


@cache
def plain_words(language: str) -> PlainWords:
    """Return what is told of plain words in a language."""
    return PlainWords(language)


@cache
def small_words(language: str) -> frozenset[str]:
    """Return the words of a language that say nothing of what a clause is about."""
    plain = claim_words(language)["plain"]
    return frozenset((*phrases(language)[1]["small-words"], *plain["generic"], *plain["joins"], *plain["only"]))


@cache
def grammar(language: str) -> Grammar:
    """Return how phrases are found in a language."""
    lists, said = phrases(language)[1], claim_words(language)
    never = frozenset(said["plain"]["never"])

    def kept(*listed: Iterable[str]) -> list[str]:
        return [phrase for some in listed for phrase in some if phrase not in never]

    numbers = {
        word.lower().replace("’", "'"): int(number) for number, listed in said["numbers"].items() for word in listed
    }
    shares = kept(*said["shares"].values(), *(said["kinds"][kind] for kind in _KINDS))
    changes = kept(*(lists[name] for name in _CHANGES), said["kinds"]["hardly-changed"])
    changes = [phrase for phrase in changes if phrase not in shares]
    frames = [tuple(map(str.strip, step.split("{n}"))) for step in kept(lists["increase"], lists["decrease"])]
    keys = longest_words((*shares, *changes))
    return Grammar(
        keys=frozenset((*keys, *(word for word, number in (numbers | _DIGITS).items() if number > 1))),
        numbers=numbers | _DIGITS,
        degrees=Phrases(phrase for name in DEGREES for phrase in lists[name]),
        shares=Phrases(shares),
        changes=Phrases(changes),
        parts=_templates(kept(said["parts"]["of"])),
        points=_templates(said["points"]["of"]),
        frames=frozenset((_said(words(before)), _said(words(after))) for before, after in frames),
        begins=Phrases(before for before, _ in frames if before),
        closes=Phrases(after for _, after in frames if after),
        superlatives=Phrases(said["plain"]["superlatives"]),
        degree_words=frozenset(word.text for name in DEGREES for phrase in lists[name] for word in words(phrase)),
        small=small_words(language),
        of=frozenset(word.text for phrase in said["plain"]["of"] for word in words(phrase)),
    )


def _templates(listed: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    made = (tuple(word.text for word in words(template)) for template in listed)
    return tuple(sorted(made, key=len, reverse=True))
