"""The count-bars chart, as drawings in characters and as words."""

import itertools

import pytest
from inline_snapshot import snapshot

from deckgen.charts.count_bars import CountBars, CountBarsChart
from deckgen.model.drawing import Label
from deckgen.model.words import Words
from deckgen.source.words import phrases
from deckgen.spec.base import Refusal
from deckgen.typeset.style import chart_style
from deckgen.units import Emu, Size, inches
from tests.builders import indicators, theme
from tests.charts.grid import drawn

SIZE = Size(inches(6.4), inches(2.2))
STYLE = chart_style(theme())


def made(text: str, highlight: str = "") -> "CountBarsChart | Refusal":
    words = Words("en", *phrases("en"), lambda number: "other")
    return CountBars().chart(tuple(indicators(text).values()), highlight, words)


def chart(text: str, highlight: str = "") -> CountBarsChart:
    found = made(text, highlight)
    assert isinstance(found, CountBarsChart)
    return found


def picture(text: str, highlight: str = "") -> str:
    return drawn(chart(text, highlight).draw(SIZE, STYLE, ()))


def test_counts_are_ranked_on_a_track_as_long_as_their_total() -> None:
    text = "a: {label: A, value: 7, of: 57}\nb: {label: B, value: 57, of: 57}\nc: {label: C, value: 0, of: 57}"
    assert picture(text, "a") == snapshot("""\

PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP57P
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP



AAAAAAAA..........................................................
AAAAAAAA..........................................................
AAAAAAAA.7........................................................
AAAAAAAA..........................................................
AAAAAAAA..........................................................



..................................................................
..................................................................
.0................................................................
..................................................................
..................................................................
""")


def test_percentages_are_out_of_a_hundred() -> None:
    assert picture("a: {label: A, value: 40%}\nb: {label: B, value: 97%}") == snapshot("""\

PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP..
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP..
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP..
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP97%P..
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP..
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP..









PPPPPPPPPPPPPPPPPPPPPPPPPP........................................
PPPPPPPPPPPPPPPPPPPPPPPPPP........................................
PPPPPPPPPPPPPPPPPPPPPPPPPP........................................
PPPPPPPPPPPPPPPPPPPPPPPPPP.40%....................................
PPPPPPPPPPPPPPPPPPPPPPPPPP........................................
PPPPPPPPPPPPPPPPPPPPPPPPPP........................................
""")


@pytest.mark.parametrize(
    "text",
    [
        "a: {label: A, value: 7}\nb: {label: B, value: 14}",
        "a: {label: A, value: 7, of: 20}\nb: {label: B, value: 14, of: 30}",
        "a: {label: A, value: 70%}\nb: {label: B, value: 140%}",
        "a: {label: A, value: €7 m}\nb: {label: B, value: €14 m}",
    ],
)
def test_without_one_total_there_is_no_track_and_the_longest_bar_leaves_room_for_its_figure(text: str) -> None:
    drawing = chart(text).draw(SIZE, STYLE, ())
    assert "." not in drawn(drawing)
    assert [mark.text[-4:] for mark in drawing.marks if isinstance(mark, Label)]
    assert drawing.crowding == 0


def test_what_is_unconfirmed_stands_beyond_the_bar() -> None:
    assert picture("a: {label: A, value: 31%, unconfirmed: 20%}\nb: {label: B, value: 12%}") == snapshot("""\

PPPPPPPPPPPPPPPPPPPPPPPuuuuuuuuuuuuuu
PPPPPPPPPPPPPPPPPPPPPPPuuuuuuuuuuuuuu
PPPPPPPPPPPPPPPPPPPPPPPuuuuuuuuuuuuuu
PPPPPPPPPPPPPPPPPPP31%Puuuuuuuuuuuuuu +20%     unconfirmed
PPPPPPPPPPPPPPPPPPPPPPPuuuuuuuuuuuuuu
PPPPPPPPPPPPPPPPPPPPPPPuuuuuuuuuuuuuu









PPPPPPPPP
PPPPPPPPP
PPPPPPPPP
PPPPPPPPP 12%
PPPPPPPPP
PPPPPPPPP
""")


def test_it_says_in_words_what_it_shows() -> None:
    text = "a: {label: report cases, value: 7, of: 57}\nb: {label: учитывают **возраст**, value: 23, of: 57}"
    assert chart(text).alt_text() == snapshot("учитывают возраст: 23 of 57; report cases: 7 of 57")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a: {label: A, value: 7}\nb: {label: B, value: 7%}",
            snapshot("figures of different units cannot share one axis: make two slides, one for each unit"),
        ),
        ("a: {label: A, value: -7}", snapshot("“a” is below zero, where these bars begin: say it in a text")),
        (
            "a: {label: A, change: doubled}",
            snapshot("“a” has no figure that a bar could show: leave it out, or say it in a text"),
        ),
        (
            "a: {label: A, before: 7, after: 9}",
            snapshot("“a” has an earlier figure, which these bars do not show: show it in the chart before-after"),
        ),
    ],
)
def test_what_bars_cannot_show_is_refused(text: str, expected: str) -> None:
    refused = made(text)
    assert isinstance(refused, Refusal)
    assert f"{refused.message}: {refused.hint}" == expected


def test_twelve_rows_fit_and_stay_clear_of_each_other() -> None:
    text = "\n".join(f"i{number}: {{label: L, value: {number}, of: 57}}" for number in range(12))
    drawing = chart(text).draw(Size(inches(6.5), inches(4.03)), STYLE, (Emu(260_000),) * 12)
    rows = drawing.rows
    assert rows[-1].bottom <= inches(4.03)
    assert all(upper.bottom < lower.top for upper, lower in itertools.pairwise(rows))
