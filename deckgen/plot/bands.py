"""Where rows of one mark each stand: bands of one thickness, single figures in a group of their own."""

from collections.abc import Sequence
from itertools import pairwise

from deckgen.model.drawing import Row
from deckgen.model.figures import Indicator
from deckgen.units import Emu, Rect, inches
from deckgen.values import frozen

PADDING, GROUP_GAP, WIDEST_GAP = inches(0.06), inches(0.2), inches(0.62)
THINNEST, THICKEST, FILLED = inches(0.19), inches(0.52), 0.56


@frozen(slots=True)
class Band:
    """Where the marks of one row stand: ``middle`` and how thick they may be."""

    middle: int
    thick: int

    @property
    def row(self) -> Row:
        """The row, for texts beside it."""
        half = self.thick // 2
        return Row(Emu(self.middle - half), Emu(self.middle + half), Emu(self.middle))

    def rect(self, x: int, right: int, share: float = 1) -> Rect:
        """Return a rectangle in the middle of the band, ``share`` of its height."""
        height = round(self.thick * share)
        return Rect(Emu(x), Emu(self.middle - height // 2), Emu(right - x), Emu(height))


def bands(
    rows: Sequence[Indicator], height: int, header: int, beside: Sequence[Emu]
) -> tuple[tuple[Band, ...], tuple[Emu, ...]]:
    """Return the band of each row below ``header``, none lower than the text ``beside`` it, and the rules between."""
    breaks = [(one.before is None) != (other.before is None) for one, other in pairwise(rows)]
    usable = height - header - 2 * PADDING - GROUP_GAP * sum(breaks)
    thick = min(THICKEST, max(THINNEST, round(FILLED * usable / len(rows))))
    heights = [max(thick, text) for text in beside or [Emu(0)] * len(rows)]
    if max(heights) * len(rows) <= usable:
        heights = [max(heights)] * len(rows)
    free = usable - sum(heights)
    gap = min(WIDEST_GAP, max(0, free // max(1, len(rows) - 1)))
    # Few rows hang in the upper middle rather than at the top, over nothing.
    y = header + PADDING + max(0, free - gap * (len(rows) - 1)) // 3
    made, rules = [], []
    for index, tall in enumerate(heights):
        made.append(Band(y + tall // 2, thick))
        y += tall + gap
        if index < len(breaks) and breaks[index]:
            rules.append(Emu(y - gap // 2 + GROUP_GAP // 2))
            y += GROUP_GAP
    return tuple(made), tuple(rules)
