"""Which of two figures a clause says is the larger: “more pupils walk than come by car”, “A is more common than B”."""

import re
from collections.abc import Iterator
from functools import cache

from deckgen.checks._around import Around
from deckgen.checks._clauses import opening
from deckgen.checks._multiples import without
from deckgen.checks._naming import Sentence
from deckgen.checks._phrases import Claim, Phrase, bare, either, longest_words, plain_words, small_words, words_in
from deckgen.checks._speaking import Subjects, years
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.resolve.claims import Claims
from deckgen.source.words import claim_words, phrases
from deckgen.values import frozen

_MOST_STRANGE = 2
"""With more words that nothing explains, a clause may be about something else."""


@frozen(slots=True)
class Unlike:
    """Words that set two figures beside each other, and what is wrong with them."""

    phrase: Phrase
    message: str
    hint: str = "say what the figures say, or correct them"

    def told(self, _claims: Claims) -> tuple[str, str]:
        """Return what is wrong, and what to do."""
        return self.message, self.hint


def ranked(clause: Sentence, offset: int, subjects: Subjects) -> Iterator[Unlike]:
    """Yield the words of a clause that call the smaller of two figures the larger; it begins at ``offset``."""
    language = subjects.language
    begin = opening(clause.text, language)
    text = bare(clause.text)
    more, above = _keys(language)
    patterns = (
        *(more_than(language) if _may_be(more, text) else ()),
        *(_above(language) if _may_be(above, text) else ()),
    )
    for pattern, way in patterns:
        found = pattern.fullmatch(text, begin)
        if not found:
            continue
        left, right = (subjects.only_touched(clause.text[slice(*found.span(side))]) for side in ("left", "right"))
        if not left or not right or left is right or not alike_in_whole(left, right, subjects):
            continue
        if way * _apart(left, right) < 0 and not _open(text, found, left, right, subjects):
            start, end = found.span("said")
            phrase = Phrase(Claim.CHANGE, text[start:end], offset + start, offset + end)
            told = " and ".join(f"“{of.id}”, which is {_told(of)}" for of in (left, right))
            yield Unlike(phrase, f"“{phrase.text}” is said of {told}")


def compares(clause: Sentence, subjects: Subjects) -> bool:
    """Return whether a clause says of two figures which is the larger: “más alumnos caminan que van en coche”."""
    text = clause.text
    more, _ = _keys(subjects.language)
    patterns = more_than(subjects.language) if _may_be(more, text) else ()
    for pattern, _ in patterns:
        found = pattern.fullmatch(text, opening(text, subjects.language))
        sides = [subjects.only_touched(found[side]) for side in ("left", "right")] if found else []
        if found and all(sides) and sides[0] is not sides[1]:
            return True
    return False


def foremost(clause: Sentence, offset: int, subjects: Subjects, shown: tuple[str, ...]) -> Iterator[Unlike]:
    """Yield the words of a clause that call a figure the most or least frequent, which of those shown it is not."""
    text, plain = bare(clause.text), plain_words(subjects.language)
    for name, way in (("foremost", 1), ("least", -1)):
        found = _foremost(subjects.language, name).search(text)
        of = subjects.only_touched(text) if found else None
        if not found or not of or of.id not in shown:
            continue
        start, end = found.span("said")
        others = [subjects.names.indicators[one] for one in shown if one not in subjects.names.totals and one != of.id]
        beyond = [one for one in others if alike_in_whole(of, one, subjects) and way * _apart(of, one) < 0]
        around = Around(text, start, end, subjects.words_of(of), small_words(subjects.language))
        open_ = any(around.has(plain[one]) for one in ("denied", "supposed", "past", "elsewhen", "not-foremost"))
        open_ = open_ or any(subjects.denies_more(one, text) for one in (of, *beyond[:1]))
        if beyond and not open_ and not years(text) and len(around.strange) <= _MOST_STRANGE:
            phrase = Phrase(Claim.CHANGE, text[start:end], offset + start, offset + end)
            figures = f"“{of.id}”, which is {_told(of)}; “{beyond[0].id}” is {_told(beyond[0])}"
            yield Unlike(phrase, f"“{phrase.text}” is said of {figures}")


def _told(of: Indicator) -> str:
    return of.latest.text if of.latest else ""


@cache
def _foremost(language: str, name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<said>(?i:{either(claim_words(language)['plain'][name])}))(?!\w)")


def _apart(left: Indicator, right: Indicator) -> int:
    """Return 1 if the first of two figures is the larger, -1 if the other is, 0 if neither is."""
    one, other = left.latest, right.latest
    return (one.value > other.value) - (one.value < other.value) if one and other else 0


def alike_in_whole(left: Indicator, right: Indicator, subjects: Subjects) -> bool:
    """Return whether two figures are of one time and one unit, and count parts of one whole."""
    one, other = left.latest, right.latest
    if not one or not other or one.unit != other.unit or one.period != other.period:
        return False
    if one.unit.kind is UnitKind.PERCENT:
        small = frozenset(phrases(subjects.language)[1]["small-words"])
        return bool(subjects.whole_of(left, small) & subjects.whole_of(right, small))
    return _same(left.of, right.of)


def _same(one: Figure | None, other: Figure | None) -> bool:
    return bool(one and other and one.value == other.value)


def _open(text: str, found: re.Match[str], left: Indicator, right: Indicator, subjects: Subjects) -> bool:
    """Return whether something else in a clause may be meant, or leaves open what it says."""
    plain = plain_words(subjects.language)
    rest = text
    for part in ("said", "than"):
        rest = without(found, part, rest)
    known = subjects.words_of(left) | subjects.words_of(right)
    around = Around(rest, 0, 0, known, small_words(subjects.language))
    if around.strange or years(text) or any(subjects.denies_more(of, text) for of in (left, right)):
        return True
    return any(around.has(plain[name]) for name in ("denied", "supposed", "past", "elsewhen", "spans"))


def ranks(text: str, language: str) -> bool:
    """Return whether a text may call one of two figures the larger: this is asked of every text."""
    return any(_may_be(keys, text) for keys in _keys(language))


def _may_be(keys: tuple[frozenset[str], ...], text: str) -> bool:
    said = words_in(text)
    return not any(one.isdisjoint(said) for one in keys)


@cache
def _keys(language: str) -> tuple[tuple[frozenset[str], ...], ...]:
    """Return of which words a text has one of each that ranks figures in one way or the other."""
    plain = claim_words(language)["plain"]
    more, above = (
        longest_words((*plain[one], *plain[other])) for one, other in (("more", "fewer"), ("above", "below"))
    )
    return (more, frozenset(plain["than"])), (above,)


def is_foremost(text: str, language: str) -> bool:
    """Return whether a text may call something the most or least frequent: this is asked of every text."""
    return not _foremost_keys(language).isdisjoint(words_in(text))


@cache
def _foremost_keys(language: str) -> frozenset[str]:
    plain = claim_words(language)["plain"]
    return longest_words((*plain["foremost"], *plain["least"]))


@cache
def more_than(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Return patterns of “more of one than of the other”, with 1 where the first is said to be the larger, else -1."""
    plain = claim_words(language)["plain"]
    than = either(word for word in plain["than"] if word not in plain["of"])
    return tuple(
        (
            re.compile(
                rf"(?P<said>(?i:{either(plain[name])}))(?:\s+|(?<=[’']))(?P<left>[^,;:]+?),?\s+(?P<than>{than})"
                rf"(?:\s+|(?<=[’']))(?P<right>(?:(?!\b(?:{than})\b)[^,;:])+?)\s*[.!]?"
            ),
            way,
        )
        for name, way in (("more", 1), ("fewer", -1))
    )


@cache
def _above(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Return patterns of “one is more common than the other”, and whether the first is said to be the larger."""
    plain = claim_words(language)["plain"]
    return tuple(
        (
            re.compile(
                rf"(?P<left>[^,;:]+?)\s+(?P<said>(?i:{either(plain[name])}))(?P<than>\b)\s*(?P<right>[^,;:]+?)\s*[.!]?"
            ),
            way,
        )
        for name, way in (("above", 1), ("below", -1))
    )
