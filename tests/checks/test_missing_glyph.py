"""Characters that Arial does not have, and scripts that run from right to left."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import mistakes

DECK = """\
title: A deck
sources: {{report: {{title: A report, url: https://example.org/✓}}}}
indicators:
  centres: {{label: centres, value: 4, source: report}}
slides:
  - title: "{title}"
    columns:
      - {{title: One, text: "{text}"}}
      - {{title: Two, text: "There are {{centres}} centres."}}
    notes: "{notes}"
"""


def told(tmp_path: Path, *, title: str = "Fine", text: str = "Fine.", notes: str = "Fine.") -> str:
    return mistakes(DECK.format(title=title, text=text, notes=notes), tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "All ✓ of it ✓",
            snapshot(
                "deck.yaml:8:33: warning: the font Arial has no glyph for “✓” (check mark) [T440 missing-glyph]: write “yes”\n"
            ),
        ),
        (
            "Well done 🎉🎊",
            snapshot(
                "deck.yaml:8:39: warning: the font Arial has no glyph for “🎉” (party popper), nor for 1 other of this text [T440 missing-glyph]: leave it out, or say it in words\n"
            ),
        ),
        (
            "**日本** and more",
            snapshot(
                "deck.yaml:8:31: warning: the font Arial has no glyph for “日” (cjk unified ideograph-65e5), nor for 1 other of this text [T440 missing-glyph]: deckgen sets Latin, Greek and Cyrillic letters; write the name in one of these\n"
            ),
        ),
        (
            "In ქართული",
            snapshot(
                "deck.yaml:8:32: warning: the font Arial has no glyph for “ქ” (georgian letter khar), nor for 6 others of this text [T440 missing-glyph]: deckgen sets Latin, Greek and Cyrillic letters; write the name in one of these\n"
            ),
        ),
        (
            "A ⇒ B",
            snapshot(
                "deck.yaml:8:31: warning: the font Arial has no glyph for “⇒” (rightwards double arrow) [T440 missing-glyph]: write →\n"
            ),
        ),
        (
            "Say x ⌘ y",
            snapshot(
                "deck.yaml:8:35: warning: the font Arial has no glyph for “⌘” (place of interest sign) [T440 missing-glyph]: say it in words, or with a character of the font, such as → or ×\n"
            ),
        ),
        (
            "Again \\u2713",
            snapshot(
                "deck.yaml:8:28: warning: the font Arial has no glyph for “✓” (check mark) [T440 missing-glyph]: write “yes”\n"
            ),
        ),
    ],
)
def test_a_character_that_the_font_lacks_is_told_by_its_name(tmp_path: Path, text: str, expected: str) -> None:
    assert told(tmp_path, text=text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The word مرحبا",
            snapshot(
                "deck.yaml:8:38: error: text that runs from right to left is not set: arabic letter meem [T441 right-to-left]: write it in Latin or Cyrillic letters\n"
            ),
        ),
        (
            "The word שלום",
            snapshot(
                "deck.yaml:8:38: error: text that runs from right to left is not set: hebrew letter shin [T441 right-to-left]: write it in Latin or Cyrillic letters\n"
            ),
        ),
        (
            "Turned \u202eround",
            snapshot(
                "deck.yaml:8:36: error: the character U+202E cannot stand in a deck [S104 unprintable-character]: delete it; it often comes along when text is pasted from a PDF\n"
            ),
        ),
        (
            "Marked \u200fround",
            snapshot(
                "deck.yaml:8:36: error: an invisible sign marks text that runs from right to left: right-to-left mark [T441 right-to-left]: delete it, or type anew\n"
            ),
        ),
    ],
)
def test_a_script_that_runs_from_right_to_left_is_refused(tmp_path: Path, text: str, expected: str) -> None:
    assert told(tmp_path, text=text) == expected


def test_it_is_told_wherever_it_is_seen(tmp_path: Path) -> None:
    text = """\
    title: A deck ✓
    footer: Foot ✓
    sources: {report: {title: Report ✓}}
    periods: {before: then ✓, after: now}
    indicators:
      centres: {label: Centres ✓, before: 4, after: 5, note: open ✓}
      clinics: {label: Clinics, before: 2, after: 3}
    slides:
      - {section: Part ✓, title: Growth, indicators: [centres, clinics]}
      - {title: Table, table: {columns: [A, ✓], rows: [[one, "1 ✓"], [two, "2"]]}}
    """
    found = mistakes(text, tmp_path).splitlines()
    places = [":".join(line.split(":")[1:3]) for line in found if "missing-glyph" in line]
    assert places == snapshot(["1:15", "2:14", "3:34", "4:24", "6:28", "6:63", "9:20", "10:41", "10:61"])


@pytest.mark.parametrize(
    "text",
    [
        "e\u0301 \u0438\u0306 q\u0303 ș ğ Ї қ",
        "narrow\u202fspace, no\u00a0break, soft\u00adhyphen, w\u2060j",
        "™\ufe0f and ©",
        "≥ ≤ ± × µ € ₽ ‰ № → ↑ ↓ – — … • ½ ² H₂O −",
        "Ελληνικά, Русский, Türkçe, Íslenska",
        "[The centre](https://example.org/✓)",
    ],
)
def test_marks_spaces_and_signs_that_the_font_has_are_silent(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, title=text, text=text) == ""


def test_notes_and_alternative_text_may_hold_any(tmp_path: Path) -> None:
    assert told(tmp_path, notes="✓ 日本 مرحبا") == ""
