"""Two or three free columns."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from deckgen.typeset.frames import ChartFrame, TextFrame
from tests.builders import deck_of, mistakes, pages, slide

HEAD = """
indicators:
  schools: {label: schools, value: 48}
  patrols: {label: have adults, value: 31, of: schools}
  paths: {label: have a path, value: 9, of: schools}
  lights: {label: Lit, before: 12%, after: 39%}
"""


def columns(*written: str, more: str = "") -> str:
    return "title: T\ncolumns:\n" + "".join(f"  - {{{column}}}\n" for column in written) + more


def tops(*written: str) -> dict[str, float]:
    """Return where each text begins, in inches from the top of the page."""
    frames = pages(deck_of(columns(*written), HEAD)).pages[0].frames
    return {
        frame.name: round(frame.rect.y / 914400, 2)
        for frame in frames
        if isinstance(frame, TextFrame | ChartFrame) and frame.name[-1:].isdigit()
    }


def test_texts_stand_in_one_size_under_their_headings() -> None:
    assert slide(columns("title: Schools, text: A, bullets: [B]", "title: Towns, numbered: [C]")) == snapshot("""\
page 1  columns 2
  title          54,58 852×73
    30 pt  T
  heading 1      54,156 408×22
    18 pt  Schools
  body 1         54,190 408×274
    22 pt  A
    22 pt  • B
  heading 2      498,156 408×22
    18 pt  Towns
  body 2         498,190 408×274
    22 pt  # C
""")


def test_a_column_may_have_a_chart_alone_or_under_a_text() -> None:
    text = columns(
        "title: A, lead: Of {schools}, indicators: [patrols, paths]", "title: B, text: C, indicators: [lights]"
    )
    assert slide(text.replace("Of {schools}", '"Of {schools}"') + "highlight: paths", HEAD) == snapshot("""\
page 1  columns 2
  title          54,58 852×73
    30 pt  T
  heading 1      54,156 408×22
    18 pt  A
  lead 1         54,179 408×22
    16 pt  Of 48
  labels 1       54,228 163×237
    18 pt  have adults
    18 pt  have a path
  chart 1        228,228 234×237  “have adults: 31 of 48; have a path: 9 of 48”
    bar   1,5 233×41 track
    bar   1,5 150×41 primary
    label 159,33 20 pt bold primary-text  31
    bar   1,118 233×41 track
    bar   1,118 44×41 accent
    label 52,146 20 pt bold accent-text  9
    line  1,0,1,164 muted
  heading 2      498,156 408×22
    18 pt  B
  body 2         498,210 408×104
    22 pt  C
  labels 2       498,322 163×143
    18 pt  Lit
  chart 2        672,322 234×143  “Lit rose from 12% to 39%, +27 percentage points”
    bar   1,5 45×21 before
    label 53,21 16 pt muted  12%
    label 93,21 16 pt muted  before
    bar   1,30 147×41 primary
    label 155,57 20 pt bold primary-text  39%
    label 202,57 16 pt primary-text  after
    line  1,0,1,76 muted
  notes: Chart: have adults: 31 of 48; have a path: 9 of 48
  notes: Chart: Lit rose from 12% to 39%, +27 percentage points
""")


def test_texts_of_all_columns_begin_at_one_height() -> None:
    long = "title: Kindertagesstätten und Grundschulen, text: A"
    assert tops("title: A, text: A", "title: B, text: B", "title: C, text: C") == snapshot(
        {"heading 1": 2.17, "body 1": 2.64, "heading 2": 2.17, "body 2": 2.64, "heading 3": 2.17, "body 3": 2.64}
    )
    assert tops(long, "title: B, text: B", "text: C") == snapshot(
        {"heading 1": 2.17, "body 1": 2.92, "heading 2": 2.17, "body 2": 2.92, "body 3": 2.92}
    )
    assert tops("title: A, lead: L, text: A", "text: B") == snapshot(
        {"heading 1": 2.17, "lead 1": 2.48, "body 1": 2.92, "body 2": 2.92}
    )
    assert tops(f"{long}, lead: L", "title: B, lead: L, text: B", "text: C") == snapshot(
        {"heading 1": 2.17, "body 1": 3.16, "heading 2": 2.17, "body 2": 3.16, "body 3": 3.16}
    )
    assert tops("text: A", "indicators: [lights]") == snapshot({"body 1": 2.17, "labels 2": 2.17, "chart 2": 2.17})


def test_a_chart_that_labels_its_rows_has_the_whole_column() -> None:
    chart = "indicators: [patrols, paths], chart: {kind: before-after, direction: vertical}"
    made = pages(deck_of(columns("text: A", "text: B", f"title: C, {chart}"), HEAD)).pages[0]
    frame = next(frame for frame in made.frames if isinstance(frame, ChartFrame))
    assert frame.rect.width == next(of.rect.width for of in made.frames if of.name == "body 1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            columns("text: A", "title: B"),
            snapshot(
                "deck.yaml:11:9: error: column 2 has nothing under its heading [R322 slide-refused]: write text:, bullets:, numbered: or indicators: in it\n"
            ),
        ),
        (
            columns("text: A", "text: B", "indicators: [patrols]"),
            snapshot(
                "deck.yaml:12:22: error: in three columns there is no room for labels beside a chart [R322 slide-refused]: make two columns, or choose a chart with its labels over or under the bars\n"
            ),
        ),
        (
            columns("text: A"),
            snapshot(
                "deck.yaml:10:7: error: at least 2 items are expected here, found 1 [C216 wrong-count]: add or take away items\n"
            ),
        ),
        (
            columns("text: A", "text: B, ttle: C"),
            snapshot(
                "deck.yaml:11:19: error: the key “ttle” is not known here [C201 unknown-key]: did you mean “title”?\n"
            ),
        ),
        (
            columns("text: A", "indicators: [patrols, lights]"),
            snapshot(
                "deck.yaml:11:22: error: figures of different units cannot share one axis [R310 chart-refused]: make two slides, one for each unit\n"
            ),
        ),
    ],
)
def test_a_column_that_cannot_be_shown_is_told(text: str, expected: str, tmp_path: Path) -> None:
    assert mistakes(deck_of(text, HEAD), tmp_path) == expected
