"""How many times the figure of an earlier year something is said to be: “three times as many as in 2019”."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from deckgen.checks._number_words import number_words
from deckgen.checks._numbers import YEAR
from deckgen.checks._phrases import either, longest_words, texts_of, words, words_in
from deckgen.model.wording import DEGREES
from deckgen.source.words import claim_words, phrases


@cache
def multiples(language: str) -> Mapping[str, str]:
    """Return how many times each phrase of a language says."""
    listed = claim_words(language)["multiples"].items()
    return {one: times for times, phrases_ in listed for phrase in phrases_ for one in _spelt(phrase, language)}


@cache
def times_within(language: str) -> dict[str, str]:
    """Return how many times each phrase says in the midst of a clause."""
    listed = claim_words(language)["multiples-within"].items()
    return {**multiples(language), **{phrase: times for times, phrases_ in listed for phrase in phrases_}}


@cache
def times_of_time(language: str) -> Mapping[str, str]:
    """Return how many times the time each phrase says: “half of the time”, which alone may be how often."""
    listed = claim_words(language)["multiples-of-time"].items()
    return {phrase.casefold(): times for times, phrases_ in listed for phrase in phrases_}


def _spelt(phrase: str, language: str) -> Iterator[str]:
    """Yield a phrase with each of the words in the place of {how}, or of {less}."""
    if "{" not in phrase:
        yield phrase
        return
    for name, listed in claim_words(language)["how"].items():
        place = "{less}" if name.startswith("less-") else "{how}"
        if place in phrase:
            yield from (phrase.replace(place, word) for word in listed)


def measure_of(said: str, behind: str, language: str) -> str:
    """Return what a multiple is one of, such as “long”, by its last word or the next two; nothing if it says none."""
    if " ".join(said.split()).casefold() in times_of_time(language):
        return "long"
    last = [word.text for word in words(said)][-1:]
    return next((kind for word in (*last, *_next(behind)) for kind in _kinds(language).get(word, ())), "")


def _next(behind: str) -> list[str]:
    return [word.text for word in words(behind[:40])[:2]]


@cache
def _kinds(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return what each word behind a multiple measures."""
    listed = claim_words(language)["how"].items()
    return {word.casefold(): (name.removeprefix("less-"),) for name, words_ in listed for word in words_}


def measures(kind: str, label: str, clause: str, language: str) -> bool:
    """Return whether a label may be of what a multiple of this kind measures: “as long” is not said of a number."""
    said = measure_words(kind, language)
    # “The share is twice as large”, of whatever share.
    found = texts_of(label) | (texts_of(clause) if kind == "large" else frozenset())
    return kind in ("", "much") or not said.isdisjoint(found)


@cache
def measure_words(kind: str, language: str) -> frozenset[str]:
    """Return the words of labels for what a multiple of this kind measures."""
    name = {"fast": "long", "cheap": "dear", "much": "", "": ""}.get(kind, kind)
    return frozenset(map(str.casefold, claim_words(language)["measuring"].get(name, ())))


def either_way(kind: str, label: str, language: str) -> bool:
    """Return whether a multiple may be that of the inverse: what is twice as fast takes half as many minutes."""
    return kind in ("fast", "cheap") or (
        kind == "much" and not measure_words("long", language).isdisjoint(texts_of(label))
    )


def multiplies(text: str, language: str) -> bool:
    """Return whether a text may say how many times the figure of a year: this is asked of many."""
    said = words_in(text)
    if _keys(language).isdisjoint(said) and _keys_of_time(language).isdisjoint(said):
        return False
    return bool(YEAR.search(text)) or bool(_as_before(language).search(text))


@cache
def _keys_of_time(language: str) -> frozenset[str]:
    return longest_words(times_of_time(language))


@cache
def _as_before(language: str) -> re.Pattern[str]:
    said = claim_words(language)
    before = either((*said["plain"]["as-before"], *said["time-before"]["as-before"]))
    return re.compile(rf"(?<!\w)(?i:{before}|{_as_ago(language)})(?!\w)")


def _as_ago(language: str) -> str:
    """Return a pattern of “as five years ago”."""
    numbers = rf"(?:{either(number_words(language))}|\d\d?)"
    listed = (one.split("{n}") for one in claim_words(language)["plain"]["as-ago"])
    return "|".join(
        rf"(?:{either([begin.strip()])})\s+{numbers}\s+(?:{either([end.strip()])})" for begin, end in listed
    )


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
def times_said(language: str) -> re.Pattern[str]:
    """Return a pattern of how many times as much is said, wherever that stands."""
    lists = phrases(language)[1]
    degrees = either(phrase for name in DEGREES for phrase in lists[name])
    return re.compile(
        rf"(?<!\w)(?i:(?P<said>(?:(?P<degree>{degrees})\s+)?(?P<times>{either(times_within(language))})))(?!\w)"
    )


@cache
def comparing(language: str) -> frozenset[str]:
    """Return the words behind which stands what something is compared with, or that add it: “half as many again”."""
    plain = claim_words(language)["plain"]
    said = {phrase.split()[0] for phrase in plain["as-in"]} | {*plain["than"], *plain["again"]}
    return frozenset(word.replace("’", "'") for word in said - {*plain["of"]})


def as_in_year(rest: str, language: str) -> re.Match[str] | None:
    """Return where “as in 2017” stands behind a multiple, with its year."""
    return _as_in_year(language).search(rest)


@cache
def _as_in_year(language: str) -> re.Pattern[str]:
    listed = either(claim_words(language)["plain"]["as-in"])
    return re.compile(rf"(?<!\w)(?i:{listed})\s+(?P<year>(?:19|20)\d\d)(?!\d)")


def is_compared(rest: str, language: str) -> bool:
    """Return whether what stands behind a multiple compares it with anything but what was before."""
    return not comparing(language).isdisjoint(texts_of(_as_before(language).sub(" ", rest)))


@cache
def _keys(language: str) -> frozenset[str]:
    return frozenset(
        phrase.split()[0] if len(phrase.split()[0]) > 2 else phrase.split()[1] for phrase in multiples(language)
    )


@cache
def of_year(language: str) -> re.Pattern[str]:
    """Return a pattern of how many times another figure, and behind it ``as`` in which year, or ``as`` before."""
    lists = phrases(language)[1]
    plain = claim_words(language)["plain"]
    degrees = either(phrase for name in DEGREES for phrase in lists[name])
    in_year = rf"(?:{either(plain['as-in'])})\s+(?:19|20)\d\d(?!\d)"
    as_in = rf"(?:{either(plain['as-in'])})\s+(?P<year>(?:19|20)\d\d)(?!\d)"
    # “Half as many again” is more, not less.
    again = rf"(?!\s+(?:{either(plain['again'])})(?!\w))" if plain["again"] else ""
    # “As before the reform” says when that was.
    end = r"(?=\s*(?:$|[.,;:!?)]|\s[–—-]\s))"
    as_before = rf"(?:{either(plain['as-before'])}|{_as_ago(language)}){end}"
    # “Half of the time they used to” needs no “as”, but has it at once: else it may be how often.
    before = rf"(?:{either(claim_words(language)['time-before']['as-before'])}){end}"
    time, times = either(times_of_time(language)), either(multiples(language))
    return re.compile(
        rf"(?<!\w)(?i:(?P<said>(?:(?P<degree>{degrees})\s+)?(?P<times>(?P<time>{time})(?=\s+(?:{before}|{in_year}))|{times})"
        rf"(?!\w){again}(?(time)\s+|[^.;:]*?)(?<!\w)(?P<as>(?(time){before}|{as_before})|{as_in})))"
    )


def without(found: re.Match[str] | None, part: str, text: str) -> str:
    """Return a text with spaces in the place of a part of what was found in it."""
    if not found:
        return text
    start, end = found.span(part)
    return text[:start] + " " * (end - start) + text[end:]
