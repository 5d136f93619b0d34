"""Titles of slides, and where they were written."""

from collections.abc import Iterator

from deckgen.checks.base import Checked
from deckgen.model.deck import Slide, Told


def titles(checked: Checked) -> Iterator[tuple[Slide, Told]]:
    """Yield each slide that has a title of its own, with that title."""
    for slide in checked.deck.slides:
        yield from ((slide, told) for told in slide.told if told.key == "title")
