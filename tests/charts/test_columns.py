"""The before-after chart with bars that stand, as drawings in characters."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from deckgen.charts.before_after import BeforeAfter, BeforeAfterChart
from deckgen.model.drawing import Bar, Label
from deckgen.spec.base import Refusal
from deckgen.typeset.style import chart_style
from deckgen.units import Rect, Size, inches
from tests.builders import indicators, mistakes, slide, theme
from tests.charts.grid import drawn
from tests.charts.test_before_after import PERIODS, words

SIZE = Size(inches(7), inches(3.4))
STYLE = chart_style(theme())
HEAD = """\
periods: {before: previous survey, after: this survey}
indicators:
  begging: {label: Forced begging, before: 47%, after: 59%}
  marriage: {label: "**Sham marriage**", before: 23%, after: 39%}
"""


def chart(text: str, highlight: str = "") -> BeforeAfterChart:
    made = made_or_refused(text, highlight)
    assert isinstance(made, BeforeAfterChart)
    return made


def made_or_refused(text: str, highlight: str = "") -> BeforeAfterChart | Refusal:
    spec = BeforeAfter.model_construct(direction="vertical")
    return spec.chart(tuple(indicators(text, PERIODS).values()), highlight, words())


def test_pairs_stand_side_by_side_and_the_first_names_the_periods() -> None:
    made = chart(
        """
        marriage: {label: Sham marriage, before: 23%, after: 39%}
        abuse: {label: Online abuse, value: 56%, new: true}
        begging: {label: Forced begging, before: 47%, after: 59%}
        """,
        highlight="abuse",
    )
    assert drawn(made.draw(SIZE, STYLE, ())) == snapshot("""\

          this survey

 previous
            59%
          PPPPPPPPPP                                     56%
  survey  PPPPPPPPPP
          PPPPPPPPPP                                   AAAAAAAAAAA
    47%   PPPPPPPPPP                                   AAAAAAAAAAA
          PPPPPPPPPP                                   AAAAAAAAAAA
   bbbbbbbPPPPPPPPPP                                   AAAAAAAAAAA
   bbbbbbbPPPPPPPPPP                39%                AAAAAAAAAAA
   bbbbbbbPPPPPPPPPP                                   AAAAAAAAAAA
   bbbbbbbPPPPPPPPPP             PPPPPPPPPPP           AAAAAAAAAAA
   bbbbbbbPPPPPPPPPP             PPPPPPPPPPP           AAAAAAAAAAA
   bbbbbbbPPPPPPPPPP             PPPPPPPPPPP           AAAAAAAAAAA
   bbbbbbbPPPPPPPPPP             PPPPPPPPPPP           AAAAAAAAAAA
   bbbbbbbPPPPPPPPPP       23%   PPPPPPPPPPP           AAAAAAAAAAA
   bbbbbbbPPPPPPPPPP             PPPPPPPPPPP           AAAAAAAAAAA
   bbbbbbbPPPPPPPPPP      bbbbbbbPPPPPPPPPPP           AAAAAAAAAAA
   bbbbbbbPPPPPPPPPP      bbbbbbbPPPPPPPPPPP           AAAAAAAAAAA
   bbbbbbbPPPPPPPPPP      bbbbbbbPPPPPPPPPPP           AAAAAAAAAAA
   bbbbbbbPPPPPPPPPP      bbbbbbbPPPPPPPPPPP           AAAAAAAAAAA
   bbbbbbbPPPPPPPPPP      bbbbbbbPPPPPPPPPPP           AAAAAAAAAAA
   bbbbbbbPPPPPPPPPP      bbbbbbbPPPPPPPPPPP           AAAAAAAAAAA
   bbbbbbbPPPPPPPPPP      bbbbbbbPPPPPPPPPPP           AAAAAAAAAAA
   bbbbbbbPPPPPPPPPP      bbbbbbbPPPPPPPPPPP           AAAAAAAAAAA



   Forced begging         Sham marriage              Online abuse


        +12\xa0pp                 +16\xa0pp                    NEW
""")


def test_counts_of_one_total_show_it_as_a_track() -> None:
    made = chart("a: {label: A, value: 56, of: 57}\nb: {label: B, value: 9, of: 57, note: not everywhere}")
    assert drawn(made.draw(SIZE, STYLE, ())) == snapshot("""\
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPP56PPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          ....9.....
             PPPPPPPPPP                          ..........
             PPPPPPPPPP                          PPPPPPPPPP
             PPPPPPPPPP                          PPPPPPPPPP
             PPPPPPPPPP                          PPPPPPPPPP
             PPPPPPPPPP                          PPPPPPPPPP



                 A                                   B

                                              not everywhere
""")


def test_a_fall_a_zero_and_what_is_unconfirmed_stand_on_one_baseline() -> None:
    made = chart(
        "a: {label: A, before: 40%, after: 10%}\nb: {label: B, before: 5%, after: 0%}\n"
        "c: {label: C, value: 30%, unconfirmed: 20%}"
    )
    assert drawn(made.draw(SIZE, STYLE, ())) == snapshot("""\




                                                         +20%
 previous
                                                      unconfirmed

  survey                                               uuuuuuuuuuu
                                                       uuuuuuuuuuu
    40%                                                uuuuuuuuuuu
                                                       uuuuuuuuuuu
   bbbbbbb                                             uuuuuuuuuuu
   bbbbbbb                                             uuuuuuuuuuu
   bbbbbbb                                             uuuuuuuuuuu
   bbbbbbb                                             uuuuuuuuuuu
   bbbbbbb                                             PPPPPPPPPPP
   bbbbbbb                                             PPPPPPPPPPP
   bbbbbbb                                             PP30%PPPPPP
   bbbbbbbthis survey                                  PPPPPPPPPPP
   bbbbbbb                                             PPPPPPPPPPP
   bbbbbbb                                             PPPPPPPPPPP
   bbbbbbb  10%                                        PPPPPPPPPPP
   bbbbbbb                                             PPPPPPPPPPP
   bbbbbbbPPPPPPPPPP        5%                         PPPPPPPPPPP
   bbbbbbbPPPPPPPPPP      bbbbbbb                      PPPPPPPPPPP
   bbbbbbbPPPPPPPPPP      bbbbbbb   0%                 PPPPPPPPPPP



           A                      B                        C


        −30\xa0pp                  −5\xa0pp
""")


def test_more_than_six_are_refused_in_words() -> None:
    six = "\n".join(f"i{number}: {{label: L, value: {number}}}" for number in range(6))
    assert isinstance(made_or_refused(six), BeforeAfterChart)
    assert made_or_refused(f"{six}\nlast: {{label: L, value: 6}}") == snapshot(
        Refusal(
            message="vertical bars have room for 6 indicators, found 7",
            hint="show fewer, or leave out direction: vertical",
        )
    )


def test_in_compare_bars_the_chart_has_the_room_of_labels_and_changes() -> None:
    text = slide("title: T\nindicators: [begging, marriage]\nchart: {direction: vertical}", HEAD)
    assert [line for line in text.splitlines() if line.startswith("  ") and not line.startswith("   ")] == snapshot(
        [
            "  title          54,58 852×73",
            "  chart          54,168 852×290  “Sham marriage rose from 23% in the previous survey to 39% in this survey, +16 percentage points; Forced begging from 47% to 59%, +12 percentage points”",
            "  notes: Chart: Sham marriage rose from 23% in the previous survey to 39% in this survey, +16 percentage points; Forced begging rose from 47% in the previous survey to 59% in this survey, +12 percentage points",
        ]
    )


def test_in_text_and_chart_the_chart_has_the_room_of_labels() -> None:
    text = slide("title: T\ntext: x\nindicators: [begging, marriage]\nchart: {direction: vertical}", HEAD)
    assert [line for line in text.splitlines() if line.startswith("  ") and not line.startswith("   ")] == snapshot(
        [
            "  title          54,58 852×73",
            "  body           54,160 260×303",
            "  chart          350,160 556×296  “Sham marriage rose from 23% in the previous survey to 39% in this survey, +16 percentage points; Forced begging from 47% to 59%, +12 percentage points”",
            "  notes: Chart: Sham marriage rose from 23% in the previous survey to 39% in this survey, +16 percentage points; Forced begging rose from 47% in the previous survey to 59% in this survey, +12 percentage points",
        ]
    )


def test_another_direction_is_a_mistake_with_its_place(tmp_path: Path) -> None:
    told = mistakes(
        f"title: D\n{HEAD}slides:\n  - title: T\n    indicators: [begging]\n    chart: {{direction: up}}\n", tmp_path
    )
    assert told == snapshot(
        "deck.yaml:9:24: error: bars have no direction “up” [C230 unknown-direction]: write vertical for columns that stand, or leave the key out\n"
    )


def test_a_label_keeps_the_space_between_bold_and_plain_words() -> None:
    made = chart("hour: {label: Homes **an hour or more** from a hospital, before: 48%, after: 29%}")
    labels = [mark for mark in made.draw(SIZE, STYLE, ()).marks if isinstance(mark, Label)]
    bold = next(mark for mark in labels if mark.text.endswith("more"))
    plain = next(mark for mark in labels if "from" in mark.text)
    assert not plain.text.startswith(" ")
    assert plain.y > bold.y or plain.x - bold.x - STYLE.measure(bold.text, bold.size, True) > 0


def test_labels_that_lack_room_side_by_side_are_told(tmp_path: Path) -> None:
    listed = "".join(
        f"  i{number}: {{label: Telecommunications companies {number}, value: {number}%}}\n" for number in range(6)
    )
    named = ", ".join(f"i{number}" for number in range(6))
    told = mistakes(
        f"title: D\nindicators:\n{listed}slides:\n  - title: T\n    text: x\n    indicators: [{named}]\n"
        "    chart: {direction: vertical}\n",
        tmp_path,
    )
    assert told == snapshot(
        "deck.yaml:3:15: error: the texts of the chart of slide 1 “T” are 61 points too wide [T402 chart-overflow]: use shorter labels, units or periods, or show fewer indicators\n"
    )


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=6))
def test_no_mark_leaves_the_chart_no_texts_touch_and_bars_are_to_scale(pairs: list[tuple[int, int]]) -> None:
    listed = "\n".join(
        f"i{number}: {{label: Long label, before: {one}%, after: {two}%}}" for number, (one, two) in enumerate(pairs)
    )
    drawing = chart(listed).draw(Size(inches(7.7), inches(3.7)), STYLE, ())
    if drawing.crowding:
        assert any(value == 100 for pair in pairs for value in pair)
        return
    labels = []
    for mark in drawing.marks:
        if isinstance(mark, Label):
            tall = inches(mark.size * 0.716 / 72)
            rect = Rect(mark.x, mark.y - tall, STYLE.measure(mark.text, mark.size, mark.bold), tall)
            assert rect.x >= 0
            assert rect.right <= drawing.size.width
            assert rect.y >= -2
            assert rect.bottom <= drawing.size.height
            labels.append(rect)
    for index, one in enumerate(labels):
        assert not [other for other in labels[:index] if _touch(one, other)]
    bars = [mark.rect for mark in drawing.marks if isinstance(mark, Bar)]
    assert len({bar.bottom for bar in bars}) <= 1
    figures = sorted(value for pair in pairs for value in pair if value)
    for height, value in zip(sorted(bar.height for bar in bars), figures, strict=True):
        assert abs(height * figures[-1] - max(bar.height for bar in bars) * value) <= figures[-1] * 2


def _touch(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
