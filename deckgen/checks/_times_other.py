"""How many times another figure something is said to be: “those on markets fail twice as often as those in shops”."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from deckgen.checks._around import Around, is_said
from deckgen.checks._compared import fits, times_bounds
from deckgen.checks._multiples import either_way, measure_of, times_within, without
from deckgen.checks._naming import Sentence
from deckgen.checks._phrases import Claim, Phrase, bare, either, plain_words, small_words, words
from deckgen.checks._ranked import Unlike, alike_in_whole
from deckgen.checks._speaking import Subjects, years
from deckgen.model.figures import Indicator, UnitKind
from deckgen.model.wording import DEGREES
from deckgen.resolve.claims import Claims
from deckgen.source.words import claim_words, phrases

_OPEN = ("denied", "supposed", "past", "elsewhen", "spans")


def times_other(
    clause: Sentence, offset: int, subjects: Subjects, claims: Claims, shown: tuple[str, ...]
) -> Iterator[Unlike]:
    """Yield “twice as often as” between two figures the latest of which are not; the clause begins at ``offset``."""
    language, text = subjects.language, bare(clause.text)
    found = _times(language).search(text)
    if not found or years(text):
        return
    left = subjects.only_touched(clause.text[: found.start("said")] + " " + clause.text[slice(*found.span("left"))])
    right = subjects.only_touched(clause.text[slice(*found.span("right"))])
    if not left or not right or left is right or not _are_of_one_matter(left, right, subjects, shown):
        return
    ratios = _ratios(found, left, right, subjects)
    if not ratios or _open(text, found, left, right, subjects):
        return
    bounds = times_bounds(found, claims)
    if bounds and not any(one.hold(ratio) for one in bounds for ratio in ratios):
        start, end = found.span("said")
        phrase = Phrase(Claim.CHANGE, clause.text[start:end], offset + start, offset + end)
        told = " and ".join(f"“{of.id}”, which is {of.latest.text if of.latest else ''}" for of in (left, right))
        hint = f"say what the figures say: ×{float(ratios[0]):.2g}"
        yield Unlike(phrase, f"“{phrase.text}” is said of {told}", hint)


def _are_of_one_matter(left: Indicator, right: Indicator, subjects: Subjects, shown: tuple[str, ...]) -> bool:
    """Return whether two figures are of one unit and time, and a slide shows both, or their labels share a word."""
    one, other = left.latest, right.latest
    if not one or not other or one.unit != other.unit or one.period != other.period or other.value <= 0:
        return False
    return {left.id, right.id} <= set(shown) or _shared(left, right, subjects) > 0


def _shared(left: Indicator, right: Indicator, subjects: Subjects) -> int:
    """Return how many long words two labels share."""
    around = [Around(of.name, 0, 0, frozenset(), small_words(subjects.language)) for of in (left, right)]
    one, other = ({word.text for word in each.words if each.is_long(word)} for each in around)
    return sum(is_said(word, other) for word in one)


def _are_of_one_whole(left: Indicator, right: Indicator, subjects: Subjects) -> bool:
    """Return whether two figures are parts of one whole.

    “Scales in shops that failed” and “scales on markets that failed” are shares of different scales.
    """
    share = left.latest is not None and left.latest.unit.kind is UnitKind.PERCENT
    return alike_in_whole(left, right, subjects) and not (share and _shared(left, right, subjects) > 1)


def _ratios(found: re.Match[str], left: Indicator, right: Indicator, subjects: Subjects) -> tuple[Fraction, ...]:
    """Return what the one figure may be a multiple of the other by; none where they tell nothing of it.

    What is so many times as often is a rate, which counts out of different totals tell by their shares; what are so
    many times as many are counted, which shares of different totals do not tell.
    """
    language, (one, other) = subjects.language, (left.latest, right.latest)
    if not one or not other:
        return ()
    behind = found.string[found.end("times") :]
    kind = measure_of(found["times"], behind, language)
    if not all(fits(of, kind, found.string, language) for of in (left, right)):
        return ()
    ratios = [Fraction(one.value) / Fraction(other.value)]
    counted = one.unit.kind is UnitKind.COUNT
    if not _are_of_one_whole(left, right, subjects):
        if counted and left.of and right.of:
            ratios.append(ratios[0] * Fraction(right.of.value) / Fraction(left.of.value))
        elif one.unit.kind in (UnitKind.COUNT, UnitKind.PERCENT) and _in_number(found, behind, language) is not counted:
            return ()
    if any(either_way(kind, f"{of.name} {one.unit.symbol}", language) for of in (left, right)):
        ratios += [1 / ratio for ratio in ratios if ratio]
    return tuple(ratios)


def _in_number(found: re.Match[str], behind: str, language: str) -> bool:
    """Return whether a multiple is one of how many there are, and not of how often or how high."""
    said, number = claim_words(language), frozenset(claim_words(language)["plain"]["in-number"])
    next_ = [word.text for word in (*words(found["times"])[-1:], *words(behind[:40])[:1])]
    measured = [word for word in next_ if any(word in listed for listed in said["how"].values())]
    return all(word in number for word in measured)


def _open(text: str, found: re.Match[str], left: Indicator, right: Indicator, subjects: Subjects) -> bool:
    """Return whether something else in a clause may be meant, or leaves open what it says."""
    plain, rest = plain_words(subjects.language), text
    for part in ("said", "as"):
        rest = without(found, part, rest)
    known = subjects.words_of(left) | subjects.words_of(right) | {*claim_words(subjects.language)["plain"]["those"]}
    listed = (*_how(subjects.language), *known)
    around = Around(rest, 0, 0, frozenset(listed), small_words(subjects.language))
    if around.strange or any(subjects.denies_more(of, text) for of in (left, right)):
        return True
    return any(around.has(plain[name]) for name in _OPEN)


@cache
def _how(language: str) -> tuple[str, ...]:
    return tuple(word.casefold() for listed in claim_words(language)["how"].values() for word in listed)


@cache
def _times(language: str) -> re.Pattern[str]:
    """Return a pattern of how many times, and of what behind it is how many times as much ``as`` what else."""
    plain, lists = claim_words(language)["plain"], phrases(language)[1]
    degrees = either(phrase for name in DEGREES for phrase in lists[name])
    again = rf"(?!\s+(?:{either(plain['again'])})(?!\w))" if plain["again"] else ""
    as_ = rf"(?<!\w)(?i:{either(plain['as-other'])})(?:\s+|(?<=[’']))"
    return re.compile(
        rf"(?<!\w)(?P<said>(?:(?i:(?P<degree>{degrees}))\s+)?(?P<times>(?i:{either(times_within(language))})))(?!\w){again}"
        rf"(?P<left>[^.;:]*?),?\s+(?P<as>{as_})(?P<right>[^,;:]+)"
    )
