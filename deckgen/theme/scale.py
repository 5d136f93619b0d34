"""Type for large rooms: every style larger, with room for it where there is some."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from deckgen.fonts.shape import LINE
from deckgen.model.slots import Anchor, Slot, SlotKind
from deckgen.theme.theme import Style, Theme
from deckgen.units import Emu, inches, points

SCALES: Mapping[str, tuple[float, ...]] = {"normal": (), "large": (1.2, 1.1)}
"""How many times the usual size each scale begins with; the usual sizes are what it steps down to."""

NORMAL = "normal"
LIFT = inches(0.09)
APART = points(2)
"""What is left free between a slot that grows and what stands below it."""


def extra_steps(scale: str) -> int:
    """Return how many sizes a scale puts before the usual ones."""
    return len(SCALES[scale])


def scaled(style: Style, scale: str) -> Style:
    """Return a style whose first sizes are larger.

    All styles gain as many, so that texts that step down together meet again at their usual sizes: what fits at the
    usual scale fits at every other.
    """
    larger = tuple(round(2 * style.sizes[0] * factor) / 2 for factor in SCALES[scale])
    return replace(style, sizes=(*larger, *style.sizes))


def rigid(theme: Theme) -> Theme:
    """Return ``theme`` without the sizes that its styles step down to; those of its scale are left."""
    return with_sizes(theme, extra_steps(theme.scale) + 1)


def with_sizes(theme: Theme, count: int) -> Theme:
    """Return ``theme`` with the first ``count`` sizes of each style alone."""
    return replace(
        theme, styles={name: replace(style, sizes=style.sizes[:count]) for name, style in theme.styles.items()}
    )


def fewer_words(words: float, scale: str) -> int:
    """Return how many words a slide holds at a scale: as many fewer as its type is larger."""
    return round(words / min(SCALES[scale], default=1.0))


def lifted(slots: Sequence[Slot], framing: Sequence[Slot]) -> tuple[Slot, ...]:
    """Return ``slots`` with the headline and the kicker of ``framing`` moved up, away from what stands below them."""
    high = [slot for slot in framing if slot.name in ("title", "kicker")]
    return tuple(replace(slot, rect=slot.rect.moved(Emu(0), Emu(-LIFT))) if slot in high else slot for slot in slots)


def with_room(slots: Sequence[Slot], styles: Mapping[str, Style]) -> tuple[Slot, ...]:
    """Return ``slots``, those of one or two lines as tall as their first size needs, as far as nothing stands below.

    Slots that differ in their number only grow alike, so that they go on to have one size.
    """
    rooms: dict[str, int] = {}
    for slot in slots:
        rooms[_base(slot)] = min(_room(slot, slots, styles), rooms.get(_base(slot), slot.rect.height * 9))
    return tuple(_of_height(slot, rooms[_base(slot)]) for slot in slots)


def _room(slot: Slot, slots: Sequence[Slot], styles: Mapping[str, Style]) -> int:
    """Return how tall the slot may be, up to what its lines need."""
    style = styles.get(slot.styles[0]) if slot.styles else None
    if style is None or slot.lines not in (1, 2) or slot.anchor is not Anchor.TOP or slot.kind is SlotKind.WORDMARK:
        return 0
    needed = slot.lines * points(style.sizes[0] * LINE * style.spacing / 100)
    below = [other.rect.y - APART - slot.rect.y for other in slots if _under(other, slot)]
    return min([needed, *below])


def _of_height(slot: Slot, height: int) -> Slot:
    return replace(slot, rect=replace(slot.rect, height=Emu(max(slot.rect.height, height))))


def _base(slot: Slot) -> str:
    return slot.name.rstrip("0123456789 ")


def _under(other: Slot, slot: Slot) -> bool:
    """Return whether ``other`` begins below the top of ``slot``, in the same column."""
    one, two = slot.rect, other.rect
    return two.y >= one.bottom and two.x < one.right and one.x < two.right
