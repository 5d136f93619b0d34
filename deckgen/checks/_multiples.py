"""How many times the figure of an earlier year something is said to be: “three times as many as in 2019”."""

import re
from collections.abc import Mapping
from functools import cache

from deckgen.checks._phrases import either, words_in
from deckgen.model.wording import DEGREES
from deckgen.source.words import claim_words, phrases

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@cache
def multiples(language: str) -> Mapping[str, str]:
    """Return how many times each phrase of a language says."""
    return {phrase: times for times, listed in claim_words(language)["multiples"].items() for phrase in listed}


def multiplies(text: str, language: str) -> bool:
    """Return whether a text may say how many times the figure of a year: this is asked of many."""
    return bool(_YEAR.search(text)) and not _keys(language).isdisjoint(words_in(text))


def may_begin_multiplied(text: str, language: str) -> bool:
    """Return whether a text may say how many times as many of something there are: this is asked of every text."""
    return not _keys(language).isdisjoint(words_in(text))


@cache
def begun(language: str) -> re.Pattern[str]:
    """Return a pattern of how many times as many a clause begins with, and of which things."""
    lists = phrases(language)[1]
    degrees = either(phrase for name in DEGREES for phrase in lists[name])
    said = rf"(?P<said>(?:(?P<degree>{degrees})\s+)?(?P<times>{either(multiples(language))}))"
    of = either(claim_words(language)["plain"]["of"])
    return re.compile(rf"(?i:{said}(?!\w)(?:\s+(?:{of})(?:\s+|(?<=[’'])))?)\s*(?P<noun>[^\W\d_]{{4,}})")


@cache
def comparing(language: str) -> frozenset[str]:
    """Return the words behind which stands what something is compared with, or that add it: “half as many again”."""
    plain = claim_words(language)["plain"]
    said = {phrase.split()[0] for phrase in plain["as-in"]} | {*plain["than"], *plain["again"]}
    return frozenset(word.replace("’", "'") for word in said - {*plain["of"]})


@cache
def _keys(language: str) -> frozenset[str]:
    return frozenset(
        phrase.split()[0] if len(phrase.split()[0]) > 2 else phrase.split()[1] for phrase in multiples(language)
    )


@cache
def of_year(language: str) -> re.Pattern[str]:
    """Return a pattern of how many times another figure, and behind it ``as`` in which year."""
    lists = phrases(language)[1]
    degrees = either(phrase for name in DEGREES for phrase in lists[name])
    as_in = either(claim_words(language)["plain"]["as-in"])
    return re.compile(
        rf"(?<!\w)(?i:(?P<said>(?:(?P<degree>{degrees})\s+)?(?P<times>{either(multiples(language))}))(?!\w)[^.;:]*?"
        rf"(?<!\w)(?P<as>(?:{as_in})\s+(?P<year>(?:19|20)\d\d)))(?!\d)"
    )


def without(found: re.Match[str] | None, part: str, text: str) -> str:
    """Return a text with spaces in the place of a part of what was found in it."""
    if not found:
        return text
    start, end = found.span(part)
    return text[:start] + " " * (end - start) + text[end:]
