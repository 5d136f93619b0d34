"""Which way a comparative says that something went, and in what that is measured: “shorter” of minutes."""

import re
from collections.abc import Mapping
from functools import cache

from deckgen.checks._multiples import measure_words
from deckgen.checks._phrases import either, longest_words, texts_of, words_in
from deckgen.checks._then import then, without_then
from deckgen.model.figures import Indicator, UnitKind
from deckgen.source.words import claim_words
from deckgen.values import frozen

_LATE = "late"
_COMPARED = (_LATE, "large")
"""What may be said of anything, and is only read where it is compared with an earlier time."""
_TIMES = frozenset(("s", "sec", "min", "h", "d"))
"""Short units of time."""


@frozen(slots=True)
class Comparative:
    """A comparative with what it compares: where they stand, which way something went, and what that is measured in."""

    start: int
    end: int
    way: int
    kind: str


def comparative(text: str, language: str) -> Comparative | None:
    """Return the only comparative of a bare text; None if it compares two things, and not one of two times."""
    if not may_compare(text, language):
        return None
    found = [(way, one) for way, pattern in _patterns(language).items() for one in pattern.finditer(text)]
    if len(found) != 1:
        return None
    way, one = found[0]
    kind = next(name for name, said in one.groupdict().items() if said)
    in_time = then(text[one.end() :], language)
    rest = without_then(text[one.end() :], language)
    if (kind in _COMPARED and not in_time) or _than(language).search(rest):
        return None
    end = one.end() + (in_time.end() if in_time else 0)
    return Comparative(one.start(), end, way, kind)


def may_compare(text: str, language: str) -> bool:
    """Return whether a text may have a comparative: this is asked of every text."""
    return not _keys(language).isdisjoint(words_in(text))


def is_measured(of: Indicator, kind: str, language: str) -> bool:
    """Return whether a figure is what a comparative of this kind is said of: minutes may be longer, a price dearer."""
    figure = of.latest
    if figure is None or figure.unit.kind is UnitKind.PERCENT:
        return False
    if kind == "large":
        return True
    known = measure_words("long" if kind == _LATE else kind, language)
    said = {word.casefold() for word in (*texts_of(of.name), figure.unit.symbol)}
    if kind == "dear" and figure.unit.kind is UnitKind.MONEY:
        return True
    return not known.isdisjoint(said) or (kind in ("long", _LATE) and not _TIMES.isdisjoint(said))


@cache
def _patterns(language: str) -> Mapping[int, re.Pattern[str]]:
    said = claim_words(language)
    return {
        way: re.compile(
            r"(?<!\w)(?:"
            + "|".join(rf"(?P<{kind}>(?i:{either(listed)}))" for kind, listed in said[name].items())
            + r")(?!\w)"
        )
        for way, name in ((1, "longer"), (-1, "shorter"))
    }


@cache
def _than(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{either(claim_words(language)['plain']['than'])})(?!\w)")


@cache
def _keys(language: str) -> frozenset[str]:
    said = claim_words(language)
    return longest_words(
        phrase for name in ("longer", "shorter") for listed in said[name].values() for phrase in listed
    )
