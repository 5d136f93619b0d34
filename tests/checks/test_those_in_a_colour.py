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
    ),
    "fr": ("ceux en orange ont réussi", "celles en vert manquent"),
    "de": ("die in Orange haben bestanden", "diejenigen in Grün fehlen", "jene in Rot."),
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


def test_where_nothing_is_drawn_nobody_is_meant_by_a_colour(tmp_path: Path) -> None:
    assert [text for text in MEANT["en"] if _told(text, "en", tmp_path, shown="[]")] == []
