"""Days of dates, numbers of law, and numbers that are a figure by chance: of none of them anything is told."""

from pathlib import Path

import pytest

from tests.builders import deck_of, mistakes

LABELS = {
    "de": "Aktive Mitglieder",
    "en": "Active members",
    "es": "Miembros activos",
    "fr": "Membres actifs",
    "it": "Membri attivi",
    "ru": "Активные члены",
}
HEAD = """
lang: {lang}
periods: {{before: "2020", after: "2025"}}
sources: {{office: {{title: The office}}}}
indicators:
  members: {{label: {label}, before: 48200, after: 31}}
"""


def of_lead(lang: str, text: str, tmp_path: Path) -> str:
    """Return what is told of a lead over the only figure of its slide, which it names."""
    slide = f'title: A. B.\nlead: "{LABELS[lang]} {text}"\nindicators: [members]'
    return mistakes(deck_of(slide, HEAD.format(lang=lang, label=LABELS[lang])), tmp_path, advice=True)


DAYS = [
    ("de", "am 31. Dezember"),
    ("de", "am 24.12.2025"),
    ("de", "am 24. 12. 2025"),
    ("de", "bis 31. 12."),
    ("it", "al 31. 12. 2025"),
    ("de", "vom 24. bis 31. Dezember"),
    ("de", "am 15. und am 31. März"),
    ("en", "on 31 December"),
    ("en", "on December 31, 2025"),
    ("en", "on December 24"),
    ("en", "from 24 to 31 Dec. 2025"),
    ("en", "on 24 and 31 March"),
    ("es", "el 31 de diciembre"),
    ("es", "del 24 al 31 de diciembre de 2025"),
    ("fr", "au 31 décembre"),
    ("fr", "du 1er au 24 janvier"),
    ("it", "al 31 dicembre"),
    ("it", "dal 1° al 31 gennaio"),
    ("ru", "на 31 декабря"),
    ("ru", "с 24 по 31 декабря"),
    ("ru", "24-го января"),
]


@pytest.mark.parametrize(("lang", "text"), DAYS)
def test_a_day_of_a_month_is_no_figure(lang: str, text: str, tmp_path: Path) -> None:
    assert of_lead(lang, text, tmp_path) == ""


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "today: 24"), ("en", "in December 24 members"), ("de", "im Dezember: 24"), ("fr", "en mai : 24")],
)
def test_a_number_beside_a_month_is_one(lang: str, text: str, tmp_path: Path) -> None:
    assert "“24” is" in of_lead(lang, text, tmp_path)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "aged 16 to 24"),
        ("en", "under 30"),
        ("en", "per 1,000 inhabitants"),
        ("en", "under Article 31"),
        ("de", "nach 22 Uhr"),
        ("de", "nach § 31"),
        ("de", "(31. Dez. 2025)"),
        ("es", "mayores de 16 años"),
        ("fr", "pour 1 000 habitants"),
        ("it", "dopo le 22"),
        ("ru", "старше 18 лет"),
    ],
)
def test_an_age_an_hour_or_an_article_is_no_figure(lang: str, text: str, tmp_path: Path) -> None:
    assert of_lead(lang, text, tmp_path) == ""


SHARES = """
lang: {lang}
periods: {{before: "2020", after: "2025"}}
sources: {{office: {{title: The office}}}}
indicators:
  waste: {{label: Residuos **llevados al vertedero**, before: 55%, after: 38%}}
  late: {{label: Households **behind with bills**, before: 9%, after: 13.4%}}
  bill: {{label: Average yearly bill, unit: €, before: 1890, after: 2268}}
"""


def typed(lang: str, text: str, shown: str, tmp_path: Path) -> str:
    """Return where notes, beside what a slide shows, are told to type a figure."""
    slide = f'title: A. B.\nindicators: [{shown}]\nnotes: "{text}"'
    return mistakes(deck_of(slide, SHARES.format(lang=lang)), tmp_path, of="typed-figure")


@pytest.mark.parametrize(
    ("lang", "text", "shown"),
    [
        ("es", "La Ley 7/2022 pide llegar al 55 % en 2025", "waste"),
        ("de", "Das Gesetz verlangt 55 % bis 2030", "waste"),
        ("fr", "La loi demande 55 % en 2030", "waste"),
        ("it", "La legge chiede il 55 % nel 2030", "waste"),
        ("ru", "Закон требует 55 % к 2030 году", "waste"),
        ("en", "Bills include value added tax at 9%", "bill"),
        ("en", "Shops pay 38% more", "bill"),
    ],
)
def test_a_number_of_law_or_by_chance_is_no_typed_figure(lang: str, text: str, shown: str, tmp_path: Path) -> None:
    assert typed(lang, text, shown, tmp_path) == ""


@pytest.mark.parametrize(
    ("text", "shown", "reference"),
    [
        # The slide shows it, the sentence names it, or it has three digits.
        ("It was 9% for long", "late", "late.before"),
        ("Of the households behind with bills, 9% were helped", "bill", "late.before"),
        ("It is 13.4% by now", "bill", "late.after"),
    ],
)
def test_a_figure_that_is_in_sight_or_particular_is_one(text: str, shown: str, reference: str, tmp_path: Path) -> None:
    assert f"it is {{{reference}}}" in typed("en", text, shown, tmp_path)
