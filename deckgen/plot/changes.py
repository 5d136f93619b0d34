"""Rows that lead from the earlier to the later figure, to one scale, both figures in text at the ends."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from decimal import Decimal

from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Align, Bar, Drawing, Label, Line, Mark
from deckgen.model.figures import Indicator
from deckgen.plot.bands import PADDING, Band, bands
from deckgen.plot.figures import period_names, refusal, value_of
from deckgen.plot.telling import IndicatorChart
from deckgen.spec.base import Refusal
from deckgen.units import Emu, Size, inches, points
from deckgen.values import frozen, mutable

MOST = 12
"""How many indicators there is room for under one another."""
AXIS, RULE = inches(0.014), inches(0.0104)
GAP = inches(0.1)
CAPITALS = 0.716
LEAST_LENGTH = 0.15
"""How long the longest row is at least, as a share of the chart's width."""

Part = tuple[str, float, str, bool]
"""A text beside others: its characters, size, colour, and whether it is bold."""


def refused(indicators: Sequence[Indicator]) -> Refusal | None:
    """Return why rows from the earlier to the later figure cannot be drawn, or None."""
    if len(indicators) > MOST:
        message = f"there is room for {MOST} indicators, found {len(indicators)}"
        return Refusal(message, "show fewer, or make two slides")
    both = next((of.id for of in indicators if of.before and of.unconfirmed), "")
    if both:
        message = f"“{both}” has an earlier figure and an unconfirmed one, which cannot be shown at once here"
        return Refusal(message, "write chart: before-after")
    return refusal(indicators)


def in_order(indicators: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """Return pairs first, then single figures; in each group the largest later figure first."""
    return tuple(sorted(indicators, key=lambda of: (of.before is None, -value_of(of.latest))))


@frozen
class ChangesChart(IndicatorChart):
    """A chart of rows from the earlier to the later figure; a kind of chart adds the marks of a row."""

    @property
    @abstractmethod
    def reach(self) -> float:
        """How far marks reach to both sides of their figure, as a share of a band's thickness."""

    @abstractmethod
    def pair(self, indicator: Indicator, band: Band, before: int, after: int) -> list[Mark]:
        """Return the marks of a row that leads from the x ``before`` to the x ``after``, two different figures."""

    @abstractmethod
    def one(self, indicator: Indicator, band: Band, x: int) -> list[Mark]:
        """Return the marks of a row with one figure, or two that are the same."""

    def inner(self, indicator: Indicator) -> str:
        """Return the colour of the text left of the marks: over them, or on the slide itself."""
        falls = indicator.change is not None and indicator.change.size < 0
        return f"{self.color(indicator)}-text" if falls or not indicator.before else "muted"

    def draw(self, size: Size, style: ChartStyle, beside: tuple[Emu, ...]) -> Drawing:
        """Return the marks that fill ``size``; no row is lower than the text ``beside`` it."""
        return _Easel(self, size, style, beside).drawing()


@mutable
class _Easel:
    of: ChangesChart
    size: Size
    style: ChartStyle
    beside: Sequence[Emu]
    keys: Mapping[str, tuple[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        rows = self.of.rows
        self.keys = period_names(rows, self.of.words)
        self.header = points(self.style.key * 1.3) if rows[0].id in self.keys else 0
        self.bands, self.rules = bands(rows, self.size.height, self.header, self.beside)
        self.pad = round(self.of.reach * self.bands[0].thick)
        self.origin = AXIS + self.pad
        # Text inside a bar is no taller than the bar, and an earlier figure no larger than a later one.
        values = [value for value, _ in self.style.sizes]
        self.value = next((value for value in values if points(value) <= self.bands[0].thick), values[-1])
        self.style = replace(self.style, key=min(self.style.key, self.value))
        self.apart: set[str] = set()
        self.scale = self._scale()

    def drawing(self) -> Drawing:
        """Return all marks, and by how much the texts of a row are too wide."""
        marks: list[Mark] = [Line(Emu(0), y, self.size.width, y, RULE, "rule") for y in self.rules]
        for indicator, band in zip(self.of.rows, self.bands, strict=True):
            marks += self._row(indicator, band)
        marks += self._header()
        first, last = self.bands[0], self.bands[-1]
        foot = Emu(min(self.size.height, last.middle + last.thick // 2 + PADDING))
        top = Emu(max(self.header, first.middle - first.thick // 2 - PADDING))
        marks.append(Line(Emu(self.pad + AXIS // 2), top, Emu(self.pad + AXIS // 2), foot, AXIS, "muted"))
        rows = tuple(band.row for band in self.bands)
        return Drawing(self.size, tuple(marks), rows, self.rules, crowding=self._crowding(marks))

    def _x(self, value: Decimal) -> int:
        return self.origin + round(value * self.scale)

    def _row(self, of: Indicator, band: Band) -> list[Mark]:
        """Return the marks of one row, and its texts: one left of them where there is room, else all right."""
        after = self._x(value_of(of.latest))
        before = self._x(of.before.value) if of.before else after
        right = max(before, after)
        extra: list[Mark] = []
        if of.unconfirmed:
            right = self._x(value_of(of.latest) + of.unconfirmed.value)
            extra.append(Bar(band.rect(after, right, 0.5 if self.of.reach else 1), "unconfirmed", self.of.color(of)))
        changed = of.before is not None and of.before.value != value_of(of.latest)
        drawn = self.of.pair(of, band, before, after) if changed else self.of.one(of, band, after)
        left, beyond = self._parts(of)
        x = right + self.pad + GAP
        texts = [*self._left(left, min(before, after), band), *self._side_by_side(beyond, x, band)]
        return [*self._guide(left, min(before, after), band), *extra, *drawn, *texts]

    def _guide(self, left: Part | None, x: int, band: Band) -> list[Mark]:
        """Return a thin line from the axis to dots or the text left of them, which keeps a row together."""
        end = x - self.pad - 2 * GAP - (self.style.measure(left[0], left[1], left[3]) if left else 0)
        if not self.of.reach or end < self.origin + 2 * GAP:
            return []
        return [Line(Emu(self.origin), Emu(band.middle), Emu(end), Emu(band.middle), RULE, "rule")]

    def _left(self, part: Part | None, x: int, band: Band) -> list[Mark]:
        if part is None:
            return []
        text, size, color, bold = part
        baseline = _baseline(band.middle, size)
        return [Label(text, Emu(x - self.pad - GAP), baseline, size, color, bold, Align.RIGHT)]

    def _side_by_side(self, parts: Sequence[Part], x: int, band: Band) -> list[Mark]:
        marks: list[Mark] = []
        baseline = _baseline(band.middle, max(size for _, size, _, _ in parts))
        for text, size, color, bold in parts:
            marks.append(Label(text, Emu(x), baseline, size, color, bold))
            x += self.style.measure(text, size, bold) + GAP
        return marks

    def _parts(self, of: Indicator) -> tuple[Part | None, list[Part]]:
        """Return the text left of the marks of a row, if any, and the texts right of them."""
        color, say = f"{self.of.color(of)}-text", self.of.words.say
        later = (of.latest.text if of.latest else "", self.value, color, True)
        named: list[Part] = []
        if of.id in self.keys and of is not self.of.rows[0]:
            named = [(" → ".join(self.keys[of.id]), self.style.key, "muted", False)]
        if of.unconfirmed:
            more: list[Part] = [(f"+{of.unconfirmed.text}", self.value, color, True)]
            more.append((say("unconfirmed"), self.style.key, "ink", False))
            inside = (later[0], self.value, self.of.inner(of), True)
            return (None, [later, *more]) if of.id in self.apart else (inside, more)
        if of.before is None:
            return None, [later]
        if of.before.value == value_of(of.latest):
            return None, [later, (say("no-change"), self.style.key, "muted", False), *named]
        if of.id in self.apart:
            return None, [(f"{of.before.text} →", self.style.key, "muted", False), later, *named]
        inner = self.of.inner(of)
        if of.before.value > value_of(of.latest):
            return (later[0], later[1], inner, True), [(of.before.text, self.style.key, "muted", False), *named]
        return (of.before.text, self.style.key, inner, False), [later, *named]

    def _scale(self) -> Decimal:
        """Return EMU per unit: the longest at which no row with its texts leaves the chart."""
        scale = Decimal(0)
        for _ in range(len(self.of.rows) + 1):
            scale = min(map(self._room, self.of.rows))
            tight = {of.id for of in self.of.rows if not self._has_room_left(of, scale)} - self.apart
            if not tight:
                break
            self.apart |= tight
        return max(scale, Decimal(0))

    def _room(self, of: Indicator) -> Decimal:
        most = max(value_of(of.before), value_of(of.latest) + value_of(of.unconfirmed))
        texts = sum(GAP + self.style.measure(text, size, bold) for text, size, _, bold in self._parts(of)[1])
        return Decimal(self.size.width - self.origin - self.pad - texts) / most if most else Decimal(10**9)

    def _has_room_left(self, of: Indicator, scale: Decimal) -> bool:
        part, _ = self._parts(of)
        if part is None:
            return True
        text, size, _, bold = part
        low = min(figure.value for figure in (of.before, of.latest) if figure)
        return round(low * scale) - self.pad - 2 * GAP >= self.style.measure(text, size, bold)

    def _header(self) -> list[Mark]:
        """Return the names of the periods over the first row: each at its end, or both in a line."""
        if not self.header:
            return []
        of = self.of.rows[0]
        names = self.keys[of.id]
        colors = "muted", f"{self.of.color(of)}-text"
        before, after = (self._x(value_of(figure)) for figure in (of.before, of.latest))
        order = (0, 1) if before <= after else (1, 0)
        widths = [self.style.measure(name, self.style.key, False) for name in names]
        low, high = min(before, after), max(before, after)
        band = self.bands[0]
        y = Emu(band.middle - band.thick // 2 - points(self.style.key * 0.42))
        end, start = low + self.pad, max(low + self.pad + 2 * GAP, high - self.pad)
        start = min(start, self.size.width - widths[order[1]])
        if end - widths[order[0]] < self.origin + GAP or start < end + GAP:
            parts = [(f"{names[0]} →", self.style.key, colors[0], False), (names[1], self.style.key, colors[1], False)]
            return [_at(mark, y) for mark in self._side_by_side(parts, self.origin + GAP, band)]
        left = Label(names[order[0]], Emu(end), y, self.style.key, colors[order[0]], align=Align.RIGHT)
        return [left, Label(names[order[1]], Emu(start), y, self.style.key, colors[order[1]])]

    def _crowding(self, marks: Sequence[Mark]) -> Emu:
        """Return by how much texts leave the chart, or leave its longest row too short to be read."""
        labels = [mark for mark in marks if isinstance(mark, Label) and mark.align is Align.LEFT]
        ends = [mark.x + self.style.measure(mark.text, mark.size, mark.bold) for mark in labels]
        beyond = max(ends, default=0) - self.size.width
        most = max(max(value_of(of.before), value_of(of.latest)) for of in self.of.rows)
        short = round(self.size.width * LEAST_LENGTH) - round(most * self.scale) if most else 0
        return Emu(max(0, beyond - points(1), short))


def _at(mark: Mark, y: Emu) -> Mark:
    """Return a label at another height."""
    if isinstance(mark, Label):
        return Label(mark.text, mark.x, y, mark.size, mark.color, mark.bold, mark.align)
    return mark


def _baseline(middle: int, size: float) -> Emu:
    return Emu(middle + points(size * CAPITALS / 2))
