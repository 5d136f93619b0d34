"""What is said to rise or fall each time: “fires become fewer with every count”, which one count does not bear out."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from deckgen.checks._around import LONG, Around, is_said
from deckgen.checks._claimed import Spot
from deckgen.checks._naming import Sentence
from deckgen.checks._phrases import (
    Claim,
    Phrase,
    bare,
    either,
    longest_words,
    plain_words,
    small_words,
    words,
    words_in,
)
from deckgen.checks._ranked import Unlike
from deckgen.checks._speaking import Subjects, years
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.resolve.claims import Claims
from deckgen.source.words import claim_words

_LEAST = 3
"""With fewer figures there is but one step, of which another check tells."""
_OPEN = ("excepted", "denied", "supposed", "elsewhen", "spans", "nearly", "past", "than", "used-to")


def every_time(
    clause: Sentence, sentence: Sentence, subjects: Subjects, claims: Claims, shown: tuple[str, ...]
) -> Iterator[Unlike]:
    """Yield what a clause of a sentence says to rise or fall each time, which once went the other way."""
    language, text = subjects.language, bare(clause.text)
    when = each_time(language).search(text)
    ways = [(one, way) for way in (1, -1) for one in _ways(language, way).finditer(text)]
    if not when or len(ways) != 1 or years(text) or re.search(r"\d", text):
        return
    found, way = ways[0]
    rest_text = text
    for start, end in (when.span(), found.span()):
        rest_text = rest_text[:start] + " " * (end - start) + rest_text[end:]
    rest = Sentence(rest_text, clause.start)
    of = subjects.only(rest, shown) or subjects.wholly(rest, shown, 0, 0) or subjects.labelled(rest, shown)
    if not of or len(of.figures) < _LEAST or any(one.unit != of.figures[0].unit for one in of.figures):
        return
    step = _other_way(of, way)
    if not step or not _says_noun(of, rest, subjects) or _is_other(rest_text, found[0], of, subjects):
        return
    start, end = min(when.start(), found.start()), max(when.end(), found.end())
    spot = Spot(language, claims.words.lists, subjects, rest, rest, Phrase(Claim.CHANGE, text[start:end], start, end))
    supposed = Around(bare(sentence.text), 0, 0, frozenset(), frozenset()).has(plain_words(language)["supposed"])
    if not supposed and spot.surely(of):
        offset = clause.start - sentence.start
        phrase = Phrase(Claim.CHANGE, when[0], offset + when.start(), offset + when.end())
        one, other = step
        figures = f"{one.text} in {one.period} and {other.text} in {other.period}"
        yield Unlike(phrase, f"“{found[0]} … {when[0]}” is said of “{of.id}”, which is {figures}")


def may_each_time(text: str, language: str) -> bool:
    """Return whether a text may say what happens each time: this is asked of every text."""
    return not _keys(language).isdisjoint(words_in(text))


def _other_way(of: Indicator, way: int) -> tuple[Figure, Figure] | None:
    """Return the two figures, one after the other, between which an indicator first goes the other way."""
    dated = [(years(one.period), one) for one in of.figures]
    if any(len(listed) != 1 for listed, _ in dated):
        return None
    ordered = [one for _, one in sorted(((min(listed), one) for listed, one in dated), key=lambda each: each[0])]
    if len({one.period for one in ordered}) < len(ordered):
        return None
    pairs = pairwise(ordered)
    return next(((one, other) for one, other in pairs if (other.value - one.value) * way < 0), None)


def _says_noun(of: Indicator, clause: Sentence, subjects: Subjects) -> bool:
    """Return whether a clause says what a label begins with, which is what rises: foresters are no fires in forests."""
    small = small_words(subjects.language)
    label = [word.text for word in words(of.name) if len(word.text) >= LONG and word.text not in small]
    said = {word.text for word in words(bare(clause.text))}
    return of.id in {name for name, _ in clause.references} or bool(label and is_said(label[0], said))


def _is_other(rest: str, how: str, of: Indicator, subjects: Subjects) -> bool:
    """Return whether something else may be said, or the number of those whose share is known."""
    plain, small = plain_words(subjects.language), small_words(subjects.language)
    around = Around(rest, 0, 0, subjects.words_of(of), small)
    share = of.latest is not None and of.latest.unit.kind is UnitKind.PERCENT
    said = Around(how, 0, 0, frozenset(), frozenset())
    if share and (any(said.has(plain[name]) for name in ("more", "fewer")) or around.has(plain["counted"])):
        return True
    return bool(around.strange) or around.limits(plain["within"]) or any(around.has(plain[name]) for name in _OPEN)


@cache
def each_time(language: str) -> re.Pattern[str]:
    """Return a pattern of words such as “with every count”."""
    return re.compile(rf"(?<!\w)(?i:{either(claim_words(language)['plain']['each-time'])})(?!\w)")


@cache
def _ways(language: str, way: int) -> re.Pattern[str]:
    name = "rises" if way > 0 else "falls"
    return re.compile(rf"(?<!\w)(?i:{either(claim_words(language)['plain'][name])})(?!\w)")


@cache
def _keys(language: str) -> frozenset[str]:
    return longest_words(claim_words(language)["plain"]["each-time"])
