"""Dated steps along an axis."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pydantic import Field

from deckgen.model.content import Content, Step
from deckgen.model.fills import BoxFill, Fill, TextFill
from deckgen.model.slots import Anchor, Grid, Slot, SlotKind, Variant, chrome
from deckgen.model.text import Paragraph
from deckgen.spec.base import ContentSlideSpec, Dated, Spec, Text
from deckgen.units import Emu, Rect, inches

_DOT, _BIG_DOT, _AXIS, _STEM = inches(0.2), inches(0.3), inches(0.03), inches(0.0104)
_BESIDE = inches(0.2)
"""How far a text stands from its stem."""


class StepSpec(Spec):
    """One step: when it was, and what happened."""

    date: Dated = Field(description="when it was: a year or another short text, or a day such as 2026-07-18")
    title: Text | None = Field(None, description="a heading over the text, in bold")
    text: Text = Field(description="what happened")


class Timeline(ContentSlideSpec):
    """Three to six dated steps along an axis.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council

        slides:
          - layout: timeline
            kicker: An illustration, with invented dates
            title: From the first count to lit crossings in four years
            timeline:
              - {date: "2022", text: "Five towns **count** how children come to school"}
              - {date: "2023", text: Each school draws a map of its **dangerous places**}
              - {date: "2025", text: Half of the crossings are **built anew**}
              - {date: "2026", text: All new crossings are **lit at night**}
            highlight: "2026"

    """

    needs = (frozenset({"timeline"}),)
    variants = (Variant(4), Variant(3), Variant(5), Variant(6))
    continues = ("timeline",)

    timeline: tuple[StepSpec, ...] = Field(min_length=3, max_length=6, description="the steps, earliest first")
    highlight: Text | None = Field(None, description="the date in the accent colour, as it is written above")

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order: date and text of each step; five and six stand above and below."""
        staggered = variant.items > 4
        y = 4.2 if staggered else 3.42
        axis = replace(grid.band(y, 0), height=_AXIS)
        places = _staggered(grid, y, variant.items) if staggered else _in_a_row(grid, y, variant.items)
        made = [slot for number, place in enumerate(places, start=1) for slot in _step(number, place, axis)]
        return (*chrome(grid), Slot("axis", SlotKind.RULE, axis, ("rule",)), *made)

    @classmethod
    def variant(cls, content: Content) -> Variant:
        """Return how many steps there are."""
        return Variant(len(content.timeline))

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        fills: dict[str, Fill] = {
            "title": TextFill((Paragraph(content.title),)),
            "kicker": TextFill((Paragraph(content.kicker),), key="kicker"),
        }
        for number, step in enumerate(content.timeline, start=1):
            fills |= _filled(number, step)
        return fills


def _filled(number: int, step: Step) -> dict[str, Fill]:
    """Return what fills the slots of a step."""
    color = "accent-text" if step.highlighted else ""
    date = tuple(replace(run, color=color) for run in step.date)
    heading = tuple(replace(run, bold=True) for run in step.title)
    texts = (Paragraph(heading), Paragraph(step.text)) if step.title else (Paragraph(step.text),)
    key = f"timeline.{number - 1}"
    fills: dict[str, Fill] = {f"mark {number}": BoxFill("accent", round=True)} if step.highlighted else {}
    fills[f"date {number}"] = TextFill((Paragraph(date),), key=f"{key}.date")
    fills[f"step {number}"] = TextFill(texts, key=f"{key}.text")
    return fills


Place = tuple[Rect, Rect, Rect | None]
"""Where the date and the text of a step stand, and the stem between them and the axis."""


def _in_a_row(grid: Grid, y: float, count: int) -> Iterator[Place]:
    """Yield the place of each step: its date over the axis, its text under it."""
    for column in grid.columns(count):
        date = Rect(column.x, inches(y - 1.1), column.width, inches(0.85))
        text = Rect(column.x, inches(y + 0.38), column.width, Emu(column.bottom - inches(y + 0.38)))
        yield date, text, None


def _staggered(grid: Grid, y: float, count: int) -> Iterator[Place]:
    """Yield the place of each step, one above the axis, the next below: each is almost twice as wide so."""
    area, gap = grid.content, inches(0.3)
    width = Emu((2 * area.width - gap * (count - 1)) // (count + 1))
    for index in range(count):
        x = Emu(area.x + _DOT // 2 + index * (area.width - width) // (count - 1))
        top, bottom = (area.y, inches(y - 0.2)) if index % 2 == 0 else (inches(y + 0.35), area.bottom)
        stem = (top, inches(y)) if index % 2 == 0 else (inches(y), bottom)
        texts = Rect(Emu(x + _BESIDE), top, Emu(width - _BESIDE - _DOT // 2), inches(0.4))
        below = Rect(texts.x, Emu(texts.bottom + inches(0.06)), texts.width, Emu(bottom - texts.bottom - inches(0.06)))
        yield texts, below, Rect(x, stem[0], _STEM, Emu(stem[1] - stem[0]))


def _step(number: int, place: Place, axis: Rect) -> Iterator[Slot]:
    """Yield the slots of one step: stem and dot, the dot in accent colour, date and text."""
    date, text, stem = place
    middle = axis.y + axis.height // 2
    x = stem.x + stem.width // 2 if stem else date.x + _DOT // 2

    def dot(width: Emu) -> Rect:
        return Rect(Emu(x - width // 2), Emu(middle - width // 2), width, width)

    if stem:
        yield Slot(f"stem {number}", SlotKind.RULE, stem, ("rule",))
    yield Slot(f"dot {number}", SlotKind.DOT, dot(_DOT), ("primary",))
    yield Slot(f"mark {number}", SlotKind.SHAPES, dot(_BIG_DOT))
    lines, anchor = (1, Anchor.TOP) if stem else (2, Anchor.BOTTOM)
    yield Slot(f"date {number}", SlotKind.TEXT, date, ("date",), "dates", lines=lines, anchor=anchor, prompt="Date")
    yield Slot(f"step {number}", SlotKind.TEXT, text, ("step" if stem else "label",), "steps", lines=12, prompt="Step")
