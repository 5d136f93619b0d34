"""A number behind which what it counts is left out: the figure of the slide that it stands over, or of something else."""

from pathlib import Path

import pytest

from tests.builders import deck_of, mistakes

COMMUNES = {
    "en": ("communes audited", "have an **evacuation plan**", "held an **exercise**", "have **no siren** that works"),
    "de": ("geprüfte Gemeinden", "haben einen **Plan**", "haben eine **Übung** gehalten", "haben **keine Sirene**"),
    "fr": ("communes contrôlées", "ont un **plan**", "ont fait un **exercice**", "n’ont **pas de sirène**"),
    "es": ("municipios", "tienen un **plan**", "han hecho un **simulacro**", "no tienen **sirena**"),
    "it": ("comuni controllati", "hanno un **piano**", "hanno fatto un’**esercitazione**", "non hanno **sirena**"),
    "ru": ("общины", "имеют **план**", "провели **учения**", "не имеют **сирены**"),
}


def told(lang: str, text: str, tmp_path: Path, key: str = "title") -> str:
    """Return which figures are told to be typed in a text over the figures of communes."""
    whole, *labels = COMMUNES[lang]
    values = zip(("plan", "exercise", "siren"), labels, (54, 19, 28), strict=True)
    lines = "".join(f'\n  {name}: {{label: "{label}", value: {value}, of: communes}}' for name, label, value in values)
    head = f'lang: {lang}\nindicators:\n  communes: {{label: "{whole}", value: 72}}{lines}\n'
    title = "" if key == "title" else "title: A. B.\n"
    slide = f'{title}{key}: "{text}"\nlayout: count-bars\nindicators: [plan, exercise, siren]'
    return mistakes(deck_of(slide, head), tmp_path, of="typed-figure")


TYPED = [
    ("en", "Three quarters of communes have a plan, but only 19 have tried it out"),
    ("en", "Most communes are ready: 54 have a plan"),
    ("en", "{plan} have a plan, and 19 have tried it out"),
    ("de", "Die meisten Gemeinden haben einen Plan, aber nur 19 haben ihn erprobt"),
    ("de", "Von den Gemeinden mit Plan ist viel zu hören – erst 19 haben ihn erprobt"),
    ("fr", "La plupart des communes ont un plan, mais seulement 19 l’ont essayé"),
    ("fr", "{plan} ont un plan, et 19 l’ont essayé"),
    ("es", "La mayoría de los municipios tienen un plan, pero solo 19 lo han ensayado"),
    ("it", "La maggior parte dei comuni ha un piano, ma solo 19 lo hanno provato"),
    ("ru", "Планы есть у большинства общин, но только 19 их проверили"),
]
FINE = [
    ("en", "{plan} of communes have a plan, but only {exercise} have tried it out"),
    ("en", "Most communes have a plan, but only 20 have tried it out"),
    ("en", "Most communes have a plan, but 19 have not tried it out"),
    ("en", "Most communes have a plan, but 19 have a siren"),
    ("en", "Most communes have a plan, and by 2028 19 are to have tried it out"),
    ("en", "Most communes have a plan, 19 more have asked for one"),
    ("en", "Most communes have a plan, but only 19 mayors have read it"),
    ("en", "Most communes have a plan, which was made when our clerk was 19"),
    ("en", "Most communes have a plan, ready by 19 May"),
    ("en", "Most communes have a plan under article 19"),
    ("en", "Of the clerks, 19 have answered"),
    ("en", "Most communes have a plan, and last year 19 had tried it out"),
    ("en", "Most communes have a plan, but in 2021 only 19 had one"),
    ("en", "Only 19 have tried it out"),
    ("en", "All communes were asked, and 19 have answered"),
    ("fr", "Toutes les communes ont reçu la lettre, 19 ont répondu"),
    ("en", "All communes have answered, and 19 are in the mountains"),
    ("de", "Die meisten Gemeinden haben einen Plan, aber 19 haben ihn nicht erprobt"),
    ("de", "Die meisten Gemeinden haben einen Plan, am 19. haben sie geübt"),
    ("de", "Die meisten Gemeinden haben einen Plan, aber nur 19 Feuerwehren haben ihn erprobt"),
    ("fr", "La plupart des communes ont un plan, mais 19 ne l’ont pas essayé"),
    ("fr", "La plupart des communes ont un plan, mais 19 maires l’ont essayé"),
    ("es", "La mayoría de los municipios tienen un plan, pero 19 no lo han ensayado"),
    ("es", "La mayoría de los municipios tienen un plan, pero 19 alcaldes lo han leído"),
    ("it", "La maggior parte dei comuni ha un piano, ma 19 non lo hanno provato"),
    ("it", "La maggior parte dei comuni ha un piano, ma 19 sindaci lo hanno letto"),
    ("ru", "Планы есть у большинства общин, но 19 их не проверили"),
    ("ru", "Планы есть у большинства общин, но 19 мэров их читали"),
]


@pytest.mark.parametrize(("lang", "text"), TYPED)
def test_the_figure_of_the_slide_is_typed(lang: str, text: str, tmp_path: Path) -> None:
    assert "is typed here" in told(lang, text, tmp_path)


@pytest.mark.parametrize(("lang", "text"), FINE)
def test_a_number_of_something_else_is_left_alone(lang: str, text: str, tmp_path: Path) -> None:
    assert told(lang, text, tmp_path) == ""


def test_it_is_told_in_notes_and_over_figures_but_not_in_lists(tmp_path: Path) -> None:
    text = "Most communes have a plan. Only 19 have tried it out"
    assert "“19” is typed here; it is {exercise}" in told("en", text, tmp_path, "notes")
    assert "“19” is typed here; it is {exercise}" in told("en", text, tmp_path, "lead")
    assert told("en", text, tmp_path, "source") == ""


DAYS = """
sources: {desk: {title: The desk}}
indicators:
  days: {label: Days until a **decision**, before: 120, after: 30}
  shops: {label: licensed pawnbrokers, value: 90}
  posted: {label: post their rates, value: 63, of: shops}
"""


@pytest.mark.parametrize(
    ("slide", "expected"),
    [
        # The slide refers to that figure, and a hundred and more is not met by chance.
        (
            "title: A decision now takes 120 days\ntext: It is typed.\nnotes: 'Once it took {days.before}.'",
            "deck.yaml:8:33: warning: “120” is typed here; it is {days.before} [R361 typed-figure]: "
            "write {days.before}, so that it changes with the figure\n",
        ),
        ("title: A decision once took long\ntext: Some 120 pages.\nnotes: 'Now {days.after}.'", ""),
        ("title: The desk\ntext: It counts.\nnotes: Some 30 letters a day, and {days.after} days.", ""),
        # What a total counts by its name, and is in no indicator.
        (
            "title: Rates\nindicators: [posted]\nnotes: All 95 shops were visited.",
            "deck.yaml:10:16: advice: “95” is in no indicator [R364 unknown-figure]: "
            "write it under indicators:, with its source, and refer to it by its name\n",
        ),
        ("title: Rates\nindicators: [posted]\nnotes: Some 27 shops have none.", ""),
        ("title: Rates\nindicators: [posted]\nnotes: All 95 streets were visited.", ""),
        ("title: Rates\nindicators: [posted]\nnotes: We aim at 95 shops.", ""),
    ],
)
def test_a_figure_of_the_slide_and_a_count_of_what_a_total_counts(slide: str, expected: str, tmp_path: Path) -> None:
    found = mistakes(deck_of(slide, DAYS), tmp_path, advice=True).splitlines(keepends=True)
    assert "".join(line for line in found if "typed-figure" in line or "unknown-figure" in line) == expected


def test_a_number_that_is_told_as_a_wrong_total_is_not_told_as_unknown_too(tmp_path: Path) -> None:
    slide = "title: Rates\nindicators: [posted]\nnotes: '{posted} of 95 shops post their rates.'"
    names = [line.split("[")[1].split("]")[0] for line in mistakes(deck_of(slide, DAYS), tmp_path).splitlines()]
    assert names == ["R377 wrong-whole"]
    advice = mistakes(deck_of(slide, DAYS), tmp_path, of="unknown-figure")
    assert advice == ""
