"""So many out of a total, in words, over figures out of that total: one of them, or none."""

from pathlib import Path

import pytest

from tests.builders import deck_of, mistakes

CABLES = {
    "en": ("sea cables in the plan", "have been **laid**", "have their **permit**"),
    "de": ("Seekabel im Plan", "sind **verlegt**", "haben ihre **Genehmigung**"),
    "fr": ("câbles sous-marins du plan", "ont été **posés**", "ont leur **permis**"),
    "es": ("cables submarinos del plan", "se han **tendido**", "tienen su **permiso**"),
    "it": ("cavi sottomarini del piano", "sono stati **posati**", "hanno il **permesso**"),
    "ru": ("морские кабели плана", "уже **проложены**", "имеют **разрешение**"),
}


def told(lang: str, text: str, tmp_path: Path, key: str = "title") -> str:
    """Return what is told of a text over two figures out of fourteen cables."""
    whole, laid, permitted = CABLES[lang]
    head = f"""lang: {lang}
sources: {{map: {{title: The map}}}}
indicators:
  cables: {{label: "{whole}", value: 14}}
  laid: {{label: "{laid}", value: 6, of: cables}}
  permitted: {{label: "{permitted}", value: 11, of: cables}}
"""
    title = "" if key == "title" else "title: A. B.\n"
    slide = f'{title}{key}: "{text}"\nlayout: count-bars\nindicators: [permitted, laid]'
    return mistakes(deck_of(slide, head), tmp_path)


WRONG = [
    ("en", "Five of fourteen sea cables lie on the ground"),
    ("en", "Only seven of the fourteen sea cables lie on the ground"),
    ("en", "Five of 14 sea cables lie on the ground"),
    ("en", "Five sea cables out of fourteen lie on the ground"),
    ("en", "12 of fourteen cables lie on the ground"),
    ("en", "Ten of our fourteen cables lie on the ground"),
    ("de", "Fünf von vierzehn Seekabeln liegen auf dem Grund"),
    ("de", "Fünf der vierzehn Kabel liegen auf dem Grund"),
    ("fr", "Cinq des quatorze câbles sont au fond de la mer"),
    ("fr", "Cinq câbles sur quatorze sont au fond de la mer"),
    ("es", "Cinco de los catorce cables ya descansan sobre el fondo"),
    ("it", "Cinque dei quattordici cavi sono sul fondo"),
    ("it", "Cinque cavi su quattordici sono sul fondo"),
    ("ru", "Пять из четырнадцати кабелей лежат на дне"),
]
FINE = [
    ("en", "Six of fourteen sea cables lie on the ground"),
    ("en", "Eleven of the fourteen sea cables may be laid"),
    ("en", "Eight of fourteen sea cables still wait for a ship"),
    ("en", "Three of fourteen sea cables lack a permit"),
    ("en", "One of fourteen sea cables was cut by an anchor"),
    ("en", "Five of fourteen islands have a cable of their own"),
    ("en", "Five of fourteen"),
    ("en", "Seven of fourteen sea cables still wait for a permit"),
    ("fr", "Sept des quatorze câbles attendent encore un bateau"),
    ("es", "Siete de los catorce cables aún esperan un barco"),
    ("it", "Sette dei quattordici cavi aspettano una nave"),
    ("de", "Sieben der vierzehn Kabel warten auf ein Schiff"),
    ("ru", "Семь из четырнадцати кабелей ждут корабля"),
    ("en", "Five of fourteen sea cables are in the north"),
    ("en", "Four of five sea cables have a permit"),
    ("en", "Five of fourteen sea cables have a permit but no ship"),
    ("en", "Five of fourteen sea cables are permitted, not laid"),
    ("en", "Five of fourteen sea cables should be laid by autumn"),
    ("en", "In 2024, five of fourteen sea cables lay on the ground"),
    ("en", "Another five of fourteen sea cables are on their way"),
    ("en", "Twenty five of fourteen hundred cables in the world are ours"),
    ("en", "Five of fourteen-inch sea cables are heavy"),
    ("en", "Do five of fourteen sea cables lie on the ground?"),
    ("de", "Sechs von vierzehn Seekabeln liegen auf dem Grund"),
    ("de", "Fünf von vierzehn Inseln haben ein Kabel"),
    ("de", "Fünf von vierzehn Seekabeln sind genehmigt, aber nicht verlegt"),
    ("de", "Fünf von vierzehn Seekabeln sollen im Herbst folgen"),
    ("fr", "Six des quatorze câbles sont au fond de la mer"),
    ("fr", "Cinq des quatorze câbles ne sont pas encore posés"),
    ("fr", "Cinq des quatorze îles ont un câble"),
    ("es", "Seis de los catorce cables están en el fondo"),
    ("es", "Cinco de los catorce cables no están tendidos"),
    ("it", "Sei dei quattordici cavi sono sul fondo"),
    ("it", "Cinque dei quattordici cavi non sono posati"),
    ("ru", "Шесть из четырнадцати кабелей лежат на дне"),
    ("ru", "Пять из четырнадцати кабелей не проложены"),
]


@pytest.mark.parametrize(("lang", "text"), WRONG)
def test_what_is_none_of_the_figures_out_of_that_total_is_told(lang: str, text: str, tmp_path: Path) -> None:
    assert "is none of the figures that this slide shows" in told(lang, text, tmp_path)


@pytest.mark.parametrize(("lang", "text"), FINE)
def test_what_is_one_of_them_or_of_something_else_is_left_alone(lang: str, text: str, tmp_path: Path) -> None:
    assert "stray-figure" not in told(lang, text, tmp_path)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Five of fourteen sea cables have been laid"),
        ("de", "Fünf von vierzehn Seekabeln sind verlegt"),
        ("fr", "Cinq des quatorze câbles sont posés"),
        ("ru", "Пять из четырнадцати кабелей проложены"),
    ],
)
def test_it_is_told_once_where_one_figure_is_spoken_of(lang: str, text: str, tmp_path: Path) -> None:
    assert told(lang, text, tmp_path).count("warning:") == 1


def test_in_notes_it_may_be_of_something_else(tmp_path: Path) -> None:
    assert told("en", "Five of fourteen sea cables cross the northern sound", tmp_path, "notes") == ""


def test_a_total_that_has_no_word_is_found_in_digits(tmp_path: Path) -> None:
    head = """indicators:
  schools: {label: schools in the county, value: 48}
  ramp: {label: "have a **ramp** at the door", value: 31, of: schools}
  lift: {label: "have a **lift**", value: 12, of: schools}
"""
    slide = "title: {}\nlayout: count-bars\nindicators: [ramp, lift]"
    told = mistakes(deck_of(slide.format("Thirty of 48 schools are easy to enter"), head), tmp_path)
    assert "“Thirty of 48” is none of the figures that this slide shows: 31 of 48, 12 of 48" in told
    assert "stray-figure" not in mistakes(deck_of(slide.format("Thirty of the schools"), head), tmp_path)
