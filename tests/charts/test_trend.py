"""Lines over time: their marks, what is written at them, and what they say in words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from deckgen.charts.trend import Trend, TrendChart
from deckgen.model.drawing import Dash, Dots, Drawing, Label
from deckgen.model.drawing import Path as Stroke
from deckgen.spec.base import Refusal
from deckgen.typeset.style import chart_style
from deckgen.units import Size, inches
from tests.builders import indicators, mistakes, slide, theme
from tests.charts.chart_rules import faults
from tests.charts.test_before_after import PERIODS, words

SIZE = Size(inches(11.8), inches(4))
STYLE = chart_style(theme())
THREE = """
heat: {label: "**Heating** of schools", figures: {2010: 46%, 2015: 44%, 2020: 35%, 2025: 28%}}
light: {label: Lighting, figures: {2010: 21%, 2015: 15%, 2025: 7%}}
buses: {label: Buses, figures: {2015: 22%, 2020: 27%}}
"""


def made_or_refused(text: str, highlight: str = "", more: str = PERIODS) -> TrendChart | Refusal:
    return Trend().chart(tuple(indicators(text, more).values()), highlight, words())


def chart(text: str, highlight: str = "", more: str = PERIODS) -> TrendChart:
    made = made_or_refused(text, highlight, more)
    assert isinstance(made, TrendChart)
    return made


def labels(drawing: Drawing) -> list[str]:
    return [mark.text for mark in drawing.marks if isinstance(mark, Label)]


def strokes(drawing: Drawing, width: float = 1) -> list[Stroke]:
    """Return the lines of figures, without those that lead to texts."""
    return [mark for mark in drawing.marks if isinstance(mark, Stroke) and mark.width > width * 12_700]


def test_lines_have_their_names_first_and_last_figures_and_the_highlight_all() -> None:
    drawing = chart(THREE, "heat").draw(SIZE, STYLE, ())
    assert labels(drawing) == snapshot(
        [
            "2010",
            "2015",
            "2020",
            "2025",
            "no figure",
            "28%",
            "Heating",
            "of schools",
            "27%",
            "Buses (2020)",
            "7%",
            "Lighting",
            "46%",
            "21%",
            "0%",
            "44%",
            "35%",
            "22%",
        ]
    )


def test_fine_dots_lead_over_a_period_without_a_figure_and_are_explained() -> None:
    drawing = chart(THREE).draw(SIZE, STYLE, ())
    dotted = [stroke for stroke in strokes(drawing) if stroke.dash is Dash.DOTTED]
    assert len(dotted) == 2
    assert "no figure" in labels(drawing)
    assert "no figure" not in labels(chart(THREE.replace("2015: 15%", "2015: 15%, 2020: 9%")).draw(SIZE, STYLE, ()))


def test_years_stand_as_far_apart_as_they_are_in_time() -> None:
    drawing = chart("a: {label: A, figures: {2010: 1, 2012: 3, 2020: 2}}").draw(SIZE, STYLE, ())
    first, second, third = (x for x, _ in strokes(drawing)[0].points)
    assert (third - first) == pytest.approx(5 * (second - first), abs=5)


def test_other_periods_stand_evenly() -> None:
    drawing = chart("a: {label: A, figures: {spring: 1, summer: 3, winter: 2}}").draw(SIZE, STYLE, ())
    first, second, third = (x for x, _ in strokes(drawing)[0].points)
    assert third - second == pytest.approx(second - first, abs=2)


@pytest.mark.parametrize(
    ("figures", "start"),
    [
        ("{2010: 20%, 2015: 25%, 2020: 40%}", None),
        ("{2010: 88%, 2015: 92%, 2020: 90%}", "The axis begins at 85%"),
        ("{2010: 1010, 2015: 1080, 2020: 1002}", "The axis begins at 900"),
        ("{2010: 5%, 2015: 5%, 2020: 5%}", None),
        ("{2010: 0%, 2015: 0%, 2020: 0%}", None),
        ("{2010: -5, 2015: 3, 2020: 4}", None),
    ],
)
def test_an_axis_that_does_not_begin_at_zero_says_so(figures: str, start: str | None) -> None:
    said = labels(chart(f"a: {{label: A, figures: {figures}}}").draw(SIZE, STYLE, ()))
    assert [text for text in said if "axis" in text] == ([start] if start else [])
    assert any(text in ("0", "0%", "85%", "900") for text in said)


def test_years_that_stand_too_close_are_named_in_part() -> None:
    figures = ", ".join(f"{year}: {year - 1980}" for year in range(1990, 2021))
    drawing = chart(f"a: {{label: A, figures: {{{figures}}}}}").draw(SIZE, STYLE, ())
    named = [text for text in labels(drawing) if text.isdecimal() and len(text) == 4]
    assert named[0] == "1990"
    assert named[-1] == "2020"
    assert 8 < len(named) < 31
    assert not drawing.crowding


def test_before_and_after_make_a_line_too() -> None:
    said = labels(chart("a: {label: A, before: 20%, after: 39%}").draw(SIZE, STYLE, ()))
    assert said[:2] == ["previous survey", "this survey"]


def test_lines_differ_in_more_than_colour() -> None:
    listed = "\n".join(f"i{n}: {{label: L, figures: {{2010: {n}, 2015: {n + 9}}}}}" for n in range(6))
    drawing = chart(listed).draw(SIZE, STYLE, ())
    assert len({(stroke.color, stroke.width, stroke.dash) for stroke in strokes(drawing)}) == 6
    seen = {(stroke.color == "primary", stroke.width, stroke.dash) for stroke in strokes(drawing)}
    assert len(seen) >= 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "\n".join(f"i{n}: {{label: L, figures: {{2010: {n}, 2015: 2}}}}" for n in range(13)),
            snapshot(Refusal(message="12 lines can be told apart, found 13", hint="show fewer, or make two slides")),
        ),
        (
            "a: {label: A, value: 5%}",
            snapshot(
                Refusal(
                    message="“a” does not say of which period its figure is",
                    hint="write its figures by period, such as figures: {2015: 23%, 2021: 39%}, or leave it out",
                )
            ),
        ),
        (
            "a: {label: A, figures: {2015: 5%}}",
            snapshot(
                Refusal(
                    message="a line needs figures of two or more periods",
                    hint="write figures: {2015: 23%, 2021: 39%}, or chart: before-after",
                )
            ),
        ),
        (
            "a: {label: A, figures: {x: 5%, y: 3%}}\nb: {label: B, figures: {y: 5%, x: 3%}}",
            snapshot(
                Refusal(
                    message="the periods of these indicators stand in different orders",
                    hint="write the earliest first in each",
                )
            ),
        ),
        (
            "a: {label: A, figures: {x: 5%, y: 3%}}\nb: {label: B, figures: {x: 5, y: 3}}",
            snapshot(
                Refusal(
                    message="figures of different units cannot share one axis",
                    hint="make two slides, one for each unit",
                )
            ),
        ),
        (
            "a: {label: A, change: doubled}",
            snapshot(Refusal(message="“a” has no figure to draw", hint="leave it out, or say it in a text")),
        ),
        (
            "a: {label: A, figures: {x: 5%, y: 3%}, unconfirmed: 2%}",
            snapshot(
                Refusal(
                    message="“a” has an unconfirmed figure, which this chart cannot show",
                    hint="write chart: before-after, or say it in a text",
                )
            ),
        ),
    ],
)
def test_what_makes_no_line_is_refused(text: str, expected: Refusal) -> None:
    assert made_or_refused(text, more="") == expected


FIGURES = st.lists(st.one_of(st.none(), st.integers(-20, 100)), min_size=2, max_size=9).filter(
    lambda figures: sum(figure is not None for figure in figures) > 1
)


@given(st.lists(FIGURES, min_size=1, max_size=12), st.booleans(), st.booleans())
def test_nothing_leaves_the_chart_and_no_texts_touch(
    lines: list[list[int | None]], highlighted: bool, wide: bool
) -> None:
    listed = []
    for number, line in enumerate(lines):
        dated = ", ".join(f"{2000 + 2 * n}: {value}" for n, value in enumerate(line) if value is not None)
        listed.append(f"i{number}: {{label: Label {number}, figures: {{{dated}}}}}")
    made = chart("\n".join(listed), "i0" if highlighted else "")
    drawing = made.draw(SIZE if wide else Size(inches(7.7), inches(3.7)), STYLE, ())
    if drawing.crowding or drawing.rows[0].bottom > drawing.size.height:
        assert len(lines) > 9
        return
    assert faults(drawing, STYLE) == []
    dots = [mark for mark in drawing.marks if isinstance(mark, Dots)]
    assert sum(len(mark.centers) for mark in dots) == sum(value is not None for line in lines for value in line)


def test_the_notes_tell_every_figure() -> None:
    made = chart(THREE)
    assert made.description() == snapshot(
        "Heating of schools fell from 46% in 2010 to 28% in 2025, −18 percentage points (2015: 44%, 2020: 35%); Lighting fell from 21% in 2010 to 7% in 2025, −14 percentage points (2015: 15%, 2020: no figure); Buses rose from 22% in 2015 to 27% in 2020, +5 percentage points"
    )
    assert made.alt_text() == snapshot(
        "Heating of schools fell from 46% in 2010 to 28% in 2025, −18 percentage points; Lighting from 21% to 7%, −14 percentage points; Buses from 22% to 27%, +5 percentage points"
    )


HEAD = f"indicators:{THREE.replace(chr(10), chr(10) + '  ')}"


def test_a_slide_with_figures_by_period_is_a_trend_over_the_whole_slide() -> None:
    text = slide("title: T\nlead: L\nindicators: [heat, light]\nhighlight: heat", HEAD)
    assert text == snapshot("""\
page 1  trend
  title          54,58 852×73
    30 pt  T
  lead           54,138 852×22
    16 pt  L
  chart          54,173 852×288  “Heating of schools fell from 46% in 2010 to 28% in 2025, −18 percentage points; Lighting from 21% to 7%, −14 percentage points”
    line  58,239,643,239 muted
    line  58,239,58,244 muted
    line  253,239,253,244 muted
    line  448,239,448,244 muted
    line  643,239,643,244 muted
    label 40,261 16 pt muted  2010
    label 235,261 16 pt muted  2015
    label 430,261 16 pt muted  2020
    label 625,261 16 pt muted  2025
    path    58,280 87,280 muted dotted
    label 94,285 16 pt muted  no figure
    path    58,142 253,169 primary
    path    253,169 643,206 primary dotted
    dots  3 primary
    path    58,26 253,35 448,77 643,109 accent
    dots  4 accent
    label 653,116 20 pt bold accent-text  28%
    label 700,116 18 pt bold ink  Heating
    label 771,116 18 pt ink  of schools
    label 653,214 20 pt bold primary-text  7%
    label 700,214 18 pt body  Lighting
    label 32,32 16 pt bold accent-text  46%
    label 32,147 16 pt primary-text  21%
    label 32,244 16 pt muted  0%
    label 237,25 16 pt bold accent-text  44%
    label 432,67 16 pt bold accent-text  35%
  notes: Chart: Heating of schools fell from 46% in 2010 to 28% in 2025, −18 percentage points (2015: 44%, 2020: 35%); Lighting fell from 21% in 2010 to 7% in 2025, −14 percentage points (2015: 15%, 2020: no figure)
""")


def test_a_chart_whose_rows_have_no_labels_has_no_place_in_trend(tmp_path: Path) -> None:
    deck = f"title: D\n{HEAD}\nslides:\n  - {{layout: trend, title: T, indicators: [heat], chart: arrows}}\n"
    assert mistakes(deck, tmp_path) == snapshot(
        "deck.yaml:8:58: error: rows of this chart have no place for their labels here [R322 slide-refused]: write chart: trend, or layout: compare-bars for this chart\n"
    )
