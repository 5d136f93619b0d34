"""What was typed or pasted so that it looks right, or nearly: stars that do not match, twins of letters, what is unseen."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import deck_of, mistakes


def told(text: str, tmp_path: Path) -> str:
    return mistakes(deck_of(f"title: A headline\nbullets:\n  - {text}\n  - Another one"), tmp_path, advice=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"**Sham marriage* rose"',
            snapshot(
                "deck.yaml:5:10: warning: “**Sham marriage*” has two stars before it and one star behind it [S143 uneven-emphasis]: write **Sham marriage** for bold, *Sham marriage* for italic\n"
            ),
        ),
        (
            '"Of all, *sham marriage** rose"',
            snapshot(
                "deck.yaml:5:18: warning: “*sham marriage**” has one star before it and two stars behind it [S143 uneven-emphasis]: write **sham marriage** for bold, *sham marriage* for italic\n"
            ),
        ),
        (
            "Of *all* and **sham* marriage",
            snapshot(
                "deck.yaml:5:22: warning: “**sham*” has two stars before it and one star behind it [S143 uneven-emphasis]: write **sham** for bold, *sham* for italic\n"
            ),
        ),
    ],
)
def test_uneven_stars_are_told(text: str, expected: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == expected


@pytest.mark.parametrize(
    "text",
    ['"**Bold** and *slanted* and **both *at* once**"', "2 * 3 is 6", r'"**Bold**\\* with a note"', '"***Both***"'],
)
def test_even_stars_are_not(text: str, tmp_path: Path) -> None:
    assert "S143" not in told(text, tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Twelve Schoоls",
            snapshot(
                "deck.yaml:5:16: warning: in the word “Schoоls”, the “о” is a Cyrillic letter [S144 mixed-alphabets]: type the word anew\n"
            ),
        ),
        (
            "Рeки и озёра",
            snapshot(
                "deck.yaml:5:9: warning: in the word “Рeки”, the “e” is a Latin letter [S144 mixed-alphabets]: type the word anew\n"
            ),
        ),
        (
            "см. оао и OАO",
            snapshot(
                "deck.yaml:5:19: warning: in the word “OАO”, the “А” is a Cyrillic letter [S144 mixed-alphabets]: type the word anew\n"
            ),
        ),
    ],
)
def test_a_letter_of_another_alphabet_is_told(text: str, expected: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == expected


@pytest.mark.parametrize(
    "text", ["PDFы и IP-адреса", "Zürich, Łódź, Ærø", "Йод, ёж, Їжак", "µm and Ω", "[ОБСЕ](https://example.org/сайт-x)"]
)
def test_words_of_one_alphabet_are_not(text: str, tmp_path: Path) -> None:
    assert "S144" not in told(text, tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "An investi\u00adgation",
            snapshot(
                "deck.yaml:5:12: advice: “investigation” holds a soft hyphen, which nobody sees [S145 invisible-character]: delete it: no line is broken there\n"
            ),
        ),
        (
            "Sham\u200bmarriage and sham\u200bmarriage",
            snapshot("""\
deck.yaml:5:9: warning: “Shammarriage” holds a space without width, which nobody sees [S145 invisible-character]: delete it, or type a space in its place
deck.yaml:5:27: warning: “shammarriage” holds a space without width, which nobody sees [S145 invisible-character]: delete it, or type a space in its place
"""),
        ),
    ],
)
def test_what_nobody_sees_is_told(text: str, expected: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == expected


def test_spaces_that_keep_words_together_are_not(tmp_path: Path) -> None:
    assert told("39\u00a0% of 57\u202fStates, cross\u2011border", tmp_path) == ""


@pytest.mark.parametrize(
    ("text", "doubled"),
    [
        ("Schemes pay shops that that let people in", True),
        ("Towns that **that** are small", True),
        ("She said that that was enough", False),
        ("The court held that that law stands", False),
    ],
)
def test_a_word_that_may_stand_twice_does_not_before_every_word(text: str, doubled: bool, tmp_path: Path) -> None:
    assert ("the word stands twice" in told(text, tmp_path)) is doubled
