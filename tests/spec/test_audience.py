"""Columns that are kept for audiences, and the places of what is left."""

from collections.abc import Mapping
from textwrap import dedent
from typing import Annotated

import pytest
from inline_snapshot import snapshot
from pydantic import Field

from deckgen.diagnostics import Span
from deckgen.layouts.closing import Closing
from deckgen.source.yaml import read
from deckgen.spec.audience import kept
from deckgen.spec.base import FOR_WHOM, Items, Names, Spec, Text, Texts
from deckgen.spec.inference import Vocabulary
from deckgen.spec.parse import parse_deck
from tests.builders import NAME, told


class ColumnSpec(Spec):
    """A column of a layout that only the tests have."""

    title: Text | None = Field(None)
    text: Texts = Field(())
    bullets: Items = Field(())
    indicators: tuple[Text, ...] = Field(())
    audience: Names = Field((), description=FOR_WHOM)


class Panels(Closing):
    """A layout that only the tests have."""

    columns: Annotated[tuple[ColumnSpec, ...], Field(min_length=2)]
    highlight: Text | None = Field(None)


HEAD = """
title: D
audiences: [press, others]
indicators: {a: {label: A, value: 1}, b: {label: B, value: 2}}
slides:
  - layout: panels
    title: T
"""


def of(places: Mapping[str, Span], number: int) -> str:
    """Return the line and the column where the title of a column, or its key, stands."""
    span = places[f"columns.{number}.title"]
    return f"{span.line}:{span.column}"


def left(columns: str, audience: str) -> str:
    """Return what is left of a slide for an audience, column by column with the line of its title; or what is told."""
    node, found = read((dedent(HEAD) + columns).encode(), NAME)
    assert node is not None, told(found)
    spec, found = parse_deck(node, Vocabulary({"panels": Panels}, {}))
    assert spec is not None, told(found)
    mine, found = kept(spec, audience)
    placed = mine.spec.slides[0]
    assert isinstance(placed.spec, Panels)
    lines = [
        f"{number} {column.title} ({of(placed.keys, number)} to {of(placed.places, number)}): "
        + ", ".join(map(str, (*column.text, *(item.text for item in column.bullets), *column.indicators)))
        for number, column in enumerate(placed.spec.columns)
    ]
    lines += [f"highlight {placed.spec.highlight}"] if placed.spec.highlight else []
    return "\n".join(lines) + f"\n{told(found)}"


COLUMNS = """\
    columns:
      - title: One
        audience: press
        indicators: [a]
      - title: Two
        text: [x, {text: y, audience: press}]
      - title: Three
        bullets: [x, {text: y, audience: others}]
        indicators: [b]
    highlight: a
"""


def test_a_column_is_kept_for_some_and_the_others_keep_their_places() -> None:
    assert left(COLUMNS, "press") == snapshot("""\
0 One (9:9 to 9:16): a
1 Two (12:9 to 12:16): x, y
2 Three (14:9 to 14:16): x, b
highlight a
""")
    assert left(COLUMNS, "") == snapshot("""\
0 Two (12:9 to 12:16): x
1 Three (14:9 to 14:16): x, b
""")


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (
            "[{title: One, audience: press, text: x}, {title: Two, text: y}]",
            snapshot(
                [
                    "deck.yaml:8:14: error: in the deck for everyone, “columns” keeps 1 of its 2 items, and needs 2 [R343 too-little-left]: leave more of it, or leave the whole slide or column out: write audience: beside its title"
                ]
            ),
        ),
        (
            "[{title: One, text: [{text: x, audience: press}]}, {title: Two, text: y}]",
            snapshot(
                [
                    "deck.yaml:8:34: error: in the deck for everyone, nothing of “text” is left to show in the column [R343 too-little-left]: leave more of it, or leave the whole slide or column out: write audience: beside its title"
                ]
            ),
        ),
        (
            "[{title: One, text: x}, {title: Two, audience: press}, {title: Three, bullets: [{text: x, audience: press}]}]",
            snapshot(
                [
                    "deck.yaml:8:93: error: in the deck for everyone, nothing of “bullets” is left to show in the column [R343 too-little-left]: leave more of it, or leave the whole slide or column out: write audience: beside its title"
                ]
            ),
        ),
    ],
)
def test_too_few_columns_or_an_empty_one_are_told(columns: str, expected: list[str]) -> None:
    told_of = left(f"    columns: {columns}\n", "")
    assert [line for line in told_of.split("\n") if "[R" in line] == expected
