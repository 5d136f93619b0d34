"""What a clause says of a figure beside that of an earlier year: “three times as many as in 2019”."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import combinations

from deckgen.checks._around import Around, is_said
from deckgen.checks._claimed import Spot
from deckgen.checks._clauses import last_part, opening
from deckgen.checks._holding import multiple_bounds, share_bounds
from deckgen.checks._multiples import (
    begun,
    comparing,
    either_way,
    may_begin_multiplied,
    measure_of,
    measure_words,
    measures,
    of_year,
    times_of_time,
    times_within,
    without,
)
from deckgen.checks._naming import Sentence, counts_as
from deckgen.checks._phrases import Claim, Phrase, bare, either, plain_words, small_words, texts_of, words
from deckgen.checks._ranked import Unlike
from deckgen.checks._speaking import Subjects, years
from deckgen.model.bounds import Bounds
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.resolve.claims import Claims
from deckgen.source.words import claim_words

_TIMES = {"2": "doubled", "3": "tripled", "4": "quadrupled", "1/2": "halved"}
"""The lists of words of which the first says that a figure is so many times the earlier; there is none for more."""

_PARTS = {"1/2": "half", "1/3": "third"}
"""The shares that are as large as so many times."""
_TWICE_LESS = ("fr", "ru")
"""The languages in which half as much is “twice less”."""
_FIRST = 40
"""In how many letters a clause that begins with “twice as many” says it."""


def compared(sentence: Sentence, subjects: Subjects, claims: Claims, shown: tuple[str, ...]) -> Iterator[Unlike]:
    """Yield what a sentence calls so many times the figure of a year that is not so many times as much."""
    language = subjects.language
    text = bare(sentence.text)
    for found in of_year(language).finditer(text):
        phrase = Phrase(Claim.CHANGE, found["said"], *found.span("said"))
        of = _subject(sentence, found, phrase, subjects, claims, shown)
        every = _earlier(of, found["year"]) if of else ()
        if not of or not of.latest or not every:
            continue
        ratios = [Fraction(of.latest.value) / Fraction(one.value) for one in every]
        bounds = times_bounds(found, claims)
        if bounds and not any(one.hold(ratio) for one in bounds for ratio in _read(found, ratios, of, text, language)):
            earlier, ratio = every[0], ratios[0]
            figures = " and ".join(f"{one.text} in {one.period}".removesuffix(" in ") for one in (earlier, of.latest))
            hint = f"say what the figures say: ×{float(ratio):.2g}"
            yield Unlike(phrase, f"“{phrase.text}” is said of “{of.id}”, which is {figures}", hint)


def multiplied(
    clause: Sentence, offset: int, subjects: Subjects, claims: Claims, shown: tuple[str, ...]
) -> Iterator[Unlike]:
    """Yield “twice as many” where a clause begins with it and compares nothing, and there are not.

    The clause begins at ``offset``.
    """
    language, text = subjects.language, bare(clause.text)
    begin = opening(text, language)
    if not may_begin_multiplied(text[begin : begin + _FIRST], language):
        return
    found = begun(language).match(text, begin)
    # “Twice as long a queue” is no number of queues.
    if (
        not found
        or measure_of(found["times"], "", language) not in ("", "much")
        or years(text)
        or not comparing(language).isdisjoint(texts_of(text[found.end() :]))
    ):
        return
    of = (
        subjects.only(clause, shown)
        or subjects.wholly(clause, shown, *found.span("said"))
        or subjects.labelled(clause, shown)
    )
    if not of or not of.before or not _counted(found["noun"], of, subjects):
        return
    rest = Sentence(_without_verb(text, found.end(), of), 0)
    start, end = found.span("said")
    spot = Spot(language, claims.words.lists, subjects, rest, rest, Phrase(Claim.CHANGE, found["said"], start, end))
    bounds = times_bounds(found, claims)
    if spot.surely(of) and bounds and not any(one.hold(ratio) for one in bounds for ratio in ratios_of(of)):
        phrase = Phrase(Claim.CHANGE, clause.text[start:end], offset + start, offset + end)
        figures = f"{of.before.text} and then {of.latest.text}" if of.latest else ""
        yield Unlike(phrase, f"“{phrase.text}” is said of “{of.id}”, which is {figures}")


def _counted(noun: str, of: Indicator, subjects: Subjects) -> bool:
    """Return whether a noun is what an indicator counts."""
    whole = subjects.whole_of(of, small_words(subjects.language))
    return any(counts_as(noun.casefold(), word, subjects.language) for word in whole)


def _without_verb(text: str, start: int, of: Indicator) -> str:
    """Return a text without the one word between a noun and the bold words of a label: they work “with a licence”."""
    bold = "".join(run.text for run in of.label if run.bold).strip()
    between = (
        re.compile(rf"(\s+[^\W\d_]+)\s+{re.escape(bold)}(?!\w)", re.IGNORECASE).match(text, start) if bold else None
    )
    return text[:start] + " " * len(between[1]) + text[between.end(1) :] if between else text


def ratios_of(of: Indicator) -> Iterator[Fraction]:
    """Yield how many times an earlier figure each later one is."""
    for earlier, later in combinations(of.figures, 2):
        if earlier.value > 0:
            yield Fraction(later.value) / Fraction(earlier.value)


def times_bounds(found: re.Match[str], claims: Claims) -> tuple[Bounds, ...]:
    """Return within what a figure may be to an earlier of which it is said to be so many times as much."""
    language = claims.words.lang
    said = _flat(found["times"])
    times = {**times_of_time(language), **times_within(language)}[said]
    degree = " ".join((found["degree"] or "").split())
    # “Less than half as long” is no fall by less than half; “plus de deux fois moins” is one by more.
    if times in _PARTS and (language not in _TWICE_LESS or said in times_of_time(language)):
        return share_bounds(f"{degree} {claim_words(language)['shares'][_PARTS[times]][0]}".strip(), claims)
    said_so = claims.words.lists[_TIMES[times]][0] if times in _TIMES else f"×{times}"
    return multiple_bounds(degree, said_so, claims)


def _subject(
    sentence: Sentence, found: re.Match[str], phrase: Phrase, subjects: Subjects, claims: Claims, shown: tuple[str, ...]
) -> Indicator | None:
    """Return what is surely compared: what the part of the sentence names, or that before it where it names none."""
    # “The city used …”: who did it tells nothing of what.
    kind = measure_of(found["times"], sentence.text[found.end("times") :], subjects.language)
    rest = without_actors(without(found, "as", sentence.text), phrase.start, kind, subjects)
    begin = last_part(rest, phrase.start, subjects.language)
    part = Sentence(rest[begin:], sentence.start + begin)
    whole = Sentence(rest, sentence.start)
    spot = Spot(subjects.language, claims.words.lists, subjects, whole, part, phrase)
    # “In 2018, twice as many as in 2014” says nothing of today; “fell after 2022, yet is twice as common” does.
    now = Around(part.text, spot.start, spot.end, frozenset(), frozenset()).has(plain_words(subjects.language)["still"])
    if years(part.text) or (years(rest) and not now):
        return None
    of = subjects.only(part, shown) or subjects.wholly(part, shown, spot.start, spot.end)
    if not of and not subjects.of(part, shown):
        of = subjects.only(Sentence(rest[:begin], sentence.start), shown) or subjects.wholly(
            part, subjects.every, spot.start, spot.end
        )
    of = of or (_named_beside(part.text, spot, kind, subjects) if not subjects.of(part, shown) else None)
    return of if of and fits(of, kind, sentence.text[: phrase.start], subjects.language) and spot.surely(of) else None


def _named_beside(text: str, spot: Spot, kind: str, subjects: Subjects) -> Indicator | None:
    """Return the only indicator whose label a clause says but for what it measures: “a delivery takes”, of minutes."""
    measure = measure_words(kind, subjects.language)
    around = Around(bare(text), spot.start, spot.end, frozenset(), small_words(subjects.language))
    said = [word.text for word in around.words if around.is_long(word)]
    known = [name for name in subjects.every if measure and said and subjects.has_all(name, said)]
    found = [of for of in map(subjects.names.indicators.__getitem__, known) if _says_rest(of, said, measure, around)]
    return found[0] if len(found) == 1 and len(known) == 1 else None


def _says_rest(of: Indicator, said: list[str], measure: frozenset[str], around: Around) -> bool:
    label = [word.text for word in words(of.name) if around.is_long(word) and word.text not in measure]
    return bool(label) and all(is_said(word, said) for word in label)


def _earlier(of: Indicator, year: str | None) -> tuple[Figure, ...]:
    """Return the earlier figures of an indicator, or that of a year, if the last may be a multiple of them."""
    found = [one for one in of.figures[:-1] if one.value > 0 and of.latest and one.unit == of.latest.unit]
    return tuple(one for one in found if year is None or year in years(one.period))


def _read(
    found: re.Match[str], ratios: list[Fraction], of: Indicator, text: str, language: str
) -> tuple[Fraction, ...]:
    """Return what the figures may be a multiple by, which of what is fast is one of its speed; all where none is."""
    kind = measure_of(found["times"], text[found.end("times") :], language)
    if not either_way(kind, _measured(of), language):
        return tuple(ratios)
    return (*ratios, *(1 / ratio for ratio in ratios if ratio))


def fits(of: Indicator, kind: str, clause: str, language: str) -> bool:
    """Return whether an indicator may be of what a multiple is one of."""
    unit = of.latest.unit if of.latest else None
    if kind in ("", "much") or (unit and unit.kind is UnitKind.MONEY and kind in ("dear", "cheap")):
        return True
    if kind == "large":
        return measures(kind, _measured(of), clause, language)
    # “Repairs within a week” are no weeks.
    head = [word.text for word in words(of.name)[:2]]
    share = unit is not None and unit.kind is UnitKind.PERCENT
    # “Buses are twice as long” is said of no minutes between them: they would have to take, or wait for, so long.
    lasts = kind != "long" or _small(language)[1].search(clause) or not _says_one(clause, kind, language)
    return (
        not share and bool(lasts) and measures(kind, " ".join((*head, unit.symbol if unit else "")), clause, language)
    )


def _says_one(clause: str, kind: str, language: str) -> bool:
    """Return whether there is only one long word before a multiple, and that is nothing that is measured by it."""
    around = Around(bare(clause), 0, 0, frozenset(), small_words(language))
    said = [word.text for word in around.words if around.is_long(word)]
    return len(said) <= 1 and measure_words(kind, language).isdisjoint(said)


def without_actors(text: str, stop: int, kind: str, subjects: Subjects) -> str:
    """Return a text without who does what a label says, and without “takes”, as long as it was.

    That is no more than “the city” where no label has that word, and “takes” where something lasts.
    """
    labels = frozenset(word for of in subjects.names.indicators.values() for word in texts_of(of.name))

    def blank(found: re.Match[str]) -> str:
        return found[0] if found[0].casefold() in labels else " " * len(found[0])

    actors, lasting, waiting = _small(subjects.language)
    before = actors.sub(blank, text[:stop])
    if kind in ("long", "fast"):
        before = (waiting if kind == "long" else lasting).sub(blank, before)
    return before + text[stop:]


@cache
def _small(language: str) -> tuple[re.Pattern[str], ...]:
    plain = claim_words(language)["plain"]
    # Visitors wait, whether or not a label says so.
    waiting = claim_words(language)["time-before"]["those"]
    listed = plain["actors"], plain["lasting"], (*plain["lasting"], *waiting)
    return tuple(re.compile(rf"(?<!\w)(?i:{either(one)})(?!\w)") for one in listed)


def _measured(of: Indicator) -> str:
    """Return the words that say what an indicator measures."""
    return f"{of.name} {of.latest.unit.symbol if of.latest else ''}"


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()
