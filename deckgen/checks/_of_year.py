"""A typed number that a text gives to a year of an indicator: “In 2018 we had 1,840”, over a figure of that year."""

import re

from deckgen.checks._around import Around
from deckgen.checks._naming import Sentence
from deckgen.checks._numbers import Quantity
from deckgen.checks._phrases import bare, plain_words, small_words
from deckgen.checks._sight import Sight
from deckgen.checks._speaking import Subjects
from deckgen.checks._verdict import Verdict
from deckgen.checks._years_beside import around_year
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.source.words import claim_words
from deckgen.values import frozen

_YEAR = re.compile(r"(?<![\d.,–-])(?:19|20)\d\d(?!\d|[.,–-]\d|%)")
_ENDS = re.compile(r"[;:!?(){}]|\.(?=\s|$)|,\s|\s[–—-]\s")
_BESIDE = re.compile(r"[*_]*(?:\s[^\W\d_]+){0,2}\s")
"""What may stand between a number and the year behind it."""


def of_year(at: Sight) -> Verdict | None:
    """Return that a number is said of a year in which the one indicator that is spoken of had another figure.

    Nothing else may be said in its clause than that it was so much.
    """
    if at.wanted or not at.measured or at.number.total is not None or at.number.quantity.points:
        return None
    dated = _dated(at)
    of = _spoken(at, dated.year) if dated else None
    figure = _figure(of, dated.year) if dated and of else None
    if not dated or not of or not figure or not _is_alike(at, figure) or _says_more(at, of, dated):
        return None
    if at.number.quantity.value == Quantity.of(figure.value, figure.unit).value:
        return None
    field = {id(of.before): ".before", id(of.latest): ".after"}.get(id(figure))
    return at.outdated([of], [of.id + field] if field else [])


@frozen(slots=True)
class _Dated:
    """The year that a number is said of, from where to where that is said, and in which clause."""

    year: str
    start: int
    end: int
    begin: int
    stop: int


def _dated(at: Sight) -> _Dated | None:
    """Return the only year of a clause, if it stands before a number, or right behind it: “1,840 in 2018”."""
    text, start, end = at.sentence.text, at.number.start, at.number.start + len(at.number.text)
    begin, stop = _clause(text, start, end)
    found = [one for one in _YEAR.finditer(text, begin, stop) if one.start() != start]
    said = around_year(text, *found[0].span(), at.figures.checked.deck.facts.words.lang) if len(found) == 1 else None
    if said is None or (said[0] > start and not _BESIDE.fullmatch(text[end : said[0]])):
        return None
    return _Dated(found[0][0], *said, begin, stop)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return from where to where the clause stands around a number, with “In 2018,” before it."""
    begins = [found.end() for found in _ENDS.finditer(text, 0, start)]
    begin = max(begins, default=0)
    if begin and re.fullmatch(r"[\w\s’']{2,24}(?<=\d),\s", text[:begin]):
        begin = 0
    stop = _ENDS.search(text, end)
    return begin, stop.start() if stop else len(text)


def _spoken(at: Sight, year: str) -> Indicator | None:
    """Return the one indicator that a sentence, its text or else its slide speaks of, and that has a figure of a year.

    A sentence behind others may go on with what they speak of.
    """
    totals = at.figures.names.totals
    before = Sentence(at.told.text[: at.sentence.start], 0)
    so_far = at.of(name for name, _ in before.references)
    around = so_far if before.text.strip() else (*at.shown, *at.on_same_slide)
    for known in (at.referred, at.named, at.of(at.touched), around):
        listed = {of.id: of for of in known if of.id not in totals and _figure(of, year)}
        if listed:
            return next(iter(listed.values())) if len(listed) == 1 else None
    return None


def _figure(of: Indicator, year: str) -> Figure | None:
    """Return the only figure of an indicator that is of a year."""
    found = [figure for figure in of.figures if _YEAR.findall(figure.period) == [year]]
    return found[0] if len(found) == 1 else None


def _is_alike(at: Sight, figure: Figure) -> bool:
    if figure.unit.kind is UnitKind.COUNT:
        return at.number.bare
    return Quantity.of(figure.value, figure.unit).alike(at.number.quantity)


def _says_more(at: Sight, of: Indicator, dated: _Dated) -> bool:
    """Return whether a clause says anything but that an indicator was so much in that year."""
    language = at.figures.checked.deck.facts.words.lang
    text = at.sentence.text
    clause = text[dated.begin : dated.start] + " " * (dated.end - dated.start) + text[dated.end : dated.stop]
    small = small_words(language) | frozenset(claim_words(language)["plain"]["to-figure"])
    known = Subjects.of_deck(at.figures.checked).words_of(of)
    start = at.number.start - dated.begin
    end = start + len(at.number.text)
    around = Around(bare(clause), start, end, known, small)
    # “300 more than in 2019” is no figure of 2019.
    compared = any(
        around.has(plain_words(language)[name]) for name in ("more", "fewer", "than", "supposed", "negative")
    )
    return compared or bool(around.strange) or bool(re.search(r"\d", clause[:start] + clause[end:]))
