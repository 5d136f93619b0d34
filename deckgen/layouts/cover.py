"""The first slide: the title of the deck, who speaks, and a dot for each member."""

from collections.abc import Mapping

from pydantic import Field

from deckgen.model.deck import Content, DotsFill, Fill, TextFill
from deckgen.model.dots import MOST, undotted
from deckgen.model.slots import Grid, Slot, SlotKind
from deckgen.model.text import Paragraph, Run
from deckgen.spec.base import Refusal, SlideSpec, Text, Texts
from deckgen.units import Emu, Rect, inches


class Cover(SlideSpec):
    """The first slide: title and subtitle of the deck, unless the slide has its own.

    Example:
        title: Briefing on the survey
        subtitle: What 57 States report
        organisation: OSCE
        date: 2026-07-18
        indicators:
          states: {label: participating States, value: 57}
        slides:
          - layout: cover
            text: "{states} dots: one for each participating State"
            indicators: [states]

    """

    background = "cover"

    title: Text | None = Field(None, description="in place of the title of the deck")  # type: ignore[assignment]
    subtitle: Text | None = Field(None, description="in place of the subtitle of the deck")
    text: Texts = Field((), description="a note at the foot")
    indicators: tuple[Text, ...] = Field((), max_length=1, description="an indicator whose count is shown as dots")

    @classmethod
    def slots(cls, grid: Grid, variant: int) -> tuple[Slot, ...]:
        """Return the slots in reading order."""
        half = inches(6)
        right = Rect(Emu(grid.content.right - half), inches(6.83), half, inches(0.3))
        return (
            Slot("wordmark", SlotKind.WORDMARK, grid.band(0.55, 0.5), ("wordmark", "wordmark-author")),
            Slot("title", SlotKind.COVER_TITLE, grid.band(1.6, 1.7), ("cover-title",), lines=2, prompt="Title"),
            Slot(
                "subtitle",
                SlotKind.SUBTITLE,
                grid.band(3.38, 0.9),
                ("cover-subtitle",),
                lines=2,
                prompt="Subtitle",
            ),
            Slot("dots", SlotKind.SHAPES, grid.band(4.52, 1.68)),
            Slot("rule", SlotKind.RULE, grid.band(6.716, 0.012), ("cover-rule",)),
            Slot("note", SlotKind.TEXT, grid.band(6.83, 0.3, right=6.1), ("cover-note",), lines=1, prompt="Note"),
            Slot("contact", SlotKind.TEXT, right, ("cover-contact",), lines=1, right=True, prompt="Date and address"),
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
        fills: dict[str, Fill] = {}
        title, subtitle = content.title or (Run(facts.title),), content.subtitle or (Run(facts.subtitle),)
        fills["title"] = TextFill((Paragraph(title),))
        if content.subtitle or facts.subtitle:
            fills["subtitle"] = TextFill((Paragraph(subtitle),), key="subtitle")
        for indicator in content.indicators:
            if indicator.latest:
                fills["dots"] = DotsFill(indicator.latest, indicator.sentence)
        if content.text:
            fills["note"] = TextFill(tuple(Paragraph(runs) for runs in content.text), key="text")
        contact = " | ".join(part for part in (facts.date_text, facts.url) if part)
        if contact:
            fills["contact"] = TextFill((Paragraph.plain(contact),))
        return fills
