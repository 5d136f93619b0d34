"""Charts as the tables that PowerPoint draws its own charts from."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from inline_snapshot import snapshot

from deckgen.charts.before_after import BeforeAfter, BeforeAfterChart
from deckgen.model.chart_data import ChartData
from deckgen.model.figures import Figure, Indicator
from deckgen.model.text import Run
from deckgen.plot.native import Part, cell, lines, number_format, stacked
from tests.builders import indicators
from tests.charts.test_before_after import words

PERIODS = "periods: {before: previous survey, after: this survey}"


def chart(text: str, highlight: str = "", *, standing: bool = False, more: str = PERIODS) -> BeforeAfterChart:
    made = BeforeAfter.model_construct(direction="vertical" if standing else "horizontal")
    drawn = made.chart(tuple(indicators(text, more).values()), highlight, words())
    assert isinstance(drawn, BeforeAfterChart)
    return drawn


def table(data: ChartData | None) -> str:
    """Return a chart as the sheet behind it, colours and names of points in brackets."""
    assert data is not None
    lines = [f"{data.kind.value}, to {data.maximum}" if data.maximum else data.kind.value]
    for number, name in enumerate(data.categories):
        parts = [name, *(data.notes[number] if data.notes else ())]
        for series in data.series:
            point, one, more = series.point(number), series.cells[number], series.more(number)
            said = f"{one.value} as {one.number_format}" if one else "–"
            said += f" and {more.value} as {more.number_format}" if more else ""
            own = " ".join(filter(None, (point.color or series.color, point.name)))
            parts.append(f"{said} [{own}]")
        lines.append(" | ".join(parts))
    return "\n".join((" | ".join(("", *(series.name for series in data.series))), *lines)) + "\n"


def test_pairs_are_two_columns_and_what_is_unconfirmed_comes_on_top() -> None:
    made = chart(
        """
        activities: {label: "**Criminal** activities", before: 47%, after: 63%}
        marriage: {label: Sham marriage, before: 23%, after: 39%}
        abuse: {label: Online abuse, value: 56%, new: true}
        disabilities: {label: Disabilities, value: 31%, unconfirmed: 20%}
        """,
        highlight="abuse",
    )
    assert table(made.data()) == snapshot("""\
 | previous survey | this survey
bar, to 0.7875
Criminal activities | 0.47 as 0% [before previous survey] | 0.63 as 0% [primary this survey]
Sham marriage | 0.23 as 0% [before] | 0.39 as 0% [primary]
Online abuse | – [before] | 0.56 as 0% [accent]
Disabilities | – [before] | 0.31 as 0% and 0.2 as "+"0% [primary]
""")


def test_a_share_or_a_count_out_of_a_total_has_a_track_to_the_whole() -> None:
    counts = """
        all: {label: States, value: 57}
        inspectors: {label: Inspectors, value: 2, of: all}
        barriers: {label: Barriers, value: 31, of: all}
    """
    made = BeforeAfter().chart(tuple(indicators(counts).values())[1:], "", words())
    assert isinstance(made, BeforeAfterChart)
    assert table(made.data()) == snapshot("""\
 | out of | figure
bar, to 57
Barriers | 57 as 0 [track] | 31 as 0 [primary]
Inspectors | 57 as 0 [track] | 2 as 0 [primary]
""")
    assert table(chart("one: {label: One, value: 97.5%}", more="").data()) == snapshot("""\
 | out of | figure
bar, to 1
One | 1 as 0% [track] | 0.975 as 0.0% [primary]
""")


def test_columns_say_notes_and_changes_under_their_names() -> None:
    made = chart(
        """
        marriage: {label: Sham marriage, note: in all States, before: 23%, after: 39%}
        abuse: {label: Online abuse, value: 56%, new: true}
        """,
        standing=True,
    )
    assert table(made.data()) == snapshot("""\
 | previous survey | this survey
column
Sham marriage | in all States | +16\xa0pp | 0.23 as 0% [before] | 0.39 as 0% [primary]
Online abuse | NEW | – [before] | 0.56 as 0% [primary]
""")


def test_rows_of_other_periods_name_them_but_columns_cannot() -> None:
    text = """
        one: {label: One, before: 2, after: 4}
        two: {label: Two, before: 1, after: 3, periods: {before: "2015"}}
    """
    assert table(chart(text).data()) == snapshot("""\
 | previous survey | this survey
bar
One | 2 as 0 [before previous survey] | 4 as 0 [primary this survey]
Two | 1 as 0 [before 2015] | 3 as 0 [primary this survey]
""")
    assert chart(text, standing=True).data() is None


def test_columns_cannot_show_what_is_unconfirmed() -> None:
    assert chart("one: {label: One, value: 31%, unconfirmed: 20%}", standing=True).data() is None


@pytest.mark.parametrize(
    ("figure", "lang", "expected"),
    [
        ("39%", "en", "0% 0.39"),
        ("38.5%", "de", '0.0"\u00a0"% 0.385'),
        ("39%", "fr", '0"\u00a0"% 0.39'),
        ("14", "en", "0 14"),
        ("23456", "en", "#,##0 23456"),
        ("1234.5", "ru", "#,##0.0 1234.5"),
        ("€3.2 bn", "en", '"€"0.0"\u00a0bn" 3.2'),
        ("€3.2 bn", "fr", '0.0"\u00a0Md\u00a0€" 3.2'),
    ],
)
def test_the_number_format_shows_what_the_slide_does(figure: str, lang: str, expected: str) -> None:
    of = _figure(f"'{figure}'", lang)
    made = cell(of)
    assert made is not None
    assert f"{number_format(of)} {made.value}" == expected


def _figure(written: str, lang: str = "en") -> Figure:
    made = indicators(f"one: {{label: One, value: {written}}}", f"lang: {lang}")["one"].latest
    assert made is not None
    return made


def _figures(texts: Sequence[str]) -> tuple[Figure, ...]:
    return tuple(_figure(text) for text in texts)


def test_lines_and_parts_are_tables_too() -> None:
    men = Part("men", _figures(["40%", "45%"]), "before", "muted")
    women = Part("women", _figures(["60%", "55%"]))
    made = lines(("2015", "2021"), (women, men))
    assert table(made) == snapshot("""\
 | women | men
line
2015 | 0.6 as 0% [primary] | 0.4 as 0% [before]
2021 | 0.55 as 0% [primary] | 0.45 as 0% [before]
""")
    assert [series.only for series in made.series] == [(1,), (1,)]
    assert lines(("2015", "2021"), (women,)).series[0].only == ()
    rows = ((Run("Cases"),), (Run("Victims"),))
    assert table(stacked(rows, (women, men), Decimal(1))) == snapshot("""\
 | women | men
stacked, to 1
Cases | 0.6 as 0% [primary] | 0.4 as 0% [before]
Victims | 0.55 as 0% [primary] | 0.45 as 0% [before]
""")


def test_a_kind_that_powerpoint_does_not_have_has_no_table() -> None:
    from deckgen.plot.telling import IndicatorChart

    assert IndicatorChart((Indicator("one", (Run("One"),)),), "", words()).data() is None
