"""How PowerPoint's own charts stand in their frames: bars meet the texts beside them, labels have room."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from deckgen.typeset.frames import NativeChart
from deckgen.typeset.native_chart import native_chart
from deckgen.typeset.style import chart_style
from deckgen.units import Emu, Size, inches, points
from tests.builders import mistakes, theme
from tests.charts.test_native import chart

SIZE, STYLE = Size(inches(6), inches(3)), chart_style(theme())
MIXED = """
    activities: {label: Criminal activities, before: 47%, after: 63%}
    abuse: {label: Online abuse, value: 56%, new: true}
    disabilities: {label: Disabilities, value: 31%, unconfirmed: 20%}
"""


def placed(text: str, *, beside: tuple[Emu, ...] = (), standing: bool = False) -> NativeChart:
    data = chart(text, standing=standing).data()
    assert data is not None
    return native_chart(data, SIZE, STYLE, beside)


def bands(made: NativeChart) -> int:
    return made.plot.height // len(made.data.categories)


def test_rows_stand_where_powerpoint_draws_their_bars() -> None:
    made = placed(MIXED)
    band, slots = bands(made), 2
    # 21.2.2.75 and 21.2.2.131: gap and overlap are per cents of a bar.
    thickness = band / (slots - (slots - 1) * made.overlap / 100 + made.gap / 100)
    assert made.thickness == pytest.approx(thickness, abs=2)
    first = band * made.gap / 100 / 2 / (band / thickness)
    pair, single, _ = made.drawing.rows
    assert (pair.top, pair.bottom) == pytest.approx((first, band - first), abs=200)
    assert pair.mark == pytest.approx(band - first - thickness / 2, abs=200)
    assert single.mark == pytest.approx(2 * band - first - thickness / 2, abs=200)


def test_a_text_taller_than_its_bar_stays_within_its_band() -> None:
    tall = points(66)
    made = placed(MIXED, beside=(tall, tall, tall))
    for number, row in enumerate(made.drawing.rows):
        middle = (row.top + row.bottom) / 2
        assert middle - tall / 2 >= bands(made) * number - 2
        assert middle + tall / 2 <= bands(made) * (number + 1) + 2


def test_a_rule_between_groups_stands_between_their_bars() -> None:
    made = placed(MIXED)
    (rule,) = made.drawing.separators
    pair, single, _ = made.drawing.rows
    assert pair.bottom < rule < single.top


def test_the_longest_bar_leaves_room_for_its_label() -> None:
    made = placed("one: {label: One, before: 40%, after: 50%}")
    label = STYLE.measure("50%", STYLE.value, True) + STYLE.measure("this survey", STYLE.key, False)
    assert made.data.maximum is None
    assert made.plot.width + label < SIZE.width
    assert made.drawing.crowding == 0


def test_a_scale_that_is_set_leaves_figures_room_to_grow() -> None:
    assert str(placed(MIXED).data.maximum) == "0.7875"


def test_columns_leave_room_for_their_names_and_the_legend() -> None:
    made = placed("one: {label: One, before: 40%, after: 50%}", standing=True)
    assert made.legend is not None
    assert made.plot.y > made.legend.height
    assert made.plot.bottom < SIZE.height - points(STYLE.category[0] * 2)


def test_figures_side_by_side_that_would_meet_are_told() -> None:
    four = "".join(f"    i{n}: {{label: I, before: 1{n}23456, after: 2{n}23456}}\n" for n in range(4))
    assert placed(four, standing=True).drawing.crowding > 0


def test_too_many_rows_and_names_too_wide_are_told(tmp_path: Path) -> None:
    many = "\n".join(f"  i{number}: {{label: Row {number}, before: 1, after: 2}}" for number in range(14))
    names = ", ".join(f"i{number}" for number in range(14))
    deck = f"""title: A deck
indicators:
{many}
  long: {{label: {"A" * 60}, before: 1, after: 2}}
slides:
  - {{title: Many, chart: {{native: true}}, indicators: [{names}]}}
  - {{title: Wide, chart: {{native: true, direction: vertical}}, indicators: [long, i1, i2, i3]}}
"""
    assert mistakes(deck, tmp_path) == snapshot("""\
deck.yaml:17:17: error: the texts of the chart of slide 2 “Wide” are 433 points too wide [T402 chart-overflow]: use shorter labels, units or periods, or show fewer indicators
deck.yaml:19:54: error: lying bars have room for 12 indicators, found 14 [R310 chart-refused]: show those that carry the finding, or make two slides
""")
