"""Numbers that stand by themselves, with their dots and bars, as a person can check them."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from deckgen.typeset.frames import ShapesFrame, TextFrame
from tests.builders import deck_of, mistakes, pages, slide

HEAD = """\
sources: {report: {title: The report}}
indicators:
  all: {label: All, value: 57}
  barriers: {label: emphasized **barriers**, value: 31, of: all}
  inspectors: {label: allow **labour inspectors**, note: in law, value: 2, of: all, new: true}
  none: {label: "do neither", value: 0, of: all}
  share: {label: of States do nothing, value: 33%}
  firms: {label: of firms report, value: 850, of: 1240}
  more: {label: more, value: 40, of: 57, unconfirmed: 3}
"""


def test_two_counts_have_number_total_dots_and_label() -> None:
    assert slide(
        """
        layout: stat-dots
        title: Few States allow it
        lead: States, out of {all}
        indicators: [barriers, inspectors]
        highlight: inspectors
        callout: Time to **act**
        """,
        HEAD,
    ) == snapshot("""\
page 1  stat-dots 2 with callout
  title          54,58 852×73
    30 pt  Few States allow it
  lead           54,138 852×22
    16 pt  States, out of 57
  statistic 1    54,178 108×68
    60 pt  31
  of 1           133,213 329×24
    20 pt  of 57
  dots 1         54,251 408×62  57 shapes  “emphasized barriers: 31 of 57”
  label 1        54,325 408×79
    20 pt  emphasized **barriers**
  accent 2       498,170 408×2  1 shapes  “”
  statistic 2    498,178 108×68
    60 pt  2
  of 2           544,213 362×24
    20 pt  of 57
  dots 2         498,251 408×62  57 shapes  “allow labour inspectors: 2 of 57, new”
  label 2        498,325 408×48
    20 pt  **NEW **allow **labour inspectors**
  note 2         498,348 408×56
    16 pt  in law
  callout        80,409 800×55
    20 pt  Time to **act**
  source         54,474 852×16
    12 pt  Source: The report.
""")


def test_four_counts_have_their_dots_beside_the_number() -> None:
    assert slide(
        "title: Few States allow it\nindicators: [barriers, inspectors, none, more-of-it]",
        HEAD.replace(
            "  more: {label: more, value: 40, of: 57, unconfirmed: 3}",
            "  more-of-it: {label: x, value: 57, of: all}",
        ),
    ) == snapshot("""\
page 1  stat-dots 4
  title          54,58 852×73
    30 pt  Few States allow it
  statistic 1    54,181 117×68
    60 pt  31
  dots 1         171,192 291×44  57 shapes  “emphasized barriers: 31 of 57”
  label 1        54,251 408×66
    20 pt  emphasized **barriers**
  statistic 2    498,181 117×68
    60 pt  2
  dots 2         615,192 291×44  57 shapes  “allow labour inspectors: 2 of 57, new”
  label 2        498,251 408×48
    20 pt  **NEW **allow **labour inspectors**
  note 2         498,274 408×43
    16 pt  in law
  statistic 3    54,330 117×68
    60 pt  0
  dots 3         171,342 291×44  57 shapes  “do neither: 0 of 57”
  label 3        54,401 408×66
    20 pt  do neither
  statistic 4    498,330 117×68
    60 pt  57
  dots 4         615,342 291×44  57 shapes  “x: 57 of 57”
  label 4        498,401 408×66
    20 pt  x
  source         54,474 852×16
    12 pt  Source: The report.
""")


def test_a_total_follows_its_number_and_a_note_its_label_wherever_they_end() -> None:
    page = pages(deck_of("layout: stat-dots\ntitle: T\nindicators: [barriers, inspectors]", HEAD)).pages[0]
    frames = {frame.name: frame for frame in page.frames if isinstance(frame, TextFrame)}
    starts = [frames[f"of {number}"].rect.x - frames[f"statistic {number}"].rect.x for number in (1, 2)]
    assert starts[0] > starts[1]
    label, note = frames["label 2"], frames["note 2"]
    assert note.rect.y == label.rect.y + sum(paragraph.height for paragraph in label.paragraphs)


def test_the_rule_over_the_highlighted_count_and_its_dots_are_in_the_accent_colour() -> None:
    text = "layout: stat-dots\ntitle: T\nindicators: [barriers, inspectors]\nhighlight: inspectors"
    frames = {frame.name: frame for frame in pages(deck_of(text, HEAD)).pages[0].frames}
    fills = {
        name: [shape.fill for shape in frame.shapes] for name, frame in frames.items() if isinstance(frame, ShapesFrame)
    }
    assert (fills["accent 2"], fills["dots 1"], fills["dots 2"]) == (
        ["accent"],
        ["primary", "dot-off"],
        ["accent", "dot-off"],
    )
    number = frames["statistic 2"]
    assert isinstance(number, TextFrame)
    assert number.paragraphs[0].lines[0].runs[0].color == "accent-text"


def test_a_panel_of_one_figure_stands_beside_one_of_two() -> None:
    assert slide(
        """
        layout: two-panels
        title: Few States require it
        columns:
          - {title: Supply chains, indicators: [barriers]}
          - {title: Demand, indicators: [share, firms]}
        callout: Time to **act**
        """,
        HEAD,
    ) == snapshot("""\
page 1  two-panels 2 with callout
  title          54,58 852×73
    30 pt  Few States require it
  heading 1      54,153 408×22
    18 pt  Supply chains
  statistic 1    54,175 216×68
    60 pt  31
  of 1           133,210 329×24
    20 pt  of 57
  whole 1        54,256 408×63  57 shapes  “emphasized barriers: 31 of 57”
  label 3        54,335 408×68
    20 pt  emphasized **barriers**
  heading 2      498,153 408×22
    18 pt  Demand
  statistic 2    498,175 216×68
      40 pt  33%
  mark 2         638,205 268×29  2 shapes  “of States do nothing: 33%”
  label 2        498,243 408×42
    20 pt  of States do nothing
  statistic 4    498,290 133×45
      40 pt  850
  mark 4         638,297 268×29  2 shapes  “of firms report: 850 of 1,240”
  label 4        498,335 408×68
    20 pt  of 1,240 of firms report
  callout        80,409 800×55
    20 pt  Time to **act**
  source         54,474 852×16
    12 pt  Source: The report.
""")


@pytest.mark.parametrize("variant", [(1, 1), (2, 1), (3, 1), (3, 3)])
@pytest.mark.parametrize("callout", ["", "callout: Time to **act**"])
def test_panels_of_any_shape_have_their_numbers_on_one_line_and_their_rules_too(
    variant: tuple[int, int], callout: str
) -> None:
    names = ("share", "firms", "none")
    left, right = (f"[{', '.join(names[:count])}]" for count in variant)
    text = f"layout: two-panels\ntitle: T\ncolumns: [{{title: A, indicators: {left}}}, {{title: B, indicators: {right}}}]\n{callout}"
    frames = {frame.name: frame for frame in pages(deck_of(text, HEAD)).pages[0].frames}
    assert frames["statistic 1"].rect.bottom == frames["statistic 2"].rect.bottom
    assert frames["heading 1"].rect.y == frames["heading 2"].rect.y
    assert sum(name.startswith("statistic") for name in frames) == sum(variant)
    assert sum(name.startswith("label") for name in frames) == sum(variant)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "layout: stat-dots\ntitle: T\nindicators: [barriers, share]",
            snapshot(
                "deck.yaml:14:17: error: “share” is a percentage, and each dot is one of a count [R322 slide-refused]: show it with chart: share-bar, or layout: two-panels; a percentage is not turned into a count\n"
            ),
        ),
        (
            "layout: stat-dots\ntitle: T\nindicators: [barriers, firms]",
            snapshot(
                "deck.yaml:14:17: error: “firms” is out of 1,240, and dots show up to 100 [R322 slide-refused]: show it as bars: layout: count-bars\n"
            ),
        ),
        (
            "title: T\nindicators: [barriers, all]",
            snapshot(
                "deck.yaml:13:17: error: “all” does not say out of how many it is [R322 slide-refused]: write of: and the total under all:\n"
            ),
        ),
        (
            "layout: stat-dots\ntitle: T\nindicators: [barriers]",
            snapshot(
                "deck.yaml:14:17: error: at least 2 items are expected here, found 1 [C216 wrong-count]: add or take away items\n"
            ),
        ),
        (
            "layout: two-panels\ntitle: T\ncolumns: [{title: A, indicators: [share]}, {title: B, indicators: [firms, all]}]",
            snapshot(
                "deck.yaml:14:71: error: “all” does not say out of how many it is [R322 slide-refused]: write of: and the total under all:\n"
            ),
        ),
        (
            "layout: two-panels\ntitle: T\ncolumns: [{title: A, indicators: [more]}]",
            snapshot(
                "deck.yaml:14:14: error: at least 2 items are expected here, found 1 [C216 wrong-count]: add or take away items\n"
            ),
        ),
    ],
)
def test_a_figure_that_cannot_be_shown_is_refused_where_it_is_named(text: str, expected: str, tmp_path: Path) -> None:
    assert mistakes(deck_of(text, HEAD), tmp_path) == expected


def test_counts_that_name_a_chart_are_drawn_in_it() -> None:
    text = "title: T\nchart: share-bar\nindicators: [barriers, inspectors]"
    assert pages(deck_of(text, HEAD)).pages[0].layout[0] == "count-bars"
