"""Slides typeset, as a person can check them."""

from dataclasses import replace
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from deckgen.checks.text_overflow import TextOverflow
from deckgen.typeset.dots import dot_field
from deckgen.typeset.dump import pages_as_text
from deckgen.typeset.frames import ShapesFrame, TextFrame
from deckgen.units import Rect
from tests.builders import checked, mistakes, pages, slide, told

INDICATORS = """\
sources: {report: {title: The report}}
periods: {before: previous survey, after: this survey}
indicators:
  all: {label: All, value: 57}
  marriage: {label: "**Sham marriage**", before: 23%, after: 39%}
  abuse: {label: Live remote abuse, value: 56%, new: true}
  training: {label: "train **staff**", note: not everywhere, value: 18, of: all}
"""


def test_bullets_stand_in_two_levels_under_a_lead() -> None:
    assert slide("""
        layout: bullets
        title: Identification of victims
        lead: What States report
        text: Barriers *remain*
        bullets:
          - text: Who may identify
            bullets: [Only law enforcement]
          - Referral
        numbered: [First, Second]
    """) == snapshot("""\
page 1  bullets
  title          54,58 852×73
    30 pt  Identification of victims
  lead           54,158 852×22
    16 pt  What States report
  body           54,190 691×274
    24 pt  Barriers *remain*
    24 pt  • Who may identify
      20 pt  • Only law enforcement
    24 pt  • Referral
    24 pt  # First
    24 pt  # Second
""")


def test_without_a_lead_the_text_begins_higher() -> None:
    assert slide("""
        layout: bullets
        title: Identification of victims
        bullets: [One]
    """) == snapshot("""\
page 1  bullets
  title          54,58 852×73
    30 pt  Identification of victims
  body           54,167 691×297
    24 pt  • One
""")


def test_a_section_opens_with_its_number_and_its_part_of_the_tracker() -> None:
    made = pages("""
        title: A deck
        slides:
          - {layout: cover, section: Introduction}
          - {layout: section, section: 2a) Identification, title: Who may identify victims, text: What States report}
          - {title: T, text: x}
          - {layout: section, section: Conclusions of 2026, title: Conclusions}
    """)
    assert pages_as_text(replace(made, pages=made.pages[1::2])) == snapshot("""\
page 2  section
  title          54,223 852×115
    48 pt  Who may identify victims
  section-number 54,115 852×102
    88 pt  2a
  body           54,297 684×168
    24 pt  What States report
  tracker        54,501 852×4  2 shapes  “”
page 4  section
  title          54,223 852×115
    48 pt  Conclusions
  tracker        54,501 852×4  2 shapes  “”
""")


def test_the_tracker_of_a_section_reads_on_its_dark_ground() -> None:
    made = pages("""
        title: A deck
        slides:
          - {layout: section, section: 1 One, title: One}
          - {section: 2 Two, title: T, text: x}
    """)
    trackers = [frame for page in made.pages for frame in page.frames if frame.name == "tracker"]
    colors = [[box.fill for box in frame.shapes] for frame in trackers if isinstance(frame, ShapesFrame)]
    assert colors == [["cover-ink", "cover-rule"], ["rule", "primary"]]


def test_bars_have_their_labels_changes_and_tags_beside_them() -> None:
    assert slide(
        """
        title: More States report sham marriage
        lead: Share of States
        indicators: [marriage, abuse]
        highlight: abuse
        """,
        INDICATORS,
    ) == snapshot("""\
page 1  compare-bars
  title          54,58 852×73
    30 pt  More States report sham marriage
  lead           54,138 708×22
    16 pt  Share of States
  labels         54,168 252×290
    18 pt  **Sham marriage**
    18 pt  Live remote abuse
  chart          322,168 462×290  “Sham marriage rose from 23% in the previous survey to 39% in this survey, +16 percentage points; Live remote abuse: 56%, new”
    line  0,114,462,114 rule
    bar   1,5 170×21 before
    label 178,21 16 pt muted  23%
    label 217,21 16 pt muted  previous survey
    bar   1,30 288×41 primary
    label 296,57 20 pt bold primary-text  39%
    label 343,57 16 pt primary-text  this survey
    bar   1,157 414×41 accent
    label 422,185 20 pt bold accent-text  56%
    line  1,0,1,203 muted
  chart rule     54,282 268×1  1 shapes  “”
  chart rule     784,282 122×1  1 shapes  “”
  change-title   767,138 139×22
    16 pt  Change
  change         798,168 108×290
    24 pt  +16\xa0pp
  tags 2         844,333 62×26
    16 pt  **NEW**
  source         54,474 852×16
    12 pt  Source: The report.
  notes: Chart: Sham marriage rose from 23% in the previous survey to 39% in this survey, +16 percentage points; Live remote abuse: 56%, new
""")


def test_without_changes_and_tags_the_chart_has_their_room() -> None:
    text = slide("layout: compare-bars\ntitle: T\nindicators: [training]", INDICATORS)
    assert "change" not in text
    assert text == snapshot("""\
page 1  compare-bars
  title          54,58 852×73
    30 pt  T
  labels         54,168 252×290
    18 pt  train **staff**
      14 pt  not everywhere
  chart          322,168 584×290  “train staff: 18 of 57”
    bar   1,5 583×41 track
    bar   1,5 184×41 primary
    label 192,33 20 pt bold primary-text  18
    line  1,0,1,51 muted
  source         54,474 852×16
    12 pt  Source: The report.
  notes: Chart: train staff: 18 of 57
""")


def test_text_and_chart_stand_side_by_side_with_the_note_under_the_label() -> None:
    assert slide(
        "title: T\ntext: Need for more training\nlead: Of {all} States\nindicators: [training]", INDICATORS
    ) == snapshot("""\
page 1  text-and-chart
  title          54,58 852×73
    30 pt  T
  body           54,160 260×303
    22 pt  Need for more training
  lead           350,158 556×22
    16 pt  Of 57 States
  labels         350,189 260×267
    18 pt  train **staff**
      14 pt  not everywhere
  chart          624,189 282×267  “train staff: 18 of 57”
    bar   1,5 281×41 track
    bar   1,5 89×41 primary
    label 97,33 20 pt bold primary-text  18
    line  1,0,1,51 muted
  source         54,474 852×16
    12 pt  Source: The report.
  notes: Chart: train staff: 18 of 57
""")


@pytest.mark.parametrize("count", [2, 3, 4])
def test_findings_share_the_width_and_their_size(count: int) -> None:
    listed = ", ".join(["A finding of some length that takes several lines in its column", *["Short"] * (count - 1)])
    made = pages(f"title: D\nslides: [{{title: T, numbered: [{listed}]}}]\n").pages[0]
    texts = [frame for frame in made.frames if isinstance(frame, TextFrame) and frame.name.startswith("finding")]
    assert len(texts) == count
    assert len({frame.rect.width for frame in texts}) == 1
    assert len({frame.paragraphs[0].size for frame in texts}) == 1


def test_siblings_step_down_in_size_together() -> None:
    long = (
        "a text of many words that goes on for so long that it has to be set in a smaller size than its siblings were"
    )
    made = pages(f"title: D\nslides: [{{title: T, numbered: [{long}, Short, Short, Short]}}]\n").pages[0]
    texts = [frame for frame in made.frames if isinstance(frame, TextFrame) and frame.name.startswith("finding")]
    assert {frame.paragraphs[0].size for frame in texts} == {20}
    assert all(frame.paragraphs[0].stepped for frame in texts)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (
            f"title: {'many words ' * 20}\n    text: x",
            snapshot(
                "deck.yaml:4:12: error: the title of slide 1 “many words many words many words many words many words …” is 2 lines (56 points) too tall at 26 pt: about 108 characters too many [T401 text-overflow]: shorten the text, or tell it on two slides\n"
            ),
        ),
        (
            f"title: T\n    text: {'many words ' * 200}",
            snapshot(
                """\
deck.yaml:5:11: error: the body of slide 1 “T” is 14 lines (322 points) too tall at 20 pt: about 1,114 characters too many [T401 text-overflow]: shorten the text, or tell it on two slides, or write overflow: continue
deck.yaml:5:11: warning: slide 1 “T” has 401 words; a slide of this theme holds 125 [T442 too-many-words]: keep the words that carry the finding, and move the others to its notes, or make two slides
"""
            ),
        ),
        (
            f"title: T\n    kicker: {'w' * 90}\n    text: x",
            snapshot(
                "deck.yaml:5:13: error: the kicker of slide 1 “T” holds a word that is 436 points too wide at 16 pt: “wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww…” [T401 text-overflow]: use a shorter word, or write it with a hyphen\n"
            ),
        ),
    ],
)
def test_what_does_not_fit_names_slide_slot_lines_and_points(keys: str, expected: str, tmp_path: Path) -> None:
    assert mistakes(f"title: D\nslides:\n  - layout: bullets\n    {keys}\n", tmp_path) == expected


def test_a_chart_of_rows_too_tall_is_told(tmp_path: Path) -> None:
    listed = "".join(f"  i{number}: {{label: {'Label ' * 9}, before: 1%, after: 2%}}\n" for number in range(12))
    names = ", ".join(f"i{number}" for number in range(12))
    text = f"title: D\nindicators:\n{listed}slides:\n  - title: T\n    indicators: [{names}]\n"
    assert mistakes(text, tmp_path) == snapshot(
        "deck.yaml:17:46: error: the chart of slide 1 “T” has 12 rows, 168 points too many [T402 chart-overflow]: show fewer indicators, or make two slides\n"
    )


@pytest.mark.parametrize(("chart", "figure"), [("before-after", "before: 1%, after: 2%"), ("count-bars", "value: 2%")])
def test_twelve_rows_have_room_on_one_slide_and_more_are_refused(chart: str, figure: str, tmp_path: Path) -> None:
    def told(count: int) -> str:
        listed = "".join(
            f"  i{number}: {{label: States that answered {number}, {figure}}}\n" for number in range(count)
        )
        names = ", ".join(f"i{number}" for number in range(count))
        slide = f"  - title: T\n    layout: compare-bars\n    chart: {chart}\n    indicators: [{names}]\n"
        return mistakes(f"title: D\nindicators:\n{listed}slides:\n{slide}", tmp_path)

    assert told(12) == ""
    assert told(13).endswith(
        "error: lying bars have room for 12 indicators, found 13 [R310 chart-refused]: show those that carry the finding,"
        " or make two slides\n"
    )


def test_a_deck_that_fits_has_nothing_to_tell() -> None:
    assert told(tuple(TextOverflow().find(checked("title: D\nslides: [{title: T, text: x}]\n")))) == ""


def test_the_tracker_counts_content_slides_of_each_section() -> None:
    made = pages(
        "title: D\nslides:\n  - layout: cover\n  - {title: T, text: x, section: One}\n"
        "  - {title: U, text: x, section: Two}\n  - {title: V, text: x}\n  - {layout: closing, title: End}\n"
    )
    tracker = next(frame for frame in made.pages[2].frames if frame.name == "tracker")
    one, two = tracker.shapes
    assert (one.fill, two.fill) == ("rule", "primary")
    assert two.rect.width == pytest.approx(2 * one.rect.width, rel=0.01)


def test_a_count_is_as_many_dots() -> None:
    head = "indicators: {all: {label: States, value: 56}}"
    made = pages(f"title: D\n{head}\nslides: [{{layout: cover, indicators: [all]}}]\n").pages[0]
    dots = next(frame for frame in made.frames if frame.name == "dots")
    assert sum(len(shape.centers) for shape in dots.shapes) == 56
    assert dots.alt_text == "States: 56"


@pytest.mark.parametrize(("count", "rows"), [(57, 3), (48, 3), (24, 2), (10, 1)])
def test_dots_fill_the_width_of_a_cover(count: int, rows: int) -> None:
    area = Rect.of_inches(0.75, 4.52, 11.833, 1.68)
    dots = dot_field(count, area)
    assert sum(len(column.centers) for column in dots) == count
    assert len(dots[0].centers) == rows
    assert dots[-1].rect.right == pytest.approx(area.right, abs=2)


def test_texts_that_leave_no_room_for_bars_are_told(tmp_path: Path) -> None:
    unit = "visits to " + "very " * 20 + "far places"
    text = (
        f"title: D\nindicators: {{a: {{label: A, value: 5, unit: {unit}}}}}\nslides: [{{title: T, indicators: [a]}}]\n"
    )
    assert mistakes(text, tmp_path) == snapshot(
        "deck.yaml:2:44: error: the texts of the chart of slide 1 “T” are 549 points too wide [T402 chart-overflow]: use shorter labels, units or periods, or show fewer indicators\n"
    )
