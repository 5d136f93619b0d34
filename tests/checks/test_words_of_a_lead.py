"""A share in plain words of what the lead says the figures are out of."""

from pathlib import Path

import pytest

from tests.builders import deck_of, mistakes

HEAD = """
lang: {lang}
sources: {{office: {{title: The office}}}}
indicators:
  moved: {{label: "{label}", value: 112, of: 280}}
"""
LEADS = {
    "de": ("zogen weg", "Gründe von 280 Menschen, die austraten"),
    "en": ("moved away", "Reasons of 280 people who left in 2025"),
    "es": ("cambiaron de ciudad", "Motivos de 280 personas que se fueron"),
    "fr": ("ont déménagé", "Motifs de 280 personnes parties en 2025"),
    "it": ("hanno cambiato città", "Motivi di 280 persone uscite nel 2025"),
    "ru": ("сменили город", "Причины 280 ушедших"),
}


def told(lang: str, title: str, tmp_path: Path) -> str:
    """Return what is told of a title over the reasons of those who left."""
    label, lead = LEADS[lang]
    slide = f"title: {title}\nlead: {lead}\nindicators: [moved]"
    return mistakes(deck_of(slide, HEAD.format(lang=lang, label=label)), tmp_path, of="contradicted-claim")


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("en", "Half of those who left moved away"),
        ("en", "Half of people who left had moved away"),
        ("de", "Die Hälfte derer, die austraten, zogen weg"),
        ("es", "La mitad de los que se fueron cambiaron de ciudad"),
        ("fr", "La moitié des personnes parties ont déménagé"),
        ("it", "Metà delle persone uscite hanno cambiato città"),
        ("ru", "Половина ушедших сменили город"),
    ],
)
def test_a_share_of_those_whom_the_lead_names_is_held_to_the_figure(lang: str, title: str, tmp_path: Path) -> None:
    assert "is said of “moved”, which is 112 of 280" in told(lang, title, tmp_path)


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("en", "Two in five of those who left had moved away"),
        ("en", "Half of the women who left had moved away"),
        ("en", "Half of those who never left moved away"),
        ("en", "Half of those who left and had moved away came back"),
        ("en", "Half of those who moved away still pay"),
        ("en", "Half of those who left had not moved away"),
        ("de", "Zwei Fünftel derer, die austraten, zogen weg"),
        ("de", "Die Hälfte derer, die nicht austraten, zogen weg"),
        ("es", "La mitad de las mujeres que se fueron cambiaron de ciudad"),
        ("fr", "La moitié des femmes parties ont déménagé"),
        ("it", "Metà delle donne uscite hanno cambiato città"),
        ("ru", "Половина ушедших женщин сменили город"),
    ],
)
def test_a_share_of_others_is_left_alone(lang: str, title: str, tmp_path: Path) -> None:
    assert told(lang, title, tmp_path) == ""
