"""A chart of PowerPoint's own: its part (ECMA-376 part 1, 21.2), with the figures of its workbook as they are kept."""

from deckgen.model.chart_data import ChartKind, Series
from deckgen.theme.ooxml import Element, el, serialized, solid
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import NativeChart
from deckgen.units import Size, points
from deckgen.values import frozen
from deckgen.writers.pptx.chart_labels import C15, LabelWriter, value, written_cells, written_texts
from deckgen.writers.pptx.workbook import Column, body, category_texts, columns

_CATEGORIES, _VALUES = 1, 2
"""The ids of the two axes; PowerPoint wants them positive."""
AXIS, LINE = points(1), points(3)
MARKER = 9
"""The size of the mark at each point of a line, in points."""


def chart_part(chart: NativeChart, theme: Theme, lang: str, workbook: str) -> bytes:
    """Return the part of ``chart``; ``workbook`` is the relationship to its workbook."""
    return _Writer(chart, theme, lang).part(workbook)


@frozen
class _Writer:
    chart: NativeChart
    theme: Theme
    lang: str

    def part(self, workbook: str) -> bytes:
        """Return the whole part."""
        root = el(
            "c:chartSpace",
            None,
            value("c:date1904", 0),
            value("c:lang", self.lang),
            value("c:roundedCorners", 0),
            el(
                "c:chart",
                None,
                value("c:autoTitleDeleted", 1),
                self._plot_area(),
                self._legend(self.chart.legend) if self.chart.legend else None,
                value("c:plotVisOnly", 1),
                value("c:dispBlanksAs", "gap"),
            ),
            _clear(),
            self._labels.text("muted", self.chart.keys),
            el("c:externalData", {"r:id": workbook}, value("c:autoUpdate", 0)),
        )
        return serialized(root, ("a", "c", "r"))

    @property
    def _labels(self) -> LabelWriter:
        return LabelWriter(self.chart, self.theme, self.lang)

    @property
    def _kind(self) -> ChartKind:
        return self.chart.data.kind

    def _plot_area(self) -> Element:
        plot, size = self.chart.plot, self.chart.drawing.size
        shares = (plot.x / size.width, plot.y / size.height, plot.width / size.width, plot.height / size.height)
        layout = _layout("inner", shares)
        return el("c:plotArea", None, layout, self._plotted(), *self._axes(), _clear())

    def _plotted(self) -> Element:
        """Return the bars, columns or lines."""
        sheet = columns(self.chart.data)
        series, column = [], 0
        for number, one in enumerate(self.chart.data.series):
            series.append(self._series(number, one, sheet[column], sheet[column + 1] if one.beyond else None))
            column += 2 if one.beyond else 1
        axes = (value("c:axId", _CATEGORIES), value("c:axId", _VALUES))
        if self._kind is ChartKind.LINE:
            grouping = value("c:grouping", "standard")
            return el("c:lineChart", None, grouping, value("c:varyColors", 0), *series, value("c:marker", 1), *axes)
        return el(
            "c:barChart",
            None,
            value("c:barDir", "bar" if self._kind.lies else "col"),
            value("c:grouping", "stacked" if self._kind is ChartKind.STACKED else "clustered"),
            value("c:varyColors", 0),
            *series,
            value("c:gapWidth", self.chart.gap),
            value("c:overlap", self.chart.overlap),
            *axes,
        )

    def _series(self, number: int, series: Series, column: Column, beyond: Column | None) -> Element:
        line = self._kind is ChartKind.LINE
        names = category_texts(self.chart.data)
        categories = el("c:cat", None, written_texts(body("A", len(names)), names))
        return el(
            "c:ser",
            None,
            value("c:idx", number),
            value("c:order", number),
            el("c:tx", None, written_texts(column.head, (series.name,))),
            self._stroke(series) if line else _filled(series.color, self.theme),
            self._marker(series) if line else value("c:invertIfNegative", 0),
            *(self._point(index, point.color) for index, point in series.points if point.color),
            self._labels.labels(number, series),
            self._unconfirmed(beyond) if beyond else None,
            categories,
            el("c:val", None, written_cells(column)),
            value("c:smooth", 0) if line else None,
            self._label_range(beyond) if beyond else None,
        )

    def _point(self, index: int, color: str) -> Element:
        if self._kind is ChartKind.LINE:
            marker = self._mark(color)
            return el("c:dPt", None, value("c:idx", index), marker, value("c:bubble3D", 0))
        own = (value("c:invertIfNegative", 0), value("c:bubble3D", 0), _filled(color, self.theme))
        return el("c:dPt", None, value("c:idx", index), *own)

    def _stroke(self, series: Series) -> Element:
        line = el("a:ln", {"w": LINE, "cap": "rnd"}, solid(series.color, self.theme), el("a:round"))
        return el("c:spPr", None, line)

    def _marker(self, series: Series) -> Element:
        return self._mark(series.color)

    def _mark(self, color: str) -> Element:
        return el("c:marker", None, value("c:symbol", "circle"), value("c:size", MARKER), _filled(color, self.theme))

    def _unconfirmed(self, column: Column) -> Element:
        """Return what is unconfirmed as error bars, as thick as the bar, by the figures of their own column."""
        corner = el("a:miter", {"lim": 800000})
        line = el("a:ln", {"w": self.chart.thickness, "cap": "flat"}, solid("unconfirmed", self.theme), corner)
        return el(
            "c:errBars",
            None,
            value("c:errBarType", "plus"),
            value("c:errValType", "cust"),
            value("c:noEndCap", 1),
            el("c:plus", None, written_cells(column)),
            el("c:spPr", None, line),
        )

    def _label_range(self, column: Column) -> Element:
        """Return the cells that labels take texts from ([MS-ODRAWXML] 2.24.3.20)."""
        count = len(column.cells)
        listed = (
            el("c:pt", {"idx": index}, el("c:v", text=cell.text))
            for index, cell in enumerate(column.cells)
            if cell is not None
        )
        cache = el("c15:dlblRangeCache", None, value("c:ptCount", count), *listed)
        made = el("c15:datalabelsRange", {"xmlns:c15": C15}, el("c15:f", text=column.body), cache)
        return el("c:extLst", None, el("c:ext", {"uri": "{02D57815-91ED-43cb-92C2-25804820EDAC}"}, made))

    def _axes(self) -> tuple[Element, Element]:
        """Return the axis of the categories, a line at zero, and that of the figures, which is not shown."""
        lies, said = self._kind.lies, self.chart.data.said
        names = self._labels.text("body", self.chart.categories)
        categories = el(
            "c:catAx",
            None,
            value("c:axId", _CATEGORIES),
            # From the top, as a list is read.
            el("c:scaling", None, value("c:orientation", "maxMin" if lies else "minMax")),
            value("c:delete", 0),
            value("c:axPos", "l" if lies else "b"),
            el("c:numFmt", {"formatCode": "General", "sourceLinked": 0}),
            value("c:majorTickMark", "none"),
            value("c:minorTickMark", "none"),
            value("c:tickLblPos", "low" if said else "none"),
            el("c:spPr", None, el("a:ln", {"w": AXIS}, solid("muted", self.theme))),
            names,
            value("c:crossAx", _VALUES),
            value("c:crosses", "autoZero"),
            value("c:auto", 0),
            value("c:lblAlgn", "ctr"),
            value("c:lblOffset", 50),
            value("c:tickLblSkip", 1),
            value("c:noMultiLvlLbl", 1),
        )
        end = self.chart.data.maximum
        scaling = el(
            "c:scaling",
            None,
            value("c:orientation", "minMax"),
            value("c:max", f"{end:f}") if end is not None else None,
            value("c:min", 0),
        )
        figures = el(
            "c:valAx",
            None,
            value("c:axId", _VALUES),
            scaling,
            value("c:delete", 1),
            value("c:axPos", "t" if lies else "l"),
            el("c:numFmt", {"formatCode": "General", "sourceLinked": 0}),
            value("c:majorTickMark", "none"),
            value("c:minorTickMark", "none"),
            value("c:tickLblPos", "nextTo"),
            value("c:crossAx", _CATEGORIES),
            value("c:crosses", "autoZero"),
            value("c:crossBetween", "between"),
        )
        return categories, figures

    def _legend(self, room: Size) -> Element:
        """Return the names of the series, above the chart at its left."""
        tracks = (number for number, series in enumerate(self.chart.data.series) if series.whole)
        size = self.chart.drawing.size
        shares = (0.0, 0.0, room.width / size.width, room.height / size.height)
        return el(
            "c:legend",
            None,
            value("c:legendPos", "t"),
            *(el("c:legendEntry", None, value("c:idx", number), value("c:delete", 1)) for number in tracks),
            _layout("", shares),
            value("c:overlay", 1),
            self._labels.text("muted", self.chart.keys),
        )


def _layout(target: str, shares: tuple[float, float, float, float]) -> Element:
    """Return the place of a part of the chart, in shares of the chart's sides."""
    modes = [value("c:layoutTarget", target)] if target else []
    modes += [value("c:xMode", "edge"), value("c:yMode", "edge")]
    sides = [value(f"c:{side}", f"{share:.6f}") for side, share in zip("xywh", shares, strict=True)]
    return el("c:layout", None, el("c:manualLayout", None, *modes, *sides))


def _filled(color: str, theme: Theme) -> Element:
    return el("c:spPr", None, solid(color, theme), el("a:ln", None, el("a:noFill")))


def _clear() -> Element:
    return el("c:spPr", None, el("a:noFill"), el("a:ln", None, el("a:noFill")))
