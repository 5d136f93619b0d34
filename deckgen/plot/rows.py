"""Where the rows of a chart stand: under one another, as tall as their marks and the texts beside them."""

from collections.abc import Sequence

from deckgen.model.drawing import Row
from deckgen.typeset.style import ROW_GAP, ROW_PADDING
from deckgen.units import Emu, Size, inches
from deckgen.values import frozen

GROUP_GAP, WIDEST_GAP, LEAST_GAP = inches(0.2), inches(1.0), inches(0.1)
CLOSE_GAP = inches(0.07)
"""The gap between bars that have just enough room."""
FILLED = 0.66
"""The share of the height that marks take where there is room."""
LEAST_SCALE, USUAL_SCALE, MOST_SCALE = 0.4, 0.6, 1.45
"""How far marks shrink and grow; below the usual least only where the rows would not fit otherwise."""
MOST_ROWS = 12
"""How many rows can be told apart, and their texts read, on one slide."""


@frozen(slots=True)
class Stack:
    """Rows from the top, and the y of each rule between two groups of them."""

    rows: tuple[Row, ...]
    separators: tuple[Emu, ...]


def stacked(size: Size, marks: Sequence[int], beside: Sequence[Emu], breaks: Sequence[bool], lowest: int) -> Stack:
    """Return the rows that fill ``size``.

    ``marks`` is how tall each row's marks are by themselves, scaled alike to fill the height; ``beside`` how tall
    the text beside each is, empty for none; ``breaks`` says after which rows but the last a new group begins;
    ``lowest`` is how tall the lowest mark of a row is, whose middle is the row's ``mark``.
    """
    scale = _scale(size, marks, breaks)
    heights = [
        max(round(mark * scale), text) for mark, text in zip(marks, beside or [Emu(0)] * len(marks), strict=True)
    ]
    free = size.height - 2 * ROW_PADDING - sum(heights) - GROUP_GAP * sum(breaks)
    gap = _gap(free, len(breaks))
    if not any(breaks) and max(heights) * len(heights) + LEAST_GAP * len(breaks) <= size.height - 2 * ROW_PADDING:
        heights = [max(heights)] * len(heights)
        gap = _gap(size.height - 2 * ROW_PADDING - sum(heights), len(breaks))
    rows, separators, y = [], [], int(ROW_PADDING)
    for index, (mark, height) in enumerate(zip(marks, heights, strict=True)):
        top = y + (height - round(mark * scale)) // 2
        bottom = top + round(mark * scale)
        rows.append(Row(Emu(top), Emu(bottom), Emu(bottom - round(lowest * scale / 2))))
        y += height + gap
        if index < len(breaks) and breaks[index]:
            separators.append(Emu(y - gap // 2 + GROUP_GAP // 2))
            y += GROUP_GAP
    return Stack(tuple(rows), tuple(separators))


def _scale(size: Size, marks: Sequence[int], breaks: Sequence[bool]) -> float:
    """Return by how much marks grow or shrink."""
    usual = min(MOST_SCALE, max(USUAL_SCALE, FILLED * size.height / sum(marks)))
    room = size.height - 2 * ROW_PADDING - GROUP_GAP * sum(breaks) - CLOSE_GAP * len(breaks)
    return max(LEAST_SCALE, min(usual, room / sum(marks)))


def _gap(free: int, gaps: int) -> int:
    return min(WIDEST_GAP, max(ROW_GAP, free // max(1, gaps)))
