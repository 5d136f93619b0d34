"""Lines over time, with the figures at their dots and their names at their ends."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Align, Dash, Dots, Drawing, Label, Line, Mark, Path, Row
from deckgen.model.figures import Figure, Indicator
from deckgen.model.text import Run
from deckgen.model.words import Words
from deckgen.plot.callouts import Callouts
from deckgen.plot.ends import CAPITALS, GAP, LEADER, LEADING, MOVED, End, EndNames
from deckgen.plot.pens import ACCENT, Pen, Scale, pens, start_of
from deckgen.plot.periods import places
from deckgen.plot.spread import spread
from deckgen.plot.timeline import Timeline
from deckgen.units import Emu, Rect, Size, inches, points
from deckgen.values import mutable

RULE, AXIS, TICK = inches(0.0104), inches(0.014), inches(0.07)
ROOM = 0.36
"""The share of the width that names may take."""
HOP, NEAR = inches(0.36), inches(0.14)
"""How far texts stand from the lines they name, with and without thin lines that lead there."""
HEADROOM, LOWEST = points(26), inches(0.66)
NARROWEST = inches(1.5)
Spot = tuple[str, int, int]
"""A period, and where its figure stands."""


@mutable
class Lines:
    """One drawing of ``rows`` in ``periods``; ``figures`` has those of each indicator by period."""

    rows: tuple[Indicator, ...]
    periods: tuple[str, ...]
    figures: Mapping[str, Mapping[str, Figure]]
    highlight: str
    words: Words
    size: Size
    style: ChartStyle
    marks: list[Mark] = field(default_factory=list)

    def __post_init__(self) -> None:
        values = [figure.value for of in self.rows for figure in self.figures[of.id].values()]
        start = start_of(values)
        self.pens = pens(self.rows, self.highlight)
        self.scale = Scale(start, max(*values, start + 1) if max(values) == start else max(values), HEADROOM, 0)
        unit = next(iter(self.figures[self.rows[0].id].values())).unit
        self.axis = self.words.figure(max(start, Decimal(0)), unit)
        self.left, self.right = self._left(), self.size.width - self.names.width - HOP
        self.scale = replace(self.scale, foot=self.size.height - self._below())
        if not self._moved():
            self.right = self.size.width - self.names.width - NEAR
        self.xs = self._xs()

    def drawing(self) -> Drawing:
        """Return all marks; texts that lack room are told as crowding, names as rows that go too low."""
        self._axis()
        for of in sorted(self.rows, key=lambda of: of.id == self.highlight):
            self._line(of)
        names = self.names
        drawn = names.drawn(self.size.width - names.width, [self._end(of) for of in self.by_end])
        self.marks += drawn.marks
        self._firsts()
        self._callouts()
        low = self.size.height + max(0, drawn.bottom - names.high)
        rows = tuple(Row(Emu(0), Emu(low), Emu(self.scale.foot)) for _ in self.rows)
        lack = max(0, drawn.lack, self._timeline().lack, NARROWEST - (self.right - self.left))
        return Drawing(self.size, tuple(self.marks), rows, crowding=Emu(lack))

    @cached_property
    def by_end(self) -> tuple[Indicator, ...]:
        """The indicators by their last figure, the highest first; those that meet there by the figure before."""
        return tuple(sorted(self.rows, key=lambda of: [-figure.value for _, figure in reversed(self._dated(of))]))

    @property
    def names(self) -> EndNames:
        """The names at the right: each with its last figure, and the period of that where it is not the last."""
        made = []
        for of in self.by_end:
            period, figure = self._dated(of)[-1]
            label = of.row_label if period == self.periods[-1] else (*of.row_label, Run(f" ({period})"))
            color = "ink" if of.id == self.highlight else "body"
            made.append(End(self.scale.y(figure.value), figure.text, label, self.pens[of.id].text, color))
        return EndNames(tuple(made), self.style, round(self.size.width * ROOM), self.size.height - LOWEST)

    @property
    def gaps(self) -> bool:
        """Whether a line lacks a period between two that it has."""
        return any(self._skips(*pair) for of in self.rows for pair in pairwise(p for p, _ in self._dated(of)))

    def _skips(self, one: str, other: str) -> bool:
        return self.periods.index(other) - self.periods.index(one) > 1

    def _dated(self, of: Indicator) -> list[tuple[str, Figure]]:
        figures = self.figures[of.id]
        return [(period, figures[period]) for period in self.periods if period in figures]

    def _spots(self, of: Indicator) -> list[Spot]:
        return [(period, self.xs[period], self.scale.y(figure.value)) for period, figure in self._dated(of)]

    def _xs(self) -> dict[str, int]:
        span = self.right - self.left
        at = zip(self.periods, places(self.periods), strict=True)
        return {period: self.left + round(place * span) for period, place in at}

    def _end(self, of: Indicator) -> int:
        """Return where a line that leads to a name begins."""
        return self._spots(of)[-1][1] + self.pens[of.id].dot // 2 + points(2)

    def _timeline(self) -> Timeline:
        return Timeline(self.periods, list(self._xs().values()), self.size.width, self.style)

    def _below(self) -> int:
        """Return how much room the names of periods need, and what is said below them."""
        note = points(self.style.key * 1.5) if self.gaps or self.scale.start > 0 else 0
        return TICK + points(2) + self._timeline().height + note

    def _moved(self) -> bool:
        """Return whether a name stands so far from its line that a thin line must lead there."""
        names = self.names
        drawn = names.drawn(0, [0] * len(names.ends)).marks
        return any(isinstance(mark, Path) for mark in drawn)

    @property
    def hop(self) -> int:
        """How far the first figures stand from the lines."""
        return HOP if len(self.rows) > 1 else NEAR

    def _left(self) -> int:
        """Return how much room the first figures and the start of the axis need."""
        first = [self.figures[of.id].get(self.periods[0]) for of in self.rows]
        texts = [(figure.text, True) for figure in first if figure]
        widest = max(self.style.measure(text, self.style.key, bold) for text, bold in [*texts, (self.axis, False)])
        period = self.style.measure(self.periods[0], self.style.key, False) // 2
        return max(self.hop + widest, min(period, inches(0.8)))

    def _axis(self) -> None:
        """Draw the line that figures stand over, say where it begins, and name the periods."""
        foot = self.scale.foot
        base = self.scale.y(max(self.scale.start, Decimal(0)))
        self.marks.append(Line(Emu(self.left), Emu(base), Emu(self.right), Emu(base), AXIS, "muted"))
        self.marks += [Line(Emu(x), Emu(foot), Emu(x), Emu(foot + TICK), RULE, "muted") for x in self.xs.values()]
        timeline = self._timeline()
        self.marks += timeline.marks(foot + TICK + points(2))
        y = Emu(foot + TICK + points(2) + timeline.height + points(self.style.key * 1.3))
        x = self.left
        if self.scale.start > 0:
            text = self.words.say("axis-begins", start=self.axis)
            self.marks.append(Label(text, Emu(x), y, self.style.key, "muted"))
            x += self.style.measure(text, self.style.key, False) + inches(0.4)
        if self.gaps:
            middle, end = Emu(y - points(self.style.key * 0.32)), Emu(x + inches(0.4))
            self.marks.append(Path(((Emu(x), middle), (end, middle)), points(2.25), "muted", Dash.DOTTED))
            text = self.words.say("no-figure")
            self.marks.append(Label(text, Emu(end + GAP), y, self.style.key, "muted"))

    def _line(self, of: Indicator) -> None:
        """Draw a line; where a period is missing, fine dots lead over the gap."""
        pen, spots = self.pens[of.id], self._spots(of)
        run = [spots[0]]
        for one, other in pairwise(spots):
            if self._skips(one[0], other[0]):
                self._stroke(run, pen)
                self._stroke([one, other], Pen(pen.color, pen.text, 2.25, Dash.DOTTED))
                run = []
            run.append(other)
        self._stroke(run, pen)
        self.marks.append(Dots(tuple((Emu(x), Emu(y)) for _, x, y in spots), Emu(pen.dot), pen.color))

    def _stroke(self, run: Sequence[Spot], pen: Pen) -> None:
        if len(run) > 1:
            route = tuple((Emu(x), Emu(y)) for _, x, y in run)
            self.marks.append(Path(route, points(pen.width), pen.color, pen.dash))

    def _firsts(self) -> None:
        """Write the figures that lines begin with left of them, alike ones once, and where the axis begins."""
        items: dict[int, tuple[str, str, bool]] = {}
        for of in sorted(self.rows, key=lambda of: of.id != self.highlight):
            figure, pen = self.figures[of.id].get(self.periods[0]), self.pens[of.id]
            if figure:
                bold = pen is ACCENT or len(self.rows) == 1
                items.setdefault(self.scale.y(figure.value), (figure.text, pen.text, bold))
        base = self.scale.y(max(self.scale.start, Decimal(0)))
        items.setdefault(base, (self.axis, "muted", False))
        pitch = points(self.style.key * LEADING)
        ys = sorted(items)
        for y, top in zip(
            ys, spread([y - pitch // 2 for y in ys], [pitch] * len(ys), 0, self._floor(base)), strict=True
        ):
            self._first(items[y], y, top + pitch // 2)

    def _floor(self, base: int) -> int:
        """Return how low the texts left of the lines may reach: the start of the axis keeps its place."""
        return max(base, self.scale.foot) + points(self.style.key * LEADING) // 2

    def _first(self, text: tuple[str, str, bool], y: int, middle: int) -> None:
        baseline = Emu(middle + points(self.style.key * CAPITALS / 2))
        x = Emu(self.left - self.hop)
        self.marks.append(Label(text[0], x, baseline, self.style.key, text[1], text[2], Align.RIGHT))
        if abs(middle - y) > MOVED:
            near, far = Emu(x + points(3)), Emu(self.left - points(5))
            bend = Emu(near + points(4))
            self.marks.append(Path(((near, Emu(middle)), (bend, Emu(middle)), (far, Emu(y))), LEADER, "muted"))

    def _callouts(self) -> None:
        """Write the figures of the line that matters at its dots, and those that later lines begin with."""
        segments = [((x1, y1), (x2, y2)) for of in self.rows for (_, x1, y1), (_, x2, y2) in pairwise(self._spots(of))]
        room = Rect(Emu(0), Emu(0), Emu(self.right), Emu(self.scale.foot))
        placed = Callouts(self.style, segments, room)
        lead = self.rows[0].id if len(self.rows) == 1 else self.highlight
        for of in self.rows:
            dated = self._dated(of)
            called = dated[:1] if dated[0][0] != self.periods[0] and len(dated) > 1 else []
            if of.id == lead:
                # The turning points first: they have room where not all have.
                ends = sorted(dated[1:-1], key=lambda told: told[1].value)
                called += [*ends[-1:], *ends[:1], *dated[1:-1]]
            spots = {period: (x, y) for period, x, y in self._spots(of)}
            for period, figure in dict(called).items():
                placed.put(figure.text, spots[period], self.pens[of.id].text, self.pens[of.id].dot // 2)
        self.marks += placed.marks
