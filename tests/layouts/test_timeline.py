"""Dated steps along an axis."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from deckgen.typeset.frames import Dots, ShapesFrame
from tests.builders import deck_of, mistakes, pages, slide


def steps(*written: str, more: str = "") -> str:
    return "title: T\ntimeline:\n" + "".join(f"  - {{{step}}}\n" for step in written) + more


def test_dates_stand_over_the_axis_and_texts_under_it() -> None:
    text = steps(
        "date: 2022, text: Five towns **count**", "date: 2023, title: Maps, text: drawn", "date: 2025, text: C"
    )
    assert slide(text) == snapshot("""\
page 1  timeline 3
  title          54,58 852×73
    30 pt  T
  date 1         54,167 260×61
    24 pt  2022
  step 1         54,274 260×191
    20 pt  Five towns **count**
  date 2         350,167 260×61
    24 pt  2023
  step 2         350,274 260×191
    20 pt  **Maps**
    20 pt  drawn
  date 3         646,167 260×61
    24 pt  2025
  step 3         646,274 260×191
    20 pt  C
""")


def test_five_and_six_steps_stand_above_and_below() -> None:
    assert slide(steps(*(f"date: {2020 + year}, text: Text" for year in range(5)))) == snapshot("""\
page 1  timeline 5
  title          54,58 852×73
    30 pt  T
  date 1         76,145 248×29
    24 pt  2020
  step 1         76,179 248×109
    18 pt  Text
  date 2         221,328 248×29
    24 pt  2021
  step 2         221,361 248×104
    18 pt  Text
  date 3         367,145 248×29
    24 pt  2022
  step 3         367,179 248×109
    18 pt  Text
  date 4         512,328 248×29
    24 pt  2023
  step 4         512,361 248×104
    18 pt  Text
  date 5         658,145 248×29
    24 pt  2024
  step 5         658,179 248×109
    18 pt  Text
""")


def test_the_highlighted_date_has_a_dot_and_letters_in_accent() -> None:
    made = pages(
        deck_of(steps("date: 2022, text: A", "date: 2023, text: B", "date: 2025, text: C", more="highlight: 2023"))
    )
    dots = [frame for frame in made.pages[0].frames if isinstance(frame, ShapesFrame) and frame.name == "mark 2"]
    assert [type(shape) for frame in dots for shape in frame.shapes] == [Dots]
    colors = {
        frame.name: [run.color for paragraph in frame.paragraphs for run in paragraph.source.runs]
        for frame in made.pages[0].frames
        if frame.name.startswith("date")
    }
    assert colors == {"date 1": [""], "date 2": ["accent-text"], "date 3": [""]}


def test_each_layout_draws_a_dot_for_each_step() -> None:
    made = pages(deck_of(steps(*(f"date: {2020 + year}, text: Text" for year in range(6)))))
    backdrop = made.backdrops[made.pages[0].layout]
    assert [frame.name for frame in backdrop if frame.name.startswith("dot")] == [f"dot {n}" for n in range(1, 7)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-GB", snapshot(["24 pt  18 July 2022", "24 pt  2023-02", "24 pt  spring 2025"])),
        ("de", snapshot(["24 pt  18. Juli 2022", "24 pt  2023-02", "24 pt  spring 2025"])),
        ("ru", snapshot(["24 pt  18 июля 2022~г.", "24 pt  2023-02", "24 pt  spring 2025"])),
        ("fr", snapshot(["24 pt  18 juillet 2022", "24 pt  2023-02", "24 pt  spring 2025"])),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(language: str, expected: list[str]) -> None:
    text = steps("date: 2022-07-18, text: A", "date: 2023-02, text: B", "date: spring 2025, text: C")
    told = slide(text, f"lang: {language}").replace("\u00a0", "~").split("\n")
    assert [line.strip() for line in told if line.strip().startswith("24 pt")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            steps("date: 2022, text: A", "date: 2023, text: B"),
            snapshot(
                "deck.yaml:5:7: error: at least 3 items are expected here, found 2 [C216 wrong-count]: add or take away items\n"
            ),
        ),
        (
            steps("date: 2022, text: A", "date: 2023, text: B", "date: 2025, text: C", more="highlight: 2024"),
            snapshot(
                "deck.yaml:8:16: error: “2024” is not among the dates of this slide [R309 unknown-highlight]: did you mean “2025”?\n"
            ),
        ),
        (
            steps("date: 2022, text: A", "date: 2023", "dat: 2025, text: C"),
            snapshot("""\
deck.yaml:6:9: error: the key “text” is missing [C202 missing-key]: add text:
deck.yaml:7:9: error: the key “date” is missing [C202 missing-key]: add date:
deck.yaml:7:10: error: the key “dat” is not known here [C201 unknown-key]: did you mean “date”?
"""),
        ),
        (
            steps("date: 2022, text: A", "date: 2023-02-30, text: B", "date: 2025, text: C"),
            snapshot(
                "deck.yaml:6:16: error: there is no day 2023-02-30 [C209 not-a-date]: write it as 2026-07-18, or in words\n"
            ),
        ),
        (
            steps("date: 2022, text: A", "date: 2023, text: B", f"date: 2025, text: {'Donaudampfschiff' * 4}"),
            snapshot(
                "deck.yaml:7:28: error: the step 3 of slide 1 “T” holds a word that is 320 points too wide at 18 pt: “DonaudampfschiffDonaudampfschiffDonauda…” [T401 text-overflow]: use a shorter word, or write it with a hyphen\n"
            ),
        ),
    ],
)
def test_mistakes_are_told_where_they_stand(text: str, expected: str, tmp_path: Path) -> None:
    assert mistakes(deck_of(text), tmp_path) == expected
