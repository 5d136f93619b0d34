"""Conclusions: how things stand, and numbered actions."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import deck_of, mistakes, slide

STANDS = "{title: Where towns stand, text: [More children walk, Few crossings are lit]}"


def conclusions(left: str, right: str) -> str:
    return f"layout: text-and-actions\ntitle: T\ncolumns:\n  - {left}\n  - {right}\n"


def test_actions_are_numbered_in_accent_beside_the_text() -> None:
    right = '{title: What to do, numbered: ["**Light** the crossings", {text: Slow down, bullets: [at noon]}]}'
    assert slide(conclusions(STANDS, right)) == snapshot("""\
page 1  text-and-actions 2
  title          54,58 852×73
    30 pt  T
  heading 1      54,156 331×22
    18 pt  Where towns stand
  body           54,190 331×274
    22 pt  More children walk
    22 pt  Few crossings are lit
  heading 2      439,156 467×22
    18 pt  What to do
  number 1       439,181 68×115
    60 pt  1
  finding 1      508,187 398×104
    24 pt  **Light** the crossings
  number 2       439,297 68×115
    60 pt  2
  finding 2      508,302 398×104
    24 pt  Slow down
      16 pt  at noon
""")


@pytest.mark.parametrize("count", [2, 3, 4])
def test_there_is_a_row_for_each_action(count: int) -> None:
    told = slide(conclusions(STANDS, f"{{numbered: [{', '.join(['Schritt'] * count)}]}}"))
    assert f"text-and-actions {count}" in told
    assert told.count("Schritt") == count


def test_long_actions_step_down_together() -> None:
    long = "Verlangsamung des Durchgangsverkehrs in der Umgebung von Schulen und Kindertagesstätten"
    told = slide(conclusions(STANDS, f"{{numbered: [Kurz, {long}, {long} im ganzen Land]}}"))
    assert {line.split()[0] for line in told.split("\n") if "Kurz" in line or "Schulen" in line} == {"20"}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            STANDS,
            "{numbered: [A]}",
            snapshot(
                "deck.yaml:7:20: error: the second column has 2 to 4 actions, found 1 [R322 slide-refused]: write them under numbered\n"
            ),
        ),
        (
            STANDS,
            "{title: What to do}",
            snapshot(
                "deck.yaml:7:9: error: the second column has 2 to 4 actions, found 0 [R322 slide-refused]: write them under numbered\n"
            ),
        ),
        (
            "{title: Nothing}",
            "{numbered: [A, B]}",
            snapshot(
                "deck.yaml:6:9: error: the first column says how things stand: in text or bullets, without numbered [R322 slide-refused]: write numbered under the second column\n"
            ),
        ),
        (
            "{numbered: [A, B]}",
            "{numbered: [A, B]}",
            snapshot(
                "deck.yaml:6:9: error: the first column says how things stand: in text or bullets, without numbered [R322 slide-refused]: write numbered under the second column\n"
            ),
        ),
        (
            STANDS,
            "{text: Why, numbered: [A, B]}",
            snapshot(
                "deck.yaml:7:9: error: the second column has actions only [R322 slide-refused]: write them under numbered\n"
            ),
        ),
    ],
)
def test_what_are_no_two_columns_of_text_and_actions_is_refused(
    left: str, right: str, expected: str, tmp_path: Path
) -> None:
    assert mistakes(deck_of(conclusions(left, right)), tmp_path) == expected


def test_one_column_is_too_few(tmp_path: Path) -> None:
    text = "layout: text-and-actions\ntitle: T\ncolumns:\n  - {text: A, numberd: [B]}\n"
    assert mistakes(deck_of(text), tmp_path) == snapshot("""\
deck.yaml:6:7: error: at least 2 items are expected here, found 1 [C216 wrong-count]: add or take away items
deck.yaml:6:19: error: the key “numberd” is not known here [C201 unknown-key]: did you mean “numbered”?
""")
