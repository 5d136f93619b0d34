"""How things stand on the left, what is to be done on the right, numbered."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pydantic import Field

from deckgen.model.content import Content, Part
from deckgen.model.fills import Fill, TextFill
from deckgen.model.slots import Anchor, Grid, Slot, SlotKind, Variant, chrome
from deckgen.model.text import Paragraph
from deckgen.spec.base import FOR_WHOM, ContentSlideSpec, Items, Names, Refusal, Spec, Text, Texts
from deckgen.units import Emu, Rect, in_inches, inches

_LEFT, _GUTTER, _NUMBER = inches(4.6), inches(0.75), inches(0.95)
_TOP, _TALLEST = 0.5, 1.6
"""Where the actions begin under the rule, and how tall one is at most, in inches."""


class ColumnSpec(Spec):
    """One of the two columns: on the left a text, on the right the actions."""

    title: Text | None = Field(None, description="the heading of the column")
    text: Texts = Field((), description="left: paragraphs, how things stand")
    bullets: Items = Field((), description="left: bullets under the paragraphs")
    numbered: Items = Field((), description="right: 2 to 4 actions, in order")
    audience: Names = Field((), description=FOR_WHOM)


class TextAndActions(ContentSlideSpec):
    """How things stand on the left, and two to four numbered actions on the right.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council

        slides:
          - layout: text-and-actions
            kicker: Conclusions
            title: The way to school is safer; three things are still to be done
            columns:
              - title: Where towns stand
                text:
                  - "**More children walk** than three years ago"
                  - Most schools have a **safe crossing**, but few of them are lit
              - title: What towns can do next
                numbered:
                  - "**Light** the crossings in winter"
                  - Slow down **traffic** around schools
                  - Find adults who walk with the **youngest**

    """

    variants = (Variant(3), Variant(2), Variant(4))

    columns: tuple[ColumnSpec, ...] = Field(
        min_length=2, max_length=2, description="two columns: first how things stand, then the actions"
    )

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order: the text, then number and text of each action."""
        area = grid.content
        left = replace(area, width=_LEFT)
        start = Emu(area.x + _LEFT + _GUTTER)
        right = replace(area, x=start, width=Emu(area.right - start))
        tall = in_inches(area.height)
        return (
            *chrome(grid),
            Slot("rule 1", SlotKind.RULE, _band(left, 0, 0.03), ("primary",)),
            Slot("heading 1", SlotKind.TEXT, _band(left, 0.15, 0.3), ("heading",), lines=1, prompt="Heading"),
            Slot("body", SlotKind.TEXT, _band(left, 0.62, tall - 0.62), ("aside", "fine-print"), prompt="Text"),
            Slot("rule 2", SlotKind.RULE, _band(right, 0, 0.03), ("accent",)),
            Slot("heading 2", SlotKind.TEXT, _band(right, 0.15, 0.3), ("heading",), lines=1, prompt="Heading"),
            *_actions(right, min(_TALLEST, (tall - _TOP) / variant.items), variant.items),
        )

    @classmethod
    def refusal(cls, content: Content) -> Refusal | None:
        """Return why the columns are no text and actions."""
        if len(content.columns) != 2:
            return None
        left, right = content.columns
        if left.numbered or not left.paragraphs:
            message = "the first column says how things stand: in text or bullets, without numbered"
            return Refusal(message, "write numbered under the second column", "columns.0")
        if right.text or right.bullets:
            return Refusal("the second column has actions only", "write them under numbered", "columns.1")
        if not 2 <= len(right.numbered) <= 4:
            message = f"the second column has 2 to 4 actions, found {len(right.numbered)}"
            return Refusal(message, "write them under numbered", "columns.1.numbered")
        return None

    @classmethod
    def variant(cls, content: Content) -> Variant:
        """Return how many actions there are."""
        return Variant(len(content.columns[1].numbered))

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        left, right = content.columns
        heading = tuple(replace(run, color="accent-text") for run in right.title)
        fills: dict[str, Fill] = {
            "title": TextFill((Paragraph(content.title),)),
            "kicker": TextFill((Paragraph(content.kicker),), key="kicker"),
            "heading 1": TextFill((Paragraph(left.title),), key="columns.0.title"),
            "body": TextFill(left.paragraphs, f"columns.0.{left.key}", over=() if left.title else ("heading 1",)),
            "heading 2": TextFill((Paragraph(heading),), key="columns.1.title"),
        }
        return fills | dict(_numbered(right))


def _numbered(part: Part) -> Iterator[tuple[str, Fill]]:
    """Yield what fills the slots of each action."""
    for number, item in enumerate(part.numbered, start=1):
        below, key = tuple(Paragraph(runs, level=1) for runs in item.items), f"columns.1.numbered.{number - 1}"
        yield f"number {number}", TextFill((Paragraph.plain(str(number)),), key)
        yield f"finding {number}", TextFill((Paragraph(item.text), *below), key)


def _actions(column: Rect, height: float, count: int) -> Iterator[Slot]:
    """Yield the slots of each action in ``column``, ``height`` inches tall, with a thin rule between two."""
    texts = replace(column, x=Emu(column.x + _NUMBER), width=Emu(column.width - _NUMBER))
    style, padding = ("action", 0.08) if count < 4 else ("aside", 0.05)
    for number in range(1, count + 1):
        top = _TOP + (number - 1) * height
        if number > 1:
            yield Slot(f"action rule {number}", SlotKind.RULE, _band(column, top, 0.0104), ("rule",))
        yield Slot(
            f"number {number}",
            SlotKind.TEXT,
            _band(replace(column, width=_NUMBER), top, height),
            ("action-number",),
            lines=1,
            anchor=Anchor.MIDDLE,
            prompt=str(number),
        )
        yield Slot(
            f"finding {number}",
            SlotKind.TEXT,
            _band(texts, top + padding, height - 2 * padding),
            (style, "remark"),
            group="actions",
            lines=9,
            anchor=Anchor.MIDDLE,
            prompt="Action",
        )


def _band(column: Rect, y: float, height: float) -> Rect:
    """Return a part of ``column``, ``y`` from its top, in inches."""
    return Rect(column.x, Emu(column.y + inches(y)), column.width, inches(height))
