"""A figure in a table that is not the difference, the sum, the change or the quotient of two others in its row."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from deckgen.checks._naming import one_word
from deckgen.checks._numbers import Quantity
from deckgen.checks._tables import Grid, grids
from deckgen.checks._totals import figure_in
from deckgen.checks._verdict import place
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Told
from deckgen.model.figures import Unit, UnitKind
from deckgen.model.words import Words
from deckgen.values import frozen

_LEAST = 2
"""How many rows must bear out what a column is made of before another row is told of."""
_SURE, _LIKELY = 1000, 20
"""How unlikely chance must be, as one in so many, to have made those rows: of any column, of one called a change."""
_AROUND = re.compile(r"[\s*+\-−–]*")
_SIGN = re.compile(r"[\s*]*([+\-−–])")


@frozen(slots=True)
class _Cell:
    """A cell that is a figure: as it stands there, with its sign; and how much it is."""

    told: Told
    text: str
    quantity: Quantity
    signed: bool


_Row = Mapping[int, _Cell]


@frozen(slots=True)
class _Wrong:
    """The one cell of a column that the others of its row contradict, and what they come to."""

    row: int
    cell: _Cell
    value: Decimal


class WrongDifference(Check):
    """A figure in a table that is not the difference, the sum, the change or the quotient of two others in its row.

    What it finds
        A column of figures that are, in two rows at least, the difference or the sum of two others, or what one has
        changed by in per cent; and the one row in which it is not, as far as the figures may be rounded. Small figures
        that may come to it by chance are told of where they have signs, or where the column is called a change or a
        total. Also a figure below “Repairs per toilet” that is not the one by the other.

    Why it matters
        Anyone in the room can subtract, and will do so for the row that stands out.

    Example:
        From 500 to 640, +150, under two rows in which the change is right

    Instead
        Correct the figure, or those that it is made of.

    """

    code = "R387"
    name = "wrong-difference"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield the one figure of each column that its row contradicts."""
        words = checked.deck.facts.words
        for grid in grids(checked):
            told: set[int] = set()
            for found in (*_contradicted(grid, words), *_divided(grid, words)) if len(grid.rows) > _LEAST else ():
                if found.row in told:
                    continue
                told.add(found.row)
                cell = found.cell
                message = f"“{cell.text}” stands here, and the figures of this row come to {_shown(found, words)}"
                span = cell.told.span if cell.told.mentions else place(cell.told, cell.text, 0)
                yield self.found(message, span, "correct the figure, or those that it is made of")


def _contradicted(grid: Grid, words: Words) -> Iterator[_Wrong]:
    rows = [_figures(row, grid.headings, words) for row in grid.rows]
    columns = sorted({at for row in rows for at in row})
    signed = {at for at in columns if any(row[at].signed for row in rows if at in row)}
    changes = _headed(grid, words.lists["change-of-columns"])
    sums = _headed(grid, (*words.lists["sum-of-rows"], *words.lists["all-of-columns"]))
    for three in combinations(columns, 3):
        whole = [row for row in rows if all(at in row for at in three)]
        if len(whole) <= _LEAST:
            continue
        known = [at for at in three if at in signed or at in changes]
        target = (known or [at for at in three if at in sums] or three)[-1]
        first, second = (at for at in three if at != target)
        likely = target in signed or target in changes or target in sums
        pairs = ((first, second), (second, first))
        ways = [*(("-", *pair) for pair in pairs), *(("%", *pair) for pair in pairs), ("+", first, second)]
        for way, one, other in ways:
            figures = [(row[one], row[other], row[target]) for row in whole]
            found = _odd(figures, way, absolute=target not in signed, least=_LIKELY if likely else _SURE)
            if found:
                number, value = found
                cell = figures[number][2]
                yield _Wrong(next(at for at, row in enumerate(rows) if row is whole[number]), cell, value)
                break


def _divided(grid: Grid, words: Words) -> Iterator[_Wrong]:
    """Yield the one row of “Repairs per toilet” in which that is not the repairs by the toilets."""
    between = re.compile(rf"\s(?:{'|'.join(map(re.escape, words.lists['one-by-other']))})\s", re.IGNORECASE)
    headings = {at: heading.plain.strip(" *").casefold() for at, heading in grid.headings.items()}
    rows = [_figures(row, grid.headings, words) for row in grid.rows]
    for target, heading in headings.items():
        parts = between.split(heading)
        found = [[at for at, name in headings.items() if at != target and one_word(name, part)] for part in parts]
        if len(parts) != _LEAST or any(len(listed) != 1 for listed in found):
            continue
        (one,), (other,) = found
        whole = [(at, row) for at, row in enumerate(rows) if {one, other, target} <= set(row)]
        figures = [(row[other], row[one], row[target]) for _, row in whole]
        odd = _odd(figures, "/", absolute=True, least=1)
        if odd:
            yield _Wrong(whole[odd[0]][0], figures[odd[0]][2], odd[1])


def _odd(
    rows: Sequence[tuple[_Cell, _Cell, _Cell]], way: str, *, absolute: bool, least: int
) -> tuple[int, Decimal] | None:
    """Return the number of the one row whose third figure is not made of the others, and what it should be."""
    wrong: list[tuple[int, Decimal]] = []
    right, chance = 0, Decimal(1)
    for number, (one, other, target) in enumerate(rows):
        made = _made(one.quantity, other.quantity, target.quantity, way)
        if made is None:
            return None
        exact, slack = made
        exact = abs(exact) if absolute and way != "+" else exact
        off = abs(target.quantity.value - exact)
        step = target.quantity.step
        most = max(slack, step if way == "%" else Decimal(0))
        if off > most + (slack if way == "%" else 0):
            if wrong:
                return None
            wrong.append((number, exact))
            continue
        parts = (target,) if way == "%" else (one, other, target)
        weight = min(abs(part.quantity.value) for part in parts) / max(part.quantity.step for part in parts)
        # Nothing added to a figure bears out nothing; nor does what is only nearly right.
        if weight >= 1 and off <= slack + (step / 2 if way == "%" else 0):
            right += 1
            chance *= weight
    return wrong[0] if wrong and right >= _LEAST and chance >= least else None


def _made(one: Quantity, other: Quantity, target: Quantity, way: str) -> tuple[Decimal, Decimal] | None:
    """Return what is made of two figures, and how far that may be off for their rounding; None of unlike figures."""
    plain = UnitKind.COUNT
    if way == "/":
        return (other.value / one.value, target.step / 2) if one.value > 0 else None
    if not one.alike(other) or one.points:
        return None
    if way == "%":
        if target.kind is not UnitKind.PERCENT or target.points or one.kind is UnitKind.PERCENT or one.value <= 0:
            return None
        exact = (other.value - one.value) / one.value * 100
        return exact, _slack(one, other) / one.value * 100 * max(Decimal(1), abs(other.value / one.value))
    if (target.kind, target.symbol) != (one.kind, one.symbol) and target.kind is not plain:
        return None
    exact = one.value + other.value if way == "+" else other.value - one.value
    return exact, _slack(one, other, target)


def _slack(*figures: Quantity) -> Decimal:
    """Return how far what is made of ``figures`` may be off: by half a step of each, but whole counts by none."""
    values = [one.value for one in figures]
    # Whole thousands or millions may be rounded to them.
    for zeros in (1_000_000, 1_000):
        if all(value % zeros == 0 for value in values):
            return Decimal(zeros) * len(figures) / 2
    if all(one.kind is UnitKind.COUNT and one.step == 1 for one in figures):
        return Decimal(0)
    return sum((one.step for one in figures), Decimal(0)) / 2


def _figures(row: Mapping[int, Told], headings: Mapping[int, Told], words: Words) -> _Row:
    """Return the cells of a row that are figures; a heading may say for all of its column that they are per cent."""
    found = {}
    for at, told in row.items():
        cell = _figure(told, words) if at else None
        if cell:
            heading = headings[at].plain if at in headings else ""
            percent = "%" in heading and cell.quantity.kind is UnitKind.COUNT
            quantity = cell.quantity
            if percent:
                quantity = Quantity(quantity.value, UnitKind.PERCENT, step=quantity.step)
            found[at] = _Cell(cell.told, cell.text, quantity, cell.signed)
    return found


def _figure(told: Told, words: Words) -> _Cell | None:
    """Return the figure that a cell is, with the sign before it; neither “<5” nor “(12)” is one."""
    read = figure_in(told, words)
    if read is None or not _AROUND.fullmatch(told.plain.replace(read.text, "", 1)):
        return None
    sign = _SIGN.match(told.plain)
    size = abs(read.quantity.value)
    of = read.quantity
    value = -size if sign and sign[1] != "+" else size
    return _Cell(told, told.plain.strip(" *"), Quantity(value, of.kind, of.symbol, of.points, of.step), bool(sign))


def _headed(grid: Grid, phrases: Sequence[str]) -> set[int]:
    """Return the columns whose heading begins with one of ``phrases``."""
    starts = re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.IGNORECASE)
    return {at for at, heading in grid.headings.items() if starts.match(heading.plain.strip(" *"))}


def _shown(found: _Wrong, words: Words) -> str:
    """Return what a row comes to, with as many decimals as the cell has, its sign and its sign of per cent."""
    step = found.cell.quantity.step
    places = max(0, -math.floor(step.log10()))
    value = round(found.value, places) if step <= 1 else found.value
    size = words.figure(abs(value), Unit(UnitKind.PERCENT if "%" in found.cell.text else UnitKind.COUNT))
    sign = "−" if value < 0 else "+" if found.cell.text.startswith("+") and value else ""
    return f"{sign}{size}"
