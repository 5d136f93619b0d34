"""A typed count out of a total that is referred to, or a typed total behind a reference: none that the deck has."""

from pathlib import Path

import pytest

from tests.builders import deck_of, mistakes

OFFICES = {
    "en": ("offices", "are **connected**", "have **trained staff**"),
    "de": ("Ämter", "sind **angeschlossen**", "haben **geschultes Personal**"),
    "fr": ("bureaux", "sont **raccordés**", "ont du **personnel formé**"),
    "es": ("oficinas", "están **conectadas**", "tienen **personal formado**"),
    "it": ("uffici", "sono **collegati**", "hanno **personale formato**"),
    "ru": ("ведомства", "**подключены**", "имеют **обученный персонал**"),
}


def told(lang: str, text: str, tmp_path: Path, shown: str = "joined") -> str:
    """Return what is told of figures in a text over 36 and 20 of 48 offices."""
    whole, joined, trained = OFFICES[lang]
    head = (
        f'lang: {lang}\nindicators:\n  offices: {{label: "{whole}", value: 48}}\n'
        f'  joined: {{label: "{joined}", value: 36, of: offices}}\n'
        f'  trained: {{label: "{trained}", value: 20, of: offices}}\n'
    )
    deck = deck_of(f'title: A. B.\nlead: "{text}"\nlayout: count-bars\nindicators: [{shown}]', head)
    listed = (mistakes(deck, tmp_path, advice=True, of=name) for name in ("unknown-figure", "outdated-figure"))
    return "".join(listed)


OUTDATED = [
    ("en", "Of {offices} offices, 30 are connected"),
    ("en", "Of the {offices} offices, only 30 are connected"),
    ("de", "Von {offices} Ämtern sind 30 angeschlossen"),
    ("fr", "Sur {offices} bureaux, 30 sont raccordés"),
    ("es", "De las {offices} oficinas, 30 están conectadas"),
    ("it", "Su {offices} uffici, 30 sono collegati"),
    ("ru", "Из {offices} ведомств 30 подключены"),
]
UNKNOWN = [
    ("en", "Of {offices} offices, 30 are open on Saturdays"),
    ("en", "In the valley it is known: of {offices} offices, 30 are open on Saturdays"),
    ("en", "Of the {joined.of} offices, 30 are open on Saturdays"),
    ("en", "The review names {joined} offices of 50 that nobody visits"),
    ("de", "Von {offices} Ämtern haben 30 am Samstag geöffnet"),
    ("fr", "Sur {offices} bureaux, 30 sont ouverts le samedi"),
    ("es", "De las {offices} oficinas, 30 están abiertas el sábado"),
    ("it", "Su {offices} uffici, 30 sono aperti il sabato"),
    ("ru", "Из {offices} ведомств 30 открыты по субботам"),
]
FINE = [
    ("en", "Of {offices} offices, 12 are not connected"),
    ("en", "Of {offices} offices, 28 are without trained staff"),
    ("en", "Of {offices} offices, 16 are open on Saturdays"),
    ("en", "Of {offices} offices, 40 should be connected by summer"),
    ("en", "Of {offices} offices, 30 were connected in 2024"),
    ("en", "Of {offices} offices, 30 clerks have answered"),
    ("en", "Of {offices} offices, 3 are new"),
    ("en", "Of {offices} offices in district 30 nothing is known"),
    ("en", "Of {offices} offices with 30 desks nothing is known"),
    ("en", "Of {offices} offices, at least 30 are open on Saturdays"),
    ("en", "The review names {joined} offices of 48"),
    ("en", "The review names {joined} offices of 50 square metres"),
    ("en", "The review names {joined} rooms of 50 that nobody visits"),
    ("de", "Von {offices} Ämtern haben 30 Leiter geantwortet"),
    ("de", "Von {offices} Ämtern sollen 40 bis zum Sommer angeschlossen sein"),
    ("fr", "Sur {offices} bureaux, 30 agents ont répondu"),
    ("es", "De las {offices} oficinas, 30 empleados han respondido"),
    ("it", "Su {offices} uffici, 30 impiegati hanno risposto"),
    ("ru", "Из {offices} ведомств 30 сотрудников ответили"),
    ("ru", "Из {offices} ведомств 12 не подключены"),
]


@pytest.mark.parametrize(("lang", "text"), OUTDATED)
def test_a_count_out_of_a_total_is_not_that_of_what_is_named(lang: str, text: str, tmp_path: Path) -> None:
    assert "“30” is said of “joined”" in told(lang, text, tmp_path)


@pytest.mark.parametrize(("lang", "text"), UNKNOWN)
def test_a_count_out_of_a_total_is_in_no_indicator(lang: str, text: str, tmp_path: Path) -> None:
    found = told(lang, text, tmp_path)
    assert "0” is in no indicator" in found
    assert "error" not in found


@pytest.mark.parametrize(("lang", "text"), FINE)
def test_the_rest_a_sum_and_what_counts_something_else_are_left_alone(lang: str, text: str, tmp_path: Path) -> None:
    assert told(lang, text, tmp_path) == ""


def test_beside_two_figures_out_of_the_total_the_one_that_is_named_is_meant(tmp_path: Path) -> None:
    text = "Of {offices} offices, 30 are connected"
    assert "“30” is said of “joined”" in told("en", text, tmp_path, "joined, trained")
