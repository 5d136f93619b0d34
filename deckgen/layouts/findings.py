"""Two to four numbered findings side by side, each with the slides that speak of it."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import BeforeValidator, Field

from deckgen.model.content import Content
from deckgen.model.fills import Fill, TextFill
from deckgen.model.slots import Grid, Slot, SlotKind, Variant, chrome
from deckgen.model.text import Paragraph
from deckgen.model.words import Words
from deckgen.spec.base import ContentSlideSpec, ItemSpec, Shorthand, Text, as_item
from deckgen.units import Emu, Rect, inches


class FindingSpec(ItemSpec):
    """One finding: its text, and the section that speaks of it."""

    section: Text | None = Field(None, description="the section whose slides are named under the finding")


Finding = Annotated[FindingSpec, BeforeValidator(as_item), Shorthand()]


class Findings(ContentSlideSpec):
    """Two to four findings or parts of the deck, numbered, side by side.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council

        slides:
          - layout: findings
            kicker: Overview
            title: The count has three findings
            numbered:
              - More children **walk** than three years ago
              - text: Most schools now have a **safe crossing**
                section: Crossings
              - The **youngest** still need company

          - section: Crossings
            title: Crossings stand where children cross
            text: An illustration, with invented findings

    """

    needs = (frozenset({"numbered"}),)
    variants = (Variant(3), Variant(2), Variant(4))

    numbered: tuple[Finding, ...] = Field(min_length=2, max_length=4, description="the findings, in order")

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order: number, text and slides of each finding."""
        made = []
        for number, column in enumerate(grid.columns(variant.items), start=1):

            def band(y: float, height: float, column: Rect = column) -> Rect:
                return Rect(column.x, Emu(column.y + inches(y)), column.width, inches(height))

            made += [
                Slot(f"rule {number}", SlotKind.RULE, band(0, 0.03), ("primary",)),
                Slot(
                    f"number {number}",
                    SlotKind.TEXT,
                    band(0.14, 1.42),
                    ("statistic",),
                    lines=1,
                    prompt=str(number),
                ),
                Slot(
                    f"finding {number}",
                    SlotKind.TEXT,
                    band(1.62, 2.1),
                    ("finding",),
                    group="findings",
                    prompt="Finding",
                ),
                Slot(f"slides {number}", SlotKind.TEXT, band(3.86, 0.3), ("key",), lines=1, prompt="Slides"),
            ]
        return (*chrome(grid), *made)

    @classmethod
    def variant(cls, content: Content) -> Variant:
        """Return how many findings there are."""
        return Variant(len(content.numbered))

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        fills: dict[str, Fill] = {
            "title": TextFill((Paragraph(content.title),)),
            "kicker": TextFill((Paragraph(content.kicker),), key="kicker"),
        }
        for number, item in enumerate(content.numbered, start=1):
            below = tuple(Paragraph(runs, level=1) for runs in item.items)
            fills[f"number {number}"] = TextFill((Paragraph.plain(str(number)),), key="numbered")
            fills[f"finding {number}"] = TextFill((Paragraph(item.text), *below), key="numbered")
            slides = content.sections.get(item.section)
            if slides:
                fills[f"slides {number}"] = TextFill(
                    (Paragraph.plain(_slides(slides, content.facts.words)),), "numbered"
                )
        return fills


def _slides(numbers: Sequence[int], words: Words) -> str:
    return words.say("slide" if len(numbers) == 1 else "slides", first=numbers[0], last=numbers[-1])
