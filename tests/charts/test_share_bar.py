"""Share bars, as drawings in characters and as refusals."""

import pytest
from inline_snapshot import snapshot

from deckgen.charts.share_bar import ShareBar, ShareBarChart
from deckgen.spec.base import Refusal
from deckgen.typeset.style import chart_style
from deckgen.units import Size, inches
from tests.builders import indicators, theme
from tests.charts.grid import drawn
from tests.charts.test_before_after import words

SIZE = Size(inches(6.4), inches(2))
STYLE = chart_style(theme())


def made(text: str, highlight: str = "") -> ShareBarChart | Refusal:
    return ShareBar().chart(tuple(indicators(text).values()), highlight, words())


def chart(text: str, highlight: str = "") -> ShareBarChart:
    bars = made(text, highlight)
    assert isinstance(bars, ShareBarChart)
    return bars


def test_the_largest_share_stands_first_on_tracks_of_one_length() -> None:
    bars = chart("a: {label: A, value: 33%}\nb: {label: B, value: 850, of: 1700}\nc: {label: C, value: 0%}", "b")
    assert [row.id for row in bars.rows] == ["b", "a", "c"]
    assert drawn(bars.draw(SIZE, STYLE, ())) == snapshot("""\

AAAAAAAAAAAAAAAAAAAAAAAA........................
AAAAAAAAAAAAAAAAAAAAAAAA........................
AAAAAAAAAAAAAAAAAAAAAAAA........................  850 of 1,700
AAAAAAAAAAAAAAAAAAAAAAAA........................



PPPPPPPPPPPPPPPP................................
PPPPPPPPPPPPPPPP................................
PPPPPPPPPPPPPPPP................................  33%
PPPPPPPPPPPPPPPP................................
PPPPPPPPPPPPPPPP................................


................................................
................................................
................................................
................................................  0%
................................................
""")
    assert bars.alt_text() == snapshot("B: 850 of 1,700; A: 33%; C: 0%")


def test_one_share_fills_its_track() -> None:
    assert drawn(chart("a: {label: Все, value: 100%}").draw(Size(inches(4), inches(0.8)), STYLE, ())) == snapshot("""\

PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP  100%
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP
""")


def test_totals_too_long_to_leave_room_for_bars_are_crowded() -> None:
    bars = chart("a: {label: A, value: 1200000, of: 57000000}\nb: {label: B, value: 1, of: 2}")
    assert bars.draw(Size(inches(2.5), inches(2)), STYLE, ()).crowding > 0
    assert bars.draw(SIZE, STYLE, ()).crowding == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a: {label: A, value: 39}",
            snapshot("“a” does not say out of how many it is: write of: and the total under a:"),
        ),
        (
            "a: {label: A, value: 139%}",
            snapshot(
                "“a” is 139%, which is no share of a whole: show it with chart: before-after, in a layout that draws charts"
            ),
        ),
        (
            "a: {label: A, value: -3%}",
            snapshot(
                "“a” is −3%, which is no share of a whole: show it with chart: before-after, in a layout that draws charts"
            ),
        ),
        (
            "a: {label: A, change: doubled}",
            snapshot("“a” has no figure that share bars could show: leave it out, or say it in a text"),
        ),
        (
            "a: {label: A, before: 3%, after: 5%}",
            snapshot(
                "“a” has an earlier figure, which share bars do not show: show it with chart: before-after, in a layout that draws charts"
            ),
        ),
        (
            "a: {label: A, value: 3%, unconfirmed: 2%}",
            snapshot(
                "“a” has an unconfirmed figure, which share bars do not show: show it with chart: before-after, in a layout that draws charts"
            ),
        ),
        (
            "\n".join(f"a{n}: {{label: A, value: 3%}}" for n in range(13)),
            snapshot("13 indicators are too many for one chart: show up to 12, or make two slides"),
        ),
    ],
)
def test_what_is_no_share_is_refused_with_what_to_do(text: str, expected: str) -> None:
    refusal = made(text)
    assert isinstance(refusal, Refusal)
    assert f"{refusal.message}: {refusal.hint}" == expected
