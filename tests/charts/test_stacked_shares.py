"""The parts of a whole, as drawings in characters and as words."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from deckgen.charts.stacked_shares import SharesChart, StackedShares
from deckgen.model.drawing import Bar, Label
from deckgen.plot.spread import spread
from deckgen.spec.base import Refusal
from deckgen.typeset.style import chart_style
from deckgen.units import Size, inches
from tests.builders import indicators, theme
from tests.charts.chart_rules import faults
from tests.charts.grid import drawn
from tests.charts.test_before_after import PERIODS, words

SIZE = Size(inches(7), inches(3))
STYLE = chart_style(theme())


def made_or_refused(text: str, highlight: str = "") -> SharesChart | Refusal:
    listed = [of for of in indicators(text, PERIODS).values() if of.id != "total"]
    return StackedShares().chart(tuple(listed), highlight, words())


def chart(text: str, highlight: str = "") -> SharesChart:
    made = made_or_refused(text, highlight)
    assert isinstance(made, SharesChart)
    return made


def labels(made: SharesChart) -> list[str]:
    return [mark.text for mark in made.draw(SIZE, STYLE, ()).marks if isinstance(mark, Label)]


def test_single_figures_are_one_bar_with_names_beside_it() -> None:
    made = chart("a: {label: Law, value: 60%}\nb: {label: Draft, value: 30%}\nc: {label: None, value: 10%}", "b")
    assert drawn(made.draw(SIZE, STYLE, ())) == snapshot("""\
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP    60%    Law
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA    30%    Draft
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
ppppppppppppppppppppppppppppppppppppppppppppppppppppp
ppppppppppppppppppppppppppppppppppppppppppppppppppppp    10%    None
ppppppppppppppppppppppppppppppppppppppppppppppppppppp
""")


def test_each_period_is_a_bar_and_the_last_has_the_names() -> None:
    made = chart(
        "a: {label: Law, figures: {2016: 60%, 2020: 70%, 2024: 72%}}\nb: {label: Draft, figures: {2016: 40%, 2020: 30%, 2024: 28%}}"
    )
    assert labels(made) == snapshot(["60%", "40%", "70%", "30%", "72%", "Law", "28%", "Draft", "2016", "2020", "2024"])


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("a: {label: A, value: 60%}\nb: {label: B, value: 36%}", ["4%", "not stated"]),
        ("a: {label: A, value: 60%}\nb: {label: B, value: 39%}", []),
        ("a: {label: A, value: 60%}\nb: {label: B, value: 41%}", []),
        (
            "total: {label: T, value: 57}\na: {label: A, value: 31, of: total}\nb: {label: B, value: 12, of: total}",
            ["14", "not stated"],
        ),
        ("a: {label: A, value: 31}\nb: {label: B, value: 12}", []),
    ],
)
def test_what_the_parts_leave_is_drawn_empty_and_named(text: str, rest: list[str]) -> None:
    made = chart(text)
    assert labels(made)[4:] == rest
    assert ("not stated" in made.description()) == ("not stated" in made.alt_text()) == bool(rest)
    bars = [mark for mark in made.draw(SIZE, STYLE, ()).marks if isinstance(mark, Bar)]
    assert bars[-1].rect.bottom == SIZE.height
    assert [bar.outline for bar in bars if bar.fill == "background"] == (["before"] if rest else [])


def test_words_tell_all_figures_and_what_is_not_stated() -> None:
    made = chart(
        "a: {label: Law, figures: {2016: 60%, 2020: 70%, 2024: 72%}}\nb: {label: Draft, figures: {2016: 30%, 2020: 30%, 2024: 26%}}"
    )
    assert made.description() == snapshot(
        "Law rose from 60% in 2016 to 72% in 2024, +12 percentage points (2020: 70%); Draft fell from 30% in 2016 to 26% in 2024, −4 percentage points (2020: 30%); not stated: 10% (2016), 2% (2024)"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a: {label: A, value: 60%}\nb: {label: B, value: 42%}",
            snapshot(
                Refusal(
                    message="the shares come to 102%, more than the whole of 100%: a 60%, b 42%",
                    hint="correct the figure that is wrong; if they overlap, show others, or write chart: before-after",
                    whole=True,
                )
            ),
        ),
        (
            "a: {label: A, figures: {2016: 60%, 2020: 70%}}\nb: {label: B, figures: {2016: 40%, 2020: 32%}}",
            snapshot(
                Refusal(
                    message="the shares come to 102% in 2020, more than the whole of 100%: a 70%, b 32%",
                    hint="correct the figure that is wrong; if they overlap, show others, or write chart: before-after",
                    whole=True,
                )
            ),
        ),
        (
            "total: {label: T, value: 20}\na: {label: A, value: 12, of: total}\nb: {label: B, value: 9, of: total}",
            snapshot(
                Refusal(
                    message="the parts come to 21, more than the whole of 20: a 12, b 9",
                    hint="correct the figure that is wrong; if they overlap, show others, or write chart: before-after",
                    whole=True,
                )
            ),
        ),
        (
            "a: {label: A, value: 12, of: 20}\nb: {label: B, value: 9, of: 30}",
            snapshot(
                Refusal(
                    message="these indicators are out of different totals", hint="write one total for all of them: of:"
                )
            ),
        ),
        (
            "a: {label: A, figures: {2016: 60%, 2020: 70%}}\nb: {label: B, figures: {2016: 40%}}",
            snapshot(
                Refusal(
                    message="“b” has no figure for 2020, so that bar would not be whole",
                    hint="add it, or leave that period out of the others",
                )
            ),
        ),
        (
            "a: {label: A, value: -1}\nb: {label: B, value: 9}",
            snapshot(
                Refusal(
                    message="“a” is below zero, and so no part of a whole", hint="leave it out, or say it in a text"
                )
            ),
        ),
        (
            "a: {label: A, value: 0%}",
            snapshot(
                Refusal(message="a whole of nothing has no parts", hint="leave that period out, or say it in a text")
            ),
        ),
        (
            "a: {label: A, value: 0}",
            snapshot(
                Refusal(message="a whole of nothing has no parts", hint="leave that period out, or say it in a text")
            ),
        ),
        (
            "\n".join(f"i{n}: {{label: L, value: 5%}}" for n in range(9)),
            snapshot(
                Refusal(
                    message="a bar has room for 8 parts, found 9", hint="put the smallest together as one indicator"
                )
            ),
        ),
        (
            "a: {label: A, value: 60%, unconfirmed: 3%}",
            snapshot(
                Refusal(
                    message="“a” has an unconfirmed figure, which this chart cannot show",
                    hint="write chart: before-after, or say it in a text",
                )
            ),
        ),
        (
            "a: {label: A, figures: {x: 6%, y: 7%}}\nb: {label: B, figures: {y: 4%, x: 2%}}",
            snapshot(
                Refusal(
                    message="the periods of these indicators stand in different orders",
                    hint="write the earliest first in each",
                )
            ),
        ),
    ],
)
def test_what_is_no_whole_is_refused(text: str, expected: Refusal) -> None:
    assert made_or_refused(text) == expected


@given(st.lists(st.lists(st.integers(0, 60), min_size=3, max_size=3), min_size=1, max_size=8), st.integers(1, 3))
def test_nothing_leaves_the_chart_no_texts_touch_and_parts_are_to_scale(parts: list[list[int]], periods: int) -> None:
    if not all(any(part[period] for part in parts) for period in range(periods)):
        return
    listed = []
    for number, part in enumerate(parts):
        dated = ", ".join(f"{2000 + period}: {part[period]}" for period in range(periods))
        figures = f"figures: {{{dated}}}" if periods > 1 else f"value: {part[0]}"
        listed.append(f"i{number}: {{label: Label {number}, {figures}}}")
    drawing = chart("\n".join(listed)).draw(Size(inches(7.7), inches(3.7)), STYLE, ())
    assert not drawing.crowding
    assert faults(drawing, STYLE) == []
    bars = [mark.rect for mark in drawing.marks if isinstance(mark, Bar)]
    lowest = max(bar.bottom for bar in bars)
    for column, x in enumerate(sorted({bar.x for bar in bars})):
        heights = [bar.height for bar in bars if bar.x == x]
        figures_of = [part[column] for part in parts]
        for figure in figures_of:
            share = Decimal(figure) / sum(figures_of)
            assert (
                not figure
                or any(abs(height - share * lowest) < inches(0.03) for height in heights)
                or share * lowest < inches(0.03)
            )


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(1, 60)), min_size=1, max_size=12))
def test_texts_that_are_spread_keep_their_order_and_do_not_overlap(texts: list[tuple[int, int]]) -> None:
    wanted, heights = [at for at, _ in texts], [height for _, height in texts]
    tops = spread(wanted, heights, 0, 1000)
    order = sorted(range(len(texts)), key=lambda index: wanted[index])
    for one, other in pairwise(order):
        assert tops[one] + heights[one] <= tops[other]
    assert min(tops) >= 0
    assert max(top + height for top, height in zip(tops, heights, strict=True)) <= max(1000, sum(heights))


def test_a_text_with_room_stands_where_it_is_wanted() -> None:
    assert spread([10, 300, 305], [20, 20, 20], 0, 1000) == (10, 292, 312)
