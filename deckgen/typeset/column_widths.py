"""The widths of a table's columns: what each needs, and what is over shared out."""

from collections.abc import Sequence

from deckgen.units import Emu, inches
from deckgen.values import frozen

EASY = inches(1.35)
"""As wide as columns of figures get, where there is more room than they need."""


@frozen(slots=True)
class Demand:
    """How wide a column would be: with each text on one line, with a heading of two, with a word on each line."""

    whole: Emu
    stacked: Emu
    least: Emu


def widths(demands: Sequence[Demand], figures: Sequence[bool], room: Emu, evenness: float) -> list[Emu]:
    """Return the width of each column within ``room``; more than that if words are wider.

    Where texts must break, those of the widest columns do; figures never do. Of ``evenness`` 1 they get the same
    width, of 0 one in proportion to their texts.
    """
    for wished in ([demand.whole for demand in demands], [demand.stacked for demand in demands]):
        if sum(wished) <= room:
            return _eased(wished, figures, room)
    return _squeezed(demands, figures, room, evenness)


def _eased(wished: Sequence[Emu], figures: Sequence[bool], room: Emu) -> list[Emu]:
    """Return columns that fill ``room``: those of figures alike, the rest for the others by what they hold."""
    counted = [width for width, figure in zip(wished, figures, strict=True) if figure]
    texts = sum(wished) - sum(counted)
    made = list(wished)
    if counted:
        alike = min(max(EASY, *counted), (room - texts) // len(counted))
        if alike >= max(counted):
            made = [Emu(alike) if figure else width for width, figure in zip(wished, figures, strict=True)]
    free = room - sum(made)
    shares = [0 if figure and texts else width for width, figure in zip(made, figures, strict=True)]
    grown = [Emu(width + free * share // sum(shares)) for width, share in zip(made, shares, strict=True)]
    grown[0] = Emu(grown[0] + room - sum(grown))
    return grown


def _squeezed(demands: Sequence[Demand], figures: Sequence[bool], room: Emu, evenness: float) -> list[Emu]:
    """Return columns of which the widest are made narrower, down to the longest word of each."""
    wished = [demand.stacked for demand in demands]
    least = [
        demand.stacked if figure else min(demand.least, demand.stacked)
        for demand, figure in zip(demands, figures, strict=True)
    ]
    made: list[Emu] = _capped(wished, least, _cap(wished, least, room))
    long = [number for number, width in enumerate(made) if least[number] < width < wished[number]]
    shared = room - sum(width for number, width in enumerate(made) if number not in long)
    weights = {number: wished[number] ** (1 - evenness) for number in long}
    for number in long:
        share = round(shared * weights[number] / sum(weights.values()))
        made[number] = Emu(max(least[number], share))
    over = Emu(room - sum(made))
    if long:
        widest = max(long, key=lambda number: made[number])
        made[widest] = Emu(max(least[widest], made[widest] + over))
    return made


def _cap(wished: Sequence[Emu], least: Sequence[Emu], room: Emu) -> int:
    """Return the width that no column exceeds, if all of them are to stand in ``room``."""
    low: int = 0
    high: int = max(wished)
    while low < high:
        cap = (low + high + 1) // 2
        low, high = (cap, high) if sum(_capped(wished, least, cap)) <= room else (low, cap - 1)
    return low


def _capped(wished: Sequence[Emu], least: Sequence[Emu], cap: int) -> list[Emu]:
    return [Emu(max(low, min(width, cap))) for width, low in zip(wished, least, strict=True)]
