"""What frames every content slide: source line, section tracker, footer, slide number."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from deckgen.diagnostics import Span
from deckgen.model.deck import Deck, Slide
from deckgen.model.slots import Slot, SlotKind
from deckgen.model.text import Field, Paragraph, Run
from deckgen.theme.scale import extra_steps
from deckgen.theme.theme import SlideLayout, Theme
from deckgen.typeset.fit import Job, fit
from deckgen.typeset.frames import Box, Frame, ShapesFrame, TextFrame
from deckgen.units import Emu, Rect, inches

GAP = inches(0.06)
BESIDE_NUMBER = inches(0.165)
"""What is free between the name of the section and the widest number of the deck."""
MOST_SEGMENTS = 48
"""How many segments of a tracker can be told apart; of more, all before and all after the slide's are one."""
THICK, THIN, HAIRLINE = inches(0.05), inches(0.018), inches(0.0104)

Segments = Mapping[str, int]
"""The sections of a deck, each with how many slides of it are tracked."""

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


def chrome_frames(layout: SlideLayout, slide: Slide, deck: Deck, theme: Theme, tracked: Segments) -> Iterator[Frame]:
    """Yield the frames around the content, as far as the layout has slots for them."""
    for slot in layout.slots:
        if slot.kind is SlotKind.TRACKER:
            yield _tracker(slot, slide, tracked)
        runs = _runs(slot.kind, slide, deck)
        if runs:
            yield _text(slot, runs, _room(slot, layout, deck, theme), slide, deck, theme)


def _text(slot: Slot, runs: tuple[Run, ...], rect: Rect, slide: Slide, deck: Deck, theme: Theme) -> TextFrame:
    """Return one line; a source line that needs two stands as far from the content as from the tracker."""
    text = fit(Job(slot, rect, (Paragraph(runs),)), theme, 0)
    if text.overflow and slot.kind is SlotKind.SOURCE:
        pitch = text.paragraphs[0].pitch
        rect = replace(rect, y=Emu(rect.y - pitch * 11 // 20), height=Emu(2 * pitch))
        text = fit(Job(replace(slot, lines=0), rect, (Paragraph(runs),)), theme, 0)
    span = _span(slot.kind, slide, deck)
    return TextFrame(slot.name, slot, rect, text.paragraphs, text.insets, overflow=text.overflow, span=span)


def _room(slot: Slot, layout: SlideLayout, deck: Deck, theme: Theme) -> Rect:
    """Return the rectangle of a slot; the section's reaches up to the widest number of the deck."""
    number = next((other for other in layout.slots if other.kind is SlotKind.NUMBER), None)
    if slot.kind is not SlotKind.SECTION or number is None or number.rect.y != slot.rect.y:
        return slot.rect
    digits = "0" * len(str(len(deck.slides)))
    widest = fit(Job(number, number.rect, (Paragraph.plain(digits),)), theme, 0).paragraphs[0].lines[0].width
    right = number.rect.right - widest - BESIDE_NUMBER
    return replace(slot.rect, width=Emu(right - slot.rect.x))


def _span(kind: SlotKind, slide: Slide, deck: Deck) -> Span:
    """Return where a text around the content was written."""
    if kind is SlotKind.FOOTER:
        return deck.facts.places.get("footer", slide.span)
    if kind is SlotKind.SECTION:
        begun = next((section.span for section in deck.sections if section.name == slide.section), None)
        return begun or slide.span
    return slide.places.get("source", slide.span)


def _runs(kind: SlotKind, slide: Slide, deck: Deck) -> tuple[Run, ...]:
    if kind is SlotKind.SOURCE and slide.sources:
        phrase = "source" if len(slide.sources) == 1 else "sources"
        titles = deck.facts.words.say("separator").join(source.at_foot for source in slide.sources)
        return (Run(deck.facts.words.say(phrase, titles=titles)),)
    if kind is SlotKind.FOOTER and deck.facts.footer:
        return (Run(deck.facts.footer),)
    if kind is SlotKind.NUMBER:
        return (Run(str(slide.number), field=Field.SLIDE_NUMBER),)
    if kind is SlotKind.SECTION and slide.section:
        return (Run(slide.section),)
    return ()


def segments(deck: Deck, theme: Theme) -> Segments:
    """Return the sections that the trackers of a deck show, each with how many of its slides have one."""
    kinds = {key: {slot.kind for slot in layout.slots} for key, layout in theme.layouts.items()}
    tracked = {slide.number for slide in deck.slides if SlotKind.TRACKER in kinds[slide.layout, slide.variant]}
    counts = {section.name: len(tracked.intersection(section.slides)) for section in deck.sections}
    return {name: count for name, count in counts.items() if count} or {"": 1}


def _tracker(slot: Slot, slide: Slide, tracked: Segments) -> ShapesFrame:
    """Return a segment for each section, as long as its slides are many; that of the slide is thick."""
    counts = _merged(tracked, slide.section) if len(tracked) > MOST_SEGMENTS else tracked
    gap = min(GAP, slot.rect.width // (4 * len(counts)))
    room = slot.rect.width - gap * (len(counts) - 1)
    boxes, x, whole = [], slot.rect.x, sum(counts.values())
    for name, count in counts.items():
        width = Emu(round(room * count / whole))
        here = name == slide.section != ""
        height = THICK if here else THIN
        y = Emu(slot.rect.y + (THICK - height) // 2)
        boxes.append(Box(Rect(x, y, width, height), slot.styles[0] if here else slot.styles[1]))
        x = Emu(x + width + gap)
    return ShapesFrame(slot.name, slot.rect, tuple(boxes))


def _merged(tracked: Segments, here: str) -> Segments:
    """Return the sections before that of a slide as one, those after it as one."""
    names = list(tracked)
    at = names.index(here) if here in tracked else len(names)
    # No section has an empty name, nor one that is a space only.
    parts = {"": names[:at], here or " ": names[at : at + 1], " ": names[at + 1 :]}
    counts = {name: sum(tracked[one] for one in part) for name, part in parts.items()}
    return {name: count for name, count in counts.items() if count}
