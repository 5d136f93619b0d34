"""A share in a table that is not that of its row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from deckgen.checks._numbers import Quantity, masked, numbers
from deckgen.checks._tables import Grid, grids
from deckgen.checks._verdict import place
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Told
from deckgen.model.figures import Unit, UnitKind
from deckgen.model.words import Words

_ONLY_NUMBER = re.compile(r"[\W_]*")
_LEAST, _LEAST_LIKELY = 3, 2
"""How many rows must bear out what a column of shares is made of before another row is told of, or likely is wrong."""
_CHANCE = 100
"""How unlikely two rows that bear it out must be by chance: as one in so many."""

Read = tuple[Told, str, Quantity]
"""A cell, the number in it as it is written, and how much that is."""


class WrongShare(Check):
    """A percentage in a table that is not what one column of its row is of another.

    What it finds
        A column of percentages that are, in three rows at least, the share that one column has of another, or of the
        last row of its own column; and the one row in which it is not, as far as it may be rounded. Of two columns,
        two rows are enough for a warning.

    Why it matters
        Anyone in the room can divide, and will do so for the row that stands out.

    Example:
        14,400 pending cases, 2,880 of them old: 27%, under three rows in which the share is right

    Instead
        Correct the share, or the figures that it is of.

    """

    code = "R376"
    name = "wrong-share"

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield the one share of each column that its row contradicts."""
        words = checked.deck.facts.words
        for grid in grids(checked):
            if any("%" in told.plain for row in (grid.headings, *grid.rows) for told in row.values()):
                yield from self._of_table(grid, words)

    def _of_table(self, grid: Grid, words: Words) -> Iterator[Diagnostic]:
        said = {at for at, heading in grid.headings.items() if "%" in heading.plain}
        read = [
            {at: one for at, told in row.items() if (one := _read(told, words, percent=at in said))}
            for row in grid.rows
        ]
        columns = sorted({at for row in read for at in row})
        shares = [at for at in columns if all(_percent(row[at]) for row in read if at in row)]
        counts = [at for at in columns if all(not _percent(row[at]) for row in read if at in row)]
        for share in shares:
            for part, whole in [*permutations(counts, 2), *((at, None) for at in counts)]:
                found = _contradicted(read, share, part, whole)
                if found:
                    cell, value, sure = found
                    exact = words.figure(round(value, max(0, -_exponent(cell[2].step))), Unit(UnitKind.PERCENT))
                    message = f"“{cell[1]}” stands here, and the figures of this row come to {exact}"
                    span = cell[0].span if cell[0].mentions else place(cell[0], cell[1], 0)
                    told = self.found(message, span, "correct the share, or the figures that it is of")
                    yield told if sure else replace(told, severity=Severity.WARNING)
                    return


def _read(told: Told, words: Words, *, percent: bool) -> Read | None:
    """Return the only number of a cell, where nothing else stands in it; of ``percent`` if its heading says so."""
    found = [*numbers(told.plain, words.lang, words.lists, ())]
    alone = len(found) == 1 and _ONLY_NUMBER.fullmatch(masked(told.plain).replace(found[0].text, "", 1))
    if not alone:
        return None
    of = found[0].quantity
    shared = percent and of.kind is UnitKind.COUNT
    return told, found[0].text, replace(of, kind=UnitKind.PERCENT) if shared else of


def _percent(cell: Read) -> bool:
    return cell[2].kind is UnitKind.PERCENT


def _contradicted(
    rows: Sequence[dict[int, Read]], share: int, part: int, whole: int | None
) -> tuple[Read, Decimal, bool] | None:
    """Return the one share that is not what ``part`` is of ``whole``, or of the last row, as it is in other rows.

    Where only two rows bear that out it is less sure, and they may not have come to it by chance.
    """
    wrong: list[tuple[Read, Decimal]] = []
    right, exactly, chance = 0, True, Decimal(1)
    for row in rows:
        below = row.get(whole) if whole is not None else rows[-1].get(part)
        if not (share in row and part in row and below and below[2].alike(row[part][2]) and below[2].value):
            continue
        exact = row[part][2].value / below[2].value * 100
        step = row[share][2].step
        off = abs(row[share][2].value - exact)
        if off > step:
            wrong.append((row[share], exact))
        # A hundred per cent of itself bears out nothing, nor does what is next to nothing of anything.
        elif below is not row[part] and exact > 3 * step:
            right += 1
            exactly = exactly and off <= step / 2
            chance *= exact / step
    sure = right >= _LEAST
    likely = right >= _LEAST_LIKELY and whole is not None and exactly and chance >= _CHANCE
    return (*wrong[0], sure) if (sure or likely) and len(wrong) == 1 else None


def _exponent(step: Decimal) -> int:
    exponent = step.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
