"""What frames every content slide: source line, section tracker, footer, slide number."""

from collections.abc import Iterator

from deckgen.model.deck import Deck, Slide
from deckgen.model.slots import Slot, SlotKind
from deckgen.model.text import Field, Paragraph, Run
from deckgen.theme.scale import extra_steps
from deckgen.theme.theme import SlideLayout, Theme
from deckgen.typeset.fit import Job, fit, fitted
from deckgen.typeset.frames import Box, Frame, ShapesFrame, TextFrame
from deckgen.units import Emu, Rect, inches

GAP = inches(0.06)
THICK, THIN, HAIRLINE = inches(0.05), inches(0.018), inches(0.0104)


_OF_ONE_SIZE = ((SlotKind.FOOTER, SlotKind.SECTION, SlotKind.NUMBER), (SlotKind.SOURCE,))
"""What is of one size on all slides, since it stands in the same place on each."""


def with_one_size(deck: Deck, theme: Theme) -> Theme:
    """Return ``theme`` with what frames the slides in the size at which it fits on each of them."""
    for kinds in _OF_ONE_SIZE:
        jobs = dict.fromkeys(
            Job(slot, slot.rect, (Paragraph(runs),))
            for slide in deck.slides
            for slot in theme.layouts[slide.layout, slide.variant].slots
            if slot.kind in kinds and (runs := _runs(slot.kind, slide, deck))
        )
        steps = range(extra_steps(theme.scale) + 1)
        step = next((step for step in steps if all(fit(job, theme, step).overflow is None for job in jobs)), steps[-1])
        named = {style for job in jobs for style in job.slot.styles}
        theme = theme.from_step(step, only=named) if step else theme
    return theme


def chrome_frames(layout: SlideLayout, slide: Slide, deck: Deck, theme: Theme) -> Iterator[Frame]:
    """Yield the frames around the content, as far as the layout has slots for them."""
    for slot in layout.slots:
        if slot.kind is SlotKind.TRACKER:
            yield _tracker(slot, slide, deck, theme)
        runs = _runs(slot.kind, slide, deck)
        if runs:
            text = fitted({slot.name: Job(slot, slot.rect, (Paragraph(runs),))}, theme)[slot.name]
            span = slide.places.get("source", slide.span)
            yield TextFrame(slot.name, slot, slot.rect, text.paragraphs, text.insets, overflow=text.overflow, span=span)


def _runs(kind: SlotKind, slide: Slide, deck: Deck) -> tuple[Run, ...]:
    if kind is SlotKind.SOURCE and slide.sources:
        phrase = "source" if len(slide.sources) == 1 else "sources"
        titles = deck.facts.words.say("separator").join(source.title for source in slide.sources)
        return (Run(deck.facts.words.say(phrase, titles=titles)),)
    if kind is SlotKind.FOOTER and deck.facts.footer:
        return (Run(deck.facts.footer),)
    if kind is SlotKind.NUMBER:
        return (Run(str(slide.number), field=Field.SLIDE_NUMBER),)
    if kind is SlotKind.SECTION and slide.section:
        return (Run(slide.section),)
    return ()


def _tracker(slot: Slot, slide: Slide, deck: Deck, theme: Theme) -> ShapesFrame:
    """Return a segment for each section, as long as its slides are many; that of the slide is thick."""
    tracked = {
        other.number
        for other in deck.slides
        if any(slot.kind is SlotKind.TRACKER for slot in theme.layouts[other.layout, other.variant].slots)
    }
    counts = {section.name: len(tracked & set(section.slides)) for section in deck.sections}
    counts = {name: count for name, count in counts.items() if count} or {"": 1}
    gap = min(GAP, slot.rect.width // (4 * len(counts)))
    room = slot.rect.width - gap * (len(counts) - 1)
    boxes, x = [], slot.rect.x
    for name, count in counts.items():
        width = Emu(round(room * count / sum(counts.values())))
        here = name == slide.section != ""
        height = THICK if here else THIN
        y = Emu(slot.rect.y + (THICK - height) // 2)
        boxes.append(Box(Rect(x, y, width, height), slot.styles[0] if here else slot.styles[1]))
        x = Emu(x + width + gap)
    return ShapesFrame(slot.name, slot.rect, tuple(boxes))
