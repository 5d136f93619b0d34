"""So many out of a total, in words: “Five of fourteen cables”, over figures out of fourteen none of which is five."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from deckgen.checks._aims import under_aims
from deckgen.checks._around import Around
from deckgen.checks._naming import Sentence, counts_as, sentences
from deckgen.checks._number_words import number_words, said_number
from deckgen.checks._numbers import either
from deckgen.checks._phrases import Phrases, bare, plain_words, small_words, words
from deckgen.checks._sight import Figures, says
from deckgen.checks._speaking import Subjects, years
from deckgen.checks._verdict import Finding, Verdict, place
from deckgen.model.deck import Slide, Told
from deckgen.model.figures import Indicator, UnitKind
from deckgen.source.words import claim_words

_NEAR = Decimal("0.3")
"""How far a number may be from a figure that it was once, as a share, or one: farther, it counts something else."""
_OVER = re.compile(r"(columns\.\d+\.)?(title|lead)")
_LEAST = 2
"""One of them is an example."""


def spelt(figures: Figures, slide: Slide | None, told: Told) -> Iterator[Verdict]:
    """Yield so many, in words, out of a total that figures of the slide are out of, where no figure is so many."""
    if slide is None or not _OVER.fullmatch(told.key):
        return
    shown = [of for name in slide.indicators if _is_part(of := figures.indicators[name])]
    wholes = {int(of.of.value) for of in shown if of.of}
    if not wholes:
        return
    language, said = figures.checked.deck.facts.words.lang, (*figures.lists["of-total"], *figures.lists["out-of"])
    # Few titles name the total, which is found sooner than the pattern is made.
    if not any(one in told.text.casefold() for one in _written(language, frozenset(wholes))):
        return
    pattern = _pattern(language, tuple(sorted(wholes)), said)
    if not pattern.search(told.text) or under_aims(slide, told, figures.lists):
        return
    for sentence in sentences(told):
        found = pattern.search(sentence.text)
        about = _contradicted(figures, shown, sentence, found) if found else []
        if found and about:
            span = place(told, found[0], sentence.start + found.start())
            yield Verdict(Finding.STRAY, found[0], span, (), tuple(about))


def _contradicted(
    figures: Figures, shown: list[Indicator], sentence: Sentence, found: re.Match[str]
) -> list[Indicator]:
    """Return the figures of a slide that are out of the total which is said, if none is what is said, but one nearly.

    Nothing leaves open what is counted, and no figure of the deck comes to it.
    """
    language = figures.checked.deck.facts.words.lang
    part, whole = (said_number(found[name], language) for name in ("part", "whole"))
    before = words(sentence.text[: found.start()])[-1:]
    if not _LEAST <= part < whole or any(word.text in number_words(language) for word in before):
        return []
    about = [of for of in shown if of.of and of.of.value == whole]
    every = [of for of in figures.indicators.values() if of.of and of.of.value == whole]
    values = {figure.value for of in every for figure in (*of.figures, of.unconfirmed) if figure}
    if part in values or whole - part in values or not any(_is_near(part, of) for of in about):
        return []
    counted = frozenset(word for of in about for word in Subjects.of_deck(figures.checked).counted_by(of))
    nouns = (*words(bare(sentence.text[found.end() :]))[:2], *words(bare(found["between"] or "")))
    if not any(counts_as(word.text, one, language) for word in nouns for one in counted):
        return []
    return about if _is_sure(figures, sentence, found, about) else []


def _is_sure(figures: Figures, sentence: Sentence, found: re.Match[str], about: list[Indicator]) -> bool:
    """Return whether a sentence says of today what is, with no other number."""
    text, language = sentence.text, figures.checked.deck.facts.words.lang
    plain = plain_words(language)
    rest = text[: found.start()] + text[found.end() :]
    if years(text) or "{" in text or text.rstrip().endswith("?") or re.search(r"\d", rest):
        return False
    only = frozenset(claim_words(language)["plain"]["only"])
    listed = tuple(one for name in ("left-open", "not-measured") for one in figures.lists[name] if one not in only)
    if says(rest, listed):
        return False
    known = frozenset(word.text for of in about for word in words(of.name))
    around = Around(bare(text), found.start(), found.end(), known, small_words(language))
    closed: tuple[Phrases, ...] = tuple(
        plain[name] for name in ("negative", "supposed", "more", "fewer", "elsewhen", "yet-to")
    )
    return not any(around.has(one) for one in closed) and not around.limits(plain["places"])


def _is_part(of: Indicator) -> bool:
    """Return whether an indicator is a count out of a total."""
    return bool(of.of and of.latest and of.latest.unit.kind is UnitKind.COUNT)


def _is_near(part: int, of: Indicator) -> bool:
    value = of.latest.value if of.latest else Decimal(0)
    return bool(value) and abs(part - value) <= max(Decimal(1), value * _NEAR)


@cache
def _written(language: str, wholes: frozenset[int]) -> tuple[str, ...]:
    """Return how totals are written, in digits and in words."""
    return (*map(str, wholes), *(word for word, value in number_words(language).items() if value in wholes))


@cache
def _pattern(language: str, wholes: tuple[int, ...], said: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds so many, out of one of ``wholes``, where one of the two at least is in words."""
    values = number_words(language)
    number, digits = either(values), "|".join(map(str, wholes))
    total = either(word for word in _written(language, frozenset(wholes)) if not word.isdecimal()) or "(?!)"
    between = r"(?:\s(?P<between>[^\W\d_]+(?:\s[^\W\d_]+)?))?"
    return re.compile(
        # In words is the number, or the total.
        rf"(?<![\w.,:/-])(?P<part>{number}|\d+(?=[^\d]*\s(?:{total})(?!\w))){between}\s(?:{either(said)})\s"
        rf"(?P<whole>{total}|{digits})(?![\w%]|[.,:/-]\w|\s(?:{number})(?!\w))",
        re.IGNORECASE,
    )
