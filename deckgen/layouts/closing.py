"""The last slide: thanks, and where more can be read."""

from collections.abc import Mapping

from pydantic import Field

from deckgen.model.content import Content
from deckgen.model.fills import Fill, TextFill
from deckgen.model.slots import Grid, Slot, SlotKind, Variant
from deckgen.model.text import Paragraph, Run
from deckgen.spec.base import FramingSlideSpec, Texts


class Closing(FramingSlideSpec):
    """The last slide: a word of thanks, a text, and the address of the deck.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council
        author: Office for Schools
        url: www.example.org/schools

        slides:
          - layout: closing
            title: Thank you!
            text: An illustration, with invented figures

    """

    text: Texts = Field((), description="what stands under the title, over the address of the deck")

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order."""
        return (
            Slot("wordmark", SlotKind.WORDMARK, grid.band(0.55, 0.5), ("wordmark", "wordmark-author")),
            Slot(
                "title",
                SlotKind.COVER_TITLE,
                grid.band(1.6, 1.2),
                ("closing-title",),
                lines=1,
                prompt="Thank you",
            ),
            Slot("contact", SlotKind.TEXT, grid.band(2.98, 1.25), ("closing-text", "closing-url"), prompt="Contact"),
            Slot("dots", SlotKind.SHAPES, grid.band(4.52, 1.68)),
            Slot("rule", SlotKind.RULE, grid.band(6.716, 0.012), ("cover-rule",)),
            Slot("note", SlotKind.TEXT, grid.band(6.83, 0.3), ("cover-note",), lines=1, prompt="Title of the deck"),
        )

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        facts = content.facts
        fills: dict[str, Fill] = {"title": TextFill((Paragraph(content.title),))}
        contact = [Paragraph(runs) for runs in content.text]
        if facts.url:
            contact.append(Paragraph((Run(facts.url, link=facts.link),), level=1))
        if contact:
            fills["contact"] = TextFill(tuple(contact), key="text")
        fills |= cls.dots(content)
        fills["note"] = TextFill((Paragraph.plain(facts.title),), key="deck title")
        return fills
