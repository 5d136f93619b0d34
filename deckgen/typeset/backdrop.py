"""What stands in a slide layout itself: rules, and the wordmark or logo."""

from collections.abc import Iterator
from dataclasses import replace

from deckgen.model.content import Facts
from deckgen.model.slots import Anchor, Slot, SlotKind
from deckgen.model.text import Paragraph, Run
from deckgen.source.images import image_size
from deckgen.theme.theme import SlideLayout, Theme
from deckgen.typeset.fit import Job, fitted
from deckgen.typeset.frames import Box, Dots, Frame, ImageFrame, ShapesFrame, TextFrame
from deckgen.units import Emu, Rect, inches

GAP = inches(0.17)
AUTHOR_WIDTH = inches(5.4)


def backdrop(layout: SlideLayout, facts: Facts, theme: Theme) -> tuple[Frame, ...]:
    """Return the frames that every slide of ``layout`` shows."""
    frames: list[Frame] = []
    for slot in layout.slots:
        if slot.kind is SlotKind.RULE:
            frames.append(ShapesFrame(slot.name, slot.rect, (Box(slot.rect, slot.styles[0]),)))
        elif slot.kind is SlotKind.DOT:
            frames.append(ShapesFrame(slot.name, slot.rect, (Dots.within(slot.rect, slot.styles[0]),)))
        elif slot.kind is SlotKind.WORDMARK:
            frames += _wordmark(slot, facts, theme)
    return tuple(frames)


def _wordmark(slot: Slot, facts: Facts, theme: Theme) -> Iterator[Frame]:
    """Yield the logo, or the organisation's name, then the author behind a thin rule."""
    x = slot.rect.x
    name, author = slot.styles
    if theme.logo:
        size = image_size(theme.logo)
        rect = Rect(x, slot.rect.y, Emu(slot.rect.height * size.width // size.height), slot.rect.height)
        yield ImageFrame("logo", rect, theme.logo, facts.organisation or facts.author or facts.title)
        x = Emu(rect.right + GAP)
    elif facts.organisation:
        mark = _text(slot, name, facts.organisation, replace(slot.rect, x=x), theme)
        mark = replace(mark, span=facts.places.get("organisation"))
        yield mark
        x = Emu(mark.rect.right + GAP)
    if facts.author:
        if x > slot.rect.x:
            rule = Rect(x, slot.rect.y, inches(0.012), slot.rect.height)
            yield ShapesFrame("wordmark rule", rule, (Box(rule, "cover-rule"),))
            x = Emu(x + GAP)
        width = min(AUTHOR_WIDTH, slot.rect.right - x)
        text = _text(slot, author, facts.author, Rect(x, slot.rect.y, Emu(width), slot.rect.height), theme)
        yield replace(text, span=facts.places.get("author"))


def _text(slot: Slot, style: str, text: str, rect: Rect, theme: Theme) -> TextFrame:
    """Return one text of the wordmark, its frame as wide as the text."""
    own = replace(slot, name=style, styles=(style,), lines=2, anchor=Anchor.MIDDLE)
    set_text = fitted({style: Job(own, rect, (Paragraph((Run(text),)),))}, theme)[style]
    widest = max(line.width for paragraph in set_text.paragraphs for line in paragraph.lines)
    tight = replace(rect, width=Emu(min(rect.width, round(widest * 1.015))))
    return TextFrame(style, own, tight, set_text.paragraphs, moved=True, overflow=set_text.overflow)
