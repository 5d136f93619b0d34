"""What a clause says of a figure beside that of an earlier year: “three times as many as in 2019”."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from deckgen.checks._around import Around
from deckgen.checks._claimed import Spot
from deckgen.checks._clauses import last_part, opening
from deckgen.checks._holding import multiple_bounds
from deckgen.checks._multiples import begun, comparing, may_begin_multiplied, multiples, of_year, without
from deckgen.checks._naming import Sentence, counts_as
from deckgen.checks._phrases import Claim, Phrase, bare, plain_words, small_words, texts_of
from deckgen.checks._ranked import Unlike
from deckgen.checks._speaking import Subjects, years
from deckgen.model.figures import Figure, Indicator
from deckgen.resolve.claims import Claims

_TIMES = {"2": "doubled", "3": "tripled", "4": "quadrupled", "1/2": "halved"}
"""The lists of words of which the first says that a figure is so many times the earlier."""


_FIRST = 40
"""In how many letters a clause that begins with “twice as many” says it."""


def compared(sentence: Sentence, subjects: Subjects, claims: Claims, shown: tuple[str, ...]) -> Iterator[Unlike]:
    """Yield what a sentence calls so many times the figure of a year that is not so many times as much."""
    language = subjects.language
    text = bare(sentence.text)
    for found in of_year(language).finditer(text):
        phrase = Phrase(Claim.CHANGE, found["said"], *found.span("said"))
        of = _subject(sentence, found, phrase, subjects, claims, shown)
        earlier = _figure(of, found["year"]) if of else None
        if not of or not of.latest or not earlier or earlier.unit != of.latest.unit or earlier.value <= 0:
            continue
        ratio = Fraction(of.latest.value) / Fraction(earlier.value)
        bounds = multiple_bounds(*_times(found, claims), claims)
        if bounds and not any(one.hold(ratio) for one in bounds):
            figures = f"{earlier.text} in {earlier.period} and {of.latest.text} in {of.latest.period}"
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
    if not found or years(text) or not comparing(language).isdisjoint(texts_of(text[found.end() :])):
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
    bounds = multiple_bounds(*_times(found, claims), claims)
    if spot.surely(of) and bounds and not any(one.hold(ratio) for one in bounds for ratio in _ratios(of)):
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


def _ratios(of: Indicator) -> Iterator[Fraction]:
    """Yield how many times an earlier figure each later one is."""
    for earlier, later in combinations(of.figures, 2):
        if earlier.value > 0:
            yield Fraction(later.value) / Fraction(earlier.value)


def _times(found: re.Match[str], claims: Claims) -> tuple[str, str]:
    """Return the degree and the first word that says so many times."""
    first = claims.words.lists[_TIMES[multiples(claims.words.lang)[_flat(found["times"])]]][0]
    return " ".join((found["degree"] or "").split()), first


def _subject(
    sentence: Sentence, found: re.Match[str], phrase: Phrase, subjects: Subjects, claims: Claims, shown: tuple[str, ...]
) -> Indicator | None:
    """Return what is surely compared: what the part of the sentence names, or that before it where it names none."""
    rest = without(found, "as", sentence.text)
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
        of = subjects.only(Sentence(rest[:begin], sentence.start), shown)
    return of if of and spot.surely(of) else None


def _figure(of: Indicator, year: str) -> Figure | None:
    """Return the earlier figure of an indicator that is that of a year."""
    return next((figure for figure in of.figures[:-1] if year in years(figure.period)), None)


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()
