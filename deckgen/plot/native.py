"""Charts as tables, for the charts that PowerPoint has too: bars, lines, parts of a whole.

A chart whose ``data`` returns one of these can be had as a chart of PowerPoint's own.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from deckgen.model.chart_data import Beyond, Cell, ChartData, ChartKind, Point, Series
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.model.text import Runs, plain
from deckgen.plot.figures import period_names, total, value_of
from deckgen.plot.telling import IndicatorChart
from deckgen.values import frozen

ROOM = Decimal("1.25")
"""How far a scale that cannot be left to PowerPoint reaches beyond its largest figure, so that figures may grow."""

_NUMBER = re.compile(r"\d(?:[\d.,\u00a0\u2019 ]*\d)?")


def bars(chart: IndicatorChart, *, standing: bool = False) -> ChartData | None:
    """Return bars, or columns that are ``standing``: the earlier figure over the later one, or a bar on its track.

    None where columns would have to name other periods in one chart, or what is unconfirmed.
    """
    rows, whole = chart.rows, total(chart.rows)
    keys = period_names(rows, chart.words)
    if standing and (len(set(keys.values())) > 1 or any(of.unconfirmed for of in rows)):
        return None
    names = [("", "") if standing else keys.get(of.id, ("", "")) for of in rows]
    series = []
    if whole:
        out_of = next((cell(of.of) for of in rows if of.of and of.of.value == whole), None) or _share(whole)
        series.append(Series(chart.words.say("whole"), (out_of,) * len(rows), "track", whole=True))
    earlier, later = next(iter(keys.values()), ("", _period(rows) or chart.words.say("figure")))
    if keys:
        points = tuple((index, Point(name=name)) for index, (name, _) in enumerate(names) if name)
        series.append(Series(earlier, tuple(cell(of.before) for of in rows), "before", "muted", points=points))
    series.append(_later(chart, later, [name for _, name in names]))
    return ChartData(
        ChartKind.COLUMN if standing else ChartKind.BAR,
        tuple(_one_line(of.row_label) for of in rows),
        tuple(series),
        _maximum(rows, whole),
        tuple((one.before is None) != (other.before is None) for one, other in pairwise(rows)),
        tuple(_notes(chart, of) for of in rows) if chart.labels_rows else (),
        said=chart.labels_rows,
    )


@frozen(slots=True)
class Part:
    """One part of each whole, or one line: its name, its figure for each category, its colours."""

    name: str
    figures: tuple[Figure | None, ...]
    color: str = "primary"
    text: str = "primary-text"


def lines(periods: Sequence[str], parts: Sequence[Part]) -> ChartData:
    """Return a line for each of ``parts`` through the figures of ``periods``; several say their last figure only."""
    series = []
    for part in parts:
        last = max((index for index, figure in enumerate(part.figures) if figure), default=0)
        cells = tuple(cell(figure) for figure in part.figures)
        only = (last,) if len(parts) > 1 else ()
        series.append(Series(part.name, cells, part.color, part.text, strong=True, only=only))
    return ChartData(ChartKind.LINE, tuple(periods), tuple(series), said=True)


def stacked(
    rows: Sequence[Runs], parts: Sequence[Part], whole: Decimal | None = None, *, said: bool = False
) -> ChartData:
    """Return a bar for each of ``rows``, made of ``parts``, each with its figure inside; ``whole`` is its length.

    ``said`` if no text beside the chart says the rows.
    """
    series = tuple(
        Series(part.name, tuple(cell(figure) for figure in part.figures), part.color, part.text) for part in parts
    )
    return ChartData(ChartKind.STACKED, tuple(_one_line(row) for row in rows), series, whole, said=said)


def cell(figure: Figure | None) -> Cell | None:
    """Return a figure as Excel keeps it: a percentage as a share, so that 40 typed over 39% becomes 40%."""
    if figure is None:
        return None
    share = figure.unit.kind is UnitKind.PERCENT
    return Cell(figure.value / 100 if share else figure.value, number_format(figure), figure.text)


def number_format(figure: Figure) -> str:
    """Return the number format (ECMA-376 part 1, 18.8.31) by which Excel shows a figure as the slide does."""
    found = _NUMBER.search(figure.text)
    start, end = found.span() if found else (0, len(figure.text))
    exponent = figure.value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    # Excel writes decimals and thousands as the machine is set, which may not be how the deck's language does.
    grouped = len(re.findall(r"\D", figure.text[start:end])) > bool(places)
    number = ("#,##0" if grouped else "0") + ("." + "0" * places if places else "")
    return _quoted(figure, figure.text[:start]) + number + _quoted(figure, figure.text[end:])


def _quoted(figure: Figure, text: str) -> str:
    """Return what stands before or after the digits; only the sign that makes a share a percentage is no text."""
    sign = "%" if figure.unit.kind is UnitKind.PERCENT else ""
    parts = re.split(f"({sign})", text) if sign else [text]
    return "".join(part if part == sign else _literal(part) for part in parts if part)


def _literal(text: str) -> str:
    return "".join('\\"' if part == '"' else f'"{part}"' for part in re.split('(")', text) if part)


def _later(chart: IndicatorChart, name: str, names: Sequence[str]) -> Series:
    """Return the later figures, the highlighted one in its own colour, and what is unconfirmed on top of them."""
    points = []
    for index, (of, said) in enumerate(zip(chart.rows, names, strict=True)):
        color = chart.color(of)
        own = (color, f"{color}-text") if color != "primary" else ("", "")
        if said or any(own):
            points.append((index, Point(*own, name=said)))
    more = tuple(_added(cell(of.unconfirmed)) for of in chart.rows)
    beyond = Beyond(chart.words.say("unconfirmed"), more) if any(more) else None
    cells = tuple(cell(of.latest) for of in chart.rows)
    return Series(name, cells, "primary", "primary-text", strong=True, points=tuple(points), beyond=beyond)


def _maximum(rows: Sequence[Indicator], whole: Decimal | None) -> Decimal | None:
    """Return where the scale ends: at the whole, or with some room where what is unconfirmed needs to be placed."""
    shares = any(of.latest and of.latest.unit.kind is UnitKind.PERCENT for of in rows)
    if not whole and not any(of.unconfirmed for of in rows):
        return None
    furthest = max(max(value_of(of.before), value_of(of.latest) + value_of(of.unconfirmed)) for of in rows)
    end = whole or furthest * ROOM
    if shares and furthest <= 100:
        end = min(end, Decimal(100))
    return end / 100 if shares else end


def _added(more: Cell | None) -> Cell | None:
    """Return a figure that is shown with a plus, since it comes on top of another."""
    return Cell(more.value, f'"+"{more.number_format}', f"+{more.text}") if more else None


def _share(value: Decimal) -> Cell:
    """Return a share in per cent."""
    return Cell(value / 100, "0%", f"{value}%")


def _period(rows: Sequence[Indicator]) -> str:
    """Return the period of the figures where it is one."""
    periods = {of.latest.period for of in rows if of.latest}
    return periods.pop() if len(periods) == 1 else ""


def _notes(chart: IndicatorChart, of: Indicator) -> tuple[str, ...]:
    """Return what stands under the label of a column: its note, and its change or that it is new."""
    change = of.change.text if of.before and of.change else chart.words.say("new") if of.new else ""
    return tuple(filter(None, (_one_line(of.note), change)))


def _one_line(runs: Runs) -> str:
    return " ".join(plain(runs).split("\n"))
