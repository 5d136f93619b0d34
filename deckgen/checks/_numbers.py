"""Finds the numbers in a text, as an author types them in the language of the deck."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache, lru_cache

from deckgen.checks._written import MOST_TEXTS
from deckgen.model.figures import Unit, UnitKind
from deckgen.values import frozen

_SPACE = r"[^\S\n]"
"""Any space within a line. To spell out those beyond Latin-1 makes a set that takes seven times as long to compile."""
_CURRENCIES = {"€": "EUR", "$": "USD", "£": "GBP", "₽": "RUB"}
_SCALES = {"thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000}
_SCALED = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_ADDRESS = re.compile(r"\]\([^)\s]*\)|https?://\S+|www\.\S+|\S+@\S+")
REFERENCE = re.compile(r"\{[^{}\n]*\}")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""A year, whatever stands beside it."""
_LONGEST = 20
"""Longer numbers are none that an indicator has."""
_YEARS = 1900, 2100


@frozen(slots=True)
class Quantity:
    """How much of what: of money in its currency, of a count by itself, whatever scale it is written in.

    ``places`` are the decimals it was written with, ``step`` is what one of the last of them is worth.
    """

    value: Decimal
    kind: UnitKind
    symbol: str = ""
    points: bool = False
    step: Decimal = Decimal(1)

    def alike(self, other: "Quantity") -> bool:
        """Return whether both are of one unit."""
        return (self.kind, self.symbol, self.points) == (other.kind, other.symbol, other.points)

    def equals(self, other: "Quantity") -> bool:
        """Return whether both are as much of one unit, whatever decimals they are written with."""
        return self.alike(other) and self.value == other.value

    def rounds(self, exact: "Quantity") -> bool:
        """Return whether this is ``exact``, written with fewer digits."""
        return self.alike(exact) and abs(self.value - exact.value) * 2 <= self.step

    @classmethod
    def of(cls, value: Decimal, unit: Unit) -> "Quantity":
        """Return ``value`` in ``unit``."""
        scale = _SCALED.get(unit.scale, 1)
        return cls(value * scale, unit.kind, unit.symbol, step=_step(value) * scale)


@frozen(slots=True)
class Typed:
    """A number in a text: what is written, from where, how much it is; ``total`` is what it is said to be out of.

    ``named_total`` is the indicator that stands in the place of a total. ``follows`` and ``behind`` are what stands
    around it.
    """

    text: str
    start: int
    quantity: Quantity
    total: Decimal | None = None
    named_total: str = ""
    follows: str = ""
    behind: str = ""

    @property
    def bare(self) -> bool:
        """Whether it has no unit, and is not out of anything."""
        return self.quantity.kind is UnitKind.COUNT and self.total is None and not self.named_total

    @property
    def year(self) -> bool:
        """Whether it may be a year."""
        return self.bare and self.text.isdecimal() and _YEARS[0] <= self.quantity.value <= _YEARS[1]


@lru_cache(MOST_TEXTS)
def masked(text: str) -> str:
    """Return ``text`` with addresses and references blotted out, as long as it was."""
    for pattern in (_ADDRESS, REFERENCE):
        text = pattern.sub(lambda found: "_" * len(found[0]), text)
    return text


def numbers(text: str, language: str, lists: Mapping[str, tuple[str, ...]], units: Iterable[str]) -> Iterator[Typed]:
    """Yield the numbers of ``text``; ``units`` are those that indicators have besides signs and currencies."""
    if not any(character.isdecimal() for character in text):
        return
    pattern = _pattern(language, tuple(lists.items()), tuple(sorted(set(units), key=lambda unit: (-len(unit), unit))))
    plain = masked(text)
    for found in pattern.finditer(plain):
        if not _is_label(plain, found) and len(found["number"]) <= _LONGEST:
            yield _typed(text, found, language, lists)


def _is_label(text: str, found: re.Match[str]) -> bool:
    """Return whether a number counts the items of a list, as in “1) Prevention”."""
    before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip(" *")
    return not before and bool(re.match(r"[.)]", text[found.end() :]))


def value_of(written: str, language: str) -> Decimal:
    """Return the value of a number written with the signs of a language."""
    comma, point = (",", ".") if language == "en" else (".", ",")
    digits = re.sub(r"[\s’']", "", written)
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(comma)}?\d{{3}})*(?:{re.escape(point)}\d+)?", digits):
        digits = digits.replace(comma, "")
    return Decimal(re.sub("[.,]", ".", digits))


def _typed(text: str, found: re.Match[str], language: str, lists: Mapping[str, tuple[str, ...]]) -> Typed:
    value = value_of(found["number"], language) * (-1 if found["sign"] in ("-", "−", "–") else 1)
    scale = next((_SCALES[name] for name in _SCALES if _said(found["scale"], lists[name])), 1)
    step = _step(value) * scale
    quantity = Quantity(value * scale, *_unit(found, lists), step=step)
    whole = found["total"] or ""
    reference = whole.startswith("_")
    at = found.start("total")
    return Typed(
        text=text[found.start() : found.end()] if not reference else text[found.start() : found.end("total")],
        start=found.start(),
        quantity=quantity,
        total=value_of(whole, language) if whole and not reference else None,
        named_total=text[at + 1 : found.end("total") - 1].partition(".")[0].strip() if reference else "",
        follows=text[max(0, found.start() - 30) : found.start()],
        behind=text[found.end() :],
    )


def _unit(found: re.Match[str], lists: Mapping[str, tuple[str, ...]]) -> tuple[UnitKind, str, bool]:
    """Return the kind of unit, its symbol, and whether it is one of percentage points."""
    unit, money = found["unit"] or "", found["money"] or ""
    if money or unit in _CURRENCIES or re.fullmatch("[A-Z]{3}", unit):
        sign = money or unit
        return UnitKind.MONEY, _CURRENCIES.get(sign, sign), False
    if _said(unit, lists["figure-points"]):
        return UnitKind.PERCENT, "", True
    if unit == "%" or _said(unit, lists["percent"]):
        return UnitKind.PERCENT, "", False
    return (UnitKind.OTHER, " ".join(unit.split()), False) if unit else (UnitKind.COUNT, "", False)


def _said(written: str | None, phrases: Iterable[str]) -> bool:
    return bool(written) and " ".join(str(written).split()).casefold() in {phrase.casefold() for phrase in phrases}


def _step(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)


def either(phrases: Iterable[str]) -> str:
    """Return a pattern of one of ``phrases``, the longest first, with whatever spaces are in them."""
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(rf"{_SPACE}".join(map(re.escape, phrase.split())) for phrase in longest)


@cache
def _pattern(language: str, lists: tuple[tuple[str, tuple[str, ...]], ...], units: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a number in a language, with its unit and what it is out of."""
    known = dict(lists)
    comma, point = (",", r"\.") if language == "en" else (r"\.", ",")
    number = rf"\d{{1,3}}(?:(?:{comma}|{_SPACE}|’)\d{{3}})+(?!\d)(?:{point}\d+)?|\d+(?:{point}\d+)?|\d+[.,]\d{{1,2}}"
    scales = either(phrase for name in _SCALES for phrase in known[name])
    words = either((*known["figure-points"], *known["percent"]))
    own = f"|(?:{either(units)})(?!\\w)" if units else ""
    return re.compile(
        r"(?<![\w.,:/+\-–−×])(?:(?<![^\s(\[„“\"«*])(?P<sign>[+\-−–]))?"
        rf"(?:(?P<money>[€$£₽]|\b(?:EUR|USD|GBP|CHF|RUB)){_SPACE}?)?"
        rf"(?P<number>{number})"
        rf"(?:{_SPACE}?(?P<scale>{scales})(?![\w]))?"
        rf"(?:{_SPACE}?(?P<unit>[%€$£₽]|(?:(?i:{words})|EUR|USD|GBP|CHF|RUB)(?!\w){own}))?"
        rf"(?:(?:/|{_SPACE}(?:{either(known['of-total'])}){_SPACE})(?P<total>\d+(?![\d.,]*[\d%])|_+))?"
        r"(?![\w]|[.,:/]\d|[-–]\d)"
    )
