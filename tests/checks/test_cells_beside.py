"""A cell whose row is about an indicator because its other cells refer to it, whatever the row is called."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import deck_of, mistakes

HEAD = """
sources: {office: {title: The office}}
periods: {before: "2021", after: "2025"}
indicators:
  liver: {label: Patients waiting for a **liver**, before: 212, after: 180}
  heart: {label: Patients waiting for a **heart**, before: 74, after: 81}
"""


def told(columns: str, row: str, tmp_path: Path) -> str:
    """Return what is told of a table of one row and another that is sound."""
    slide = f"""\
layout: table
title: Waiting
source: office
table:
  columns: [{columns}]
  rows:
    - [{row}]
    - [Heart, "{{heart.before}}", "{{heart.after}}", "{{heart.change}}"]"""
    return mistakes(deck_of(slide, HEAD), tmp_path)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            'Liver, 212, "{liver.after}", "{liver.change}"',
            snapshot(
                "deck.yaml:14:19: warning: “212” is typed here; it is {liver.before} [R361 typed-figure]: write {liver.before}, so that it changes with the figure\n"
            ),
        ),
        (
            'Liver, "{liver.before}", 180, "{liver.change}"',
            snapshot(
                "deck.yaml:14:37: warning: “180” is typed here; it is {liver.after} [R361 typed-figure]: write {liver.after}, so that it changes with the figure\n"
            ),
        ),
        (
            'Liver, 219, "{liver}", "{liver.change}"',
            snapshot(
                "deck.yaml:14:19: error: “219” is said of “liver”, which is 212 → 180 [R362 outdated-figure]: write {liver.before}, or correct the figure under indicators:\n"
            ),
        ),
    ],
)
def test_a_cell_among_references_is_held_to_their_indicator(row: str, expected: str, tmp_path: Path) -> None:
    assert told("Organ, 2021, 2025, Change", row, tmp_path) == expected


@pytest.mark.parametrize(
    ("columns", "row"),
    [
        ("Organ, Deaths in 2021, 2025, Change", 'Liver, 212, "{liver.after}", "{liver.change}"'),
        ("Organ, 2021, Now, Change", 'Liver, 219, "{liver.after}", "{liver.change}"'),
        ("Organ, 2021, 2025, Change", 'Both, 286, "{liver.after}", "{heart.after}"'),
        ("Organ, 2021, 2025, Change", 'Both, 286, "{liver.after} and {heart.after}", –'),
        ("Organ, 2019, 2025, Change", 'Liver, 219, "{liver.after}", "{liver.change}"'),
    ],
)
def test_a_cell_that_may_count_something_else_is_left_alone(columns: str, row: str, tmp_path: Path) -> None:
    assert told(columns, row, tmp_path) == ""
