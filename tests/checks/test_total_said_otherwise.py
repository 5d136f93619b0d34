"""A number of things that is not the total of the column which counts them."""

from pathlib import Path

import pytest

from tests.builders import mistakes

TABLES = {
    "en": ("Area", "Vans", "Routes", "Total"),
    "de": ("Gebiet", "Wagen", "Linien", "Summe"),
    "fr": ("Secteur", "Voitures", "Lignes", "Total"),
    "es": ("Zona", "Coches", "Rutas", "Total"),
    "it": ("Zona", "Mezzi", "Linee", "Totale"),
    "ru": ("Район", "Машины", "Маршруты", "Всего"),
}


def told(lang: str, text: str, tmp_path: Path, key: str = "subtitle") -> str:
    """Return what is told of a text in a deck with a table of vans and routes, which come to 5 and 14."""
    area, vans, routes, whole = TABLES[lang]
    shown = f'subtitle: "{text}"\n' if key == "subtitle" else ""
    body = "" if key == "text" else "    text: A\n"
    more = "" if key == "subtitle" else f'  - title: A. B.\n{body}    {key}: "{text}"\n'
    deck = (
        f"title: A. B.\n{shown}lang: {lang}\nslides:\n{more}  - title: A. B. C.\n    table:\n      total: true\n"
        f"      columns: [{area}, {vans}, {routes}]\n"
        f"      rows: [[Alder, 2, 6], [Birch, 2, 3], [Cedar, 1, 5], [{whole}, 5, 14]]\n"
    )
    return mistakes(
        deck,
        tmp_path,
        advice=True,
        of="total-said-otherwise",
    )


SAID = [
    ("en", "Five vans on twelve routes"),
    ("en", "Five vans on 12 routes"),
    ("en", "Twelve routes, five vans"),
    ("en", "Vans on twelve routes take the children to school"),
    ("de", "Fünf Wagen auf zwölf Linien"),
    ("fr", "Cinq voitures sur 12 lignes"),
    ("es", "Cinco coches y doce rutas"),
    ("it", "Cinque mezzi e dodici linee"),
    ("ru", "Пять машин и 12 маршрутов"),
]
FINE = [
    ("en", "Five vans on fourteen routes"),
    ("en", "Five vans on six routes"),
    ("en", "Five vans on eleven of our routes"),
    ("en", "Five vans on 12 of the routes"),
    ("en", "Vans for two of twelve routes"),
    ("en", "Twelve routes are late"),
    ("en", "Vans on twelve routes that cross the valley"),
    ("en", "Vans on twelve routes in the north"),
    ("en", "Vans on twelve routes by 2030"),
    ("en", "Vans should run on twelve routes"),
    ("en", "Vans on at least twelve routes"),
    ("en", "Vans on twelve more routes"),
    ("en", "Vans on the other twelve routes"),
    ("fr", "Deux sur douze lignes"),
    ("en", "Each of the vans on twelve routes"),
    ("en", "Vans on forty routes"),
    ("en", "Vans on line 12 routes"),
    ("en", "Vans on twelve roads"),
    ("en", "Last year, vans on twelve routes"),
    ("de", "Wagen auf zwölf von den Linien"),
    ("de", "Wagen auf zwölf Linien, die durch das Tal führen, sollen fahren"),
    ("fr", "Voitures sur 12 lignes dans le nord"),
    ("es", "Coches en doce rutas que cruzan el valle"),
    ("it", "Mezzi su dodici linee nel nord"),
    ("ru", "Машины на 12 маршрутах в долине"),
]


@pytest.mark.parametrize(("lang", "text"), SAID)
def test_a_number_that_is_not_the_total_of_its_column(lang: str, text: str, tmp_path: Path) -> None:
    found = told(lang, text, tmp_path)
    assert "comes to 14" in found
    assert "warning" in found


@pytest.mark.parametrize(("lang", "text"), FINE)
def test_a_number_of_some_or_of_others_is_left_alone(lang: str, text: str, tmp_path: Path) -> None:
    assert told(lang, text, tmp_path) == ""


@pytest.mark.parametrize("key", ["text", "lead", "notes"])
def test_it_is_told_wherever_it_is_said(key: str, tmp_path: Path) -> None:
    assert "“twelve routes” is said here" in told("en", "There are five vans on twelve routes", tmp_path, key)


def test_of_what_the_table_does_not_know_it_is_advice(tmp_path: Path) -> None:
    text = "Late buses on twelve routes annoy parents"
    assert "advice: “twelve routes” is said here" in told("en", text, tmp_path)
