"""Figures that a text of their slide says are a whole together, and that do not come to it."""

from pathlib import Path

import pytest

from tests.builders import deck_of, mistakes

ANSWERS = {
    "en": ("said yes", "said no", "have not answered"),
    "de": ("sagten ja", "sagten nein", "ohne Antwort"),
    "fr": ("ont dit oui", "ont dit non", "sans réponse"),
    "es": ("dijeron sí", "dijeron no", "sin respuesta"),
    "it": ("hanno detto sì", "hanno detto no", "senza risposta"),
    "ru": ("сказали да", "сказали нет", "без ответа"),
}


def told(lang: str, text: str, tmp_path: Path, values: str = "46% 12% 32%", key: str = "notes") -> str:
    """Return what is told of three answers over which a text stands."""
    labels = zip(("yes", "no", "open"), ANSWERS[lang], values.split(), strict=True)
    total = "" if "%" in values else ", of: asked"
    lines = "".join(f'  "{name}": {{label: "{label}", value: {value}{total}}}\n' for name, label, value in labels)
    asked = "" if "%" in values else "  asked: {label: adults, value: 100}\n"
    head = f"lang: {lang}\nindicators:\n{asked}{lines}"
    slide = f'title: A. B.\nlead: C. D.\nindicators: ["yes", "no", open]\n{key}: "{text}"'
    return mistakes(
        deck_of(slide.replace("lead: C. D.\n", "" if key == "lead" else "lead: C. D.\n"), head),
        tmp_path,
        of="shares-off-whole",
    )


SAID = [
    ("en", "The three together are all adults"),
    ("en", "Together they make up the whole"),
    ("en", "These shares add up to 100%"),
    ("en", "Each of the three takes a share of all"),
    ("de", "Zusammen sind die drei alle Erwachsenen"),
    ("de", "Die drei zusammen sind alle Erwachsenen"),
    ("de", "Die Anteile ergeben zusammen 100 %"),
    ("fr", "Ensemble, ils sont tous les adultes"),
    ("fr", "Les trois parts font 100 %"),
    ("es", "Las tres partes suman el 100 %"),
    ("es", "Juntos son todos los adultos"),
    ("it", "Insieme sono tutti gli adulti"),
    ("it", "Le tre parti fanno il 100%"),
    ("ru", "Вместе — это все взрослые"),
    ("ru", "В сумме три ответа дают 100 %"),
]
FINE = [
    ("en", "The two together are all adults with an opinion"),
    ("en", "Together with the undecided they make up the whole"),
    ("en", "Together they do not make up the whole"),
    ("en", "Together they are almost all adults"),
    ("en", "Together they are nine in ten"),
    ("en", "In 2020 they were together all adults"),
    ("en", "All councils work together"),
    ("en", "If they add up to 100%, nobody was left out"),
    ("en", "{yes} and {no} together are all who answered"),
    ("de", "Zusammen mit den Unentschlossenen ergeben sie 100 %"),
    ("de", "Zusammen sind es nicht alle"),
    ("fr", "Ensemble, les deux font presque 100 %"),
    ("es", "Juntos con otros suman el 100 %"),
    ("it", "Insieme agli altri fanno il 100%"),
    ("ru", "Вместе с другими они составляют 100 %"),
]


@pytest.mark.parametrize(("lang", "text"), SAID)
def test_shares_do_not_come_to_the_whole_that_they_are_said_to_be(lang: str, text: str, tmp_path: Path) -> None:
    assert "the shares come to 90" in told(lang, text, tmp_path)
    assert told(lang, text, tmp_path, "46% 12% 42%") == ""
    # Rounded, …
    assert told(lang, text, tmp_path, "46% 12% 41%") == ""
    # … and answers of which one may give two.
    assert told(lang, text, tmp_path, "86% 32% 41%") == ""


@pytest.mark.parametrize(("lang", "text"), SAID)
def test_nor_do_counts_out_of_one_total(lang: str, text: str, tmp_path: Path) -> None:
    assert "the parts come to 90" in told(lang, text, tmp_path, "46 12 32")
    assert told(lang, text, tmp_path, "46 12 42") == ""


@pytest.mark.parametrize(("lang", "text"), FINE)
def test_some_of_them_or_others_beside_are_left_alone(lang: str, text: str, tmp_path: Path) -> None:
    assert told(lang, text, tmp_path) == ""


def test_it_is_said_in_any_text_of_the_slide(tmp_path: Path) -> None:
    assert "“together are all”" in told("en", "The three together are all {asked}", tmp_path, "46 12 32", "lead")
    assert "“together are all”" in told("en", "{yes}, {no} and {open} together are all adults", tmp_path, key="lead")


def test_it_is_told_at_the_sentence_that_says_so(tmp_path: Path) -> None:
    found = told("en", "Answers came by post. Together they make up the whole", tmp_path)
    assert found == (
        "deck.yaml:11:35: warning: the shares come to 90%, and “make up the whole” says that they are "
        "the whole: yes 46%, no 12%, open 32% [R378 shares-off-whole]: "
        "correct the figure that is wrong, or show what is left out\n"
    )
