"""The first slide: the title of the deck, who speaks, and a dot for each member."""

from collections.abc import Mapping

from pydantic import Field

from deckgen.model.content import Content
from deckgen.model.fills import Fill, TextFill
from deckgen.model.slots import Grid, Slot, SlotKind, Variant
from deckgen.model.text import Paragraph, Run
from deckgen.spec.base import FramingSlideSpec, Text, Texts
from deckgen.units import Emu, Rect, inches


class Cover(FramingSlideSpec):
    """The first slide: title and subtitle of the deck, unless the slide has its own.

    Example:
        title: Safe ways to school
        subtitle: What five towns counted, as an illustration
        organisation: Example Road Safety Council
        author: Office for Schools
        url: www.example.org/schools
        date: 2026-09-01
        lang: en-GB

        sources:
          register: {title: Register of schools}

        indicators:
          schools: {label: schools in the count, value: 48}

        slides:
          - layout: cover
            text: "{schools} dots: one for each school"
            indicators: [schools]

    """

    title: Text | None = Field(None, description="in place of the title of the deck")  # type: ignore[assignment]
    subtitle: Text | None = Field(None, description="in place of the subtitle of the deck")
    text: Texts = Field((), description="a note at the foot")

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
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
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        facts = content.facts
        fills: dict[str, Fill] = {}
        title, subtitle = content.title or (Run(facts.title),), content.subtitle or (Run(facts.subtitle),)
        fills["title"] = TextFill((Paragraph(title),))
        if content.subtitle or facts.subtitle:
            fills["subtitle"] = TextFill((Paragraph(subtitle),), "subtitle", below="title", apart=inches(0.41))
        fills |= cls.dots(content)
        if content.text:
            fills["note"] = TextFill(tuple(Paragraph(runs) for runs in content.text), key="text")
        day, address = Run(facts.date_text), Run(facts.url, link=facts.link)
        contact = (day, Run(" | "), address) if day.text and address.text else (day, address)
        if facts.date_text or facts.url:
            fills["contact"] = TextFill((Paragraph(tuple(run for run in contact if run.text)),), key="url")
        return fills
