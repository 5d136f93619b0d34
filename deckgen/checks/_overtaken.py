"""Which of two figures is said to have overtaken the other: “trout has overtaken perch”, of which perch is more."""

import re
from collections.abc import Iterator
from functools import cache

from deckgen.checks._around import LONG, Around, is_said
from deckgen.checks._clauses import opening
from deckgen.checks._naming import Sentence
from deckgen.checks._phrases import (
    Claim,
    Phrase,
    bare,
    either,
    longest_words,
    plain_words,
    small_words,
    texts_of,
    words,
    words_in,
)
from deckgen.checks._ranked import Unlike, alike_in_whole
from deckgen.checks._speaking import Subjects, years
from deckgen.model.figures import Indicator, UnitKind
from deckgen.source.words import claim_words

LONGEST = 500
"""How many letters a clause has at most that is looked at: a longer one is none that says so little."""
_OPEN = ("denied", "supposed", "elsewhen", "spans", "nearly", "past", "and", "both")
_OBJECT_FIRST = {"de": re.compile(r"\s*den\s", re.IGNORECASE), "es": re.compile(r"\s*(?:a|al)\s", re.IGNORECASE)}
"""What the one that was overtaken begins with, where it stands first."""
_NOMINATIVE = re.compile(r"[а-яё]*(?:[бвгджзйклмнпрстфхцчшщыи]|(?<!у)ь)", re.IGNORECASE)
_ACCUSATIVE = re.compile(r"(?:[а-яё]*(?:[ую]|ов|ев|ей|их|ых))", re.IGNORECASE)


def overtaken(clause: Sentence, offset: int, subjects: Subjects, shown: tuple[str, ...]) -> Iterator[Unlike]:
    """Yield the words of a clause that say one figure shown has overtaken another, which it has not."""
    language, text = subjects.language, bare(clause.text)
    for pattern, overtakes in _patterns(language) if len(text) <= LONGEST else ():
        found = pattern.fullmatch(text, opening(text, language))
        if not found or _is_turned(found, language):
            continue
        left, right = (subjects.only_touched(clause.text[slice(*found.span(side))]) for side in ("left", "right"))
        if not left or not right or left is right or left.id not in shown or right.id not in shown:
            continue
        if not _is_one_measure(left, right, found, subjects) or _is_open(text, found, left, right, subjects):
            continue
        if _is_behind(left, right) or (overtakes and _was_ahead(left, right)):
            start, end = found.span("said")
            phrase = Phrase(Claim.CHANGE, text[start:end], offset + start, offset + end)
            told = " and ".join(f"“{of.id}”, which is {_told(of)}" for of in (left, right))
            yield Unlike(phrase, f"“{phrase.text}” is said of {told}")


def may_overtake(text: str, language: str) -> bool:
    """Return whether a text may say that something has overtaken another: this is asked of every text."""
    return not _keys(language).isdisjoint(words_in(text))


def _is_turned(found: re.Match[str], language: str) -> bool:
    """Return whether the one that was overtaken may stand first."""
    left = found["left"].strip()
    if language == "ru":
        # Case alone tells which is which, where the verb stands between them.
        last, first = left.split()[-1], found["right"].split()[0]
        return not (_NOMINATIVE.fullmatch(last) or _ACCUSATIVE.fullmatch(first)) or bool(_ACCUSATIVE.fullmatch(last))
    first_ = _OBJECT_FIRST.get(language)
    return bool(first_ and first_.match(found["left"] + " "))


def _is_one_measure(left: Indicator, right: Indicator, found: re.Match[str], subjects: Subjects) -> bool:
    """Return whether two figures are parts of one whole, or have labels that are the same but for what sets them apart.

    That is what a clause says of each.
    """
    one, other = left.latest, right.latest
    if not one or not other or one.unit != other.unit or one.period != other.period:
        return False
    if alike_in_whole(left, right, subjects):
        return True
    if one.unit.kind is not UnitKind.PERCENT:
        return False
    small = small_words(subjects.language)
    labels = [texts_of(of.name) - small for of in (left, right)]
    sides = ((labels[0] - labels[1], found["left"]), (labels[1] - labels[0], found["right"]))
    return bool(labels[0] & labels[1]) and all(all(is_said(word, _said(text)) for word in own) for own, text in sides)


def _said(text: str) -> frozenset[str]:
    return frozenset(word.text for word in words(text) if len(word.text) >= LONG)


def _is_open(text: str, found: re.Match[str], left: Indicator, right: Indicator, subjects: Subjects) -> bool:
    """Return whether something else may be meant, or what is said is left open."""
    rest = text
    for name in ("said", "end"):
        if name in found.re.groupindex:
            start, end = found.span(name)
            rest = rest[:start] + " " * (end - start) + rest[end:]
    plain = plain_words(subjects.language)
    around = Around(rest, 0, 0, subjects.words_of(left) | subjects.words_of(right), small_words(subjects.language))
    if around.strange or years(text) or any(subjects.denies_more(of, text) for of in (left, right)):
        return True
    return any(around.has(plain[name]) for name in _OPEN)


def _is_behind(left: Indicator, right: Indicator) -> bool:
    return bool(left.latest and right.latest and left.latest.value < right.latest.value)


def _was_ahead(left: Indicator, right: Indicator) -> bool:
    """Return whether the first was the larger at all times, of which there are two at least."""
    by_period = {figure.period: figure.value for figure in right.figures}
    pairs = [(one.value, by_period[one.period]) for one in left.figures if one.period in by_period]
    return len(pairs) > 1 and all(value > other for value, other in pairs)


def _told(of: Indicator) -> str:
    latest = of.latest.text if of.latest else ""
    return f"{latest}, and was {of.before.text}" if of.before else latest


@cache
def _keys(language: str) -> frozenset[str]:
    plain = claim_words(language)["plain"]
    return longest_words((*plain["overtaken"], *plain["ahead"]))


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Return patterns of “one has overtaken the other”, and whether it was behind before; “…” stands for the other."""
    plain = claim_words(language)["plain"]
    side = r"(?P<{}>[^,;:]+?)(?<=\S)"
    found: list[tuple[re.Pattern[str], bool]] = []
    for name in ("overtaken", "ahead"):
        listed = [one for one in plain[name] if "…" not in one]
        said = rf"\s+(?P<said>(?i:{either(listed)}))(?:\s+|(?<=[’']))" if listed else ""
        if said:
            found.append(
                (re.compile(rf"{side.format('left')}{said}{side.format('right')}\s*[.!]?"), name == "overtaken")
            )
        for one in (one for one in plain[name] if "…" in one):
            begin, end = (either([part.strip()]) for part in one.split("…"))
            both = rf"\s+(?P<said>(?i:{begin}))\s+{side.format('right')}\s+(?P<end>(?i:{end}))"
            found.append((re.compile(rf"{side.format('left')}{both}\s*[.!]?"), name == "overtaken"))
    return tuple(found)
