"""Texts that want to stand at the height of what they name, moved apart so that none overlap."""

from collections.abc import Sequence


def spread(wanted: Sequence[int], heights: Sequence[int], low: int, high: int) -> tuple[int, ...]:
    """Return where each of some texts begins: as near as can be to where it is ``wanted``, in that order.

    All stand between ``low`` and ``high``; where they lack room for that, they go on below ``high``.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    before, offset = [], 0
    for index in order:
        before.append(offset)
        offset += heights[index]
    # Texts that touch are one group around the mean of what they want: isotonic regression, by pooling neighbours.
    groups: list[tuple[int, int]] = []
    for place, index in enumerate(order):
        groups.append((wanted[index] - before[place], 1))
        while len(groups) > 1 and groups[-2][0] * groups[-1][1] > groups[-1][0] * groups[-2][1]:
            total, count = groups.pop()
            groups[-1] = groups[-1][0] + total, groups[-1][1] + count
    starts = [total // count for total, count in groups for _ in range(count)]
    tops = [0] * len(order)
    for place, index in enumerate(order):
        tops[index] = max(low, min(starts[place], high - offset)) + before[place]
    return tuple(tops)
