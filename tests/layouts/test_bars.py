"""The layouts count-bars, stat-and-bars and multiples."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import deck_of, mistakes, pages, slide

HEAD = """
periods: {before: previous survey, after: this survey}
indicators:
  states: {label: participating States, value: 57}
  offence: {label: list trafficking as a **predicate offence**, value: 85%}
  criteria: {label: have **criteria** in law or policy, note: or in guidelines, value: 48, of: states}
  fund: {label: return confiscated assets, value: 44, of: states}
  victims: {label: compensate victims, value: 0, of: states}
  spent: {label: Spent, value: €3.2 m}
  raised: {label: Raised, value: €12.5 m}
  risen: {label: Risen, before: 12%, after: 20%}
  doubtful: {label: Doubtful, value: 31%, unconfirmed: 20%}
  fees: {label: prohibit **fees**, change: almost doubled}
  licences: {label: license agencies, note: of all kinds, change: 50% increase}
"""


def test_counts_out_of_a_total_are_ranked_in_the_layout_count_bars_with_larger_labels_while_few() -> None:
    assert slide(
        "layout: count-bars\ntitle: T\nlead: Of {states}\nindicators: [fund, criteria]\nhighlight: fund", HEAD
    ) == snapshot("""\
page 1  count-bars
  title          54,58 852×73
    30 pt  T
  lead           54,138 852×22
    16 pt  Of 57
  labels         54,171 364×290
    20 pt  have **criteria** in law or policy
      14 pt  or in guidelines
    20 pt  return confiscated assets
  chart          435,171 471×290  “have criteria in law or policy: 48 of 57; return confiscated assets: 44 of 57”
    bar   1,5 470×41 track
    bar   1,5 396×41 primary
    label 404,33 20 pt bold primary-text  48
    bar   1,118 470×41 track
    bar   1,118 363×41 accent
    label 371,146 20 pt bold accent-text  44
    line  1,0,1,164 muted
  notes: Chart: have criteria in law or policy: 48 of 57; return confiscated assets: 44 of 57
""")


def test_more_rows_of_counts_have_smaller_labels() -> None:
    rows = "".join(f"\n  r{number}: {{label: Row {number}, value: {number}, of: states}}" for number in range(9))
    named = ", ".join(f"r{number}" for number in range(9))
    made = pages(deck_of(f"title: T\nindicators: [{named}]", HEAD.rstrip() + rows))
    assert str(made.pages[0].layout[1]) == "12"
    assert {
        paragraph.size for frame in made.pages[0].frames if frame.name == "labels" for paragraph in frame.paragraphs
    } == {18}  # type: ignore[union-attr]


def test_text_beside_counts_still_asks_for_text_and_chart_with_bars_on_a_track() -> None:
    made = pages(deck_of("title: T\ntext: x\nindicators: [fund, criteria]", HEAD))
    assert made.pages[0].layout[0] == "text-and-chart"


COLUMNS = """\
layout: stat-and-bars
title: T
columns:
  - {LEFT}
  - {RIGHT}
highlight: victims
"""


def columns(left: str, right: str) -> str:
    return COLUMNS.replace("LEFT", left).replace("RIGHT", right)


def test_one_figure_stands_beside_bars_with_their_labels_over_them() -> None:
    text = columns(
        "indicators: [offence], text: Progress is slow",
        "lead: 'States, of {states}', indicators: [victims, fund, criteria]",
    )
    assert slide(text, HEAD) == snapshot("""\
page 1  stat-and-bars 3
  title          54,58 852×73
    30 pt  T
  statistic      54,151 292×101
    88 pt  85%
  share          54,253 292×17  2 shapes  “list trafficking as a predicate offence: 85%”
  label          54,281 292×72
    20 pt  list trafficking as a
    20 pt  **predicate offence**
  aside rule     54,363 292×1  1 shapes  “”
  aside          54,372 292×94
    20 pt  Progress is slow
  lead           400,158 506×22
    16 pt  States, of 57
  label 1        400,184 506×42
    18 pt  have **criteria** in law or policy
      14 pt  or in guidelines
  bar 1          400,230 426×32  2 shapes  “have criteria in law or policy: 48 of 57”
  statistic 1    834,232 72×29
    24 pt  48
  label 2        400,277 506×42
    18 pt  return confiscated assets
  bar 2          400,323 426×32  2 shapes  “return confiscated assets: 44 of 57”
  statistic 2    834,325 72×29
    24 pt  44
  label 3        400,370 506×42
    18 pt  compensate victims
  bar 3          400,416 426×32  1 shapes  “compensate victims: 0 of 57”
  statistic 3    834,418 72×29
    24 pt  0
  notes: Chart: list trafficking as a predicate offence: 85%
  notes: Chart: have criteria in law or policy: 48 of 57; return confiscated assets: 44 of 57; compensate victims: 0 of 57
""")


def test_money_has_no_track_and_a_column_without_text_no_rule() -> None:
    assert slide(columns("indicators: [victims]", "indicators: [spent, raised]"), HEAD) == snapshot("""\
page 1  stat-and-bars 2
  title          54,58 852×73
    30 pt  T
  statistic      54,151 292×101
    88 pt  0
  share          54,253 292×17  1 shapes  “compensate victims: 0 of 57”
  label          54,281 292×72
    20 pt  compensate victims
  label 1        400,184 506×62
    18 pt  Raised
  bar 1          400,251 426×36  1 shapes  “Raised: €12.5\xa0m”
  statistic 1    834,254 72×29
    18 pt  €12.5\xa0m
  label 2        400,308 506×62
    18 pt  Spent
  bar 2          400,374 426×36  1 shapes  “Spent: €3.2\xa0m”
  statistic 2    834,378 72×29
    18 pt  €3.2\xa0m
  notes: Chart: compensate victims: 0 of 57
  notes: Chart: Raised: €12.5\xa0m; Spent: €3.2\xa0m
""")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "indicators: [offence, fund]",
            "indicators: [victims]",
            snapshot("""\
deck.yaml:19:22: error: figures of different units cannot share one axis [R310 chart-refused]: make two slides, one for each unit
deck.yaml:19:22: error: the left column shows one leading figure, found 2 [R322 slide-refused]: name the others in the right column
"""),
        ),
        (
            "indicators: [spent]",
            "indicators: [victims]",
            snapshot(
                "deck.yaml:19:22: error: “spent” is not a share, which the bar under the leading figure shows [R322 slide-refused]: name a percentage up to 100, or a count with of:\n"
            ),
        ),
        (
            "indicators: [risen]",
            "indicators: [victims]",
            snapshot(
                "deck.yaml:19:22: error: “risen” has an earlier figure, which these bars do not show [R310 chart-refused]: show it in the chart before-after\n"
            ),
        ),
        (
            "indicators: [doubtful]",
            "indicators: [victims]",
            snapshot(
                "deck.yaml:19:22: error: “doubtful” has an unconfirmed part, which these bars do not show [R322 slide-refused]: say it in a text, or write layout: count-bars\n"
            ),
        ),
        (
            "indicators: [offence], lead: x",
            "indicators: [victims]",
            snapshot(
                "deck.yaml:19:39: error: a lead stands over the bars, in the right column [R322 slide-refused]: write it there\n"
            ),
        ),
        (
            "indicators: [offence]",
            "indicators: [victims], text: x",
            snapshot(
                "deck.yaml:20:39: error: the right column has no text [R322 slide-refused]: write it in the left column\n"
            ),
        ),
        (
            "indicators: [offence]",
            "indicators: [victims, spent]",
            snapshot(
                "deck.yaml:20:22: error: figures of different units cannot share one axis [R310 chart-refused]: make two slides, one for each unit\n"
            ),
        ),
        (
            "indicators: [offence], chart: count-bars",
            "indicators: [victims]",
            snapshot(
                "deck.yaml:19:33: error: the key “chart” is not known here [C201 unknown-key]: the keys here are: audience, indicators, lead, text\n"
            ),
        ),
        (
            "text: x",
            "indicators: [victims]",
            snapshot("deck.yaml:19:9: error: the key “indicators” is missing [C202 missing-key]: add indicators:\n"),
        ),
    ],
)
def test_what_does_not_belong_in_a_column_is_told_at_its_place(
    left: str, right: str, expected: str, tmp_path: Path
) -> None:
    assert mistakes(deck_of(columns(left, right), HEAD), tmp_path) == expected


def test_five_bars_are_too_many(tmp_path: Path) -> None:
    rows = "".join(f"\n  r{number}: {{label: Row {number}, value: {number}, of: states}}" for number in range(5))
    text = columns("indicators: [victims]", "indicators: [r0, r1, r2, r3, r4]")
    assert mistakes(deck_of(text, HEAD.rstrip() + rows), tmp_path) == snapshot(
        "deck.yaml:25:22: error: the right column has room for 4 bars, found 5 [R322 slide-refused]: show fewer, or write layout: count-bars\n"
    )


def test_changes_in_words_stand_large_over_bars_that_follow_them() -> None:
    assert slide("title: T\nindicators: [fees, licences]\nhighlight: fees", HEAD) == snapshot("""\
page 1  multiples 2
  title          54,58 852×73
    30 pt  T
  statistic 1    54,153 408×56
    40 pt  almost doubled
  label 1        54,209 408×72
    20 pt  prohibit **fees**
  chart 1        54,289 408×151  “prohibit fees: almost doubled. The bars are drawn to the words, not to counts; where one fades out, its end is not known.”
    bar   0,64 122×63 before
    bar   143,1 122×125 accent fade 31
    line  0,126,265,126 muted
    label 5,146 16 pt muted  previous survey
    label 162,146 16 pt bold accent-text  this survey
  statistic 2    498,153 408×56
    40 pt  50% increase
  label 2        498,209 408×72
    20 pt  license agencies
      14 pt  of all kinds
  chart 2        498,289 408×151  “license agencies: 50% increase. The bars are drawn to the words, not to counts; where one fades out, its end is not known.”
    bar   0,64 122×63 before
    bar   143,32 122×94 primary
    line  0,126,265,126 muted
    label 5,146 16 pt muted  previous survey
    label 162,146 16 pt bold primary-text  this survey
  caption        54,449 852×18
    14 pt  The bars are drawn to the words, not to counts; where one fades out, its end is not known.
  notes: Chart: prohibit fees: almost doubled; license agencies: 50% increase. The bars are drawn to the words, not to counts; where one fades out, its end is not known.
""")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "title: T\nindicators: [fees]\nchart: before-after",
            snapshot(
                "deck.yaml:17:17: error: “fees” has no figure that a bar could show [R310 chart-refused]: leave it out, or say it in a text\n"
            ),
        ),
        (
            "layout: multiples\ntitle: T\nindicators: [fees, offence]",
            snapshot(
                "deck.yaml:18:17: error: “offence” has figures, and these bars show changes that are known in words only [R310 chart-refused]: show it in the chart before-after or count-bars\n"
            ),
        ),
        (
            "layout: multiples\ntitle: T\nindicators: [fees, licences]\nchart: count-bars",
            snapshot(
                "deck.yaml:18:17: error: “fees” has no figure that a bar could show [R310 chart-refused]: leave it out, or say it in a text\n"
            ),
        ),
        (
            "layout: multiples\ntitle: T\nindicators: [offence]\nchart: count-bars",
            snapshot(
                "deck.yaml:19:12: error: this layout shows the chart multiples only [R322 slide-refused]: leave out chart:, or name another layout\n"
            ),
        ),
    ],
)
def test_multiples_take_changes_in_words_only(text: str, expected: str, tmp_path: Path) -> None:
    assert mistakes(deck_of(text, HEAD), tmp_path) == expected


def test_a_change_that_no_bar_can_follow_is_told_with_words_of_the_language(tmp_path: Path) -> None:
    head = "lang: fr\nindicators:\n  a: {label: A, change: doubled}"
    assert mistakes(deck_of("title: T\nindicators: [a]", head), tmp_path) == snapshot(
        "deck.yaml:7:17: error: “a” has the change “doubled”, which no bar can follow [R310 chart-refused]: write it in words such as: doublé, réduit de moitié, presque doublé, hausse de 50%, ×2.5, −30%, up to ×10; or say it in a text\n"
    )
