"""The year that a text gives to a figure it refers to: “{x.before} in 2014”, “In 2014 it was {x.before}”."""

import re
from collections.abc import Iterator
from functools import cache

from deckgen.checks._around import Around
from deckgen.checks._naming import sentences
from deckgen.checks._numbers import YEAR, either
from deckgen.checks._phrases import bare, plain_words, small_words
from deckgen.checks._sight import says
from deckgen.checks._speaking import Subjects
from deckgen.checks._written import is_notes
from deckgen.checks.base import Checked
from deckgen.model.deck import Told
from deckgen.model.figures import Indicator
from deckgen.source.words import claim_words
from deckgen.values import frozen

_REFERENCE = r"\{\s*(?P<of>[\w-]+)\.(?P<field>before|after)\s*\}[*_]*"
_BEHIND = re.compile(
    _REFERENCE + r"\s(?:\(|(?:in|en|im(?:\sJahre?)?|nel|в)\s)?"
    r"(?P<year>(?:19|20)\d\d)(?!\d|[–/-]\d|[^\S\n]?[–-])(?=[*_]*(?:[\s,.;:!?)]|$))"
)
"""A reference to an earlier or later figure, and right behind it a year: “{x.before} in 2014”, “{x.before} (2014)”."""
_FIELD = re.compile(_REFERENCE)
_ONE_YEAR = re.compile(r"\D*(?<!\d)((?:19|20)\d\d)(?!\d|[–/-]\d)\D*")
_NONE_BETWEEN = re.compile(r"[\d.;:!?()\n]|^\s?[–/-]")
_DAY = re.compile(r"\d[.–/-]\s?$")
"""What stands before a year that is not alone: “31. 12. 2019”, “2016–2019”."""
_DAY_LENGTH = 3
_SENTENCE = re.compile(r"[.!?](?=\s|$)|\n")
_APART = re.compile(r"[\d,;:()!?]")
_ENDS = re.compile(r"[.;:!?(){]|,\s|\s[–—-]\s")
_Found = tuple[Indicator, str, str, int]
"""The indicator and the field of a reference, the year that is given to it, and where that stands."""
_FIRST = 60
"""Farther from the year that a clause begins with, a figure may be of another."""


@frozen(slots=True)
class Dated:
    """A year that is given to a figure, in a text where it begins, and the year that the figure is of."""

    said: str
    start: int
    of: Indicator
    field: str
    period: str
    year: str


def dated(checked: Checked, told: Told) -> Iterator[Dated]:
    """Yield each year that a text gives to a figure it refers to, and is told of one year itself."""
    if "{" not in told.text or not YEAR.search(told.text):
        return
    behind = (
        (of, found["field"], found["year"], found.start("year"))
        for found in _BEHIND.finditer(told.text)
        if (of := checked.deck.indicators.get(found["of"]))
    )
    for of, field, year, start in (*behind, *_before(checked, told), *_other(checked, told)):
        figure = of.before if field == "before" else of.latest
        one = _ONE_YEAR.fullmatch(figure.period) if figure else None
        if figure and one:
            yield Dated(year, start, of, field, figure.period, one[1])


def _before(checked: Checked, told: Told) -> Iterator[_Found]:
    """Yield each year that a clause begins with, and the reference behind it, of which alone it is."""
    language = checked.deck.facts.words.lang
    text = told.text if is_notes(told) else told.text.replace("\n", " ")
    for year in YEAR.finditer(text):
        to = text.find("{", year.end(), year.end() + _FIRST)
        reference = _FIELD.match(text, to) if to > 0 else None
        of = checked.deck.indicators.get(reference["of"]) if reference else None
        ends = around_year(text, *year.span(), language) if of else None
        if not reference or not of or not ends or not _is_begun(text[: ends[0]], language):
            continue
        between, behind = text[ends[1] : to], text[reference.end() :]
        if _NONE_BETWEEN.search(between) or _is_today(checked, of, reference["field"], int(year[0])):
            continue
        alone = "{" not in _sentence(text, year.start(), reference.end())
        too_early = alone and reference["field"] == "before" and _is_before(of, int(year[0]))
        if _says_it(checked, of, between, behind) or too_early:
            yield of, reference["field"], year[0], year.start()


def _sentence(text: str, start: int, end: int) -> str:
    """Return the rest of the sentence in which a year and a reference stand, without the reference."""
    stop = _SENTENCE.search(text, end)
    return text[start : text.rindex("{", 0, end)] + text[end : stop.start() if stop else len(text)]


def _is_before(of: Indicator, year: int) -> bool:
    """Return whether the first figure is of a later year: what was so before is not known from it."""
    one = _ONE_YEAR.fullmatch(of.before.period) if of.before else None
    return one is not None and year < int(one[1])


def _other(checked: Checked, told: Told) -> Iterator[_Found]:
    """Yield the year of the other figure of an indicator, in a sentence that refers to this one alone.

    “{x.before} were warned in the winter of 2025” says so of the figure of that winter.
    """
    pattern = _in_year(checked.deck.facts.words.lang)
    for sentence in sentences(told):
        text = sentence.text
        references, years = list(_FIELD.finditer(text)), list(YEAR.finditer(text))
        of = checked.deck.indicators.get(references[0]["of"]) if len(references) == len(years) == 1 else None
        if of is None or text.count("{") > 1:
            continue
        if years[0].start() < references[0].end():
            if references[0]["field"] == "after" and _is_before_latest(checked, of, text, int(years[0][0])):
                yield of, "after", years[0][0], sentence.start + years[0].start()
            continue
        there, other = (of.before, of.latest) if references[0]["field"] == "before" else (of.latest, of.before)
        between = text[references[0].end() : years[0].end()]
        said = pattern.search(between)
        if not there or not other or not said or _APART.search(between[: said.start()]):
            continue
        if years[0][0] in other.period and years[0][0] not in there.period and _ONE_YEAR.fullmatch(there.period):
            around = Around(bare(text), 0, 0, frozenset(), frozenset())
            listed = plain_words(checked.deck.facts.words.lang)
            if not any(around.has(listed[name]) for name in ("supposed", "than", "more", "fewer")):
                yield of, references[0]["field"], years[0][0], sentence.start + years[0].start()


def _is_before_latest(checked: Checked, of: Indicator, text: str, year: int) -> bool:
    """Return whether a sentence says of the latest count that it is of a year before that of the figure."""
    one = _ONE_YEAR.fullmatch(of.latest.period) if of.latest else None
    latest = checked.deck.facts.words.lists["latest"]
    return one is not None and year < int(one[1]) and says(text, latest)


@cache
def _in_year(language: str) -> re.Pattern[str]:
    """Return what finds a year that something was in: “in 2025”, “in the winter of 2025”."""
    plain = claim_words(language)["plain"]
    begins = {phrase.split()[0].casefold() for phrase in (*plain["in-year"], *plain["places"])}
    first = either(word for word in begins if "{" not in word)
    return re.compile(rf"(?<!\w)(?i:{first})\s(?:[^\W\d_]+\s){{0,3}}(?:19|20)\d\d$")


def around_year(text: str, start: int, end: int, language: str) -> tuple[int, int] | None:
    """Return from where to where “in 2019” stands around a year; None where it is not said so, or with a day."""
    before, behind = (part.replace("\xa0", " ").casefold() for part in (text[:start], text[end : end + _FIRST]))
    if _DAY.search(before[-_DAY_LENGTH:]):
        return None
    for phrase in sorted(claim_words(language)["plain"]["in-year"], key=len, reverse=True):
        first, _, last = phrase.casefold().partition("{n}")
        begin = start - len(first)
        apart = not (begin and text[begin - 1].isalnum()) and not behind[len(last) : len(last) + 1].isalnum()
        if before.endswith(first) and behind.startswith(last) and apart:
            return begin, end + len(last)
    return None


def _is_today(checked: Checked, of: Indicator, field: str, year: int) -> bool:
    """Return whether the latest figure is said of the year of the deck, or one since: there is none that is newer."""
    one = _ONE_YEAR.fullmatch(of.latest.period) if of.latest else None
    today = checked.deck.facts.date
    return bool(field == "after" and one and today and int(one[1]) < year <= today.year)


def _is_begun(before: str, language: str) -> bool:
    """Return whether a clause begins behind what stands ``before``."""
    joins = either(claim_words(language)["plain"]["joins"])
    return bool(re.search(rf"(?:^|\n|[.;:!?,–—(“«\"*-]\s*|(?<!\w)(?:{joins})\s)[*_]*$", before, re.IGNORECASE))


def _says_it(checked: Checked, of: Indicator, before: str, after: str) -> bool:
    """Return whether a clause says no more than that the figure was so much, and of what."""
    language = checked.deck.facts.words.lang
    plain, known = claim_words(language)["plain"], Subjects.of_deck(checked).words_of(of)
    linking = frozenset(word.casefold() for word in plain["to-figure"])
    small = small_words(language) | linking
    between = Around(bare(before), 0, 0, known, frozenset())
    if any(word.text.rstrip("'’") not in linking and not between.knows(word) for word in between.words):
        return False
    rest = _clause(after, language)
    behind = Around(bare(rest), 0, 0, known, small)
    first = behind.words[0].text if behind.words else ""
    listed = plain_words(language)
    if first in plain["to"] or YEAR.search(rest) or behind.has(listed["negative"]) or behind.has(listed["supposed"]):
        return False
    # “Of log-ins failed” says what it is a share of.
    return len(behind.strange) <= any(behind.knows(word) for word in behind.words if behind.is_long(word))


def _clause(text: str, language: str) -> str:
    """Return what stands before the end of a clause."""
    joins = re.compile(rf"\s(?:{either(claim_words(language)['plain']['joins'])})\s", re.IGNORECASE)
    ends = [found.start() for found in (_ENDS.search(text), joins.search(text), re.search("\n", text)) if found]
    return text[: min(ends, default=len(text))]
