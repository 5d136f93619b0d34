"""Abbreviations in brackets: behind words that they are made of, or not."""

from pathlib import Path

import pytest

from tests.builders import deck_of, mistakes


def told(lang: str, text: str, tmp_path: Path) -> str:
    """Return what is told of an abbreviation in a text."""
    deck = deck_of(f'title: A. B.\ntext: "{text}"', f"lang: {lang}")
    return mistakes(deck, tmp_path, advice=True, of="unexplained-abbreviation")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Trafficking in human beings (THB) is a crime"),
        ("en", "The yearly load (PCU, population correction unit) fell"),
        ("en", "The service of the national insurer (ZUS) is free"),
        ("de", "Die Umweltzone (LEZ) wächst, das Bruttoinlandsprodukt (BIP) auch"),
        ("es", "Los residuos (RSU) pesan menos"),
        ("fr", "Les émissions (ÉGES) baissent"),
        ("it", "La raccolta dei rifiuti (RSU) cresce"),
        ("ru", "Всемирная организация здравоохранения (WHOX) помогает"),
    ],
)
def test_behind_words_of_its_letters_it_is_spelt_out(lang: str, text: str, tmp_path: Path) -> None:
    assert told(lang, text, tmp_path) == ""


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Sales are divided by the weight of all animals kept (PCU)"),
        ("fr", "Les ventes sont divisées par la masse des animaux (QXZ)"),
        ("es", "Se divide entre la masa de los animales (QXZ)"),
        ("it", "Si divide per la massa degli animali (QXZ)"),
        ("ru", "Продажи делят на вес животных (ФЩЭ)"),
    ],
)
def test_behind_other_words_it_is_not(lang: str, text: str, tmp_path: Path) -> None:
    assert "is spelt out nowhere" in told(lang, text, tmp_path)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Elles vont à l’QXZ"),
        ("fr", "Elles vont à l'QXZ"),
        ("fr", "L’QXZ les reçoit"),
        ("it", "Le pratiche dell’QXZ"),
        ("it", "Le pratiche dell'QXZ"),
        ("es", "El informe (QXZ) es breve"),
        ("en", "Two QXZs met, and QXZ’s head spoke"),
        ("en", "Talks that are QXZ-funded, or non-QXZ"),
        ("en", "What they call ’QXZ’ is new"),
        ("en", "The offices of the regions (QXZs) pay"),
        ("de", "Der QXZ-Anteil wächst"),
        ("de", "Das Fach-QXZ wächst"),
        ("ru", "Работа «ФЩЭ» и ФЩЭ-центра"),
    ],
)
def test_it_is_seen_behind_an_article_and_beside_a_hyphen_and_in_the_plural(
    lang: str, text: str, tmp_path: Path
) -> None:
    short = "ФЩЭ" if lang == "ru" else "QXZ"
    assert told(lang, text, tmp_path).count(f"“{short}” is spelt out nowhere") == 1


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Three NGOs and five CVs, PDFs of EU-funded work"),
        ("en", "Signed by the O’BRIEN sisters, on XIV-style paper, CO-OP and QX-12"),
        ("en", "The quorum of zones (QXZ) pays, and so the QXZ-funded and non-QXZ talks"),
        ("en", "The quorums of zones (QXZs) pay for QXZs"),
        ("fr", "Le quorum des zones (QXZ), et ce que fait l’QXZ de l’ONU"),
        ("de", "Die PDF-Datei der EU-Kommission"),
    ],
)
def test_what_is_known_or_spelt_out_is_left_alone_there_too(lang: str, text: str, tmp_path: Path) -> None:
    assert told(lang, text, tmp_path) == ""


def test_it_is_looked_for_in_notes_too_but_a_word_that_begins_a_note_is_none(tmp_path: Path) -> None:
    deck = deck_of("title: A. B.\ntext: T\nnotes: 'NEW: the standard is that of QXZ'", "lang: en")
    assert "“QXZ” is spelt out nowhere" in mistakes(deck, tmp_path, advice=True, of="unexplained-abbreviation")
    assert "NEW" not in mistakes(deck, tmp_path, advice=True, of="unexplained-abbreviation")


def test_what_someone_said_has_the_full_stop_that_they_put(tmp_path: Path) -> None:
    quoted = deck_of("title: A. B.\nbullets: ['“The good ones are gone by Easter.”', Forms take long, Talks do not]")
    assert mistakes(quoted, tmp_path, of="uneven-full-stops") == ""
    bare = deck_of("title: A. B.\nbullets: [The good ones are gone by Easter., Forms take long, Talks do not]")
    assert "uneven-full-stops" in mistakes(bare, tmp_path, of="uneven-full-stops")
