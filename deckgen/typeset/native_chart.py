"""How a chart of PowerPoint's own stands in its frame, so that texts beside it meet its bars.

PowerPoint gives every category a band of one height, and every bar in it one thickness: the earlier bar is not thinner
than the later one, as it is in a painted chart. Two bar charts laid over one another could do that, with axes of their
own; but LibreOffice sets their bars side by side, and a figure that is changed would move one scale and not the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from deckgen.model.chart_data import ChartData, ChartKind, Series
from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Drawing, Row
from deckgen.model.text import Run
from deckgen.typeset.frames import NativeChart
from deckgen.typeset.lines import Measured, settled, words
from deckgen.units import Emu, Rect, Size, inches, points
from deckgen.values import frozen

FILLED = 0.66
"""The share of a band that its bars take where there is room."""
THICKEST, WIDEST = inches(0.57), inches(0.85)
"""The most that one bar, and one column, is thick."""
LOWEST = inches(0.21)
"""The least of a band that one bar takes, so that the labels of two do not meet."""
WIDEST_GAP, LEAST_GAP = inches(1.0), inches(0.07)
CHANGE = inches(0.18)
"""How far a text beside the later bar reaches below its middle."""
BETWEEN = 0.09
"""The gap between two bars of a band, as a share of their thickness."""
LABEL_GAP = inches(0.11)
"""What PowerPoint leaves between a bar and its label, with a little to spare."""
LEAST_LENGTH = 0.15
"""How long the room for bars is at least, as a share of the frame."""
SWATCH = inches(0.45)
"""What a name in the legend takes beside its text."""
PITCH = 1.2
"""The height of a line of text, as a multiple of its size."""
MOST_SIDE = 0.4
"""The most of the width that names of categories take at the left."""
MOST_GAP = 500
"""The largest gap there may be (21.2.3.17, ST_GapAmount)."""


def native_chart(data: ChartData, size: Size, style: ChartStyle, beside: Sequence[Emu]) -> NativeChart:
    """Return how ``data`` stands in a frame of ``size``; a band is no lower than the text ``beside`` it."""
    return _Easel(data, size, style, beside).chart()


@frozen
class _Easel:
    data: ChartData
    size: Size
    style: ChartStyle
    beside: Sequence[Emu]

    def chart(self) -> NativeChart:
        """Return the chart with the plot that leaves room for all labels."""
        upright = self._upright()
        band = round((upright.height if self.data.kind.lies else upright.width) / self.count)
        thickness, gap, overlap = self._bars(band)
        plot, inside, lack = self._plot(upright)
        rows = self._rows(band, thickness, overlap)
        drawing = Drawing(self.size, (), rows, self._separators(rows))
        return NativeChart(
            self.data,
            replace(drawing, crowding=Emu(max(0, lack, self._words_lack(band)))),
            plot,
            Emu(thickness),
            gap,
            overlap,
            self.style.value,
            self.style.key,
            self._category_size(band),
            frozenset(inside),
            Size(self._legend_width(), self.legend) if self.legend else None,
        )

    @property
    def count(self) -> int:
        """How many categories there are."""
        return len(self.data.categories)

    @property
    def legend(self) -> Emu:
        """The height of the names of the series; bars that lie name theirs at the first bar."""
        named = self.data.kind is not ChartKind.BAR and sum(not series.whole for series in self.data.series) > 1
        return points(self.style.key * PITCH * 1.5) if named else Emu(0)

    def _legend_width(self) -> Emu:
        names = (series.name for series in self.data.series if not series.whole)
        swatch = SWATCH * 3 // 2 if self.data.kind is ChartKind.LINE else SWATCH
        width = sum(self.style.measure(name, self.style.key, False) + swatch for name in names)
        return Emu(min(self.size.width, width))

    def _upright(self) -> Rect:
        """Return what is left for bands: below the legend, above the names of categories that stand."""
        if self.data.kind.lies:
            room = self.size.height - self.legend
            most = max(min(room // self.count, self._most), self._slots * LOWEST, self._least())
            side = self._side() if self.data.said else 0
            return Rect(Emu(side), self.legend, Emu(self.size.width - side), Emu(most * self.count))
        band = self.size.width // self.count
        foot = points(self._lines(band, self._category_size(band)) * self._category_size(band) * PITCH) + LEAST_GAP
        return Rect(Emu(0), self.legend, self.size.width, Emu(self.size.height - self.legend - foot))

    def _least(self) -> int:
        """Return how low bands may be, so that texts beside the chart neither meet nor leave it."""
        ends = (*self.beside[:1], *self.beside[-1:])
        meeting = ((one + other) // 2 + LEAST_GAP for one, other in pairwise(self.beside))
        return max((*ends, *meeting), default=0)

    def _side(self) -> int:
        """Return the room for names of categories at the left: that of the widest, as far as there is."""
        size = self.style.category[-1]
        widest = max(self.style.measure(text, size, False) for text in self._texts())
        return min(widest + 2 * LABEL_GAP, round(self.size.width * MOST_SIDE))

    @property
    def _most(self) -> int:
        """The tallest that a band is."""
        return self._slots * THICKEST + WIDEST_GAP

    @property
    def _slots(self) -> int:
        """How many bars stand beside one another in a band."""
        if self.data.kind is ChartKind.STACKED:
            return 1
        return sum(not series.whole for series in self.data.series)

    def _bars(self, band: int) -> tuple[int, int, int]:
        """Return the thickness of a bar, and gap and overlap in whole per cents of it."""
        slots = self._slots
        overlap = -round(100 * BETWEEN) if slots > 1 else 100
        taken = slots + (slots - 1) * BETWEEN
        wished = min(THICKEST if self.data.kind.lies else WIDEST, FILLED * band / taken)
        gap = min(MOST_GAP, max(0, round(100 * (band / wished - taken))))
        return round(band / (taken + gap / 100)), gap, overlap

    def _rows(self, band: int, thickness: int, overlap: int) -> tuple[Row, ...]:
        """Return where the bars of each category stand, for the texts beside them."""
        if not self.data.kind.lies:
            return tuple(Row(Emu(0), self.size.height, self.size.height) for _ in self.data.categories)
        rows, slots = [], self._slots
        step = thickness * (1 - overlap / 100) if slots > 1 else 0
        bars = [series for series in self.data.series if not series.whole][:slots]
        for index in range(self.count):
            top = self.legend + index * band
            first = top + band / 2 - ((slots - 1) * step + thickness) / 2
            there = [slot for slot, series in enumerate(bars) if series.cells[index]] or [0]
            start, end = first + there[0] * step, first + there[-1] * step + thickness
            tall = self.beside[index] if self.beside else 0
            # A text that is taller than its bar stays within the band, as far as it can.
            spare = max(0, band - tall) / 2
            middle = min(max((start + end) / 2, top + band / 2 - spare), top + band / 2 + spare)
            half = (end - start) / 2
            rows.append(Row(Emu(round(middle - half)), Emu(round(middle + half)), Emu(round(end - thickness / 2))))
        return tuple(rows)

    def _separators(self, rows: Sequence[Row]) -> tuple[Emu, ...]:
        """Return the y of each rule between two groups: halfway between the bars or the texts beside them."""
        if not self.data.kind.lies:
            return ()
        texts = self.beside or (Emu(0),) * self.count
        halves = [max(row.bottom - row.top, text) / 2 for row, text in zip(rows, texts, strict=True)]
        middles = [(row.top + row.bottom) / 2 for row in rows]
        # What stands beside the later bar, such as its change, may be taller than the bar.
        feet = [max(middle + half, row.mark + CHANGE) for middle, half, row in zip(middles, halves, rows, strict=True)]
        return tuple(
            Emu(round((feet[number] + middles[number + 1] - halves[number + 1]) / 2))
            for number, ends in enumerate(self.data.breaks)
            if ends
        )

    def _plot(self, upright: Rect) -> tuple[Rect, list[tuple[int, int]], int]:
        """Return where the bars stand, which labels stand inside them, and by how much there is too little room."""
        if self.data.kind is ChartKind.STACKED:
            return upright, [], self._parts_lack(upright.width)
        if self.data.kind is ChartKind.LINE:
            return self._line_plot(upright), [], 0
        along = upright.width if self.data.kind.lies else upright.height
        labels = list(self._labels())
        if any(series.whole for series in self.data.series):
            scale = Decimal(along) / (self.data.maximum or self._largest())
            inside = [place for place, value, width in labels if value * scale + width > along]
            return upright, inside, 0
        end = self.data.maximum or self._largest()
        rooms = [max(0, along - width) * end / value for _, value, width in labels if value]
        length = Emu(round(min([Decimal(along), *rooms])))
        lack = round(along * LEAST_LENGTH) - length
        if self.data.kind.lies:
            return replace(upright, width=length), [], lack
        return (
            replace(upright, y=Emu(upright.bottom - length), height=length),
            [],
            max(lack, self._labels_lack(upright)),
        )

    def _labels_lack(self, upright: Rect) -> int:
        """Return by how much the figures over two columns side by side are wider than the columns are apart."""
        thickness, _, overlap = self._bars(upright.width // self.count)
        bars = [series for series in self.data.series if not series.whole]
        halves = [
            [self._figure_width(series, index) // 2 for series in bars if series.cells[index]]
            for index in range(self.count)
        ]
        return max((sum(two) - round(thickness * (1 - overlap / 100)) for two in halves if len(two) > 1), default=0)

    def _figure_width(self, series: Series, index: int) -> int:
        cell, size = series.cells[index], self.style.value if series.strong else self.style.key
        return self.style.measure(cell.text, size, series.strong) if cell else 0

    def _labels(self) -> Iterator[tuple[tuple[int, int], Decimal, int]]:
        """Yield each label by series and category, the figure it stands behind, and how far it reaches."""
        for number, series in enumerate(self.data.series):
            for index, cell in enumerate(series.cells):
                if cell and series.labels(index):
                    more = series.more(index)
                    value = cell.value + (more.value if more else 0)
                    yield (number, index), value, self._reach(series, index)

    def _reach(self, series: Series, index: int) -> int:
        cell, more, name = series.cells[index], series.more(index), series.point(index).name
        size = self.style.value if series.strong else self.style.key
        if not self.data.kind.lies:
            return points(size * PITCH) + LABEL_GAP // 2
        large = [cell.text if cell else "", more.text if more else ""]
        small = [name, series.beyond.name if more and series.beyond else ""]
        widths = [self.style.measure(text, size, series.strong) for text in large if text]
        widths += [self.style.measure(text, self.style.key, False) for text in small if text]
        return sum(widths) + LABEL_GAP * (len(widths) + 1)

    def _largest(self) -> Decimal:
        return max((cell.value for series in self.data.series for cell in series.cells if cell), default=Decimal(1))

    def _parts_lack(self, width: int) -> int:
        """Return by how much a label is wider than the part of a bar it stands in."""
        bars = zip(*(series.cells for series in self.data.series), strict=True)
        longest = max(sum((cell.value for cell in bar if cell), Decimal(0)) for bar in bars)
        scale = Decimal(width) / (self.data.maximum or longest or 1)
        return max(
            round(self.style.measure(cell.text, self.style.key, False) - cell.value * scale)
            for series in self.data.series
            for cell in series.cells
            if cell
        )

    def _line_plot(self, upright: Rect) -> Rect:
        """Return where lines stand: a line of text lower than the room, and left of their last figures."""
        over = points(self.style.value * PITCH)
        last = max((width for (_, index), _, width in self._labels() if index == self.count - 1), default=0)
        width = last or self.style.measure("0" * 4, self.style.value, True)
        side = max(0, width - upright.width // self.count // 2)
        return Rect(upright.x, Emu(upright.y + over), Emu(upright.width - side), Emu(max(1, upright.height - over)))

    def _category_size(self, band: int) -> float:
        """Return the largest size in which the names of categories have room: below their bands, or at their left."""
        if self.data.kind.lies:
            return self.style.category[-1]
        for size in self.style.category:
            if self._too_wide(band, size) <= 0:
                break
        return size

    def _words_lack(self, band: int) -> int:
        if not self.data.kind.lies:
            return self._too_wide(band, self._category_size(band))
        return self._too_wide(self._side(), self.style.category[-1]) if self.data.said else 0

    def _too_wide(self, band: int, size: float) -> int:
        widest = max(word.width for text in self._texts() for word in self._measured(text, size).words)
        return widest - (band - LEAST_GAP)

    def _lines(self, band: int, size: float) -> int:
        """Return of how many lines the tallest name of a category is."""
        notes = self.data.notes or ((),) * self.count
        tall = []
        for name, below in zip(self.data.categories, notes, strict=True):
            broken = (
                settled([self._measured(text, size)], band - LEAST_GAP, balanced=False) for text in (name, *below)
            )
            tall.append(sum(setting.count for setting in broken))
        return max(tall)

    def _texts(self) -> list[str]:
        return [*self.data.categories, *(text for below in self.data.notes for text in below)]

    def _measured(self, text: str, size: float) -> Measured:
        return Measured(words((Run(text),), lambda run: self.style.measure(run.text, size, run.bold)))
