"""Which way a clause says that something went, or lies beside something else, where no figure of its slide did."""

import re

from deckgen.checks._around import is_said
from deckgen.checks._clauses import opening
from deckgen.checks._comparatives import comparative
from deckgen.checks._directions import Direction, direction
from deckgen.checks._every_time import each_time, may_each_time
from deckgen.checks._evidence import Evidence
from deckgen.checks._numbers import YEAR
from deckgen.checks._phrases import Word, plain_words, words
from deckgen.checks._ranked import more_than, ranks
from deckgen.checks._spoken import Place, Spoken
from deckgen.checks._then import in_a_row, may_compare_years, then

_TWO = 2
_SUBJECT_FIRST = ("en", "de", "fr")
"""The languages in which no statement begins with its verb."""


def unborne_way(spoken: Spoken) -> Place | None:
    """Return where it is said which way something went, if no figure did, nor lies so beside another."""
    return _way(spoken) or _comparative(spoken) or _beside_other(spoken)


def so_long_ago(spoken: Spoken) -> Place | None:
    """Return where “than five years ago” stands in a clause, if no figure is so old."""
    may = may_compare_years(spoken.text, spoken.language)
    ago = then(spoken.text, spoken.language) if may else None
    if not ago or not ago["number"]:
        return None
    return ago.span() if spoken.of(ago.span()).denies_ago(ago, spoken.language) else None


def _way(spoken: Spoken) -> Place | None:
    """Return where it is said which way something went, if no figure did: once, each time, or so often in a row."""
    way = direction(spoken.clause, spoken.lists, spoken.language)
    if not way or not way.way or way.open or _says_else(spoken, way):
        return None
    place = way.start, way.start + len(way.said)
    row = in_a_row(spoken.text, spoken.language)
    if row and spoken.evidence.denies_in_a_row(way.way, row[1]):
        return _together(place, row[0].span())
    when, of = _each_time(spoken), spoken.of(place)
    if when and of.denies_each_time(way.way):
        return _together(place, when.span())
    # “Has become more frequent” tells of something that may have no figure, “more content” of those who are.
    if way.midst and not _counts(spoken, place, of):
        return None
    both = _both(spoken)
    if both and len(spoken.evidence.figures) == _TWO:
        return _together(place, (both.start, both.end)) if spoken.evidence.denies_way(way.way, every=True) else None
    return place if of.denies_way(way.way) else None


def _together(one: Place, other: Place) -> Place:
    return min(one[0], other[0]), max(one[1], other[1])


def _says_else(spoken: Spoken, way: Direction) -> bool:
    """Return whether a clause is no statement, has numbers of its own, or a “more” of what no figure counts."""
    # “Falls with a head injury”
    begins = way.start == opening(spoken.clause.text, spoken.language)
    if begins and not way.begins and spoken.language in _SUBJECT_FIRST:
        return True
    if re.search(r"\d", YEAR.sub(" ", spoken.text)):
        return True
    # “More work lies ahead”
    around = spoken.around((way.start, way.start + len(way.said)))
    return way.begins and not any(around.knows(word) for word in around.words if around.is_long(word))


def _each_time(spoken: Spoken) -> re.Match[str] | None:
    may = may_each_time(spoken.clause.text, spoken.language)
    return each_time(spoken.language).search(spoken.text) if may else None


def _counts(spoken: Spoken, place: Place, of: Evidence) -> bool:
    """Return whether a word that sets one of the figures apart stands behind a “more”."""
    behind = [word for word in words(spoken.text) if word.start >= place[1]][:1]
    return any(is_said(word.text, spoken.subjects.marks_of(one)) for word in behind for one in of.figures)


def _both(spoken: Spoken) -> Word | None:
    listed, found = plain_words(spoken.language)["both"], words(spoken.text)
    return next((word for at, word in enumerate(found) if listed.end(found, at) == at + 1), None)


def _comparative(spoken: Spoken) -> Place | None:
    """Return where a comparative stands, if nothing that it measures ever went that way."""
    found = comparative(spoken.text, spoken.language)
    if not found:
        return None
    place = found.start, found.end
    measured = spoken.of(place).measured(found.kind, spoken.language)
    return place if measured.denies_way(found.way) else None


def _beside_other(spoken: Spoken) -> Place | None:
    """Return where “fewer … than the native” stands, if of two figures the other than the one named is no less."""
    figures, text = spoken.evidence.figures, spoken.clause.text
    if len(figures) != _TWO or not ranks(text, spoken.language):
        return None
    for pattern, way in more_than(spoken.language):
        found = pattern.search(spoken.text)
        named = spoken.subjects.only_touched(text[found.start("right") :]) if found else None
        if not found or named not in figures:
            continue
        other = next(of for of in figures if of is not named)
        before = spoken.subjects.only_touched(text[: found.start("right")])
        if before in (None, other) and spoken.evidence.denies_order(other.id, way):
            return found.start("said"), found.end("than")
    return None
