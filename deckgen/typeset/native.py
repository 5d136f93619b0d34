"""Marks without text as native shapes, which stand on a slide as they are."""

from deckgen.model.drawing import Bar, Drawing
from deckgen.model.drawing import Dots as DotMarks
from deckgen.model.fills import ShareFill
from deckgen.model.slots import Slot
from deckgen.typeset.chrome import HAIRLINE
from deckgen.typeset.frames import Box, Dots, ShapesFrame
from deckgen.units import Emu, Rect


def as_shapes(drawing: Drawing, rect: Rect) -> tuple[Box | Dots, ...]:
    """Return the bars and dots of ``drawing`` as shapes within ``rect``; other marks are for pictures."""
    shapes: list[Box | Dots] = []
    for mark in drawing.marks:
        if isinstance(mark, Bar):
            shapes.append(Box(mark.rect.moved(rect.x, rect.y), mark.fill))
        elif isinstance(mark, DotMarks) and mark.centers:
            centers = tuple((Emu(x + rect.x), Emu(y + rect.y)) for x, y in mark.centers)
            shapes.append(Dots.of(centers, mark.diameter, mark.fill))
        elif not isinstance(mark, DotMarks):
            raise TypeError(f"no native shape for {mark!r}")
    return tuple(shapes)


def share_bar(slot: Slot, fill: ShareFill) -> ShapesFrame:
    """Return a bar over its share of a slot: at least a hairline where there is something to show."""
    whole = slot.rect
    part = Rect(whole.x, whole.y, Emu(max(HAIRLINE, round(whole.width * fill.share))), whole.height)
    boxes = [Box(whole, "track")] if fill.track else []
    boxes += [Box(part, fill.color)] if fill.share else []
    return ShapesFrame(slot.name, whole, tuple(boxes), fill.alt_text)
