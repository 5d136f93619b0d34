"""The before-after chart, as drawings in characters and as words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from deckgen.charts.before_after import BeforeAfter, BeforeAfterChart
from deckgen.model.drawing import Bar, Label
from deckgen.model.words import Words
from deckgen.source.words import phrases
from deckgen.typeset.style import chart_style
from deckgen.units import Emu, Size, inches
from tests.builders import indicators, theme
from tests.charts.grid import drawn

SIZE = Size(inches(6.4), inches(3))
PERIODS = "periods: {before: previous survey, after: this survey}"
STYLE = chart_style(theme())


def words() -> Words:
    texts, lists = phrases("en")
    return Words("en", texts, lists, lambda number: "other")


def chart(text: str, highlight: str = "") -> BeforeAfterChart:
    made = BeforeAfter().chart(tuple(indicators(text, PERIODS).values()), highlight, words())
    assert isinstance(made, BeforeAfterChart)
    return made


def test_pairs_come_first_then_single_figures_under_a_rule() -> None:
    made = chart(
        """
        disabilities: {label: Disabilities, value: 31%, unconfirmed: 20%}
        marriage: {label: Sham marriage, before: 23%, after: 39%}
        abuse: {label: Online abuse, value: 56%, new: true}
        activities: {label: Criminal activities, before: 47%, after: 63%}
        """,
        highlight="abuse",
    )
    assert [row.id for row in made.rows] == ["activities", "marriage", "abuse", "disabilities"]
    drawing = made.draw(SIZE, STYLE, ())
    assert len(drawing.separators) == 1
    assert drawn(drawing) == snapshot("""\

bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb 47%   previous survey
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP 63%    this survey
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP


bbbbbbbbbbbbbbbbb
bbbbbbbbbbbbbbbbb 23%

PPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPP 39%
PPPPPPPPPPPPPPPPPPPPPPPPPPPP




AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA 56%
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA


PPPPPPPPPPPPPPPPPPPPPPPuuuuuuuuuuuuuu
PPPPPPPPPPPPPPPPPPPPPPPuuuuuuuuuuuuuu
PPPPPPPPPPPPPPPPPPP31%Puuuuuuuuuuuuuu +20%     unconfirmed
PPPPPPPPPPPPPPPPPPPPPPPuuuuuuuuuuuuuu
""")


def test_counts_of_one_total_show_it_as_a_track() -> None:
    made = chart("a: {label: A, value: 48, of: 57}\nb: {label: B, value: 7, of: 57}\nc: {label: C, value: 57, of: 57}")
    assert drawn(made.draw(SIZE, STYLE, ())) == snapshot("""\

PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP57P
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP





PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP...........
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP...........
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP...........
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP.48........
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP...........
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP...........






PPPPPPPP..........................................................
PPPPPPPP..........................................................
PPPPPPPP..........................................................
PPPPPPPP.7........................................................
PPPPPPPP..........................................................
PPPPPPPP..........................................................
""")


def test_a_fall_a_zero_and_a_missing_earlier_figure_are_drawn_to_one_scale() -> None:
    made = chart(
        "a: {label: A, before: 40%, after: 10%}\nb: {label: B, before: 5%, after: 0%}\nc: {label: C, after: 20%}"
    )
    assert drawn(made.draw(SIZE, STYLE, ())) == snapshot("""\

bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb 40%   previous survey

PPPPPPPPPPP
PPPPPPPPPPP
PPPPPPPPPPP 10%    this survey
PPPPPPPPPPP




bbbbbb
bbbbbb 5%



 0%







PPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPP 20%
PPPPPPPPPPPPPPPPPPPPPP
""")


def test_periods_are_named_again_where_they_change() -> None:
    made = chart(
        "a: {label: A, before: 1%, after: 9%}\nb: {label: B, before: 2%, after: 8%}\n"
        "c: {label: C, before: 3%, after: 7%, periods: {before: '2015'}}"
    )
    labels = [mark.text for mark in made.draw(SIZE, STYLE, ()).marks if isinstance(mark, Label)]
    assert labels == ["1%", "previous survey", "9%", "this survey", "2%", "8%", "3%", "2015", "7%", "this survey"]


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=12))
def test_no_mark_leaves_the_chart_and_bars_are_to_scale(pairs: list[tuple[int, int]]) -> None:
    listed = "\n".join(
        f"i{number}: {{label: L, before: {one}%, after: {two}%}}" for number, (one, two) in enumerate(pairs)
    )
    drawing = chart(listed).draw(Size(inches(6.4), inches(8)), STYLE, ())
    for mark in drawing.marks:
        if isinstance(mark, Label):
            assert mark.x + STYLE.measure(mark.text, mark.size, mark.bold) <= drawing.size.width + inches(0.01)
        if isinstance(mark, Bar):
            assert mark.rect.right <= drawing.size.width
    figures = sorted(value for pair in pairs for value in pair if value)
    lengths = sorted(mark.rect.width for mark in drawing.marks if isinstance(mark, Bar))
    assert len(lengths) == len(figures)
    for length, value in zip(lengths, figures, strict=True):
        assert length * figures[-1] == pytest.approx(lengths[-1] * value, abs=figures[-1] * 2)


def test_no_row_is_lower_than_the_text_beside_it() -> None:
    tall = inches(0.9)
    rows = chart("a: {label: A, value: 1}\nb: {label: B, value: 2}").draw(SIZE, STYLE, (tall, tall)).rows
    assert Emu(rows[1].top - rows[0].top) >= tall


def test_the_alternative_text_says_the_largest_change_first_and_counts_the_rest() -> None:
    made = chart(
        """
        activities: {label: Exploitation in **criminal activities**, before: 47%, after: 63%}
        begging: {label: Forced begging, before: 47%, after: 59%}
        marriage: {label: "**Sham marriage**", before: 23%, after: 39%}
        abuse: {label: Live remote sexual abuse, value: 56%, new: true}
        """
    )
    assert made.alt_text() == snapshot(
        "Sham marriage rose from 23% in the previous survey to 39% in this survey, +16 percentage points; Exploitation in criminal activities from 47% to 63%, +16 percentage points; Forced begging from 47% to 59%, +12 percentage points; and 1 more"
    )
    assert made.description() == snapshot(
        "Sham marriage rose from 23% in the previous survey to 39% in this survey, +16 percentage points; Exploitation in criminal activities rose from 47% in the previous survey to 63% in this survey, +16 percentage points; Forced begging rose from 47% in the previous survey to 59% in this survey, +12 percentage points; Live remote sexual abuse: 56%, new"
    )


@given(st.lists(st.text("abc ", min_size=1, max_size=300).filter(str.strip), min_size=1, max_size=12))
def test_the_alternative_text_has_under_250_characters(labels: list[str]) -> None:
    listed = "\n".join(f"i{number}: {{label: '{label}', value: {number}}}" for number, label in enumerate(labels))
    assert 0 < len(chart(listed).alt_text()) < 250
