"""Bars that lie: the marks of each row, to one scale, and the texts behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Align, Bar, Label, Mark, Row
from deckgen.model.figures import Figure, Indicator
from deckgen.plot.figures import value_of
from deckgen.plot.telling import IndicatorChart
from deckgen.units import Emu, Rect, Size, inches, points

THIN, THICK, BETWEEN = inches(0.2), inches(0.394), inches(0.036)
AXIS, LABEL_GAP = inches(0.014), inches(0.1)
CAP_HEIGHT = 0.716
"""The height of Arial's capitals, as a share of its size."""
DESCENT = 0.21
"""How far letters such as p reach below the line, as a share of the size: names keep clear of the bar below."""
CLEAR = points(1)
"""The least room between figures over one another."""
LEAST_LENGTH = Decimal("0.15")
"""How long the longest bar is at least, as a share of the chart's width, unless a track says what it is out of."""


def legible(style: ChartStyle, rows: Sequence[Row]) -> ChartStyle:
    """Return ``style`` with figures no larger than there is room for between bars that stand close.

    The later figure keeps clear of the earlier one, and the earlier one of the row above.
    """
    above = [lower.top - upper.bottom for upper, lower in pairwise(rows)]
    earlier = min(above, default=rows[0].top) + thin(rows[0])
    later = rows[0].mark - rows[0].top - thin(rows[0])
    for value, key in style.sizes:
        if points(value / 2 * CAP_HEIGHT) + CLEAR <= later and points(key * CAP_HEIGHT) + CLEAR <= earlier:
            break
    return replace(style, value=value, key=key)


def thin(row: Row) -> int:
    """Return how tall the earlier bar of a pair is."""
    return round(2 * (row.bottom - row.mark) * THIN / THICK)


def risen(top: int, height: int, style: ChartStyle) -> int:
    """Return the middle of the text behind an earlier bar: one that is taller rises, and leaves the later bar free."""
    return top + (height - max(0, points(style.key * CAP_HEIGHT) - height)) // 2


class Pen:
    """Draws rows to one scale; ``keys`` names the two periods, for the rows that say them.

    ``total`` is what all figures are out of, drawn as a track; None where there is no such.
    """

    def __init__(
        self,
        chart: IndicatorChart,
        size: Size,
        style: ChartStyle,
        total: Decimal | None = None,
        keys: Mapping[str, tuple[str, str]] | None = None,
    ) -> None:
        self.chart = chart
        self.width = size.width - AXIS
        self.style = style
        self.total = total
        self.keys = keys or {}
        self.scale = self._scale()

    def row(self, indicator: Indicator, row: Row) -> list[Mark]:
        """Return the marks of one row."""
        thick = 2 * (row.bottom - row.mark)
        accent = self.chart.color(indicator)
        marks: list[Mark] = []
        if self.total:
            marks.append(self._bar(self.total, row.bottom - thick, thick, "track"))
        if indicator.before:
            marks += self._earlier(indicator, indicator.before, row.top, thin(row))
        length = self._length(value_of(indicator.latest))
        if length:
            marks.append(self._bar(value_of(indicator.latest), row.bottom - thick, thick, accent))
        return marks + self._later(indicator, row, length, accent)

    def _earlier(self, indicator: Indicator, before: Figure, top: int, height: int) -> list[Mark]:
        length, middle = self._length(before.value), risen(top, height, self.style)
        parts = [(before.text, self.style.key, "muted", False)]
        if indicator.id in self.keys:
            parts.append((self.keys[indicator.id][0], self.style.key, "muted", False))
            middle = min(middle, top + height + BETWEEN - points(self.style.key * (CAP_HEIGHT / 2 + DESCENT) + 0.7))
        bar: list[Mark] = [self._bar(before.value, top, height, "before")] if length else []
        return bar + self._labels(parts, length, middle)

    def _later(self, indicator: Indicator, row: Row, length: int, accent: str) -> list[Mark]:
        """Return the labels of the later bar, and what is unconfirmed beyond it."""
        value = self.chart_value(indicator)
        parts = [(value, self.style.value, f"{accent}-text", True)]
        if indicator.unconfirmed:
            thick = 2 * (row.bottom - row.mark)
            gap = self._length(indicator.unconfirmed.value)
            extra = Bar(self._rect(AXIS + length, row.bottom - thick, gap, thick), "unconfirmed", accent)
            inside = self._inside(value, length, row.mark) if length > self._parts_width(parts) else []
            beyond = (f"+{indicator.unconfirmed.text}", self.style.value, f"{accent}-text", True)
            note = (self.chart.words.say("unconfirmed"), self.style.key, "ink", False)
            after = [beyond, note] if inside else [*parts, beyond, note]
            return [extra, *inside, *self._labels(after, length + gap, row.mark)]
        if indicator.id in self.keys:
            parts.append((self.keys[indicator.id][1], self.style.key, f"{accent}-text", False))
        if self.total and length + self._parts_width(parts) > self.width:
            return self._inside(value, length, row.mark)
        return self._labels(parts, length, row.mark)

    @staticmethod
    def chart_value(indicator: Indicator) -> str:
        """Return the later figure as it is shown."""
        return indicator.latest.text if indicator.latest else ""

    def _inside(self, text: str, length: int, middle: int) -> list[Mark]:
        """Return a value at the end of its bar, inside it."""
        x = Emu(AXIS + length - LABEL_GAP)
        baseline = self._baseline(middle, self.style.value)
        return [Label(text, x, baseline, self.style.value, "on-mark", bold=True, align=Align.RIGHT)]

    def _labels(self, parts: list[tuple[str, float, str, bool]], length: int, middle: int) -> list[Mark]:
        """Return texts side by side after a bar."""
        marks: list[Mark] = []
        x = AXIS + length + LABEL_GAP
        baseline = self._baseline(middle, max(size for _, size, _, _ in parts))
        for text, size, color, bold in parts:
            marks.append(Label(text, Emu(x), baseline, size, color, bold))
            x += self.style.measure(text, size, bold) + LABEL_GAP
        return marks

    def _parts_width(self, parts: list[tuple[str, float, str, bool]]) -> int:
        return sum(LABEL_GAP + self.style.measure(text, size, bold) for text, size, _, bold in parts)

    def _scale(self) -> Decimal:
        """Return EMU per unit: the longest at which no bar with its label leaves the chart."""
        if self.total:
            return Decimal(self.width) / self.total
        room = []
        for of in self.chart.rows:
            for figure, size, key in ((of.before, self.style.key, 0), (of.latest, self.style.value, 1)):
                if figure and not (of.unconfirmed and key):
                    texts = [(figure.text, size, "", bool(key))]
                    texts += [(self.keys[of.id][key], self.style.key, "", False)] if of.id in self.keys else []
                    room.append((figure.value, self._parts_width(texts)))
            if of.unconfirmed:
                texts = [
                    (text, self.style.value, "", True) for text in (self.chart_value(of), f"+{of.unconfirmed.text}")
                ]
                texts.append((self.chart.words.say("unconfirmed"), self.style.key, "", False))
                room.append((value_of(of.latest) + of.unconfirmed.value, self._parts_width(texts)))
        scales = [Decimal(max(0, self.width - labels)) / value for value, labels in room if value]
        return min(scales, default=Decimal(0))

    def crowding(self, marks: tuple[Mark, ...]) -> Emu:
        """Return by how much texts leave the chart, or leave its longest bar too short to be read."""
        labels = [mark for mark in marks if isinstance(mark, Label) and mark.align is Align.LEFT]
        ends = [mark.x + self.style.measure(mark.text, mark.size, mark.bold) for mark in labels]
        beyond = max(ends, default=0) - AXIS - self.width
        bars = [mark.rect.width for mark in marks if isinstance(mark, Bar)]
        figures = [figure for of in self.chart.rows for figure in (of.before, of.latest) if figure and figure.value]
        short = round(self.width * LEAST_LENGTH) - max(bars, default=0) if figures and not self.total else 0
        return Emu(max(0, beyond - points(1), short))

    def _length(self, value: Decimal) -> int:
        return round(value * self.scale)

    def _bar(self, value: Decimal, top: int, height: int, color: str) -> Bar:
        return Bar(self._rect(AXIS, top, self._length(value), height), color)

    @staticmethod
    def _rect(x: int, y: int, width: int, height: int) -> Rect:
        return Rect(Emu(x), Emu(y), Emu(width), Emu(height))

    @staticmethod
    def _baseline(middle: int, size: float) -> Emu:
        return Emu(middle + points(size * CAP_HEIGHT / 2))
