"""A row of totals that is not the sum of the rows above it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from deckgen.checks._numbers import Quantity, Typed, value_of
from deckgen.checks._totals import figure_in, summed_columns
from deckgen.checks._verdict import place
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic
from deckgen.model.deck import Told
from deckgen.model.figures import Unit, UnitKind
from deckgen.model.words import Words

_HUNDRED = Decimal(100)


class WrongTotal(Check):
    """A table whose last row sums up the others, and does not.

    What it finds
        A column of figures of one unit, in a table with total: true or a last row called total, whose last figure is
        not the sum of those above it, as far as they may be rounded. Averages and shares of many wholes are left alone.

    Why it matters
        Anyone in the room can add up a column.

    Example:
        14 and 19, with the total 32

    Instead
        Correct the total, or the row that is wrong.

    """

    code = "R370"
    name = "wrong-total"

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each total that its column does not come to."""
        words = checked.deck.facts.words
        for column in summed_columns(checked):
            yield from self._of_column(column.cells, words)

    def _of_column(self, cells: Sequence[Told | None], words: Words) -> Iterator[Diagnostic]:
        read = [figure_in(cell, words) for cell in cells if cell]
        # 1960 is a year in a column of years, and a count beside others.
        years = all(one is None or one.year for one in read)
        *rows, total = [None if one and one.year and years else one for one in read] or [None]
        given = [row.quantity for row in rows if row]
        cell = cells[-1]
        if total is None or cell is None or len(given) < 2 or len(given) != len(cells) - 1:
            return
        if not all(row.alike(total.quantity) for row in given) or _comes_to(given, total.quantity):
            return
        whole = sum((row.value for row in given), Decimal(0))
        message = f"the column comes to {_shown(whole, total, words)}, and “{total.text}” stands under it"
        span = cell.span if cell.mentions else place(cell, total.text, 0)
        yield self.found(message, span, "correct the total, or the row that is wrong")


def _comes_to(rows: Sequence[Quantity], total: Quantity) -> bool:
    """Return whether ``total`` may be what stands under ``rows``: their sum, or a mean where it is within them."""
    values = [row.value for row in rows]
    step = max(
        _rounded_to(rows, total), max(row.step for row in rows) if any(row.step != 1 for row in rows) else Decimal(0)
    )
    if total.kind is UnitKind.PERCENT:
        return total.value != _HUNDRED or abs(sum(values) - _HUNDRED) <= total.step * (len(rows) + 1) / 2
    within = min(values) <= total.value <= max(values)
    return within or abs(sum(values) - total.value) <= step * (len(rows) + 1) / 2


def _rounded_to(rows: Sequence[Quantity], total: Quantity) -> Decimal:
    """Return what whole figures are rounded to: to thousands or millions where all of them end in as many zeros."""
    values = [*(row.value for row in rows), total.value]
    return next(
        (Decimal(step) for step in (1_000_000, 1_000) if all(value % step == 0 for value in values)), Decimal(0)
    )


def _shown(value: Decimal, total: Typed, words: Words) -> str:
    """Return a sum as the total is written, in its scale and with its signs."""
    found = re.search(r"\d(?:[\d.,\s’]*\d)?", total.text)
    digits = found[0] if found else total.text
    written = value_of(digits, words.lang)
    scale = abs(total.quantity.value / written) if written else Decimal(1)
    return total.text.replace(digits, words.figure((value / scale).normalize() + 0, Unit()), 1)
