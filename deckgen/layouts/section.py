"""The slide that opens a section."""

import re
from collections.abc import Mapping

from pydantic import Field

from deckgen.model.content import Content
from deckgen.model.fills import Fill, TextFill
from deckgen.model.slots import Grid, Slot, SlotKind, Variant
from deckgen.model.text import Paragraph
from deckgen.spec.base import SlideSpec, Texts
from deckgen.units import inches

_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})?[a-z]?)[.):]?(?=\s|$)")
"""The number that the name of a section begins with: 1, 2a), 3.1."""


class Section(SlideSpec):
    """The slide that opens a section: its number, its title and perhaps a text.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council

        slides:
          - layout: section
            section: 2 What helped
            title: What helped
            text: An illustration, with invented findings

    """

    background = "cover"

    text: Texts = Field((), description="what the section is about, under the title")

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order."""
        return (
            Slot("title", SlotKind.TITLE, grid.band(3.1, 1.6), ("section-title",), lines=2, prompt="Title"),
            Slot("section-number", SlotKind.TEXT, grid.band(1.6, 1.42), ("section-number",), lines=1, prompt="Number"),
            Slot("body", SlotKind.TEXT, grid.band(4.86, 1.6, right=2.333), ("section-text",), prompt="Text"),
            Slot("tracker", SlotKind.TRACKER, grid.band(6.955, 0.05), ("cover-ink", "cover-rule")),
        )

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        number = _NUMBER.match(content.section)
        fills: dict[str, Fill] = {"title": TextFill((Paragraph(content.title),))}
        if number:
            fills["section-number"] = TextFill((Paragraph.plain(number[1]),), key="section")
        text = tuple(Paragraph(runs) for runs in content.text)
        fills["body"] = TextFill(text, "text", below="title", apart=inches(0.3))
        return fills
