"""Counts out of one total that come to more than it, where none may be counted twice."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations, takewhile

from deckgen.checks._numbers import either
from deckgen.model.figures import Indicator, UnitKind
from deckgen.model.words import Words
from deckgen.source.words import claim_words

LEAST = 3
"""How many parts a whole has at least: two that come to a hundred may do so by chance."""
_MOST = Decimal("1.15")
"""How many times their total parts come to at most that nothing but an “Other” keeps apart, or what they are called."""
_LONG = 4
_HUNDRED = Decimal(100)
_MOST_SHARES = Decimal(110)
"""To how much shares come at most of which one is wrong; beyond, they may be answers of which one may give two."""
_FEW = 2


def beyond_whole(shown: Sequence[Indicator], lead: str, texts: str, words: Words) -> str:
    """Return that counts of which none is part of another come to more than their total.

    Parts of a whole come to it, and with one wrong figure to a little more; what is no whole comes to anything.
    """
    if _are_shares(shown) and any(_is_all_else(of, words) for of in shown):
        return "" if _said(words.lists["several-answers"]).search(texts) else _beyond_hundred(shown, words)
    counts = [of for of in shown if of.of and of.latest and of.latest.unit.kind is UnitKind.COUNT and not of.before]
    if len(counts) == len(shown) >= LEAST and len({of.of.value for of in counts if of.of}) == 1:
        if _said(words.lists["told-apart-by"]).search(lead):
            return _beyond(counts, words)
        left = any(_said(words.lists["what-is-left"]).match(of.name) for of in counts)
        alike = _are_called_alike(counts, words)
        return _beyond(counts, words, most=_MOST) if left or alike else ""
    pairs = (pair for pair in combinations(counts, 2) if _are_opposite(*pair, words.lists["opposites"]))
    return next((found for pair in pairs if (found := _beyond(pair, words))), "")


def _is_all_else(of: Indicator, words: Words) -> bool:
    """Return whether a label is “Other cases”, and not “Other towns with a bus”."""
    return bool(_said(words.lists["what-is-left"]).match(of.name)) and len(of.name.split()) <= _FEW


def _are_shares(shown: Sequence[Indicator]) -> bool:
    """Return whether there are three shares or more, all of one time."""
    latest = [of.latest for of in shown if of.latest and not of.before]
    kinds = {(figure.unit.kind, figure.period) for figure in latest}
    return len(latest) == len(shown) >= LEAST and len(kinds) == 1 and latest[0].unit.kind is UnitKind.PERCENT


def _beyond_hundred(shown: Sequence[Indicator], words: Words) -> str:
    """Return that shares of which one is that of all others come to a little more than a hundred."""
    figures = [of.latest for of in shown if of.latest]
    come_to = sum((figure.value for figure in figures), Decimal(0))
    if not _HUNDRED + len(figures) // 2 < come_to <= _MOST_SHARES:
        return ""
    listed = ", ".join(f"{of.id} {figure.text}" for of, figure in zip(shown, figures, strict=True))
    return f"the shares come to {words.figure(come_to, figures[0].unit)}, more than the whole: {listed}"


def _beyond(parts: Sequence[Indicator], words: Words, most: Decimal | None = None) -> str:
    """Return that parts come to more than their one total, by ``most`` times at most."""
    figures, whole = [of.latest for of in parts if of.latest], parts[0].of
    come_to = sum((figure.value for figure in figures), Decimal(0))
    if whole is None or come_to <= whole.value or (most and come_to > most * whole.value):
        return ""
    listed = ", ".join(f"{of.id} {figure.text}" for of, figure in zip(parts, figures, strict=True))
    total = words.figure(come_to, whole.unit)
    return f"the parts come to {total}, more than their total of {whole.text}: {listed}"


def _are_called_alike(parts: Sequence[Indicator], words: Words) -> bool:
    """Return whether all labels have a noun, or begin with the same words up to “about” and the like.

    A verb with which they begin does not tell: those who send news may send programmes for children as well.
    """
    names = [[word.casefold() for word in re.findall(r"[^\W\d_]+", of.name)] for of in parts]
    small = frozenset(words.lists["small-words"])
    if any(len(word) >= _LONG and word not in small for word in frozenset(names[0][1:]).intersection(*names[1:])):
        return all(listed[0] not in frozenset(names[0][1:]) for listed in names)
    begins = [listed[0] for listed in takewhile(lambda listed: len(set(listed)) == 1, zip(*names, strict=False))]
    plain = claim_words(words.lang)["plain"]
    leading = (*plain["within"], *plain["of"], *plain["about-what"])
    # “Plots in the” north, east and west
    return any(word in leading for word in begins[1:]) and all(word in (*leading, *small) for word in begins[2:])


def _are_opposite(one: Indicator, other: Indicator, opposites: Sequence[str]) -> bool:
    """Return whether two counts out of one total have labels that are alike but for two words that are opposites."""
    if one.of is None or other.of is None or one.of.value != other.of.value:
        return False
    left, right = ([word.casefold() for word in of.name.split()] for of in (one, other))
    while left and right and left[0] == right[0]:
        left, right = left[1:], right[1:]
    while left and right and left[-1] == right[-1]:
        left, right = left[:-1], right[:-1]
    return frozenset((" ".join(left), " ".join(right))) in _pairs(tuple(opposites))


@cache
def _pairs(listed: tuple[str, ...]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(word.casefold() for word in pair.split(" / ")) for pair in listed)


@cache
def _said(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(phrases)})(?!\w)", re.IGNORECASE)
