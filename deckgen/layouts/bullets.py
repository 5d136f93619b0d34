"""Text in paragraphs and bullets, in two levels."""

from collections.abc import Mapping

from pydantic import Field

from deckgen.model.content import Content
from deckgen.model.fills import Fill, TextFill
from deckgen.model.slots import Grid, Slot, SlotKind, Variant, chrome
from deckgen.model.text import Paragraph, plain
from deckgen.spec.base import ContentSlideSpec, Items, Text, Texts
from deckgen.units import in_inches

_MEASURE, _MUCH = 9.6, 500
"""How long a line is, in inches, unless there are more characters than that."""


class Bullets(ContentSlideSpec):
    """Text, bullets and numbered items, in two levels, under a lead.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council

        slides:
          - layout: bullets
            kicker: What helped
            title: Three measures made most of the difference
            lead: An illustration, with invented findings
            bullets:
              - Slower traffic in the streets around schools
              - text: "**Crossings** where children really cross"
                bullets:
                  - Seen from far away, also at night
                  - Close to the gate
              - Adults who walk with the youngest

    """

    needs = (
        frozenset({"bullets"}),
        frozenset({"text"}),
        frozenset({"numbered", "bullets"}),
        frozenset({"numbered", "text"}),
        frozenset({"numbered", "lead"}),
    )
    continues = ("text", "bullets", "numbered")

    lead: Text | None = Field(None, description="a line over the text")
    text: Texts = Field((), description="paragraphs before the bullets")
    bullets: Items = Field((), description="bullets, each perhaps with bullets below it")
    numbered: Items = Field((), description="numbered items after the bullets")

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order."""
        top, height = in_inches(grid.content.y), in_inches(grid.content.height)
        # A longer line is hard to find one's way back on.
        right = max(0.0, in_inches(grid.content.width) - _MEASURE)
        return (
            *chrome(grid),
            Slot("rule", SlotKind.RULE, grid.band(top, 0.03), ("primary",)),
            Slot("lead", SlotKind.TEXT, grid.band(top + 0.17, 0.3), ("key",), lines=1, prompt="Lead"),
            Slot("side", SlotKind.SHAPES, grid.band(top + 0.62, height - 0.62)),
            Slot("room", SlotKind.SHAPES, grid.band(top + 0.3, 0.3, right=right)),
            Slot(
                "body",
                SlotKind.TEXT,
                grid.band(top + 0.62, height - 0.62, right=right),
                ("bullets", "bullets-2"),
                bulleted=True,
                prompt="Text",
            ),
        )

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        much = sum(len(plain(paragraph.runs)) for paragraph in content.paragraphs) > _MUCH
        over: tuple[str, ...] = ("side",) if much else ()
        over += () if content.lead else ("lead" if much else "room",)
        return {
            "title": TextFill((Paragraph(content.title),)),
            "kicker": TextFill((Paragraph(content.kicker),), key="kicker"),
            "lead": TextFill((Paragraph(content.lead),), key="lead"),
            "body": TextFill(content.paragraphs, content.key, over=over),
        }
