"""A typed count out of a total that is referred to, or a typed total behind a reference, that the deck has nowhere."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import combinations

from deckgen.checks._around import Around, is_said
from deckgen.checks._naming import counts_as
from deckgen.checks._numbers import either, numbers
from deckgen.checks._phrases import bare, plain_words, small_words
from deckgen.checks._sight import SMALL, Sight, says
from deckgen.checks._speaking import Subjects, years
from deckgen.checks._verdict import Finding, Verdict
from deckgen.model.figures import Indicator, UnitKind
from deckgen.source.words import claim_words

_NEAR = Decimal("0.3")
"""How far a number may be from a count that it was once, as a share."""
_END = re.compile(r"[*_]*\s?(?:[.,;:!?)–—]|$)")
_DOES = re.compile(r"[*_]*\s(?:[а-яё]{2,}(?:ны|ты|ли|ют|ут|ят|ат)|его|её)(?!\w)")
"""What stands behind a number in Russian and is no noun of which there are so many."""
_SINGULAR = re.compile(r"(?<!1)[1-4]$")
_CELL = re.compile(r"(columns\.\d+\.)?table\.rows\..*|.*timeline\..*")
_CLOSED = "supposed", "more", "fewer", "elsewhen"
"""The lists of words with which a number is of others, of other times, or of what is to be."""


def out_of_total(at: Sight) -> Verdict | None:
    """Return what to say of “of {offices} offices, 30 are connected”, where nothing out of that total is 30."""
    found = _led(_said(at)).search(at.sentence.text[: at.number.start])
    whole = at.figures.indicators.get(found["name"]) if found else None
    if found is None or whole is None or not _may_be(at):
        return None
    parts = [of for of in at.figures.indicators.values() if _is_out_of(at, of, whole, found["field"] or "")]
    total = parts[0].of if parts else None
    value = at.number.quantity.value
    if total is None or not value < total.value or value in _known(at, parts, total.value):
        return None
    subjects, language = Subjects.of_deck(at.figures.checked), at.figures.checked.deck.facts.words.lang
    known = frozenset[str]().union(*(subjects.words_of(of) for of in parts))
    counted = frozenset(word for of in parts for word in subjects.counted_by(of))
    plain = claim_words(language)["plain"]
    linking = frozenset((*plain["so-many"], *plain["they-do"], *plain["only"]))
    before = [word.casefold() for word in (found["words"] or "").split()]
    if not any(counts_as(found["noun"].casefold(), word, language) for word in counted):
        return None
    if not all(word in linking or is_said(word, known) for word in before) or not _goes_on(at, known, language):
        return None
    one = [of for of in parts if of in at.named] or [of for of in parts if of in at.shown]
    if len(one) == 1 and one[0] not in at.referred and _is_sure(at, one[0], counted):
        return at.outdated(one)
    return at.verdict(Finding.UNKNOWN)


def total_behind(at: Sight) -> Verdict | None:
    """Return what to say of 48 in “{closed} lights of 48 that nobody passes”, where the deck has no 48."""
    found = _behind(_said(at)).search(at.sentence.text[: at.number.start])
    of = at.figures.indicators.get(found["name"]) if found else None
    if found is None or of is None or of.of is None or of.before or not _may_be(at):
        return None
    subjects, language = Subjects.of_deck(at.figures.checked), at.figures.checked.deck.facts.words.lang
    value, whole = at.number.quantity.value, of.of.value
    alike = [one for one in at.figures.indicators.values() if one.of and one.of.value == whole]
    if not of.latest or value < of.latest.value or value in _known(at, alike, whole):
        return None
    if not any(counts_as(found["noun"].casefold(), word, language) for word in subjects.counted_by(of)):
        return None
    # “Six lights of 48 watts” are none of so many, and “six lights of 48.” are told to be out of a wrong whole.
    behind = re.match(r"[*_]*\s([^\W\d_]+)", at.number.behind)
    plain = claim_words(language)["plain"]
    relative = (*plain["narrowing"], *plain["relative"])
    return at.verdict(Finding.UNKNOWN) if behind and behind[1].casefold() in relative else None


def _may_be(at: Sight) -> bool:
    """Return whether a number may be a count of today that follows from nothing that is spoken of."""
    if at.number.quantity.value <= SMALL or not at.measured or at.wanted or years(at.sentence.text):
        return False
    return not at.follows(*at.named, *at.shown, *at.referred)


def _said(at: Sight) -> tuple[str, ...]:
    return (*at.figures.lists["of-total"], *at.figures.lists["out-of"])


def _is_out_of(at: Sight, of: Indicator, whole: Indicator, field: str) -> bool:
    """Return whether an indicator is a count out of the total that is referred to."""
    if of.of is None or of.latest is None or of.latest.unit.kind is not UnitKind.COUNT or of.before:
        return False
    if field == "of":
        return whole.of is not None and whole.of.value == of.of.value
    return at.figures.totals.get(of.id) == whole.id


def _known(at: Sight, parts: list[Indicator], whole: Decimal) -> frozenset[Decimal]:
    """Return the counts that a deck has somewhere, the rest of each of ``parts``, and the sums of two of them."""
    own = [figure.value for of in parts for figure in (*of.figures, of.unconfirmed) if figure]
    pairs = (value for one, other in combinations(own, 2) for value in (one + other, abs(one - other)))
    rests = (whole - value for value in (*own, *(one + other for one, other in combinations(own, 2))))
    figures = (value for of in at.figures.indicators.values() for value in _of_indicator(of))
    return frozenset((*own, *pairs, *rests, *figures, *_in_cells(at)))


def _of_indicator(of: Indicator) -> Iterator[Decimal]:
    for figure in (*of.figures, of.unconfirmed, of.of):
        if figure:
            yield figure.value
    for figure in of.figures:
        if of.of:
            yield of.of.value - figure.value


def _in_cells(at: Sight) -> Iterator[Decimal]:
    """Yield the numbers that stand in tables and timelines: these need no indicator."""
    words = at.figures.checked.deck.facts.words
    for _, told in at.figures.checked.told:
        if _CELL.fullmatch(told.key):
            yield from (typed.quantity.value for typed in numbers(told.plain, words.lang, words.lists, ()))


def _goes_on(at: Sight, known: frozenset[str], language: str) -> bool:
    """Return whether nothing that is counted instead stands behind the number, but what these do."""
    behind = re.match(r"[*_]*\s([^\W\d_]+)", at.number.behind)
    if _END.match(at.number.behind):
        return True
    if behind is None or (language == "de" and behind[1][0].isupper()):
        return False
    if language == "ru":
        return bool(_DOES.match(at.number.behind)) and not _SINGULAR.search(at.number.text)
    # A German verb stands before the number: what is behind it belongs to it.
    does = any(re.match(rf"[*_]*\s(?i:{re.escape(verb)})(?!\w)", at.number.behind) for verb in _verbs(language))
    return does or language == "de" or is_said(behind[1].casefold(), known)


def _verbs(language: str) -> tuple[str, ...]:
    return tuple(claim_words(language)["plain"]["they-do"])


def _is_sure(at: Sight, of: Indicator, counted: frozenset[str]) -> bool:
    """Return whether a sentence says of one indicator what its label says, and nothing else; and nearly as many."""
    language, text = at.figures.checked.deck.facts.words.lang, at.sentence.text
    start, end = at.number.start, at.number.start + len(at.number.text)
    rest = text[:start] + text[end:]
    only = frozenset(claim_words(language)["plain"]["only"])
    left = tuple(word for word in at.figures.lists["left-open"] if word not in only)
    if re.search(r"\d", bare(rest)) or text.rstrip().endswith("?") or says(rest, left):
        return False
    known = Subjects.of_deck(at.figures.checked).words_of(of) | counted
    around = Around(bare(text), start, end, known, small_words(language))
    if around.strange or any(around.has(plain_words(language)[name]) for name in _CLOSED):
        return False
    said = any(around.says(word) for word in Around(of.name, 0, 0, frozenset(), small_words(language)).words)
    value = of.latest.value if of.latest else Decimal(0)
    return said and bool(value) and abs(at.number.quantity.value / value - 1) <= _NEAR


@cache
def _led(said: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a total that begins a clause, and stands before a number: “of {offices} offices, only …”."""
    return re.compile(
        rf"(?:^|[.;:,–—]\s)[*_]*(?:{either(said)})\s[*_]*\{{\s*(?P<name>[\w-]+)(?:\.(?P<field>of|value))?\s*\}}[*_]*"
        r"\s(?P<noun>[^\W\d_]{3,})[*_]*,?(?P<words>(?:\s[^\W\d_]+){0,2})\s[*_]*$",
        re.IGNORECASE,
    )


@cache
def _behind(said: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a reference with what it counts, and words for a total behind: “{closed} lights of”."""
    return re.compile(
        rf"\{{\s*(?P<name>[\w-]+)\s*\}}[*_]*\s(?P<noun>[^\W\d_]{{3,}})[*_]*\s(?:{either(said)})\s[*_]*$", re.IGNORECASE
    )
