"""The sections of the deck, with their slides."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from pydantic import Field

from deckgen.model.content import Content
from deckgen.model.fills import BoxFill, Fill, TextFill
from deckgen.model.slots import Anchor, Grid, Slot, SlotKind, Variant, chrome
from deckgen.model.text import Paragraph, Run
from deckgen.spec.base import ContentSlideSpec, Refusal, Text
from deckgen.units import Emu, Rect, in_inches, inches

_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})?[a-z]?)[.):]?(?:\s+|$)")
"""The number that the name of a section begins with: 1, 2a), 3.1."""
_MOST = 8
_TALLEST = 1.0
"""How tall the row of a section is at most, in inches."""


class Agenda(ContentSlideSpec):
    """The sections of the deck with their slides, made by itself; a section that begins here is marked.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council

        slides:
          - layout: agenda

          - section: 1 How children come to school
            title: More children walk than three years ago
            text: An illustration, with invented findings

          - section: 2 What makes a way safe
            title: Crossings stand where children cross
            text: An illustration, with invented findings

          - title: Streets around schools are slower
            text: An illustration, with invented findings

          - section: 3 What is still to be done
            title: Crossings need light
            text: An illustration, with invented findings

    """

    # One line for every second number of sections: a rule under the last of an odd number closes the list.
    variants = (Variant(4), Variant(2), Variant(6), Variant(8))

    title: Text | None = Field(None, description="the headline; “Agenda” or the section if left out")  # type: ignore[assignment]

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order: number, name and slides of each section."""
        height = min(_TALLEST, in_inches(grid.content.height) / variant.items)
        rows = (
            replace(grid.content, y=Emu(grid.content.y + inches(row * height)), height=inches(height))
            for row in range(variant.items)
        )
        made = (slot for number, row in enumerate(rows, start=1) for slot in _row(number, row))
        return (*chrome(grid), *made)

    @classmethod
    def untitled(cls, content: Content) -> str:
        """Return the title of a slide for which none is written: the section that begins, so that titles differ."""
        return _present(content) or content.facts.words.say("agenda")

    @classmethod
    def refusal(cls, content: Content) -> Refusal | None:
        """Return why there is no list of sections."""
        count = len(_sections(content))
        if not count:
            return Refusal("the deck has no sections to list", "write section: on the slide that begins each", "layout")
        if count > _MOST:
            return Refusal(f"an agenda has room for {_MOST} sections, found {count}", "join some of them", "layout")
        return None

    @classmethod
    def variant(cls, content: Content) -> Variant:
        """Return for how many sections there is room."""
        count = len(_sections(content))
        return Variant(count + count % 2)

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        present, word = _present(content), content.facts.words.say("agenda")
        title = content.title or (Run(cls.untitled(content)),)
        kicker = content.kicker or ((Run(word),) if present and not content.title else ())
        fills: dict[str, Fill] = {
            "title": TextFill((Paragraph(title),)),
            "kicker": TextFill((Paragraph(kicker),), key="kicker"),
        }
        return fills | {
            slot: fill
            for number, name in enumerate(_sections(content), start=1)
            for slot, fill in _filled(number, name, content).items()
        }


def _sections(content: Content) -> tuple[str, ...]:
    """Return the sections that have more to show than this agenda."""
    return tuple(name for name, slides in content.sections.items() if set(slides) - {content.number})


def _present(content: Content) -> str:
    """Return the section that begins with this slide, or nothing."""
    begun = content.sections.get(content.section, ())[:1] == (content.number,)
    return content.section if begun and content.section in _sections(content) else ""


def _filled(number: int, name: str, content: Content) -> dict[str, Fill]:
    """Return what fills the row of a section; beside the present one the others are muted."""
    present = _present(content)
    color = "" if not present else "muted" if name != present else "ink"
    own, counted = _NUMBER.match(name), any(map(_NUMBER.match, _sections(content)))
    texts = {
        "number": own[1] if own else "" if counted else str(number),
        "finding": (name[own.end() :] if own else name) or name,
        "slides": _slides(content, name),
    }
    runs = {slot: Run(text, bold=name == present, color=color) for slot, text in texts.items()}
    if name == present:
        runs["number"] = replace(runs["number"], color="accent-text")
    fills: dict[str, Fill] = {
        f"{slot} {number}": TextFill((Paragraph((run,)),), key="layout") for slot, run in runs.items()
    }
    return fills | ({f"mark {number}": BoxFill("accent")} if name == present else {})


def _slides(content: Content, name: str) -> str:
    slides = content.sections[name]
    return content.facts.words.say("slide" if len(slides) == 1 else "slides", first=slides[0], last=slides[-1])


def _row(number: int, row: Rect) -> Iterator[Slot]:
    """Yield the slots of a section: a rule over it, a mark if it is the present one, number, name and slides."""
    numbers, slides = inches(0.9), inches(2.4)
    rule = replace(row, height=inches(0.03 if number == 1 else 0.0104))
    yield Slot(f"rule {number}", SlotKind.RULE, rule, ("primary" if number == 1 else "rule",))
    inset = Emu(row.height // 7)
    mark = Rect(row.x, Emu(row.y + inset), inches(0.09), Emu(row.height - 2 * inset))
    yield Slot(f"mark {number}", SlotKind.SHAPES, mark)
    start = Emu(row.x + inches(0.3))
    texts = (
        ("number", Rect(start, row.y, numbers, row.height), "date", "Number"),
        (
            "finding",
            Rect(Emu(start + numbers), row.y, Emu(row.right - slides - start - numbers), row.height),
            "action",
            "Section",
        ),
        ("slides", Rect(Emu(row.right - slides), row.y, slides, row.height), "key", "Slides"),
    )
    for name, rect, style, prompt in texts:
        yield Slot(
            f"{name} {number}",
            SlotKind.TEXT,
            rect,
            (style,),
            group=name,
            lines=2 if name == "finding" else 1,
            right=name == "slides",
            anchor=Anchor.MIDDLE,
            prompt=prompt,
        )
