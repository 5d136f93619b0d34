"""Arrows and dumbbells, as drawings in characters and as marks."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from deckgen.charts.arrows import Arrows
from deckgen.charts.dumbbell import Dumbbell
from deckgen.model.drawing import Bar, Dots, Label, Polygon
from deckgen.plot.changes import ChangesChart
from deckgen.spec.base import Refusal
from deckgen.typeset.style import chart_style
from deckgen.units import Emu, Size, inches
from tests.builders import indicators, mistakes, slide, theme
from tests.charts.chart_rules import faults
from tests.charts.grid import drawn
from tests.charts.test_before_after import PERIODS, words

SIZE = Size(inches(6.4), inches(3))
STYLE = chart_style(theme())
KINDS = (Arrows, Dumbbell)


def made_or_refused(kind: type[Arrows | Dumbbell], text: str, highlight: str = "") -> ChangesChart | Refusal:
    return kind().chart(tuple(indicators(text, PERIODS).values()), highlight, words())


def chart(kind: type[Arrows | Dumbbell], text: str, highlight: str = "") -> ChangesChart:
    made = made_or_refused(kind, text, highlight)
    assert isinstance(made, ChangesChart)
    return made


MIXED = """
a: {label: Rise, before: 47%, after: 63%}
b: {label: Fall, before: 60%, after: 35%}
c: {label: Equal, before: 33%, after: 33%}
d: {label: Near zero, before: 2%, after: 6%}
e: {label: New, value: 56%, new: true}
f: {label: Unsure, value: 31%, unconfirmed: 20%}
"""


@pytest.mark.parametrize("scale", ["normal", "large"])
@pytest.mark.parametrize("count", [2, 6, 12])
def test_a_later_figure_is_never_smaller_than_an_earlier_one(count: int, scale: str) -> None:
    made = chart(
        Arrows, "\n".join(f"i{number}: {{label: A, before: 40%, after: 5{number % 10}%}}" for number in range(count))
    )
    marks = made.draw(Size(inches(6.4), inches(3.6)), chart_style(theme("osce", scale)), ()).marks
    labels = [mark for mark in marks if isinstance(mark, Label)]
    earlier = {mark.size for mark in labels if not mark.bold}
    assert min(mark.size for mark in labels if mark.bold) >= max(earlier)


def test_arrows_lead_from_the_end_of_a_light_bar_to_the_later_figure() -> None:
    made = chart(Arrows, MIXED, "e")
    assert drawn(made.draw(SIZE, STYLE, ())) == snapshot("""\


                           previous survey             this survey

..........................................PPPPPPPPPPPP
......................................47%.               63%


.....................................................
...........................35%...PPPPPPPPPPPPPPPPPPPP 60%



............................. 33%   no change
.............................


..
..PP  2% →    6%




AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA 56%
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA


PPPPPPPPPPPPPPPPPPPPPPPPPPPPuuuuuuuuuuuuuuuuu
PPPPPPPPPPPPPPPPPPPPPPPP31%Puuuuuuuuuuuuuuuuu +20%   unconfirmed
""")


def test_dumbbells_join_an_open_dot_and_a_filled_one() -> None:
    drawing = chart(
        Dumbbell, "a: {label: Rise, before: 40%, after: 60%}\nb: {label: Fall, before: 50%, after: 20%}", "b"
    ).draw(SIZE, STYLE, ())
    dots = [(dots.fill, dots.centers[0][0], dots.diameter) for dots in drawing.marks if isinstance(dots, Dots)]
    assert [fill for fill, _, _ in dots] == ["before", "background", "primary", "before", "background", "accent"]
    (_, one, earlier), _, (_, other, later) = dots[:3]
    assert one < other
    assert earlier < later
    assert dots[3][1] > dots[5][1]


def test_the_head_of_an_arrow_points_at_the_later_figure() -> None:
    marks = (
        chart(Arrows, "a: {label: R, before: 40%, after: 60%}\nb: {label: F, before: 50%, after: 20%}")
        .draw(SIZE, STYLE, ())
        .marks
    )
    rise, fall = [mark.points for mark in marks if isinstance(mark, Polygon)]
    assert rise[1][0] > rise[0][0]
    assert fall[1][0] < fall[0][0]


@pytest.mark.parametrize("kind", KINDS)
def test_equal_figures_are_one_mark_and_said_to_be_so(kind: type[Arrows | Dumbbell]) -> None:
    drawing = chart(kind, "a: {label: A, before: 33%, after: 33%}\nb: {label: B, before: 0%, after: 0%}").draw(
        SIZE, STYLE, ()
    )
    assert [mark.text for mark in drawing.marks if isinstance(mark, Label)] == snapshot(
        ["33%", "no change", "0%", "no change", "previous survey", "this survey"]
    )
    assert not [mark for mark in drawing.marks if isinstance(mark, Polygon)]


@pytest.mark.parametrize("kind", KINDS)
def test_figures_without_room_at_the_left_stand_both_at_the_right(kind: type[Arrows | Dumbbell]) -> None:
    drawing = chart(kind, "a: {label: A, before: 90%, after: 95%}\nb: {label: B, before: 4%, after: 1%}").draw(
        SIZE, STYLE, ()
    )
    assert [mark.text for mark in drawing.marks if isinstance(mark, Label)] == snapshot(
        ["90%", "95%", "4% →", "1%", "previous survey →", "this survey"]
    )


@pytest.mark.parametrize("kind", KINDS)
def test_periods_that_change_are_named_at_their_row(kind: type[Arrows | Dumbbell]) -> None:
    text = "a: {label: A, before: 40%, after: 60%}\nb: {label: B, before: 20%, after: 30%, periods: {before: '2015'}}"
    drawing = chart(kind, text).draw(SIZE, STYLE, ())
    assert [mark.text for mark in drawing.marks if isinstance(mark, Label)] == snapshot(
        ["40%", "60%", "20%", "30%", "2015 → this survey", "previous survey", "this survey"]
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "\n".join(f"i{n}: {{label: L, before: {n}, after: 3}}" for n in range(13)),
            snapshot(
                Refusal(message="there is room for 12 indicators, found 13", hint="show fewer, or make two slides")
            ),
        ),
        (
            "a: {label: A, before: 1%, after: 2%, unconfirmed: 3%}",
            snapshot(
                Refusal(
                    message="“a” has an earlier figure and an unconfirmed one, which cannot be shown at once here",
                    hint="write chart: before-after",
                )
            ),
        ),
        (
            "a: {label: A, before: -1, after: 2}",
            snapshot(Refusal(message="“a” is below zero, where these bars begin", hint="say it in a text")),
        ),
        (
            "a: {label: A, before: 1%, after: 2%}\nb: {label: B, before: 1, after: 2}",
            snapshot(
                Refusal(
                    message="figures of different units cannot share one axis",
                    hint="make two slides, one for each unit",
                )
            ),
        ),
        (
            "a: {label: A, change: doubled}",
            snapshot(
                Refusal(message="“a” has no figure that a bar could show", hint="leave it out, or say it in a text")
            ),
        ),
    ],
)
def test_what_cannot_be_drawn_is_refused(kind: type[Arrows | Dumbbell], text: str, expected: Refusal) -> None:
    assert made_or_refused(kind, text) == expected


PAIR = st.tuples(st.integers(0, 100), st.one_of(st.none(), st.integers(0, 100)))


@pytest.mark.parametrize("kind", KINDS)
@given(st.lists(PAIR, min_size=1, max_size=12), st.booleans())
def test_nothing_leaves_the_chart_and_no_texts_touch(
    kind: type[Arrows | Dumbbell], pairs: list[tuple[int, int | None]], money: bool
) -> None:
    def figure(value: int) -> str:
        return f"€{value} bn" if money else f"{value}%"

    listed = [
        f"i{number}: {{label: L, after: {figure(one)}{f', before: {figure(other)}' if other is not None else ''}}}"
        for number, (one, other) in enumerate(pairs)
    ]
    drawing = chart(kind, "\n".join(listed)).draw(Size(inches(5.95), inches(4.03)), STYLE, (Emu(247_650),) * len(pairs))
    assert not drawing.crowding
    assert faults(drawing, STYLE) == []


@given(st.lists(st.tuples(st.integers(1, 100), st.integers(1, 100)), min_size=1, max_size=12))
def test_bars_and_arrows_are_to_one_scale(pairs: list[tuple[int, int]]) -> None:
    listed = "\n".join(f"i{n}: {{label: L, before: {one}, after: {other}}}" for n, (one, other) in enumerate(pairs))
    made = chart(Arrows, listed)
    marks = made.draw(Size(inches(6), inches(6)), STYLE, ()).marks
    lengths = [mark.rect.width for mark in marks if isinstance(mark, Bar) and mark.fill == "track"]
    figures = [of.before.value for of in made.rows if of.before]
    most = max(figures)
    for length, value in zip(lengths, figures, strict=True):
        assert length * most == pytest.approx(max(lengths) * value, abs=2 * float(most))


def test_a_word_that_leaves_no_room_is_told(tmp_path: Path) -> None:
    unit = "Verwaltungsvorgänge"
    told = mistakes(
        f"title: D\nperiods: {{before: b, after: a}}\nindicators: {{a: {{label: A, before: 1 {unit}, after: 100 {unit}}}}}\n"
        "slides:\n  - {layout: text-and-chart, title: T, text: x, chart: arrows, indicators: [a]}\n",
        tmp_path,
    )
    assert told == snapshot(
        "deck.yaml:5:76: error: the texts of the chart of slide 1 “T” are 170 points too wide [T402 chart-overflow]: use shorter labels, units or periods, or show fewer indicators\n"
    )


HEAD = """\
periods: {before: "2020", after: "2026"}
indicators:
  rise: {label: Rise, before: 47%, after: 63%}
  fall: {label: Fall, before: 60%, after: 35%}
  fresh: {label: Fresh, value: 56%, new: true}
"""


def test_compare_arrows_has_labels_arrows_changes_and_tags() -> None:
    text = slide("layout: compare-arrows\ntitle: T\nlead: L\nindicators: [rise, fall, fresh]\nhighlight: fall", HEAD)
    assert text == snapshot("""\
page 1  compare-arrows
  title          54,58 852×73
    30 pt  T
  lead           54,138 708×22
    16 pt  L
  labels         54,168 252×290
    18 pt  Rise
    18 pt  Fall
    18 pt  Fresh
  chart          322,168 462×290  “Fall fell from 60% in 2020 to 35% in 2026, −25 percentage points; Rise from 47% to 63%, +16 percentage points; Fresh: 56%, new”
    line  0,189,462,189 rule
    bar   1,40 309×37 track outline before
    bar   310,50 82×17 primary
    polygon 391,40 415,59 391,77 primary
    label 302,64 16 pt ink  47%
    label 422,66 20 pt bold primary-text  63%
    bar   1,122 394×37 track outline before
    bar   254,132 141×17 accent
    polygon 254,122 231,141 254,160 accent
    label 224,148 20 pt bold accent-text  35%
    label 402,147 16 pt muted  60%
    bar   1,219 368×37 primary
    label 376,244 20 pt bold primary-text  56%
    label 310,33 16 pt muted  2020
    label 415,33 16 pt primary-text  2026
    line  1,36,1,260 muted
  chart rule     54,357 268×1  1 shapes  “”
  chart rule     784,357 122×1  1 shapes  “”
  change-title   767,138 139×22
    16 pt  Change
  change         798,168 108×290
    24 pt  +16\xa0pp
    24 pt  −25\xa0pp
  tags 3         844,393 62×26
    16 pt  **NEW**
  notes: Chart: Fall fell from 60% in 2020 to 35% in 2026, −25 percentage points; Rise rose from 47% in 2020 to 63% in 2026, +16 percentage points; Fresh: 56%, new
""")


def test_twelve_rows_have_room_with_labels_of_one_line(tmp_path: Path) -> None:
    listed = "".join(f"  i{n}: {{label: Label {n}, before: {n * 3}%, after: {n * 2 + 9}%}}\n" for n in range(12))
    named = ", ".join(f"i{n}" for n in range(12))
    deck = f"title: D\nindicators:\n{listed}slides:\n  - {{layout: compare-arrows, title: T, indicators: [{named}]}}\n"
    assert mistakes(deck, tmp_path) == ""
