"""Figures that are typed in the cells of a table whose rows are about indicators."""

import re
from collections.abc import Iterator, Mapping

from deckgen.checks._known import figures_of
from deckgen.checks._numbers import Quantity, Typed, numbers
from deckgen.checks._verdict import Finding, Verdict, place
from deckgen.checks.base import Checked
from deckgen.model.deck import Told
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.model.text import plain

_CELL = re.compile(r"(?P<table>(?:columns\.\d+\.)?table)\.(?P<part>rows|columns)\.(?P<row>\d+)(?:\.(?P<column>\d+))?")

_MOST_COLUMNS = 20
_REFERENCE = re.compile(r"\**\{\s*(?P<of>[\w-]+)(?:\.(?P<field>\w+))?\s*\}\**")


def cells(checked: Checked, wanted: Finding) -> Iterator[Verdict]:
    """Yield the typed cells that are, or contradict, the figure of the indicator and the period they stand under."""
    labels = _by_label(checked)
    words = checked.deck.facts.words
    units = {of.latest.unit.symbol for of in labels.values() if of.latest and of.latest.unit.kind is UnitKind.OTHER}
    for slide in checked.deck.slides:
        tables = {found: told for told in slide.told if (found := _CELL.fullmatch(told.key))}
        by_key = {told.key: told for told in tables.values()}
        for found, told in tables.items():
            if found["part"] == "columns" or found["column"] in (None, "0") or told.mentions:
                continue
            row = by_key.get(f"{found['table']}.rows.{found['row']}.0")
            heading = by_key.get(f"{found['table']}.columns.{found['column']}")
            alone = f"{found['table']}.columns.2" not in by_key
            typed = [*numbers(told.text, words.lang, words.lists, units - {""})]
            if row and heading and len(typed) == 1:
                under = _under(labels, row, heading, alone=alone) or _beside(checked, by_key, found, heading)
                verdict = _verdict(told, typed[0], under)
                yield from (one for one in (verdict,) if one and one.finding is wanted)


def _beside(
    checked: Checked, by_key: Mapping[str, Told], cell: re.Match[str], heading: Told
) -> tuple[Indicator, Figure, str] | None:
    """Return the indicator that the other cells of a row refer to, and its figure of the period over a cell.

    Of one other cell the period is told as well, so that both columns count one thing.
    """
    of, dated = set[str](), False
    for column in range(1, _MOST_COLUMNS):
        told = by_key.get(f"{cell['table']}.rows.{cell['row']}.{column}")
        if told and str(column) != cell["column"]:
            found = _REFERENCE.fullmatch(told.text.strip())
            if not found:
                return None
            of.add(found["of"])
            head = by_key.get(f"{cell['table']}.columns.{column}")
            one = checked.deck.indicators.get(found["of"])
            figure = one and (one.before if found["field"] == "before" else one.latest)
            dated = dated or bool(head and figure and head.plain.strip() == figure.period and figure.period)
    one = checked.deck.indicators.get(of.pop()) if len(of) == 1 and dated else None
    figures = [figure for figure in one.figures if figure.period == heading.plain.strip()] if one else []
    return (one, figures[0], heading.plain) if one and len(figures) == 1 else None


def _by_label(checked: Checked) -> dict[str, Indicator]:
    """Return the indicators by their labels, long and short, those that two have left out."""
    labels: dict[str, Indicator | None] = {}
    for of in checked.deck.indicators.values():
        for label in {_plain(of.name), _plain(plain(of.short))} - {""}:
            labels[label] = None if label in labels else of
    return {label: of for label, of in labels.items() if of}


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _under(
    labels: dict[str, Indicator], row: Told, heading: Told, *, alone: bool
) -> tuple[Indicator, Figure, str] | None:
    """Return the indicator that row or column is about, and its figure of the period that the other one names.

    In a table of two columns, the second one is that of today where it names no period.
    """
    for label, other in ((row, heading), (heading, row)):
        of = labels.get(_plain(label.plain))
        if of is None:
            continue
        periods = [figure for figure in of.figures if figure.period and _says(other.plain, figure.period)]
        if len(periods) == 1:
            return of, periods[0], other.plain
        if alone and label is row and of.latest and not of.before and not re.search(r"\d", other.plain):
            return of, of.latest, other.plain
    return None


def _says(text: str, period: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(period)}(?!\w)", text, re.IGNORECASE))


def _verdict(told: Told, typed: Typed, under: tuple[Indicator, Figure, str] | None) -> Verdict | None:
    """Return whether a cell is what stands under its row and column, or another number of that unit."""
    if under is None:
        return None
    of, figure, heading = under
    exact, written = Quantity.of(figure.value, figure.unit), typed.quantity
    if written.kind is UnitKind.COUNT and exact.kind is not UnitKind.COUNT and _unit(exact) in f"{heading} {of.name}":
        written = Quantity(written.value, exact.kind, exact.symbol, exact.points, written.step)
    if not written.alike(exact):
        return None
    reference = next((known.reference for known in figures_of(of) if known.quantity == exact), "")
    span = place(told, typed.text, typed.start)
    if written.value == exact.value:
        return Verdict(Finding.TYPED, typed.text, span, (reference,), (of,)) if reference else None
    return (
        None
        if written.rounds(exact)
        else Verdict(Finding.OUTDATED, typed.text, span, tuple(filter(None, (reference,))), (of,))
    )


def _unit(of: Quantity) -> str:
    return "%" if of.kind is UnitKind.PERCENT else of.symbol or "\0"
