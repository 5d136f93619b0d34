"""Which year is said to have the largest or smallest figure: “in 2014 there were more than in any other year”."""

import re
from collections.abc import Iterator
from functools import cache

from deckgen.checks._around import Around
from deckgen.checks._claimed import Spot
from deckgen.checks._clauses import opening
from deckgen.checks._naming import Sentence
from deckgen.checks._overtaken import LONGEST
from deckgen.checks._phrases import Claim, Phrase, bare, either, longest_words, plain_words, small_words, words_in
from deckgen.checks._ranked import Unlike
from deckgen.checks._speaking import Subjects, years
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.resolve.claims import Claims
from deckgen.source.words import claim_words
from deckgen.values import frozen

_NAMES = ("than-any", "than-ever", "ever", "record", "highest", "lowest")
_ENDS = r"(?=\s*(?:$|[^\w\s]))"
"""“Than in any year before the ban” is said of the years before that."""
_LEAST = 3
"""With fewer figures, what is said of every year is said of too few."""
_YEAR = r"(?P<{name}>(?:19|20)\d\d)(?!\d)"


@frozen(slots=True)
class _Said:
    """Words for the largest or smallest figure, what else tells of when, and the year of it, if that is said.

    ``way`` is 1 for the largest, -1 for the smallest, 0 for either; ``before`` tells whether it is so of all up to then
    only, ``counts`` whether it is so of a number.
    """

    start: int
    end: int
    way: int
    rest: str
    year: str
    since: str
    before: bool
    counts: bool


def extremes(
    clause: Sentence, sentence: Sentence, subjects: Subjects, claims: Claims, shown: tuple[str, ...]
) -> Iterator[Unlike]:
    """Yield what a clause of a sentence calls the largest or smallest figure of all, which it is not."""
    said = _said(bare(clause.text), subjects.language) if len(clause.text) <= LONGEST else None
    supposed = plain_words(subjects.language)["supposed"]
    if not said or years(said.rest) or Around(bare(sentence.text), 0, 0, frozenset(), frozenset()).has(supposed):
        return
    rest = Sentence(said.rest, clause.start)
    of = subjects.only(rest, shown) or subjects.wholly(rest, shown, 0, 0) or subjects.labelled(rest, shown)
    if not of or len(of.figures) < _LEAST or any(one.unit != of.figures[0].unit for one in of.figures):
        return
    figure, others = _figures(said, of)
    if not figure or not others or not _beyond(said.way, figure, others):
        return
    text = clause.text[said.start : said.end]
    offset = clause.start - sentence.start
    phrase = Phrase(Claim.CHANGE, text, offset + said.start, offset + said.end)
    spot = Spot(
        subjects.language, claims.words.lists, subjects, rest, rest, Phrase(Claim.CHANGE, text, said.start, said.end)
    )
    if spot.surely(of) and not _is_other(said, of, subjects):
        most = max(of.figures, key=lambda one: one.value * (said.way or 1))
        message = f"“{text}” is said of “{of.id}”, which is {figure.text} in {figure.period}"
        yield Unlike(phrase, message, f"say what the figures say: {most.text} in {most.period}")


def may_top(text: str, language: str) -> bool:
    """Return whether a text may call a figure the largest or smallest of all: this is asked of every text."""
    return not _keys(language).isdisjoint(words_in(text))


def _said(text: str, language: str) -> _Said | None:
    """Return the words of a clause for the largest or smallest figure, if it has some."""
    for pattern, way in _patterns(language):
        found = pattern.search(text)
        if not found:
            continue
        led = _in_year(language).match(text, opening(text, language))
        spans = [found.span("said"), *([found.span("when")] if "when" in found.re.groupindex else ())]
        spans += [led.span()] if led else []
        rest = text
        for start, end in spans:
            rest = rest[:start] + " " * (end - start) + rest[end:]
        rest = _being(language).sub(lambda verb: " " * len(verb[0]), rest)
        groups = found.groupdict()
        since, before = groups.get("since") or "", bool(groups.get("before")) or "before" not in groups
        start = found.start("said")
        end = max(stop for begin, stop in spans[:2] if begin >= start)
        return _Said(start, end, way, rest, led["year"] if led else "", since, before, "before" in groups)
    return None


def _figures(said: _Said, of: Indicator) -> tuple[Figure | None, tuple[Figure, ...]]:
    """Return the figure that is the largest or smallest, and the others of which it is one."""
    dated = [(years(one.period), one) for one in of.figures]
    if any(len(listed) != 1 for listed, _ in dated):
        return None, ()
    by_year = {int(next(iter(listed))): one for listed, one in dated}
    year = int(said.year) if said.year else max(by_year)
    first = int(said.since) + 1 if said.since else 0
    others = [one for at, one in by_year.items() if at != year and at >= first and (at < year or not said.before)]
    return by_year.get(year), tuple(others)


def _beyond(way: int, figure: Figure, others: tuple[Figure, ...]) -> bool:
    """Return whether one of the others is larger than the figure called the largest."""
    ways = (way,) if way else (1, -1)
    return all(any((one.value - figure.value) * each > 0 for one in others) for each in ways)


def _is_other(said: _Said, of: Indicator, subjects: Subjects) -> bool:
    """Return whether a clause may speak of the number of those whose share is known, or of an earlier time."""
    plain = plain_words(subjects.language)
    around = Around(said.rest, 0, 0, subjects.words_of(of), small_words(subjects.language))
    share = of.latest is not None and of.latest.unit.kind is UnitKind.PERCENT
    if around.strange or around.limits(plain["within"]):
        return True
    if share and (said.counts or around.has(plain["counted"])):
        return True
    return not said.year and around.has(plain["past"])


@cache
def _in_year(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:{_either_with(claim_words(language)['plain']['in-year'], _YEAR.format(name='year'))})")


def _either_with(listed: tuple[str, ...], year: str) -> str:
    """Return a pattern of phrases with a place for a year."""
    begins = either({one.partition("{n}")[0].strip() for one in listed} - {""})
    ends = either({one.partition("{n}")[2].strip() for one in listed} - {""})
    may_begin = "?" if any(one.startswith("{n}") for one in listed) else ""
    may_end = "?" if any(one.endswith("{n}") for one in listed) else ""
    return rf"(?:(?:{begins})\s+){may_begin}{year}" + (rf"(?:\s+(?:{ends})){may_end}" if ends else "")


@cache
def _being(language: str) -> re.Pattern[str]:
    """Return a pattern of verbs that say no more than that there are so many."""
    return re.compile(rf"(?<!\w)(?i:{either(claim_words(language)['plain']['there-are'])})(?!\w)")


@cache
def _keys(language: str) -> frozenset[str]:
    plain = claim_words(language)["plain"]
    return longest_words(phrase for name in _NAMES for phrase in plain[name])


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Return patterns of “more than in any other year”, “the highest since 2018” and “a record”, each with its way."""
    plain = claim_words(language)["plain"]
    listed = {name: rf"(?<!\w)(?i:{either(plain[name])})" for name in (*_NAMES, "more", "fewer")}
    any_ = rf"(?P<when>{listed['than-any']}(?!\w)|(?P<before>{listed['than-ever']})(?!\w))"
    since = _either_with(plain["since"], _YEAR.format(name="since"))
    ever = rf"(?P<when>(?<!\w)(?i:{since})|{listed['ever']}(?!\w))"
    between = r"(?:(?<=[’'])|\s)[^.,;:]*?"
    return (
        *(
            (re.compile(rf"(?P<said>{listed[name]}){between}{ever}"), way)
            for name, way in (("highest", 1), ("lowest", -1))
        ),
        *(
            (re.compile(rf"(?P<said>{listed[name]})(?!\w)[^.;:]*?{any_}{_ENDS}"), way)
            for name, way in (("more", 1), ("fewer", -1))
        ),
        (re.compile(rf"(?P<said>{listed['record']})(?!\w)"), 0),
    )
