"""Numbers to text, for one language at a time."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from deckgen.model.figures import Unit, UnitKind
from deckgen.model.words import Words
from deckgen.resolve import numbers
from deckgen.resolve.locale import Locale
from deckgen.source.words import phrases

PERCENT = Unit(UnitKind.PERCENT)
EUROS = Unit(UnitKind.MONEY, "EUR", "billion")


def words(lang: str) -> Words:
    locale = Locale.of(lang)
    assert locale is not None
    texts, lists = phrases(locale.language)
    return Words(locale.language, texts, lists, locale.plural)


def shown(value: str, unit: Unit, lang: str = "en-GB") -> str:
    locale = Locale.of(lang)
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
        ("3.2", EUROS, "de", "3,2\u00a0Mrd.\u00a0€"),
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
        ("1000", "1004", Unit(), "+0.4%", "+0.4%"),
        ("0", "6", Unit(), "+6", "+6"),
    ],
)
def test_a_change_is_in_points_for_shares_and_relative_for_counts(
    before: str, after: str, unit: Unit, text: str, spoken: str
) -> None:
    locale = Locale.of("en-GB")
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
    assert Locale.of("xx-nowhere") is None


MONEY = Unit(UnitKind.MONEY, "EUR")
_FIGURES = (
    ("-1234.5", Unit()),
    ("39", PERCENT),
    ("12", Unit(UnitKind.COUNT, "", "thousand")),
    ("-5", Unit(UnitKind.MONEY, "EUR", "million")),
    ("3.2", EUROS),
    ("12345", Unit(UnitKind.MONEY, "CHF")),
    ("4", Unit(UnitKind.OTHER, "person-days")),
)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en-GB", snapshot(["−1,234.5", "39%", "12~k", "−€5~m", "€3.2~bn", "CHF~12,345", "4~person-days"])),
        ("fr", snapshot(["−1~234,5", "39~%", "12~k", "−5~M~€", "3,2~Md~€", "12~345~CHF", "4~person-days"])),
        ("de", snapshot(["−1.234,5", "39~%", "12~Tsd.", "−5~Mio.~€", "3,2~Mrd.~€", "12.345~CHF", "4~person-days"])),
        ("es", snapshot(["−1.234,5", "39~%", "12~mil", "−5~M~€", "3,2~mil~M~€", "12.345~CHF", "4~person-days"])),
        ("it", snapshot(["−1.234,5", "39%", "12~mila", "−5~mln~€", "3,2~mld~€", "12.345~CHF", "4~person-days"])),
        ("ru", snapshot(["−1~234,5", "39~%", "12~тыс.", "−5~млн~€", "3,2~млрд~€", "12~345~CHF", "4~person-days"])),
        (
            "de-CH",
            snapshot(["−1’234.5", "39%", "12~Tsd.", "−EUR~5~Mio.", "EUR~3.2~Mrd.", "CHF~12’345", "4~person-days"]),
        ),
    ],
)
def test_signs_spaces_and_scales_are_those_of_the_language(lang: str, expected: list[str]) -> None:
    assert [shown(value, unit, lang).replace(numbers.NBSP, "~") for value, unit in _FIGURES] == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en-GB", snapshot(["1 July 2026", "18 July 2026"])),
        ("fr", snapshot(["1er juillet 2026", "18 juillet 2026"])),
        ("de", snapshot(["1. Juli 2026", "18. Juli 2026"])),
        ("es", snapshot(["1 de julio de 2026", "18 de julio de 2026"])),
        ("it", snapshot(["1º luglio 2026", "18 luglio 2026"])),
        ("ru", snapshot(["1 июля 2026~г.", "18 июля 2026~г."])),
    ],
)
def test_a_date_is_written_as_its_language_does(lang: str, expected: list[str]) -> None:
    locale = Locale.of(lang)
    assert locale is not None
    days = [numbers.day(day, words(lang), locale) for day in (date(2026, 7, 1), date(2026, 7, 18))]
    assert [day.replace(numbers.NBSP, "~") for day in days] == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "en-GB",
            snapshot(
                [
                    ("+1~pp", "+1 percentage point"),
                    ("−2~pp", "−2 percentage points"),
                    ("+16~pp", "+16 percentage points"),
                    ("+0.5~pp", "+0.5 percentage points"),
                ]
            ),
        ),
        (
            "fr",
            snapshot(
                [
                    ("+1~pt", "+1 point de pourcentage"),
                    ("−2~pts", "−2 points de pourcentage"),
                    ("+16~pts", "+16 points de pourcentage"),
                    ("+0,5~pt", "+0,5 point de pourcentage"),
                ]
            ),
        ),
        (
            "de",
            snapshot(
                [
                    ("+1~PP", "+1 Prozentpunkt"),
                    ("−2~PP", "−2 Prozentpunkte"),
                    ("+16~PP", "+16 Prozentpunkte"),
                    ("+0,5~PP", "+0,5 Prozentpunkte"),
                ]
            ),
        ),
        (
            "es",
            snapshot(
                [
                    ("+1~pp", "+1 punto porcentual"),
                    ("−2~pp", "−2 puntos porcentuales"),
                    ("+16~pp", "+16 puntos porcentuales"),
                    ("+0,5~pp", "+0,5 puntos porcentuales"),
                ]
            ),
        ),
        (
            "it",
            snapshot(
                [
                    ("+1~p.p.", "+1 punto percentuale"),
                    ("−2~p.p.", "−2 punti percentuali"),
                    ("+16~p.p.", "+16 punti percentuali"),
                    ("+0,5~p.p.", "+0,5 punti percentuali"),
                ]
            ),
        ),
        (
            "ru",
            snapshot(
                [
                    ("+1~п.~п.", "+1 процентный пункт"),
                    ("−2~п.~п.", "−2 процентных пункта"),
                    ("+16~п.~п.", "+16 процентных пунктов"),
                    ("+0,5~п.~п.", "+0,5 процентного пункта"),
                ]
            ),
        ),
    ],
)
def test_percentage_points_have_the_plural_form_of_their_number(lang: str, expected: list[tuple[str, str]]) -> None:
    locale = Locale.of(lang)
    assert locale is not None
    made = [
        numbers.change(Decimal(10), 10 + Decimal(step), PERCENT, words(lang), locale)
        for step in ("1", "-2", "16", "0.5")
    ]
    assert [(change.text.replace(numbers.NBSP, "~"), change.words) for change in made] == expected
