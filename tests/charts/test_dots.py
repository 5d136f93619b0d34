"""Fields of dots, as drawings in characters, as words and as refusals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from deckgen.charts.dots import Dots, DotsChart
from deckgen.model.drawing import Dots as DotMarks
from deckgen.model.drawing import Label
from deckgen.plot.dots import raster
from deckgen.spec.base import MOST_DOTS, Refusal
from deckgen.typeset.style import chart_style
from deckgen.units import Emu, Size, inches
from tests.builders import indicators, theme
from tests.charts.grid import drawn
from tests.charts.test_before_after import words

SIZE = Size(inches(6.4), inches(3))
STYLE = chart_style(theme())


def made(text: str, highlight: str = "") -> DotsChart | Refusal:
    return Dots().chart(tuple(indicators(text).values()), highlight, words())


def chart(text: str, highlight: str = "") -> DotsChart:
    dots = made(text, highlight)
    assert isinstance(dots, DotsChart)
    return dots


def refused(text: str) -> str:
    refusal = made(text)
    assert isinstance(refusal, Refusal)
    return f"{refusal.message}: {refusal.hint}"


def test_a_dot_stands_for_each_of_the_total_the_largest_count_first() -> None:
    fields = chart("few: {label: Few, value: 2, of: 57}\nmany: {label: Many, value: 31, of: 57}", highlight="few")
    assert [row.id for row in fields.rows] == ["many", "few"]
    assert drawn(fields.draw(SIZE, STYLE, ())) == snapshot("""\



 P  P  P P  P  P  P P  P  P  P P  P  P  P P  P  P  P


 P  P  P P  P  P  P P  P  P  P P  o  o  o o  o  o  o  31


 o  o  o o  o  o  o o  o  o  o o  o  o  o o  o  o  o












 A  A  o o  o  o  o o  o  o  o o  o  o  o o  o  o  o


 o  o  o o  o  o  o o  o  o  o o  o  o  o o  o  o  o  2


 o  o  o o  o  o  o o  o  o  o o  o  o  o o  o  o  o
""")


def test_nothing_and_all_are_counted_too() -> None:
    fields = chart("none: {label: Ни одного, value: 0, of: 12}\nall: {label: Все, value: 12, of: 12}")
    assert drawn(fields.draw(Size(inches(3), inches(1.6)), STYLE, ())) == snapshot("""\


 P  P  P  P  P  P
                    12

 P  P  P  P  P  P






 o  o  o  o  o  o
                    0

 o  o  o  o  o  o
""")
    assert fields.alt_text() == snapshot("Все: 12 of 12; Ни одного: 0 of 12")


def test_dots_of_different_totals_are_of_one_size_and_each_total_is_said() -> None:
    fields = chart("a: {label: A, value: 5, of: 12}\nb: {label: B, value: 20, of: 60}")
    drawing = fields.draw(SIZE, STYLE, ())
    assert len({mark.diameter for mark in drawing.marks if isinstance(mark, DotMarks)}) == 1
    assert [mark.text for mark in drawing.marks if isinstance(mark, Label)] == ["20 of 60", "5 of 12"]


def test_rows_keep_clear_of_tall_labels_beside_them() -> None:
    fields = chart("a: {label: A, value: 5, of: 57}\nb: {label: B, value: 20, of: 57}")
    rows = fields.draw(SIZE, STYLE, (inches(1.4), inches(0.3))).rows
    assert rows[1].top - rows[0].bottom >= inches(0.4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a: {label: A, value: 39%}",
            snapshot(
                "“a” is a percentage, and each dot is one of a count: show it with chart: share-bar, or layout: two-panels; a percentage is not turned into a count"
            ),
        ),
        (
            "a: {label: A, value: 39}",
            snapshot("“a” does not say out of how many it is: write of: and the total under a:"),
        ),
        (
            "a: {label: A, change: doubled}",
            snapshot("“a” has no figure that dots could show: leave it out, or say it in a text"),
        ),
        (
            "a: {label: A, before: 3, after: 5, of: 57}",
            snapshot(
                "“a” has an earlier figure, which dots do not show: show it with chart: before-after, in a layout that draws charts"
            ),
        ),
        (
            "a: {label: A, value: 3, unconfirmed: 2, of: 57}",
            snapshot(
                "“a” has an unconfirmed figure, which dots do not show: show it with chart: before-after, in a layout that draws charts"
            ),
        ),
        (
            "a: {label: A, value: 2.5, of: 57}",
            snapshot("“a” is no whole count: show it with chart: share-bar, in a layout that draws charts"),
        ),
        (
            "a: {label: A, value: 40, of: 1200}",
            snapshot("“a” is out of 1,200, and dots show up to 100: show it as bars: layout: count-bars"),
        ),
        (
            "\n".join(f"a{n}: {{label: A, value: 3, of: 57}}" for n in range(13)),
            snapshot("13 indicators are too many for one chart: show up to 12, or make two slides"),
        ),
    ],
)
def test_what_dots_cannot_show_is_refused_with_what_to_do(text: str, expected: str) -> None:
    assert refused(text) == expected


def test_dots_too_small_to_be_told_apart_are_crowded() -> None:
    fields = chart("\n".join(f"a{n}: {{label: A, value: 3, of: 100}}" for n in range(12)))
    assert fields.draw(Size(inches(2), inches(3)), STYLE, ()).crowding > 0
    assert fields.draw(Size(inches(6), inches(4)), STYLE, ()).crowding == 0


@given(total=st.integers(1, MOST_DOTS), width=st.integers(2, 40), height=st.integers(1, 10))
def test_every_dot_stands_within_the_size_and_none_touch(total: int, width: int, height: int) -> None:
    size = Size(inches(width / 4), inches(height / 4))
    dots = raster(total, size)
    assert dots.width <= size.width + 2
    assert dots.height(total) <= size.height + 2
    assert dots.pitch > dots.diameter
    marks = dots.field(total // 2, total, 0, "primary")
    centers = [center for mark in marks if isinstance(mark, DotMarks) for center in mark.centers]
    assert len(centers) == len(set(centers)) == total


def test_fifty_seven_dots_stand_in_three_rows_of_nineteen() -> None:
    assert raster(57, Size(inches(3.6), Emu(inches(0.58)))).columns == 19
    assert raster(100, Size(inches(3.6), Emu(inches(0.58)))).columns == 25
