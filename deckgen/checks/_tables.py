"""Tables as they were written: what stands in their heads, and what each row begins with."""

import re
from collections.abc import Iterator

from deckgen.checks.base import Checked
from deckgen.model.deck import Told
from deckgen.values import frozen

_CELL = re.compile(r"(?P<table>(?:.*\.)?table)\.(?:columns\.(?P<column>\d+)|rows\.(?P<row>\d+)\.(?P<cell>\d+))")


@frozen
class WrittenTable:
    """The headings of a table, left to right, and the first cell of each row."""

    headings: tuple[Told, ...]
    labels: tuple[Told, ...]


def tables(checked: Checked) -> Iterator[WrittenTable]:
    """Yield each table that is written out in cells."""
    for slide in checked.deck.slides:
        found: dict[str, tuple[dict[int, Told], dict[int, Told]]] = {}
        for told in slide.told:
            match = _CELL.fullmatch(told.key)
            if match:
                headings, labels = found.setdefault(match["table"], ({}, {}))
                if match["column"]:
                    headings[int(match["column"])] = told
                elif match["cell"] == "0":
                    labels[int(match["row"])] = told
        for headings, labels in found.values():
            yield WrittenTable(_in_order(headings), _in_order(labels))


def _in_order(cells: dict[int, Told]) -> tuple[Told, ...]:
    return tuple(cells[number] for number in sorted(cells))
