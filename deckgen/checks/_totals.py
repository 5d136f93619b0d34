"""Tables whose last row sums up the others: their columns, from the heading to the total."""

import re
from collections.abc import Iterator, Sequence

from deckgen.checks._numbers import Typed, masked, numbers
from deckgen.checks.base import Checked
from deckgen.model.deck import Slide, Told
from deckgen.model.words import Words
from deckgen.spec.base import SlideSpec
from deckgen.spec.tables import TableSpec
from deckgen.values import frozen

_ONLY_NUMBER = re.compile(r"[\W_]*")


@frozen
class SummedColumn:
    """A column of a table with a row of totals: its heading, and its cells, the total last."""

    heading: str
    cells: tuple[Told | None, ...]


def summed_columns(checked: Checked) -> Iterator[SummedColumn]:
    """Yield each column but the first of each table that has a row of totals."""
    words = checked.deck.facts.words
    for spec, slides in _wholes(checked):
        for prefix, part in [("", spec), *((f"columns.{n}.", part) for n, part in _columns(spec))]:
            table = getattr(part, "table", None)
            if isinstance(table, TableSpec) and len(table.rows) > 2 and _sums_up(table, words):
                rows = _rows(slides, f"{prefix}table.rows.")
                for column in range(1, len(table.columns)):
                    yield SummedColumn(table.columns[column].text, tuple(row.get(column) for row in rows))


def _wholes(checked: Checked) -> Iterator[tuple[SlideSpec, Sequence[Slide]]]:
    """Yield each slide as it is written, with the slides that it stands on: several where it goes on."""
    slides = checked.deck.slides
    for at, placed in enumerate(checked.spec.slides):
        share = placed.share
        if share is None:
            yield placed.spec, slides[at : at + 1]
        elif share.number == 1:
            yield share.whole, slides[at : at + share.count]


def _rows(slides: Sequence[Slide], prefix: str) -> list[dict[int, Told]]:
    """Return the rows of a table, the cells of each by the numbers of their columns."""
    rows: dict[tuple[int, str], dict[int, Told]] = {}
    for slide in slides:
        for told in slide.told:
            if told.key.startswith(prefix):
                row, _, column = told.key.removeprefix(prefix).partition(".")
                rows.setdefault((slide.number, row), {})[int(column)] = told
    return list(rows.values())


def _columns(spec: object) -> Iterator[tuple[int, object]]:
    yield from enumerate(getattr(spec, "columns", ()))


def _sums_up(table: TableSpec, words: Words) -> bool:
    """Return whether the last row is one of sums: it is said to be, or is called so."""
    last = table.rows[-1][0].text.strip(" *:")
    return table.total or last.casefold() in {phrase.casefold() for phrase in words.lists["sum-of-rows"]}


def figure_in(cell: Told, words: Words) -> Typed | None:
    """Return the only number of a cell as it is read, and that it is nothing else."""
    read = [*numbers(cell.plain, words.lang, words.lists, _unit_of(cell.plain))]
    alone = len(read) == 1 and _ONLY_NUMBER.fullmatch(masked(cell.plain).replace(read[0].text, "", 1))
    return read[0] if alone and read[0].total is None else None


def _unit_of(text: str) -> tuple[str, ...]:
    """Return the word behind the number of a cell, which may be any."""
    found = re.search(r"\d\s([^\W\d_][^\d]{0,19})$", text)
    return (found[1].strip(),) if found else ()
