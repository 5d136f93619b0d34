"""What sentences say of figures in the languages of delegations: a figure that is outdated, a way that figures did not go."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import deck_of, mistakes

HEAD = """
lang: {lang}
sources: {{office: {{title: The office}}}}
indicators:
  {indicators}
"""


def told(lang: str, indicators: str, text: str, tmp_path: Path) -> str:
    """Return what is told of a sentence beside figures."""
    return mistakes(deck_of(f'title: A. B.\ntext: "{text}"', HEAD.format(lang=lang, indicators=indicators)), tmp_path)


CALLS = "calls: {label: Einsätze im Jahr, before: 1840, after: 2310}"
DEBT = "debt: {label: Deuda por habitante, unit: €, before: 412, after: 377}"
WAIT = "wait: {label: Attesa media, unit: mesi, before: 14, after: 9}"
ZONES = """towns: {label: towns, value: 30}
  zones: {label: have a **slow zone** at every school, value: 12, of: towns}"""
COST = "cost: {label: Kosten je Kind, unit: €, before: 58, after: 74}"
OZONE = "ozone: {label: Дни с превышением нормы озона, before: 11%, after: 15%}"
CLINICS = "clinics: {label: Clinics open in the evening, before: 120, after: 310}"


@pytest.mark.parametrize(
    ("lang", "indicators", "text", "expected"),
    [
        # A label that stands word for word, though its words are short; the number ends what is said of it.
        ("de", CALLS, "Zahl der Einsätze im Jahr 2024: 2.290", snapshot('deck.yaml:8:44: error: “2.290” is said of “calls”, which is 1.840 → 2.310 [R362 outdated-figure]: write {calls.after}, or correct the figure under indicators:\n')),
        # A unit that is money.
        ("es", DEBT, "La deuda por habitante es hoy de 381 €", snapshot('deck.yaml:8:45: error: “381 €” is said of “debt”, which is 412\xa0€ → 377\xa0€ [R362 outdated-figure]: write {debt.after}, or correct the figure under indicators:\n')),
        # An average, where that was measured.
        ("it", WAIT, "L’attesa media oggi è di 10 mesi", snapshot('deck.yaml:8:37: error: “10 mesi” is said of “wait”, which is 14\xa0mesi → 9\xa0mesi [R362 outdated-figure]: write {wait.after}, or correct the figure under indicators:\n')),
        # A label that is read on from its number.
        ("en", ZONES, "Of {towns} towns, 14 have a slow zone at every school", snapshot('deck.yaml:9:30: error: “14” is said of “zones”, which is 12 of 30 [R362 outdated-figure]: write {zones}, or correct the figure under indicators:\n')),
        ("en", CLINICS, "Clinics open in the evening: 290, as of today", snapshot('deck.yaml:8:41: error: “290” is said of “clinics”, which is 120 → 310 [R362 outdated-figure]: write {clinics.after}, or correct the figure under indicators:\n')),
    ],
)  # fmt: skip
def test_a_number_that_is_no_longer_that_of_the_indicator(
    lang: str, indicators: str, text: str, expected: str, tmp_path: Path
) -> None:
    assert told(lang, indicators, text, tmp_path) == expected


TREES = """target: {label: trees in the programme, value: 15000}
  planted: {label: trees planted, value: 7400}"""
PHONES = "phones: {label: '**Phones** handed in for each hundred sold', before: 12, after: 15}"
RATE = "rate: {label: Quote der **Sammlung**, before: 44%, after: 52%}"


@pytest.mark.parametrize(
    ("lang", "indicators", "text", "expected"),
    [
        # A part of what the reference shows.
        (
            "en",
            TREES,
            "The city has planted 6900 of {target} trees",
            snapshot(
                "deck.yaml:9:33: error: “6900 of {target}” is said of “planted”, which is 7,400 [R362 outdated-figure]: write {planted}, or correct the figure under indicators:\n"
            ),
        ),
        # What is said to be today, and was once.
        (
            "en",
            PHONES,
            "For phones the figure is 12 of a hundred",
            snapshot(
                "deck.yaml:8:37: error: “12” is said of “phones”, which is 12 → 15 [R362 outdated-figure]: write {phones.after}, or correct the figure under indicators:\n"
            ),
        ),
        (
            "de",
            RATE,
            "Die Quote der Sammlung beträgt 44%",
            snapshot(
                "deck.yaml:8:43: error: “44%” is said of “rate”, which is 44\xa0% → 52\xa0% [R362 outdated-figure]: write {rate.after}, or correct the figure under indicators:\n"
            ),
        ),
    ],
)
def test_a_number_of_a_whole_that_is_referred_to_and_one_of_today(
    lang: str, indicators: str, text: str, expected: str, tmp_path: Path
) -> None:
    assert told(lang, indicators, text, tmp_path) == expected


@pytest.mark.parametrize(
    ("lang", "indicators", "text"),
    [
        ("en", TREES, "The city has planted 300 of {target} trees in its parks"),
        ("en", TREES, "By 2028, 9000 of {target} trees should be planted"),
        ("en", TREES, "{planted} of {target} trees have been planted"),
        ("en", PHONES, "For phones the figure was 12 of a hundred"),
        ("en", PHONES, "Phones are handed in for each hundred sold at 12 points"),
    ],
)
def test_a_number_that_was_once_or_is_to_be(lang: str, indicators: str, text: str, tmp_path: Path) -> None:
    assert told(lang, indicators, text, tmp_path) == ""


@pytest.mark.parametrize(
    ("lang", "indicators", "text"),
    [
        ("de", CALLS, "Einsätze im Jahr: {calls}; die Leitstelle hat 2.290 Anrufe mehr gezählt"),
        ("de", CALLS, "Einsätze im Jahr: {calls}; Anrufe: 2.290"),
        ("es", DEBT, "La deuda por habitante es de {debt}; el objetivo es de 300 €"),
        ("it", WAIT, "In media una visita dura 20 minuti; l’attesa media è di {wait}"),
        ("en", ZONES, "Of {towns} towns, {zones} have a slow zone at every school, after 14 years"),
        ("en", CLINICS, "Clinics open in the evening: {clinics}; doctors: 290"),
        ("en", CLINICS, "Clinics open in the evening serve 290 patients an hour"),
        ("en", CLINICS, "Clinics open in the evening close by 2030"),
    ],
)
def test_a_number_that_is_that_of_something_else(lang: str, indicators: str, text: str, tmp_path: Path) -> None:
    assert told(lang, indicators, text, tmp_path) == ""


@pytest.mark.parametrize(
    ("lang", "indicators", "text", "expected"),
    [
        # The costs are what was measured.
        ("de", COST, "Die Kosten je Kind sanken von {cost.before} auf {cost.after}", snapshot('deck.yaml:8:31: error: “sanken” is said of “cost”, which is 58\xa0€ → 74\xa0€ [R369 contradicted-direction]: say what the figures say, or correct them: have they changed places?\n')),
        # To a figure, not until a year.
        ("ru", OZONE, "Доля снизилась с {ozone.before} до {ozone.after}", snapshot('deck.yaml:8:17: error: “снизилась” is said of “ozone”, which is 11\xa0% → 15\xa0% [R369 contradicted-direction]: say what the figures say, or correct them: have they changed places?\n')),
        ("fr", "wait: {label: Délai moyen, unit: jours, before: 14, after: 9}", "Le délai a augmenté jusqu’à {wait.after}", snapshot('deck.yaml:8:21: error: “a augmenté” is said of “wait”, which is 14\xa0jours → 9\xa0jours [R369 contradicted-direction]: say what the figures say, or correct them: have they changed places?\n')),
        ("es", DEBT, "La deuda por habitante subió hasta {debt.after}", snapshot('deck.yaml:8:35: error: “subió” is said of “debt”, which is 412\xa0€ → 377\xa0€ [R369 contradicted-direction]: say what the figures say, or correct them: have they changed places?\n')),
    ],
)  # fmt: skip
def test_a_way_that_figures_did_not_go(lang: str, indicators: str, text: str, expected: str, tmp_path: Path) -> None:
    assert told(lang, indicators, text, tmp_path) == expected


@pytest.mark.parametrize(
    ("lang", "indicators", "text"),
    [
        # What a thing costs is not the thing.
        ("en", CLINICS, "The cost of clinics open in the evening fell, {clinics.after} or not"),
        ("ru", OZONE, "Доля снизилась до 2019 года, сегодня {ozone.after}"),
        ("de", COST, "Die Kosten je Kind sanken nicht, sondern sind heute {cost.after}"),
        ("es", DEBT, "La deuda por habitante subió hasta 2021, hoy es de {debt.after}"),
    ],
)
def test_a_way_that_is_left_open(lang: str, indicators: str, text: str, tmp_path: Path) -> None:
    assert told(lang, indicators, text, tmp_path) == ""


def test_a_verb_whose_end_stands_apart(tmp_path: Path) -> None:
    text = "Die Kosten je Kind gingen von {cost.before} auf {cost.after} zurück"
    assert told("de", COST, text, tmp_path) == snapshot(
        "deck.yaml:8:31: error: “gingen … zurück” is said of “cost”, which is 58\xa0€ → 74\xa0€ [R369 contradicted-direction]: say what the figures say, or correct them: have they changed places?\n"
    )
    assert told("de", COST, text.replace("zurück", "nicht zurück"), tmp_path) == ""
    assert told("de", COST, "Die Kosten je Kind nahmen auf {cost.after} zu", tmp_path) == ""
