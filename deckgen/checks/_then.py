"""With which earlier time a clause compares today: “fewer than three years ago”, “more than in 2022”."""

import re
from functools import cache

from deckgen.checks._number_words import number_words, said_number
from deckgen.checks._numbers import either
from deckgen.checks._phrases import bare, words_in
from deckgen.checks._speaking import years
from deckgen.model.figures import Figure, Indicator
from deckgen.source.words import claim_words

_END = r"(?=\s*(?:$|[.,;:!?)]|\s[–—-]\s))"


def then(text: str, language: str) -> re.Match[str] | None:
    """Return what compares a text with one earlier time; None where it speaks of another year too."""
    found = list(_then(language).finditer(bare(text)))
    if len(found) != 1 or years(without_then(text, language)):
        return None
    return found[0]


def in_a_row(text: str, language: str) -> tuple[re.Match[str], int] | None:
    """Return where a bare text says “two years in a row”, and how many they are; None where it does not."""
    found = _in_a_row(language).search(text)
    return (found, said_number(found["number"], language)) if found else None


@cache
def _in_a_row(language: str) -> re.Pattern[str]:
    listed = claim_words(language)["plain"]["in-a-row"]
    ends = either({one.replace("{n}", "").strip() for one in listed})
    return re.compile(rf"(?<!\w)(?i:(?P<number>{either(number_words(language))}|\d)\s+(?:{ends}))(?!\w)")


def may_compare_years(text: str, language: str) -> bool:
    """Return whether a text may compare a time of so many years ago: this is asked of many."""
    return not _keys(language).isdisjoint(words_in(text))


@cache
def _keys(language: str) -> frozenset[str]:
    listed = claim_words(language)["plain"]["than-ago"]
    return frozenset(word for one in listed for word in re.findall(r"[^\W\d_]{3,}", one.replace("{n}", " ").lower()))


def without_then(text: str, language: str) -> str:
    """Return a text without what compares it with an earlier time, as long as it was."""
    return _then(language).sub(lambda found: " " * len(found[0]), text)


def figures_since(found: re.Match[str], of: Indicator, language: str) -> tuple[Figure, ...]:
    """Return the figure of the time that is compared, and the latest; all of them “before”; none if that has none."""
    if not of.latest or len(of.figures) < 2:
        return ()
    year, number = found["year"], found["number"]
    if not year and not number:
        return of.figures
    last = years(of.figures[-1].period)
    if not year and len(last) == 1:
        year = str(int(next(iter(last))) - said_number(number, language))
    earlier = [figure for figure in of.figures[:-1] if years(figure.period) == {year}]
    return (earlier[0], of.figures[-1]) if len(earlier) == 1 else ()


@cache
def _then(language: str) -> re.Pattern[str]:
    said = claim_words(language)
    numbers = either(number_words(language))
    year = _with(said["plain"]["than-in"], r"(?P<year>(?:19|20)\d\d)(?!\d)")
    ago = _with(said["plain"]["than-ago"], rf"(?P<number>{numbers}|\d\d?)")
    before = rf"(?:{either(said['plain']['as-before'])}){_END}"
    return re.compile(rf"(?<!\w)(?i:{year}|{ago}|{before})(?!\w)")


def _with(listed: tuple[str, ...], number: str) -> str:
    """Return a pattern of the phrases ``listed``, all of which have one place for a number."""
    pairs = [one.split("{n}") for one in listed]
    begins = either({begin.strip() for begin, _ in pairs})
    ends = either({end.strip() for _, end in pairs if end.strip()})
    may_end = r"?" if any(not end.strip() for _, end in pairs) else ""
    return rf"(?:{begins})\s+{number}" + (rf"(?:\s+(?:{ends})){may_end}" if ends else "")
