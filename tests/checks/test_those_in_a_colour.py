"""Those that a text means by their colour in a chart, and those that wear it or live in it."""

from pathlib import Path

import pytest

from tests.builders import deck_of, mistakes

HEAD = "lang: {lang}\nsources: {{o: {{title: O}}}}\nindicators: {{x: {{label: Abc **def**, value: 31%}}}}"
MEANT = {
    "en": (
        "those in orange passed",
        "of the ones in green, half passed",
        "those in blue signed it",
        "the ones in grey.",
        "those in red carry the name of a woman",
        "the cases in red need treatment at once",
        "streets in orange still wait for light",
    ),
    "fr": ("ceux en orange ont réussi", "celles en vert manquent"),
    "de": (
        "die in Orange haben bestanden",
        "diejenigen in Grün fehlen",
        "jene in Rot.",
        "die in Rot verfehlen den Grenzwert",
    ),
    "es": ("los que están en naranja aprobaron", "las en verde faltan"),
    "it": ("quelli in arancione sono passati", "quelle in verde mancano"),
    "ru": ("те, что в оранжевом, сдали экзамен", "те, кто в зелёном, ответили"),
}
WORN = {
    "en": (
        *(
            "those in green jobs",
            "those in blue helmets",
            "those in green striped shirts came",
            "those in orange groves",
            "the teams in red vests need help",
            "those in green offices, the first of them",
        ),
        *("those in green and blue shirts", "those in red, blue and white shirts", "those in the green belt"),
        *("those in yellow vests direct the traffic", "those in red tape drown", "those in Orange County voted"),
    ),
    "fr": ("ceux en gilet orange", "ceux en bleu de travail ont répondu", "ceux qui vivent en zone verte"),
    "de": ("die in grünen Berufen arbeiten", "Häuser, die in Grün gehalten sind", "diejenigen in roten Westen"),
    "es": ("los de chaleco naranja", "los que están en zona verde", "los que están en Rojo Alto"),
    "it": ("quelli in zona verde", "quelli in giubbotto arancione", "quelli in Verdi, teatro"),
    "ru": ("те, кто в зелёном поясе", "те, что в красных домах"),
}


def _told(text: str, lang: str, folder: Path, shown: str = "[x]") -> str:
    slide = f"title: A\nlead: '{text}'\nindicators: {shown}"
    return mistakes(deck_of(slide, HEAD.format(lang=lang)), folder, of="meaning-by-colour")


@pytest.mark.parametrize("lang", MEANT)
def test_those_in_a_colour_are_meant_by_it_where_figures_are_shown(lang: str, tmp_path: Path) -> None:
    assert [text for text in MEANT[lang] if not _told(text, lang, tmp_path)] == []


@pytest.mark.parametrize("lang", WORN)
def test_those_who_wear_a_colour_are_left_alone(lang: str, tmp_path: Path) -> None:
    assert [text for text in WORN[lang] if _told(text, lang, tmp_path)] == []


LINES = {
    "en": "the red line is where help is needed",
    "fr": "la ligne rouge est celle des chiens",
    "de": "die rote Linie ist dort, wo Hilfe fehlt",
    "es": "la línea roja es donde falta ayuda",
    "it": "la linea rossa è dove serve aiuto",
    "ru": "красная линия — там, где нужна помощь",
}


@pytest.mark.parametrize("lang", LINES)
def test_a_line_that_is_said_to_be_something_is_meant_by_its_colour_where_figures_are_shown(
    lang: str, tmp_path: Path
) -> None:
    assert _told(LINES[lang], lang, tmp_path)
    assert not _told(LINES[lang], lang, tmp_path, shown="[]")
    notes = f"title: A\nindicators: [x]\nnotes: '{LINES[lang]}'"
    assert mistakes(deck_of(notes, HEAD.format(lang=lang)), tmp_path, of="meaning-by-colour") == ""


def test_a_line_of_which_something_else_is_said_is_left_alone(tmp_path: Path) -> None:
    lines = ("the red line is not crossed", "the green line is extended to the airport", "a red line is drawn by law")
    assert [text for text in lines if _told(text, "en", tmp_path)] == []


def test_where_nothing_is_drawn_nobody_is_meant_by_a_colour(tmp_path: Path) -> None:
    assert [text for text in MEANT["en"] if _told(text, "en", tmp_path, shown="[]")] == []


ONES = {
    "en": (
        "Lifts, out of {x}; the red ones need a visit this month",
        "Of the red ones none passed",
        "red ones are late",
    ),
    "de": ("Aufzüge; die roten brauchen einen Besuch", "diejenigen, die rot sind, fehlen"),
    "fr": ("Ascenseurs ; les rouges doivent être vus", "celles qui sont rouges attendent"),
    "es": ("Ascensores; los rojos necesitan una visita", "las que son rojas esperan"),
    "it": ("Ascensori; quelli rossi vanno visti", "quelle rosse aspettano"),
    "ru": ("Лифты; красные требуют ремонта", "те, что красные, ждут"),
}
NO_ONES = {
    "en": (
        "Red bins; the red ones need a visit",
        "Blue and red; the red ones are old",
        "the red one is a bus",
        "red ones",
    ),
    "de": ("die roten Busse brauchen Platz", "Die Roten brauchen Stimmen", "die grünen sind neu, die blauen sind alt"),
    "fr": ("les roses sont fanées", "les oranges sont chères", "les rouges-gorges sont rares"),
    "es": ("los coches rojos necesitan", "las rosas necesitan agua"),
    "it": ("i rossi sono vini", "quelli rossi e quelli verdi"),
    "ru": ("дома; красные кирпичи", "Красные ещё не сдались"),
}


@pytest.mark.parametrize("lang", ONES)
def test_the_red_ones_are_meant_by_a_colour_where_figures_are_shown(lang: str, tmp_path: Path) -> None:
    assert [text for text in ONES[lang] if not _told(text, lang, tmp_path)] == []
    assert [text for text in ONES[lang] if _told(text, lang, tmp_path, shown="[]")] == []


@pytest.mark.parametrize("lang", NO_ONES)
def test_things_that_have_a_colour_and_names_are_left_alone(lang: str, tmp_path: Path) -> None:
    assert [text for text in NO_ONES[lang] if _told(text, lang, tmp_path)] == []


@pytest.mark.parametrize(
    ("lang", "lead", "said"),
    [
        ("en", "In orange those who passed", "orange those"),
        ("it", "In rosso quelli che hanno bisogno di lavori", "rosso quelli"),
        ("fr", "En rouge celles qui ferment", "rouge celles"),
    ],
)
def test_those_named_behind_their_colour_are_meant_by_it(tmp_path: Path, lang: str, lead: str, said: str) -> None:
    assert f"{said}” says by a colour" in _told(lead, lang, tmp_path)


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("en", "What is shown in red concerns hikers", "What is shown in red"),
        ("en", "The green line shows trains; the green line is extended to the airport", "green line"),
        ("fr", "La ligne verte montre les trains ; la ligne verte va à l’aéroport", "ligne verte"),
        ("de", "Die blaue Linie zeigt Züge; die blaue Linie wird verlängert", "blaue Linie"),
        ("es", "La línea roja indica trenes", "línea roja"),
        ("it", "Ciò che è segnato in rosso riguarda i treni", "Ciò che è segnato in rosso"),
    ],
)
def test_a_line_is_spoken_of_by_its_colour_where_it_tells_something(
    tmp_path: Path, lang: str, text: str, told: str
) -> None:
    found = mistakes(deck_of(f'title: A1\ntext: "{text}"', f"lang: {lang}"), tmp_path, of="meaning-by-colour")
    assert found.count("\n") == 1
    assert f"“{told}”" in found
