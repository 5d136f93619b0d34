"""The only place where a number becomes text."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from deckgen.model.figures import Change, Unit, UnitKind
from deckgen.model.words import Words
from deckgen.resolve.locale import Locale

NBSP = "\u00a0"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def rounded(value: Decimal, places: int) -> Decimal:
    """Return ``value`` with ``places`` decimals, halves rounded away from zero."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def whole(percent: Decimal) -> Decimal:
    """Return a share in whole per cent, or with decimals where that would say nothing or all of what is some."""
    for places in range(4):
        made = rounded(percent, places)
        if percent in (0, 100) or made not in (0, 100):
            return made
    return made


def shown(value: Decimal, unit: Unit, words: Words, locale: Locale) -> str:
    """Return a figure as a slide shows it, with the decimals it was written with."""
    pattern = "#,##0" + _decimals(value)
    scale = f"{NBSP}'{words.say(unit.scale)}'" if unit.scale else ""
    if unit.kind is UnitKind.PERCENT:
        text = locale.percent(value / 100, pattern)
    elif unit.kind is UnitKind.MONEY:
        text = locale.money(value, unit.symbol, pattern + scale)
        # UTS 35, part 3, 3.4: a code of letters stands apart from the digits after it.
        text = re.sub(r"(?<=[^\W\d_])(?=\d)", NBSP, text)
    else:
        text = locale.decimal(value, pattern + scale)
    named = NBSP + unit.symbol if unit.kind is UnitKind.OTHER and unit.symbol else ""
    return _in_every_font(text).replace("-", "−") + named


def change(before: Decimal, after: Decimal, unit: Unit, words: Words, locale: Locale) -> Change:
    """Return the step between two figures of one unit: in percentage points for shares, else relative."""
    ratio = after / before if before > 0 and after > 0 else Decimal(0)
    size = after - before
    if unit.kind is UnitKind.PERCENT:
        number = signed(size, locale)
        text = words.say_number("points", abs(size), number=number)
        spoken = words.say_number("points-in-words", abs(size), number=number)
        return Change(text.replace(" ", NBSP), spoken, size, ratio)
    if not ratio:
        text = signed(size, locale)
        return Change(text, text, size, ratio)
    if ratio >= 2 and ratio == ratio.to_integral_value():
        text = f"×{locale.decimal(ratio, '0')}"
    else:
        text = signed(whole((ratio - 1) * 100), locale, percent=True)
    return Change(text, text, size, ratio)


def signed(value: Decimal, locale: Locale, *, percent: bool = False) -> str:
    """Return a number with its sign, + or −; a zero has none."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    unit = Unit(UnitKind.PERCENT) if percent else Unit()
    return sign + shown(abs(value), unit, _NO_WORDS, locale)


def ratio(value: Decimal, locale: Locale) -> str:
    """Return how many times one figure is another, to one decimal."""
    return locale.decimal(rounded(value, 1), "#,##0.#")


def share(value: Decimal, total: Decimal, locale: Locale) -> str:
    """Return a count as a share of its total, in whole per cent."""
    return shown(whole(value / total * 100), Unit(UnitKind.PERCENT), _NO_WORDS, locale)


def day(value: date, words: Words, locale: Locale) -> str:
    """Return a date as a slide shows it, the first of a month as the language writes it."""
    text = _in_every_font(locale.day(value))
    return re.sub(r"^1\b", words.say("first-of-month"), text)


def day_of(text: str, words: Words, locale: Locale) -> str:
    """Return a date written as 2026-07-18 as a slide shows it; nothing for any other text."""
    try:
        return day(date.fromisoformat(text), words, locale) if _DAY.fullmatch(text) else ""
    except ValueError:
        return ""


def _in_every_font(text: str) -> str:
    """Return ``text`` with no-break spaces for narrow ones, which older fonts do not have, and one apostrophe.

    Which apostrophe groups the digits in Switzerland differs between editions of CLDR.
    """
    return re.sub(r"(?<=\d)'(?=\d)", "’", text.replace("\u202f", NBSP))


def _decimals(value: Decimal) -> str:
    exponent = value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return "." + "0" * places if places else ""


_NO_WORDS = Words("", {}, {}, lambda number: "other")
