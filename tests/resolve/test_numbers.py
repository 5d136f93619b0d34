"""Numbers to text, for one language at a time."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.figures import Unit, UnitKind
from deckgen.model.words import Words
from deckgen.resolve import numbers
from deckgen.source.words import phrases

PERCENT = Unit(UnitKind.PERCENT)
EUROS = Unit(UnitKind.MONEY, "EUR", "billion")


def words(lang: str) -> Words:
    texts, lists = phrases("en")
    locale = numbers.locale_of(lang)
    assert locale is not None
    return Words("en", texts, lists, locale.plural_form)


def shown(value: str, unit: Unit, lang: str = "en-GB") -> str:
    locale = numbers.locale_of(lang)
    assert locale is not None
    return numbers.shown(Decimal(value), unit, words(lang), locale)


@pytest.mark.parametrize(
    ("value", "unit", "lang", "expected"),
    [
        ("39", PERCENT, "en-GB", "39%"),
        ("38.5", PERCENT, "en-GB", "38.5%"),
        ("39", PERCENT, "fr", "39\u00a0%"),
        ("39", PERCENT, "de", "39\u00a0%"),
        ("12345", Unit(), "en-GB", "12,345"),
        ("12345.60", Unit(), "de", "12.345,60"),
        ("-4", Unit(), "en-GB", "−4"),
        ("3.2", EUROS, "en-GB", "€3.2\u00a0bn"),
        ("3.2", EUROS, "de", "3,2\u00a0bn\u00a0€"),
        ("14", Unit(UnitKind.OTHER, "km"), "en-GB", "14\u00a0km"),
    ],
)
def test_a_figure_is_shown_as_its_language_writes_it(value: str, unit: Unit, lang: str, expected: str) -> None:
    assert shown(value, unit, lang) == expected


@pytest.mark.parametrize(
    ("before", "after", "unit", "text", "spoken"),
    [
        ("23", "39", PERCENT, "+16\u00a0pp", "+16 percentage points"),
        ("23", "24", PERCENT, "+1\u00a0pp", "+1 percentage point"),
        ("39", "23", PERCENT, "−16\u00a0pp", "−16 percentage points"),
        ("38.5", "39", PERCENT, "+0.5\u00a0pp", "+0.5 percentage points"),
        ("39", "39", PERCENT, "0\u00a0pp", "0 percentage points"),
        ("8", "16", Unit(), "×2", "×2"),
        ("8", "12", Unit(), "+50%", "+50%"),
        ("8", "6", Unit(), "−25%", "−25%"),
        ("8", "9", Unit(), "+13%", "+13%"),
        ("0", "6", Unit(), "+6", "+6"),
    ],
)
def test_a_change_is_in_points_for_shares_and_relative_for_counts(
    before: str, after: str, unit: Unit, text: str, spoken: str
) -> None:
    locale = numbers.locale_of("en-GB")
    assert locale is not None
    change = numbers.change(Decimal(before), Decimal(after), unit, words("en-GB"), locale)
    assert (change.text, change.words) == (text, spoken)


def test_halves_are_rounded_up_not_to_even() -> None:
    assert [str(numbers.rounded(Decimal(text), 0)) for text in ("38.5", "39.5", "-0.5", "12.5")] == [
        "39",
        "40",
        "-1",
        "13",
    ]


@given(st.decimals(0, 10**9, places=2, allow_nan=False))
def test_no_digit_of_a_figure_is_lost(value: Decimal) -> None:
    assert Decimal(shown(str(value), Unit()).replace(",", "")) == value


def test_a_language_tag_that_is_none_has_no_locale() -> None:
    assert numbers.locale_of("xx-nowhere") is None
