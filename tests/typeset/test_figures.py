"""What a chart shows as a table."""

from inline_snapshot import snapshot

from deckgen.typeset.frames import ChartFrame
from tests.builders import deck_of, pages


def table(slide: str, head: str) -> str:
    """Return the figures of the charts of one slide, a line for each row."""
    frames = [frame for frame in pages(deck_of(slide, head)).pages[0].frames if isinstance(frame, ChartFrame)]
    return "\n\n".join("\n".join(" | ".join(row) for row in frame.figures) for frame in frames) + "\n"


def test_bars_have_a_column_for_each_period_and_for_what_is_unconfirmed() -> None:
    head = """
        periods: {before: last year, after: this year}
        indicators:
          a: {label: "**Schools**", before: 23%, after: 39%}
          b: {label: Roads, value: 31%, unconfirmed: 20%}
    """
    assert table("title: T\nchart: before-after\nindicators: [a, b]", head) == snapshot("""\
Indicator | last year | this year | unconfirmed
Schools | 23% | 39% | –
Roads | – | 31% | +20%
""")


def test_figures_of_other_periods_say_so() -> None:
    head = """
        indicators:
          a: {label: Schools, before: 23%, after: 39%, periods: {before: 2015, after: 2025}}
          b: {label: Roads, before: 3%, after: 9%, periods: {before: 2016, after: 2024}}
    """
    assert table("title: T\nchart: before-after\nindicators: [a, b]", head) == snapshot("""\
Indicator | 2015 | 2025
Schools | 23% | 39%
Roads | 3% (2016) | 9% (2024)
""")


def test_lines_have_a_column_for_each_period() -> None:
    head = """
        indicators:
          a: {label: Schools, figures: {2015: 1%, 2018: 2%, 2025: 3%}}
          b: {label: Roads, figures: {2015: 5%, 2025: 4%}}
    """
    assert table("title: T\nchart: trend\nindicators: [a, b]", head) == snapshot("""\
Indicator | 2015 | 2018 | 2025
Schools | 1% | 2% | 3%
Roads | 5% | – | 4%
""")


def test_counts_say_out_of_how_many() -> None:
    head = """
        indicators:
          all: {label: States, value: 57}
          a: {label: Schools, value: 12, of: all}
    """
    assert table("title: T\nchart: count-bars\nindicators: [a]", head) == snapshot("""\
Indicator | out of | figure
Schools | 57 | 12
""")


def test_a_chart_that_powerpoint_does_not_have_is_told_by_its_indicators() -> None:
    head = """
        indicators:
          a: {label: Schools, change: doubled}
          b: {label: Roads, change: 50% increase}
    """
    assert table("title: T\nlayout: multiples\nindicators: [a, b]", head) == snapshot("""\
Indicator | Change
Schools | doubled

Indicator | Change
Roads | 50% increase
""")
