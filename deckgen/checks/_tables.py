"""Tables as they were written: what stands in their heads, and what each row begins with."""

import re
from collections.abc import Iterator, Mapping

from deckgen.checks.base import Checked
from deckgen.model.deck import Told
from deckgen.values import frozen

_CELL = re.compile(r"(?P<table>(?:.*\.)?table)\.(?:columns\.(?P<column>\d+)|rows\.(?P<row>\d+)\.(?P<cell>\d+))")


@frozen
class WrittenTable:
    """The headings of a table, left to right, and the cells of each row that has some text."""

    headings: tuple[Told, ...]
    rows: tuple[tuple[Told, ...], ...]

    @property
    def labels(self) -> tuple[Told, ...]:
        """The first cell of each row."""
        return tuple(row[0] for row in self.rows if row[0].key.endswith(".0"))


@frozen
class Grid:
    """The headings of a table by the numbers of their columns, and so the cells of each row, top to bottom."""

    headings: Mapping[int, Told]
    rows: tuple[Mapping[int, Told], ...]


def tables(checked: Checked) -> Iterator[WrittenTable]:
    """Yield each table that is written out in cells."""
    for grid in grids(checked):
        yield WrittenTable(_in_order(grid.headings), tuple(_in_order(row) for row in grid.rows))


def grids(checked: Checked) -> Iterator[Grid]:
    """Yield each table that is written out in cells, each cell with its column."""
    for slide in checked.deck.slides:
        found: dict[str, tuple[dict[int, Told], dict[int, dict[int, Told]]]] = {}
        for told in slide.told:
            match = _CELL.fullmatch(told.key)
            if match:
                headings, rows = found.setdefault(match["table"], ({}, {}))
                if match["column"]:
                    headings[int(match["column"])] = told
                else:
                    rows.setdefault(int(match["row"]), {})[int(match["cell"])] = told
        for headings, rows in found.values():
            yield Grid(headings, tuple(rows[number] for number in sorted(rows)))


def _in_order(cells: Mapping[int, Told]) -> tuple[Told, ...]:
    return tuple(cells[number] for number in sorted(cells))
