"""No text is ever set smaller than the smallest size that the theme has for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen import pipeline
from deckgen.model.drawing import Label
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import ChartFrame, Frame, NativeChartFrame, SetParagraph, TableFrame, TextFrame
from tests.builders import ROOT, theme

DECKS = sorted((*ROOT.glob("content/*.yaml"), *ROOT.glob("tests/decks/*/deck.yaml")))
CROWDED = "".join(
    f"  - {{title: {'T' * 9} {'word ' * words}, lead: {'word ' * words}, {key}}}\n"
    for words in (3, 30, 300)
    for key in (
        f"text: {'word ' * 900}",
        f"bullets: [{', '.join(['word ' * 90] * 12)}]",
        f"table: {{columns: [A, B], rows: [{', '.join(['[word word, 12]'] * 40)}]}}",
        "indicators: [a, b, c, d, e, f, g, h, i, j, k, l]",
    )
)


def sizes(frame: Frame, of: Theme) -> Iterator[tuple[float, float]]:
    """Yield the size of each text of a frame, and the smallest that it may have."""
    if isinstance(frame, TextFrame):
        yield from (_of(paragraph, of) for paragraph in frame.paragraphs)
    elif isinstance(frame, TableFrame):
        cells = (cell for row in frame.rows for cell in row.cells)
        yield from (_of(paragraph, of) for cell in cells for paragraph in cell.paragraphs)
    elif isinstance(frame, ChartFrame):
        least = min(of.styles[name].sizes[-1] for name in ("chart-value", "chart-key", "category"))
        yield from ((mark.size, least) for mark in frame.drawing.marks if isinstance(mark, Label))
    elif isinstance(frame, NativeChartFrame):
        least = min(of.styles[name].sizes[-1] for name in ("chart-value", "chart-key", "category"))
        yield from ((size, least) for size in (frame.chart.values, frame.chart.keys, frame.chart.categories))


def _of(paragraph: SetParagraph, of: Theme) -> tuple[float, float]:
    return paragraph.size, of.styles[paragraph.style].sizes[-1]


def too_small(file: Path, wanted: pipeline.Wanted) -> list[tuple[str, float, float]]:
    """Return the texts of a deck that are smaller than the smallest size of their style."""
    pages, made, _ = pipeline.pages_of(file, wanted)
    assert pages
    assert made
    found = [
        (frame.name, size, least) for page in pages.pages for frame in page.frames for size, least in sizes(frame, made)
    ]
    assert found
    return [one for one in found if one[1] < one[2]]


@pytest.mark.parametrize("scale", ["normal", "large"])
@pytest.mark.parametrize("file", DECKS, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_text_of_our_decks_is_smaller_than_the_smallest_of_its_sizes(file: Path, scale: str) -> None:
    assert too_small(file, pipeline.Wanted(scale=scale)) == []


@pytest.mark.parametrize("overflow", ["shrink", "continue", "error"])
@pytest.mark.parametrize("native", [False, True])
def test_nor_is_one_of_a_deck_that_says_far_too_much(overflow: str, native: bool, tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    indicators = "".join(f"  {name}: {{label: {'word ' * 20}, before: 2%, after: 3%}}\n" for name in "abcdefghijkl")
    file.write_text(f"title: D\noverflow: {overflow}\nindicators:\n{indicators}slides:\n{CROWDED}")
    assert too_small(file, pipeline.Wanted(native=native)) == []


def test_no_size_of_a_theme_is_smaller_than_twelve_points() -> None:
    assert min(style.sizes[-1] for style in theme().styles.values()) == 12
