"""The labels of a chart of PowerPoint's own, and what it keeps of its workbook."""

from collections.abc import Sequence

from deckgen.model.chart_data import Cell, ChartKind, Series
from deckgen.theme.ooxml import Element, el, hundredths, solid
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import NativeChart
from deckgen.units import inches
from deckgen.values import frozen
from deckgen.writers.pptx.shapes import stable_guid
from deckgen.writers.pptx.workbook import Column, plain_number

C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
_FIELDS = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
"""The extension that makes the fields of a label fields ([MS-ODRAWXML] 2.24.3.17)."""
_INSETS = {"lIns": inches(0.08), "tIns": inches(0.02), "rIns": inches(0.08), "bIns": inches(0.02)}
"""What a label keeps from its bar, in PowerPoint."""
_APART = "\u00a0\u00a0"


def value(tag: str, said: str | int) -> Element:
    """Return an element that says one value."""
    return el(tag, {"val": said})


def written_texts(reference: str, texts: Sequence[str]) -> Element:
    """Return texts of the workbook, as they are kept in the chart."""
    listed = (el("c:pt", {"idx": index}, el("c:v", text=text)) for index, text in enumerate(texts))
    cache = el("c:strCache", None, value("c:ptCount", len(texts)), *listed)
    return el("c:strRef", None, el("c:f", text=reference), cache)


def written_cells(column: Column) -> Element:
    """Return figures of the workbook, as they are kept in the chart; an empty cell is left out."""
    usual = next((cell.number_format for cell in column.cells if cell), "General")
    listed = []
    for index, cell in enumerate(column.cells):
        if cell is not None:
            own = {"formatCode": cell.number_format} if cell.number_format != usual else {}
            listed.append(el("c:pt", {"idx": index, **own}, el("c:v", text=plain_number(cell.value))))
    count = value("c:ptCount", len(column.cells))
    cache = el("c:numCache", None, el("c:formatCode", text=usual), count, *listed)
    return el("c:numRef", None, el("c:f", text=column.body), cache)


@frozen
class LabelWriter:
    """Writes the labels of one chart."""

    chart: NativeChart
    theme: Theme
    lang: str

    def text(self, color: str, size: float, *, bold: bool = False, label: bool = False) -> Element:
        """Return the style of texts; a ``label`` breaks nowhere, and keeps from its bar."""
        body = el("a:bodyPr", {"wrap": "none", **_INSETS, "anchor": "ctr"} if label else None)
        attributes: dict[str, str | int] = {"lang": self.lang, "sz": hundredths(size), "b": int(bold)}
        style = el("a:defRPr", attributes, *self._face(color))
        paragraph = el("a:p", None, el("a:pPr", None, style), el("a:endParaRPr", {"lang": self.lang}))
        return el("c:txPr", None, body, el("a:lstStyle"), paragraph)

    def labels(self, number: int, series: Series) -> Element | None:
        """Return the labels of a series; None if it has none."""
        if not series.text:
            return None
        usual = next((cell for cell in series.cells if cell), None)
        points = [
            self._label(number, series, index, cell)
            for index, cell in enumerate(series.cells)
            if cell and series.labels(index) and self._differs(number, series, index, usual)
        ]
        shown = {"showVal": int(not series.only)}
        code = usual.number_format if usual else "General"
        # LibreOffice draws a line to a label that was moved, unless it is told not to.
        unled = _extension("showLeaderLines", {"val": "0"}) if series.beyond else None
        said = self._said(series, code, series.text, self._place(series), shown)
        return el("c:dLbls", None, *points, *said, unled)

    def _differs(self, number: int, series: Series, index: int, usual: Cell | None) -> bool:
        """Return whether a label is not as the others of its series."""
        cell, point = series.cells[index], series.point(index)
        own = cell is not None and usual is not None and cell.number_format != usual.number_format
        inside = (number, index) in self.chart.inside
        return bool(series.only or own or inside or point.text or point.name or series.more(index))

    def _label(self, number: int, series: Series, index: int, cell: Cell) -> Element:
        """Return the label of one point: its figure, what is unconfirmed, the name of its period."""
        point, more = series.point(index), series.more(index)
        inside = (number, index) in self.chart.inside
        color = "on-mark" if inside else point.text or series.text
        place = "inEnd" if inside else self._place(series)
        shown = {"showVal": 1, "showSerName": int(point.name == series.name)}
        rich = self._rich(series, index, cell, color) if point.name or more else None
        # One of the two says enough, and the schema of the SDK takes no more.
        fields = ("showDataLabelsRange", {"val": "1"}) if more else ("dlblFieldTable", {})
        extension = _extension(*fields) if rich is not None else None
        said = self._said(series, cell.number_format, color, place, shown)
        if more:
            # LibreOffice ends error bars with a cap, whatever they say; the label stands over it.
            said[1] = _behind(solid("background", self.theme))
        if rich is not None:
            # Its runs have a style of their own.
            del said[2]
        return el("c:dLbl", None, value("c:idx", index), self._moved(series, index), rich, *said, extension)

    def _rich(self, series: Series, index: int, cell: Cell, color: str) -> Element:
        point, more = series.point(index), series.more(index)
        size = self.chart.values if series.strong else self.chart.keys
        bold = series.strong
        runs = [self._field("VALUE", cell.text, color, size, bold)]
        if more and series.beyond:
            runs.append(self._run(_APART, color, size, bold))
            runs.append(self._field("CELLRANGE", more.text, color, size, bold))
            runs.append(self._run(_APART + series.beyond.name, "ink", self.chart.keys, bold=False))
        if point.name:
            runs.append(self._run(_APART, color, self.chart.keys, bold=False))
            # A field follows the heading of the column; other periods are words of their own.
            written = self._field if point.name == series.name else None
            runs.append(
                written("SERIESNAME", point.name, color, self.chart.keys, False)
                if written
                else self._run(point.name, color, self.chart.keys, bold=False)
            )
        body = el("a:bodyPr", {"wrap": "none", **_INSETS, "anchor": "ctr"}, el("a:spAutoFit"))
        paragraph = el("a:p", None, *runs, el("a:endParaRPr", {"lang": self.lang}))
        return el("c:tx", None, el("c:rich", None, body, el("a:lstStyle"), paragraph))

    def _field(self, kind: str, text: str, color: str, size: float, bold: bool) -> Element:
        identity = {"id": stable_guid(f"chart {kind} {text}"), "type": kind}
        return el("a:fld", identity, self._properties(color, size, bold), el("a:pPr"), el("a:t", text=text))

    def _run(self, text: str, color: str, size: float, bold: bool) -> Element:
        return el("a:r", None, self._properties(color, size, bold), el("a:t", text=text))

    def _properties(self, color: str, size: float, bold: bool) -> Element:
        attributes: dict[str, str | int] = {"lang": self.lang, "sz": hundredths(size), "b": int(bold)}
        return el("a:rPr", attributes, *self._face(color))

    def _face(self, color: str) -> tuple[Element, Element]:
        return solid(color, self.theme), el("a:latin", {"typeface": "+mn-lt"})

    def _said(self, series: Series, code: str, color: str, place: str, shown: dict[str, int]) -> list[Element]:
        """Return what labels say, how and where, in the order of the schema."""
        size = self.chart.values if series.strong else self.chart.keys
        told = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
        return [
            el("c:numFmt", {"formatCode": code, "sourceLinked": 0}),
            _behind(el("a:noFill")),
            self.text(color, size, bold=series.strong, label=True),
            value("c:dLblPos", place),
            *(value(f"c:{name}", shown.get(name, 0)) for name in told),
        ]

    def _place(self, series: Series) -> str:
        """Return where labels stand (21.2.3.10); those of stacked bars may not stand behind them."""
        kind = self.chart.data.kind
        if kind is ChartKind.LINE:
            return "r" if series.only else "t"
        return "ctr" if kind is ChartKind.STACKED else "outEnd"

    def _moved(self, series: Series, index: int) -> Element | None:
        """Return by how much a label is moved along its bar, past what is unconfirmed."""
        more, end = series.more(index), self.chart.data.maximum
        if more is None or not end:
            return None
        along = float(more.value / end) * self.chart.plot.width
        share = along / self.chart.drawing.size.width
        return el("c:layout", None, el("c:manualLayout", None, value("c:x", f"{share:.6f}"), value("c:y", 0)))


def _behind(fill: Element) -> Element:
    return el("c:spPr", None, fill, el("a:ln", None, el("a:noFill")))


def _extension(tag: str, said: dict[str, str]) -> Element:
    inner = el(f"c15:{tag}", {"xmlns:c15": C15, **said})
    return el("c:extLst", None, el("c:ext", {"uri": _FIELDS}, inner))
