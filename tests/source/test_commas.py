"""Numbers in brackets whose comma ends the value there."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import mistakes

SLIDES = "slides: [{layout: cover}]\n"


def of_figures(figures: str, tmp_path: Path) -> str:
    return mistakes(f"title: A deck\nindicators:\n  a: {{label: A, {figures}}}\n{SLIDES}", tmp_path)


def test_a_comma_that_ends_a_figure_is_told_at_its_first_digit(tmp_path: Path) -> None:
    assert of_figures("figures: {2019: 8400, 2022: 10,800, 2025: 12600}", tmp_path) == snapshot(
        'deck.yaml:3:45: error: a comma ends the value in brackets: “10,800” is read as 10 [S127 comma-in-number]: write 10800, or "10,800" in quotation marks where a text is meant\n'
    )
    assert of_figures("before: 1,200, after: 1,000,000", tmp_path) == snapshot("""\
deck.yaml:3:25: error: a comma ends the value in brackets: “1,200” is read as 1 [S127 comma-in-number]: write 1200, or "1,200" in quotation marks where a text is meant
deck.yaml:3:39: error: a comma ends the value in brackets: “1,000,000” is read as 1 [S127 comma-in-number]: write 1000000, or "1,000,000" in quotation marks where a text is meant
""")
    assert of_figures("before: €3,5 bn, after: €4 bn", tmp_path) == snapshot(
        'deck.yaml:3:26: error: a comma ends the value in brackets: “3,5” is read as 3 [S127 comma-in-number]: write €3.5 bn, or "€3,5 bn" in quotation marks where a text is meant\n'
    )
    assert of_figures("value: 1,200 km", tmp_path) == snapshot(
        'deck.yaml:3:24: error: a comma ends the value in brackets: “1,200” is read as 1 [S127 comma-in-number]: write 1200 km, or "1,200 km" in quotation marks where a text is meant\n'
    )
    assert of_figures("before: 8,400, after: 10,400", tmp_path).count("comma-in-number") == 2


def test_a_text_is_told_with_its_quotation_marks(tmp_path: Path) -> None:
    deck = "title: A deck\nslides:\n  - title: B\n    bullets:\n      - {text: More than 1,200 people came}\n"
    assert mistakes(deck, tmp_path) == snapshot(
        'deck.yaml:5:26: error: a comma ends the value in brackets: “1,200” is read as 1 [S127 comma-in-number]: write "More than 1,200 people came" in quotation marks\n'
    )


@pytest.mark.parametrize(
    "figures",
    [
        "figures: {2019: 8400,2022: 10800,2025: 12600}",
        "figures: {2019: 8400, 2022: 10800,}",
        "value: 1200, note: '1,200'",
        'value: 1200, note: "1,200"',
    ],
)
def test_other_commas_are_left_alone(figures: str, tmp_path: Path) -> None:
    assert of_figures(figures, tmp_path) == ""


def test_a_key_behind_a_space_is_no_number(tmp_path: Path) -> None:
    assert "comma-in-number" not in of_figures("figures: {2019: 8400, 2022: 10, 800}", tmp_path)


def of_row(row: str, tmp_path: Path) -> str:
    table = f"{{columns: [Area, Cases, Share], rows: [[South, 120, 30], {row}]}}"
    return mistakes(f"title: A deck\nslides:\n  - title: B\n    table: {table}\n", tmp_path)


def test_a_row_with_a_cell_too_many_is_told_at_the_number_that_is_two(tmp_path: Path) -> None:
    assert of_row("[North, 1,200, 30]", tmp_path) == snapshot(
        'deck.yaml:4:77: error: a comma ends the cell within a number: this row has 4 cells, the table has 3 columns [R350 uneven-row]: put it in quotation marks: "1,200"\n'
    )
    assert of_row("[North, about 1,200 cases, 3,5]", tmp_path) == snapshot(
        """\
deck.yaml:4:83: error: a comma ends the cell within a number: this row has 5 cells, the table has 3 columns [R350 uneven-row]: put it in quotation marks: "about 1,200 cases"
deck.yaml:4:96: error: a comma ends the cell within a number: this row has 5 cells, the table has 3 columns [R350 uneven-row]: put it in quotation marks: "3,5"
"""
    )
    assert of_row("[North, 1,000,000, 2,500]", tmp_path) == snapshot("""\
deck.yaml:4:77: error: a comma ends the cell within a number: this row has 6 cells, the table has 3 columns [R350 uneven-row]: put it in quotation marks: "1,000,000"
deck.yaml:4:88: error: a comma ends the cell within a number: this row has 6 cells, the table has 3 columns [R350 uneven-row]: put it in quotation marks: "2,500"
""")
    assert of_row("[North, 120, 3,5]", tmp_path) == snapshot(
        'deck.yaml:4:82: error: a comma ends the cell within a number: this row has 4 cells, the table has 3 columns [R350 uneven-row]: put it in quotation marks: "3,5"\n'
    )
    assert of_row("[North,120,30]", tmp_path) == ""
    assert of_row('[North, "1,200", 30]', tmp_path) == ""


def test_where_it_may_be_any_comma_the_row_is_told(tmp_path: Path) -> None:
    assert of_row("[North,120,200,300]", tmp_path) == snapshot(
        'deck.yaml:4:70: error: this row has 4 cells, the table has 3 columns [R350 uneven-row]: a cell with a comma needs quotation marks: "1,200"\n'
    )
    assert of_row("[North, 12, 200, 30]", tmp_path) == snapshot(
        'deck.yaml:4:70: error: this row has 4 cells, the table has 3 columns [R350 uneven-row]: a cell with a comma needs quotation marks: "1,200"\n'
    )
