"""A typed count behind which what it counts is left out: “…, but only 19 have tried it”, over a figure that is 19."""

import re
from functools import cache

from deckgen.checks._around import Around
from deckgen.checks._naming import Sentence, one_word
from deckgen.checks._numbers import either
from deckgen.checks._parts import denies_alike, parts
from deckgen.checks._phrases import bare, plain_words, small_words, words
from deckgen.checks._sight import Sight
from deckgen.checks._speaking import Subjects, years
from deckgen.checks._verdict import Verdict
from deckgen.model.figures import Indicator
from deckgen.source.words import claim_words

_LEAST = 10
"""Numbers of one digit are said of much."""
_SINGULAR = re.compile(r"(?<!1)[1-4]$")
"""Behind such numbers a Russian noun may look like a verb: “22 недели”."""
_OVER = re.compile(r"(columns\.\d+\.)?(title|lead|callout)|notes.*")
_END = re.compile(r"[.;:!?()]|,\s|\s[–—-]\s")


def of_alone(at: Sight) -> Verdict | None:
    """Return that a number, behind which a verb follows, is a figure that this slide shows, and of no other.

    What it counts is said before, or another figure out of the same total is; nothing else is spoken of.
    """
    number = at.number
    if number.quantity.value < _LEAST or not _OVER.fullmatch(at.told.key) or not at.measured or at.wanted:
        return None
    language = at.figures.checked.deck.facts.words.lang
    start = _begin(at.sentence.text[: number.start], language)
    if start is None or not _does(number.behind, number.text, language):
        return None
    of = _only(at)
    if of is None or of in at.referred or not _is_counted(at, of):
        return None
    return at.typed([of.id]) if _says_no_more(at, of, start) else None


def _begin(before: str, language: str) -> int | None:
    """Return where the clause begins that has no more than “only” before the number; None if it has."""
    plain = claim_words(language)["plain"]
    found = _opening(tuple(plain["joins"]), tuple(plain["so-many"])).search(before)
    return max(found.start("clause"), found.start("joined")) if found else None


def _does(behind: str, number: str, language: str) -> bool:
    """Return whether a verb stands right behind a number."""
    found = _verbs(tuple(claim_words(language)["plain"]["they-do"])).match(behind)
    return bool(found) and not (language == "ru" and _SINGULAR.search(number))


def _only(at: Sight) -> Indicator | None:
    """Return the indicator of this slide that the number is; None where it may be another, or a total."""
    value = at.number.quantity.value
    shown = [of for of in parts(at) if of in at.shown]
    if len(shown) != 1 or len(at.figures.by_value.get(value, ())) != 1:
        return None
    every = at.figures.indicators.values()
    return None if any(of.of and of.of.value == value for of in every) else shown[0]


def _is_counted(at: Sight, of: Indicator) -> bool:
    """Return whether a text says before the number what it counts, and what of one of these figures is counted.

    That is a bold word of a figure out of the same total, or a reference to one.
    """
    totals, subjects = at.figures.totals, Subjects.of_deck(at.figures.checked)
    alike = [
        one
        for one in at.figures.indicators.values()
        if one.of and of.of and one.of.value == of.of.value and totals.get(one.id) == totals.get(of.id)
    ]
    before = at.told.text[: at.sentence.start + at.number.start]
    if {name for name, _ in Sentence(before, 0).references} & {one.id for one in alike}:
        return True
    said, whole = words(bare(before)), subjects.counted_by(of)
    near = (*said, *words(bare(_rest(at.number.behind, subjects.language))))
    bold = any(subjects.is_bold(word.text, one) for word in near for one in alike)
    return bold and any(one_word(word.text, other) for word in said for other in whole)


def _says_no_more(at: Sight, of: Indicator, start: int) -> bool:
    """Return whether the clause of a number is of today, hopes for nothing, and has no word of another indicator."""
    text, number = at.sentence.text, at.number
    if years(text) - years(of.latest.period if of.latest else ""):
        return False
    language, end = at.figures.checked.deck.facts.words.lang, number.start + len(number.text)
    clause = text[start:end] + _rest(text[end:], language)
    known = Subjects.of_deck(at.figures.checked).words_of(of)
    around = Around(bare(clause), number.start - start, end - start, known, small_words(language))
    plain = plain_words(language)
    listed = ("supposed", "more", "fewer", "elsewhen")
    if any(around.has(plain[name]) for name in listed) or around.limits(plain["places"]):
        return False
    names = at.figures.names
    others = names.touched(Sentence(clause, 0)) - names.totals - {of.id}
    return not others and denies_alike(at, of, Around(around.text, around.start, around.end, frozenset(), frozenset()))


def _rest(text: str, language: str) -> str:
    """Return what stands before the end of a clause."""
    joins = re.search(rf"\s(?i:{either(claim_words(language)['plain']['joins'])})\s", text)
    ends = [found.start() for found in (_END.search(text), joins) if found]
    return text[: min(ends, default=len(text))]


@cache
def _opening(joins: tuple[str, ...], only: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the beginning of a clause that goes on with a number, or with “only” and a number."""
    return re.compile(
        rf"(?:^|[.;:!?,(]\s|\s[–—-]\s)[\W_]*(?P<clause>(?:(?i:{either(joins)})\s)?(?:(?i:{either(only)})\s)?)[*_]*$"
        rf"|(?<!\w)(?P<joined>(?i:{either(joins)})\s(?:(?i:{either(only)})\s)?)[*_]*$"
    )


@cache
def _verbs(listed: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of the verbs ``listed`` that stands right behind; “…” is any word with that end."""
    ways = (re.escape(phrase).replace("…", r"[^\W\d_]{2,}").replace(r"\ ", r"\s") for phrase in listed)
    return re.compile(rf"[*_]*\s(?i:{'|'.join(ways)})(?!\w)")
