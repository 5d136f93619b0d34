"""The last slide: thanks, and where more can be read."""

from collections.abc import Mapping

from pydantic import Field

from deckgen.model.deck import Content, DotsFill, Fill, TextFill
from deckgen.model.dots import MOST, undotted
from deckgen.model.slots import Grid, Slot, SlotKind
from deckgen.model.text import Paragraph
from deckgen.spec.base import Refusal, SlideSpec, Text, Texts


class Closing(SlideSpec):
    """The last slide: a word of thanks, a text, and the address of the deck.

    Example:
        title: Briefing on the survey
        url: www.osce.org/cthb
        indicators:
          states: {label: participating States, value: 57}
        slides:
          - layout: closing
            title: Thank you!
            text: Findings of the survey
            indicators: [states]          # a dot for each State

    """

    background = "cover"

    text: Texts = Field((), description="what stands under the title, over the address of the deck")
    indicators: tuple[Text, ...] = Field((), max_length=1, description="an indicator whose count is shown as dots")

    @classmethod
    def slots(cls, grid: Grid, variant: int) -> tuple[Slot, ...]:
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
    def refusal(cls, content: Content) -> Refusal | None:
        """Return why the figure cannot be shown as that many dots."""
        wrong = undotted(content.indicators)
        if wrong is None:
            return None
        return Refusal(f"“{wrong.id}” cannot be shown as dots", f"name a whole count from 1 to {MOST}")

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        facts = content.facts
        fills: dict[str, Fill] = {"title": TextFill((Paragraph(content.title),))}
        contact = [Paragraph(runs) for runs in content.text]
        if facts.url:
            contact.append(Paragraph.plain(facts.url, level=1))
        if contact:
            fills["contact"] = TextFill(tuple(contact), key="text")
        for indicator in content.indicators:
            if indicator.latest:
                fills["dots"] = DotsFill(indicator.latest, indicator.sentence)
        fills["note"] = TextFill((Paragraph.plain(facts.title),))
        return fills
