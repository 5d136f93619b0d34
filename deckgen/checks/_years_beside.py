"""The year that a text gives to a figure it refers to: “{x.before} in 2014”, “In 2014 it was {x.before}”."""

import re
from collections.abc import Iterator
from functools import cache

from deckgen.checks._numbers import either
from deckgen.checks._phrases import bare, plain_words, small_words
from deckgen.checks._speaking import Around, Subjects
from deckgen.checks._written import is_notes
from deckgen.checks.base import Checked
from deckgen.model.deck import Told
from deckgen.model.figures import Figure, Indicator
from deckgen.source.words import claim_words
from deckgen.values import frozen

_REFERENCE = r"\{\s*(?P<of>[\w-]+)\.(?P<field>before|after)\s*\}[*_]*"
_BEHIND = re.compile(
    _REFERENCE + r"\s(?:\(|(?:in|en|im(?:\sJahre?)?|nel|в)\s)?"
    r"(?P<year>(?:19|20)\d\d)(?!\d|[–/-]\d|[^\S\n]?[–-])(?=[*_]*(?:[\s,.;:!?)]|$))"
)
"""A reference to an earlier or later figure, and right behind it a year: “{x.before} in 2014”, “{x.before} (2014)”."""
_ONE_YEAR = re.compile(r"\D*(?<!\d)((?:19|20)\d\d)(?!\d|[–/-]\d)\D*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ENDS = re.compile(r"[.;:!?(){]|,\s|\s[–—-]\s")
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
    if "{" not in told.text or not _YEAR.search(told.text):
        return
    for found in (*_BEHIND.finditer(told.text), *_before(checked, told)):
        of = checked.deck.indicators.get(found["of"])
        figure = _figure(of, found["field"])
        one = _ONE_YEAR.fullmatch(figure.period) if figure else None
        if of and figure and one:
            yield Dated(found["year"], found.start("year"), of, found["field"], figure.period, one[1])


def _figure(of: Indicator | None, field: str) -> Figure | None:
    return (of.before if field == "before" else of.latest) if of else None


def _before(checked: Checked, told: Told) -> Iterator[re.Match[str]]:
    """Yield each year that a clause begins with, and the reference behind it, of which alone it is."""
    language = checked.deck.facts.words.lang
    text = told.text if is_notes(told) else told.text.replace("\n", " ")
    for found in _begins(language).finditer(text):
        of = checked.deck.indicators.get(found["of"])
        if of is None or not _is_begun(text[: found.start()], language) or _is_today(checked, of, found):
            continue
        if _says_it(checked, of, text, found):
            yield found


def _is_today(checked: Checked, of: Indicator, found: re.Match[str]) -> bool:
    """Return whether the latest figure is said of the year of the deck, or one since: there is none that is newer."""
    one = _ONE_YEAR.fullmatch(of.latest.period) if of.latest else None
    today = checked.deck.facts.date
    return bool(found["field"] == "after" and one and today and int(one[1]) < int(found["year"]) <= today.year)


def _is_begun(before: str, language: str) -> bool:
    """Return whether a clause begins behind what stands ``before``."""
    joins = either(claim_words(language)["plain"]["joins"])
    return bool(re.search(rf"(?:^|\n|[.;:!?,–—(“«\"*-]\s*|(?<!\w)(?:{joins})\s)[*_]*$", before, re.IGNORECASE))


def _says_it(checked: Checked, of: Indicator, text: str, found: re.Match[str]) -> bool:
    """Return whether a clause says no more than that the figure was so much, and of what."""
    language = checked.deck.facts.words.lang
    plain, known = claim_words(language)["plain"], Subjects.of_deck(checked).words_of(of)
    linking = frozenset(word.casefold() for word in plain["to-figure"])
    small = small_words(language) | linking
    between = Around(bare(found["between"]), 0, 0, known, frozenset())
    if any(word.text.rstrip("'’") not in linking and not between.knows(word) for word in between.words):
        return False
    rest = _clause(text[found.end() :], language)
    behind = Around(bare(rest), 0, 0, known, small)
    first = behind.words[0].text if behind.words else ""
    listed = plain_words(language)
    if first in plain["to"] or _YEAR.search(rest) or behind.has(listed["negative"]) or behind.has(listed["supposed"]):
        return False
    # “Of log-ins failed” says what it is a share of.
    return len(behind.strange) <= any(behind.knows(word) for word in behind.words if behind.is_long(word))


def _clause(text: str, language: str) -> str:
    """Return what stands before the end of a clause."""
    joins = re.compile(rf"\s(?:{either(claim_words(language)['plain']['joins'])})\s", re.IGNORECASE)
    ends = [found.start() for found in (_ENDS.search(text), joins.search(text), re.search("\n", text)) if found]
    return text[: min(ends, default=len(text))]


@cache
def _begins(language: str) -> re.Pattern[str]:
    """Return what finds a year that a clause may begin with, and behind it the next reference."""
    listed = (re.escape(phrase).replace(r"\ ", r"\s") for phrase in claim_words(language)["plain"]["in-year"])
    year = r"(?P<year>(?:19|20)\d\d)(?!\d|\s?[–/-]\s?\d)"
    # Each way to write it begins and ends otherwise: the year is named but once.
    ways = [one.split(r"\{n\}") for one in listed]
    before = "|".join(dict.fromkeys(one[0] for one in ways))
    behind = "|".join(dict.fromkeys(one[1] for one in ways))
    between = rf"(?P<between>[^{{}}\d.;:!?()\n]{{1,{_FIRST}}}?)"
    return re.compile(rf"(?<!\w)(?:{before}){year}(?:{behind})(?!\w)[*_]*{between}{_REFERENCE}", re.IGNORECASE)
