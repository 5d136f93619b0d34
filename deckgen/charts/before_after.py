"""Bars before and after: a thin one for the earlier figure over a thick one for the later."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Annotated

from pydantic import BeforeValidator, Field

from deckgen.charts._bars import AXIS, BETWEEN, THICK, THIN, Pen, value_of
from deckgen.charts._columns import MOST, Columns
from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Drawing, Line, Row
from deckgen.model.figures import Indicator, UnitKind
from deckgen.model.words import Words
from deckgen.spec.base import ChartSpec, Refusal, Text, mistake
from deckgen.units import Emu, Size, inches

PADDING = inches(0.07)
GROUP_GAP, WIDEST_GAP, LEAST_GAP = inches(0.2), inches(1.0), inches(0.1)
RULE = inches(0.0104)
LONGEST_ALT_TEXT = 249


def _direction(value: object) -> str:
    text = Text.of(value).text
    if text not in ("vertical", "horizontal"):
        hint = "write vertical for columns that stand, or leave the key out"
        raise mistake("unknown-direction", f"bars have no direction “{text}”", hint)
    return text


class BeforeAfter(ChartSpec):
    """Bars before and after, or one bar where only one figure is known; new indicators in a group of their own."""

    direction: Annotated[str, BeforeValidator(_direction)] = Field(
        "horizontal", description=f"horizontal, or vertical: columns side by side, for up to {MOST} indicators"
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
        standing = self.direction == "vertical"
        if standing and len(indicators) > MOST:
            message = f"vertical bars have room for {MOST} indicators, found {len(indicators)}"
            return Refusal(message, "show fewer, or leave out direction: vertical")
        return BeforeAfterChart(_in_order(indicators), highlight, words, standing)


def _in_order(indicators: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """Return pairs first, then single figures; in each group the largest later figure first."""
    return tuple(sorted(indicators, key=lambda of: (of.before is None, -value_of(of.latest))))


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
        pen = Pen(self, size, style)
        marks = tuple(mark for indicator, row in zip(self.rows, rows, strict=True) for mark in pen.row(indicator, row))
        bottom = max(row.bottom for row in rows) + PADDING
        axis = Line(Emu(AXIS // 2), Emu(0), Emu(AXIS // 2), Emu(min(size.height, bottom)), AXIS, "muted")
        rules = tuple(Line(Emu(0), y, size.width, y, RULE, "rule") for y in separators)
        return Drawing(size, (*rules, *marks, axis), rows, separators, crowding=pen.crowding(marks))

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
            rest = separator + self.words.say_number("and-more", Decimal(left), count=left) if left else ""
            if len(more + rest) > LONGEST_ALT_TEXT:
                break
            text, told = more, told + 1
        left = len(spoken) - told
        return text + (separator + self.words.say_number("and-more", Decimal(left), count=left) if left else "")

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
        values = [value_of(of.latest) for of in self.rows]
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
