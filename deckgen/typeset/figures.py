"""What a chart shows as a table of texts, for readers to whom a picture is little use."""

from deckgen.model.chart_data import ChartData, ChartKind, Series
from deckgen.model.charts import Chart
from deckgen.model.tables import NOTHING, Cell, Table
from deckgen.model.text import plain
from deckgen.model.words import Words

Figures = tuple[tuple[str, ...], ...]


def figures_of(chart: Chart, words: Words) -> Figures:
    """Return the figures of a chart row by row, the headings first, each row's name before its figures."""
    known = chart.data()
    return _of_data(known, words) if known else _of_table(Table.of_indicators(chart.rows, "", words))


def _of_data(data: ChartData, words: Words) -> Figures:
    """Return a row for each indicator, whichever way the chart has them."""
    columns = [(words.say("indicator"), *data.categories)]
    for series in data.series:
        columns.append((series.name, *(_figure(series, index) for index in range(len(data.categories)))))
        if series.beyond:
            columns.append((series.beyond.name, *(cell.text if cell else NOTHING for cell in series.beyond.cells)))
    periods_below = data.kind in (ChartKind.LINE, ChartKind.STACKED)
    return tuple(columns) if periods_below else tuple(zip(*columns, strict=True))


def _figure(series: Series, index: int) -> str:
    """Return one figure, with the name that it has of its own."""
    cell, name = series.cells[index], series.point(index).name
    if cell is None:
        return NOTHING
    return f"{cell.text} ({name})" if name not in ("", series.name) else cell.text


def _of_table(table: Table) -> Figures:
    headings = tuple(plain(column.heading) for column in table.columns)
    return (headings, *(tuple(map(_text, row.cells)) for row in table.rows))


def _text(cell: Cell) -> str:
    return " ".join(plain(paragraph.runs) for paragraph in cell)
