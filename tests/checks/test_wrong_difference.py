"""Columns of a table that are made of two others, and the one row in which they are not."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import deck_of, mistakes


def told(head: str, rows: str, tmp_path: Path, lang: str = "en") -> str:
    """Return what is told of a table that is told of shares, differences, sums and changes."""
    deck = deck_of(f"title: A. B.\ntable: {{columns: [{head}], rows: [{rows}]}}", f"lang: {lang}")
    found = [mistakes(deck, tmp_path, of=name) for name in ("wrong-share", "wrong-difference")]
    return "".join(line.split(": ", 1)[1] for line in "".join(found).splitlines(keepends=True))


def test_a_share_is_likely_wrong_where_two_rows_bear_out_what_it_is_of(tmp_path: Path) -> None:
    head = "Station, Inspected, Faulty, Share"
    rows = "[Harbour, 400, 60, 15%], [Mill Street, 500, 125, 35%], [Upper Town, 350, 35, 10%]"
    assert told(head, rows, tmp_path) == snapshot(
        "warning: “35%” stands here, and the figures of this row come to 25% [R376 wrong-share]: correct the share, or the figures that it is of\n"
    )
    assert told(head, rows.replace("35%", "25%"), tmp_path) == ""
    bare = rows.replace("%", "")
    assert told(head.replace("Share", "Share in %"), bare, tmp_path) == snapshot(
        "warning: “35” stands here, and the figures of this row come to 25% [R376 wrong-share]: correct the share, or the figures that it is of\n"
    )
    assert told(head, bare, tmp_path) == ""


@pytest.mark.parametrize(
    ("lang", "head", "rows"),
    [
        ("en", "Line, Before, After, Change", "[A, 400, 500, +100], [B, 300, 420, +130], [C, 250, 240, −10]"),
        ("en", "Line, Before, After, Change", "[A, 400, 500, 100], [B, 300, 420, 130], [C, 250, 290, 40]"),
        ("en", "Line, Before, After, Change", "[A, 40, 52, 12], [B, 30, 42, 13], [C, 25, 29, 4]"),
        ("en", "Line, Before, After, Change", "[A, 400, 500, +25%], [B, 300, 420, +30%], [C, 250, 240, −4%]"),
        ("en", "Line, Before, After, Change", "[A, 40%, 52%, +12 points], [B, 30%, 42%, +22 points], [C, 25%, 29%, +4 points]"),
        ("en", "Line, Before, After, Change", "[A, 40%, 52%, +12 pp], [B, 30%, 42%, −12 pp], [C, 25%, 29%, +4 pp]"),
        ("en", "Line, Before (%), After (%), Change", "[A, 40, 52, +12], [B, 30, 42, +22], [C, 25, 29, +4]"),
        ("en", "Line, Before, After, Change (%)", "[A, 400, 500, +25], [B, 300, 420, +30], [C, 250, 240, -4]"),
        ("en", "Line, Women, Men, All", "[A, 412, 388, 800], [B, 267, 301, 586], [C, 118, 122, 240]"),
        ("en", "Line, Total, Women, Men", "[A, 800, 412, 388], [B, 586, 267, 301], [C, 240, 118, 122]"),
        ("en", "Line, Planned, Spent, Left", "[A, €800, €650, €150], [B, €500, €480, €30], [C, €240, €200, €40]"),
        ("de", "Linie, Vorher, Nachher, Veränderung", "[A, 40, 52, 12], [B, 30, 42, 13], [C, 25, 29, 4]"),
        ("fr", "Ligne, Avant, Après, Évolution", "[A, 400, 500, +25 %], [B, 300, 420, +30 %], [C, 250, 240, −4 %]"),
    ],
)  # fmt: skip
def test_the_one_row_that_is_not_as_the_others_is_told(lang: str, head: str, rows: str, tmp_path: Path) -> None:
    assert told(head, rows, tmp_path, lang).count("wrong-difference") == 1


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("Line, Before, After, Change", "[A, 400, 500, +100], [B, 300, 420, +120], [C, 250, 240, −10]"),
        # By chance: small figures that nothing calls a change.
        ("School, Rooms, Teachers, Buses", "[A, 4, 7, 3], [B, 5, 7, 2], [C, 6, 9, 5]"),
        # As they are rounded.
        ("Line, Before, After, Change", "[A, 40%, 52%, +12 points], [B, 30%, 42%, +13 points], [C, 25%, 29%, +4 points]"),
        ("Line, Before, After, Change", "[A, 3.1, 4.2, +1.1], [B, 5.0, 6.4, +1.5], [C, 2.2, 2.8, +0.6]"),
        ("Line, Before, After, Change", "[A, 400, 500, +25%], [B, 300, 423, +40%], [C, 250, 240, −4%]"),
        # What is no figure of its own.
        ("Line, Before, After, Change", "[A, 400, 500, +100], [B, 300, 420, –], [C, 250, 240, −10]"),
        ("Line, Before, After, Change", "[A, 400, 500, +100], [B, 300, 420, >100], [C, 250, 240, −10]"),
        # Two rows that differ: the column is something else.
        ("Line, Before, After, Change", "[A, 400, 500, 100], [B, 300, 420, 130], [C, 250, 240, 60], [D, 100, 200, 100]"),
        ("Line, One, Other, Points", "[A, 400, 500, 100], [B, 300, 300, 130]"),
    ],
)  # fmt: skip
def test_what_may_be_so_is_left_alone(head: str, rows: str, tmp_path: Path) -> None:
    assert told(head, rows, tmp_path) == ""


def test_what_the_row_comes_to_is_said_as_the_cell_is_written(tmp_path: Path) -> None:
    rows = "[A, 400, 500, +25%], [B, 300, 420, +30%], [C, 250, 240, −4%]"
    assert told("Line, Before, After, Change", rows, tmp_path) == snapshot(
        "warning: “+30%” stands here, and the figures of this row come to +40% [R387 wrong-difference]: correct the figure, or those that it is made of\n"
    )
    rows = "[A, 1400, 1500, +100], [B, 1300, 1080, +220], [C, 250, 240, −10]"
    assert told("Line, Before, After, Change", rows, tmp_path) == snapshot(
        "warning: “+220” stands here, and the figures of this row come to −220 [R387 wrong-difference]: correct the figure, or those that it is made of\n"
    )


@pytest.mark.parametrize(
    ("lang", "headings"),
    [
        ("en", "District, Toilets, Repairs, Repairs per toilet"),
        ("de", "Bezirk, Toiletten, Reparaturen, Reparaturen je Toilette"),
        ("fr", "Quartier, Toilettes, Réparations, Réparations par toilette"),
        ("es", "Distrito, Aseos, Reparaciones, Reparaciones por aseo"),
        ("it", "Quartiere, Bagni, Riparazioni, Riparazioni per bagno"),
        ("ru", "Район, Туалеты, Ремонты, Ремонты на туалет"),
    ],
)
def test_one_column_by_another(lang: str, headings: str, tmp_path: Path) -> None:
    rows = "[[A, 20, 60, 3], [B, 35, 70, MEAN], [C, 25, 25, 1], [D, 30, 40, '1,3']]"
    slide = f"title: A. B.\nsource: desk\ntable:\n  columns: [{headings}]\n  rows: {rows}"
    head = f"lang: {lang}\nsources: {{desk: {{title: The desk}}}}\n"
    slide = slide.replace("1,3", "1.3" if lang == "en" else "1,3")
    found = mistakes(deck_of(slide.replace("MEAN", "3"), head), tmp_path, of="wrong-difference")
    assert "“3” stands here, and the figures of this row come to 2" in found
    assert mistakes(deck_of(slide.replace("MEAN", "2"), head), tmp_path, of="wrong-difference") == ""
