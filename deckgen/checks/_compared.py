"""What a clause says of a figure beside that of an earlier year: “three times as many as in 2019”."""

import re
from collections.abc import Iterator
from fractions import Fraction

from deckgen.checks._around import Around
from deckgen.checks._claimed import Spot
from deckgen.checks._clauses import last_part
from deckgen.checks._holding import multiple_bounds
from deckgen.checks._multiples import multiples, of_year, without
from deckgen.checks._naming import Sentence
from deckgen.checks._phrases import Claim, Phrase, bare, plain_words
from deckgen.checks._ranked import Unlike
from deckgen.checks._speaking import Subjects, years
from deckgen.model.figures import Figure, Indicator
from deckgen.resolve.claims import Claims

_TIMES = {"2": "doubled", "3": "tripled", "4": "quadrupled", "1/2": "halved"}
"""The lists of words of which the first says that a figure is so many times the earlier."""


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
        first = claims.words.lists[_TIMES[multiples(language)[_flat(found["times"])]]][0]
        bounds = multiple_bounds(" ".join((found["degree"] or "").split()), first, claims)
        if bounds and not any(one.hold(ratio) for one in bounds):
            figures = f"{earlier.text} in {earlier.period} and {of.latest.text} in {of.latest.period}"
            hint = f"say what the figures say: ×{float(ratio):.2g}"
            yield Unlike(phrase, f"“{phrase.text}” is said of “{of.id}”, which is {figures}", hint)


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
