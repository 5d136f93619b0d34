"""How many years are said to lie between two measurements: “five years lie between the tests”."""

import re
from collections.abc import Mapping
from functools import cache

from deckgen.checks._naming import Sentence
from deckgen.checks._number_words import number_words
from deckgen.checks._numbers import either
from deckgen.checks._speaking import years
from deckgen.model.wording import DEGREES
from deckgen.source.words import claim_words, phrases

_WORD_BEFORE = re.compile(r"[^\W_]+(?=[\s-]+$)")


def between(sentence: Sentence, language: str, lists: Mapping[str, tuple[str, ...]]) -> re.Match[str] | None:
    """Return how many years a sentence says to lie between what it measured; None where that is no one number.

    “More than five years” and “twenty and five” are none, and a year that is typed may be what is counted from.
    """
    # The pattern is long, and few sentences have all words of one of the phrases.
    text = sentence.text.casefold()
    if not any(all(word in text for word in listed) for listed in _words(lists["years-between"])):
        return None
    names = ("years-between", "measurements", "before-measurements")
    found = _pattern(language, *(lists[name] for name in names)).search(sentence.text)
    if not found or years(sentence.text) or sentence.text.rstrip().endswith("?"):
        return None
    before = _WORD_BEFORE.search(sentence.text[: found.start(found.lastindex or 0)])
    return None if before and before[0].casefold() in _open(language) else found


@cache
def _words(said: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the words of each phrase, without its places."""
    return tuple(tuple(word.casefold() for word in one.split() if not word.startswith("{")) for one in said)


@cache
def _open(language: str) -> frozenset[str]:
    """Return the last words of what makes a number less sure, and of what may be the beginning of a longer one."""
    said, degrees = claim_words(language), phrases(language)[1]
    loose = (phrase.split()[-1] for name in DEGREES for phrase in degrees[name])
    nearly = (phrase.split()[-1] for phrase in said["plain"]["nearly"])
    return frozenset(word.casefold() for word in (*number_words(language), *loose, *nearly, *said["plain"]["and"]))


@cache
def _pattern(
    language: str, said: tuple[str, ...], measurements: tuple[str, ...], before: tuple[str, ...]
) -> re.Pattern[str]:
    number = rf"({either(number_words(language))}|\d{{1,2}})"
    what = rf"(?:(?:{either(before)})\s+){{0,3}}(?:(?:{either(measurements)})(?!\w)|\**\{{[^{{}}]*\}})"
    ways = (re.escape(one).replace(r"\ ", r"\s+") for one in said)
    listed = "|".join(one.replace(r"\{n\}", number, 1).replace(r"\{what\}", what, 1) for one in ways)
    return re.compile(rf"(?<!\w)(?:{listed})(?![^\W\d_])", re.IGNORECASE)
