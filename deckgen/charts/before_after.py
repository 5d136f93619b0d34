"""Bars before and after: a thin one for the earlier figure over a thick one for the later."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Annotated

from pydantic import BeforeValidator, Field

from deckgen.charts._columns import MOST, Columns
from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Align, Bar, Drawing, Label, Line, Mark, Row
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.model.words import Words
from deckgen.spec.base import ChartSpec, Refusal, Text, mistake
from deckgen.units import Emu, Rect, Size, inches, points

THIN, THICK, BETWEEN = inches(0.2), inches(0.394), inches(0.036)
AXIS, PADDING, LABEL_GAP = inches(0.014), inches(0.07), inches(0.1)
GROUP_GAP, WIDEST_GAP = inches(0.2), inches(1.0)
LEAST_GAP = inches(0.1)
RULE = inches(0.0104)
CAP_HEIGHT = 0.716
"""The height of Arial's capitals, as a share of its size."""
LONGEST_ALT_TEXT = 249


def _is_vertical(value: object) -> bool:
    text = Text.of(value).text
    if text not in ("vertical", "horizontal"):
        hint = "write vertical for columns that stand, or leave the key out"
        raise mistake("unknown-direction", f"bars have no direction “{text}”", hint)
    return text == "vertical"


class BeforeAfter(ChartSpec):
    """Bars before and after, or one bar where only one figure is known; new indicators in a group of their own."""

    direction: Annotated[bool, BeforeValidator(_is_vertical)] = Field(
        False, description=f"horizontal, or vertical: columns side by side, for up to {MOST} indicators"
    )

    def chart(self, indicators: tuple[Indicator, ...], highlight: str, words: Words) -> "BeforeAfterChart | Refusal":
        """Return the chart of ``indicators``, or why there can be none."""
        figures = [(of, figure) for of in indicators for figure in (of.before, of.latest, of.unconfirmed) if figure]
        blank = next((of.id for of in indicators if of.latest is None), "")
        if blank:
            return Refusal(f"“{blank}” has no figure that a bar could show", "leave it out, or say it in a text")
        if len({(figure.unit.kind, figure.unit.symbol, figure.unit.scale) for _, figure in figures}) > 1:
            return Refusal("figures of different units cannot share one axis", "make two slides, one for each unit")
        negative = next((of.id for of, figure in figures if figure.value < 0), "")
        if negative:
            return Refusal(f"“{negative}” is below zero, where these bars begin", "say it in a text")
        if self.direction and len(indicators) > MOST:
            message = f"vertical bars have room for {MOST} indicators, found {len(indicators)}"
            return Refusal(message, "show fewer, or leave out direction: vertical")
        return BeforeAfterChart(_in_order(indicators), highlight, words, self.direction)


def _in_order(indicators: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """Return pairs first, then single figures; in each group the largest later figure first."""
    return tuple(sorted(indicators, key=lambda of: (of.before is None, -_value(of.latest))))


def _value(figure: Figure | None) -> Decimal:
    return figure.value if figure else Decimal(0)


@dataclass(frozen=True)
class BeforeAfterChart:
    """The chart of some indicators, in the order drawn."""

    rows: tuple[Indicator, ...]
    highlight: str
    words: Words
    labels_rows: bool = False
    """Whether the bars stand, each pair with its label below."""

    def draw(self, size: Size, style: ChartStyle, beside: tuple[Emu, ...]) -> Drawing:
        """Return the marks that fill ``size``; no row is lower than the text ``beside`` it."""
        if self.labels_rows:
            return Columns(self.rows, self.highlight, self.words, self.total(), self.keys()).draw(size, style)
        rows, separators = self._stacked(size, beside)
        pen = _Pen(self, size, style)
        marks = tuple(mark for indicator, row in zip(self.rows, rows, strict=True) for mark in pen.row(indicator, row))
        bottom = max(row.bottom for row in rows) + PADDING
        axis = Line(Emu(AXIS // 2), Emu(0), Emu(AXIS // 2), Emu(min(size.height, bottom)), AXIS, "muted")
        rules = tuple(Line(Emu(0), y, size.width, y, RULE, "rule") for y in separators)
        return Drawing(size, (*rules, *marks, axis), rows, separators)

    def alt_text(self) -> str:
        """Return what changed most, then as many of the others as there is room for."""
        spoken = self._by_change()
        text, told = spoken[0].sentence, 1
        if len(text) > LONGEST_ALT_TEXT - 20:
            text = f"{spoken[0].brief[: LONGEST_ALT_TEXT - 20]}…"
        separator = self.words.say("separator")
        for indicator in spoken[1:]:
            more = text + separator + indicator.brief
            left = len(spoken) - told - 1
            rest = separator + self.words.say("and-more", count=left) if left else ""
            if len(more + rest) > LONGEST_ALT_TEXT:
                break
            text, told = more, told + 1
        left = len(spoken) - told
        return text + (separator + self.words.say("and-more", count=left) if left else "")

    def description(self) -> str:
        """Return all that the chart shows, in words."""
        return self.words.say("separator").join(indicator.sentence for indicator in self._by_change())

    def _by_change(self) -> tuple[Indicator, ...]:
        """Return the largest change first, then figures without one."""

        def key(of: Indicator) -> tuple[bool, Decimal, Decimal]:
            change = of.change if of.before else None
            return (
                change is None,
                -abs(change.size) if change else Decimal(0),
                -change.ratio if change else Decimal(0),
            )

        return tuple(sorted(self.rows, key=key))

    def total(self) -> Decimal | None:
        """Return the whole that all figures are part of, where a track behind the bars can show it."""
        if any(of.before or of.unconfirmed for of in self.rows):
            return None
        values = [_value(of.latest) for of in self.rows]
        if all(of.latest and of.latest.unit.kind is UnitKind.PERCENT for of in self.rows):
            return Decimal(100) if max(values) <= 100 else None
        totals = {of.of.value if of.of else None for of in self.rows}
        total = totals.pop() if len(totals) == 1 else None
        return total if total and max(values) <= total else None

    def keys(self) -> dict[str, tuple[str, str]]:
        """Return how the two bars are called, for the rows that say it."""
        keys, last = {}, ("", "")
        for of in self.rows:
            if of.before and of.latest:
                periods = of.before.period or self.words.say("before"), of.latest.period or self.words.say("after")
                if periods != last:
                    keys[of.id] = last = periods
        return keys

    def _stacked(self, size: Size, beside: tuple[Emu, ...]) -> tuple[tuple[Row, ...], tuple[Emu, ...]]:
        """Return where each row stands, and each rule between two groups."""
        marks = [THIN + BETWEEN + THICK if of.before else THICK for of in self.rows]
        scale = min(1.45, max(0.6, 0.66 * size.height / sum(marks)))
        heights = [max(round(mark * scale), text) for mark, text in zip(marks, beside or [0] * len(marks), strict=True)]
        breaks = [(one.before is None) != (other.before is None) for one, other in pairwise(self.rows)]
        free = size.height - 2 * PADDING - sum(heights) - GROUP_GAP * sum(breaks)
        gap = min(WIDEST_GAP, max(LEAST_GAP, free // max(1, len(breaks))))
        if not any(breaks) and max(heights) * len(heights) + LEAST_GAP * len(breaks) <= size.height - 2 * PADDING:
            heights = [max(heights)] * len(heights)
            free = size.height - 2 * PADDING - sum(heights)
            gap = min(WIDEST_GAP, max(LEAST_GAP, free // max(1, len(breaks))))
        rows, separators, y = [], [], int(PADDING)
        for index, (mark, height) in enumerate(zip(marks, heights, strict=True)):
            top = y + (height - round(mark * scale)) // 2
            bottom = top + round(mark * scale)
            rows.append(Row(Emu(top), Emu(bottom), Emu(bottom - round(THICK * scale / 2))))
            y += height + gap
            if index < len(breaks) and breaks[index]:
                separators.append(Emu(y - gap // 2 + GROUP_GAP // 2))
                y += GROUP_GAP
        return tuple(rows), tuple(separators)


class _Pen:
    """Draws rows to one scale; it names the two periods on the first row, and where they change."""

    def __init__(self, chart: BeforeAfterChart, size: Size, style: ChartStyle) -> None:
        self.chart = chart
        self.width = size.width - AXIS
        self.style = style
        self.total = chart.total()
        self.keys = chart.keys()
        self.scale = self._scale()

    def row(self, indicator: Indicator, row: Row) -> list[Mark]:
        """Return the marks of one row."""
        thick = 2 * (row.bottom - row.mark)
        accent = "accent" if indicator.id == self.chart.highlight else "primary"
        marks: list[Mark] = []
        if self.total:
            marks.append(self._bar(self.total, row.bottom - thick, thick, "track"))
        if indicator.before:
            thin = round(thick * THIN / THICK)
            marks += self._earlier(indicator, indicator.before, row.top, thin)
        length = self._length(_value(indicator.latest))
        if length:
            marks.append(self._bar(_value(indicator.latest), row.bottom - thick, thick, accent))
        return marks + self._later(indicator, row, length, accent)

    def _earlier(self, indicator: Indicator, before: Figure, top: int, height: int) -> list[Mark]:
        length, middle = self._length(before.value), top + height // 2
        parts = [(before.text, self.style.key, "muted", False)]
        if indicator.id in self.keys:
            parts.append((self.keys[indicator.id][0], self.style.key, "muted", False))
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
                room.append((_value(of.latest) + of.unconfirmed.value, self._parts_width(texts)))
        scales = [Decimal(max(0, self.width - labels)) / value for value, labels in room if value]
        return min(scales, default=Decimal(0))

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
