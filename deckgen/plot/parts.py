"""Bars of parts that stand on one another, in tints from dark to light; names beside the last bar."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Bar, Drawing, Label, Line, Mark, Row
from deckgen.model.text import Runs
from deckgen.plot.ends import CAPITALS, GAP, LEADING, End, EndNames
from deckgen.plot.spread import spread
from deckgen.plot.timeline import Timeline
from deckgen.units import Emu, Rect, Size, inches, points
from deckgen.values import frozen, mutable

ROOM, HOP = 0.4, inches(0.34)
"""The share of the width that names may take, and how far they stand from the last bar."""
WIDEST, WIDEST_ALONE, FILLED = inches(2.4), inches(5.2), 0.58
FURTHEST = inches(6.2)
CREASE, RULE = points(1.5), inches(0.0104)
LIGHTEST, LIGHTER = 0.88, 0.45
"""The tints after the darkest: between it and these, neither dark nor light text can be read."""


@frozen(slots=True)
class Portion:
    """One part of a bar: its ``share`` of the whole, 0 to 1; ``rest`` is what no part is said to be."""

    share: Decimal
    text: str
    label: Runs
    highlight: bool = False
    rest: bool = False


@frozen(slots=True)
class _Ink:
    """The colours of a part: its fill, tint and outline, the text inside it, and that of its name."""

    fill: str
    tint: float
    outline: str
    inside: str
    text: str


def _inks(portions: Sequence[Portion]) -> tuple[_Ink, ...]:
    """Return the colours of parts from the top: one dark, the others lighter and lighter."""
    plain = [portion for portion in portions if not (portion.highlight or portion.rest)]
    steps = max(1, len(plain) - 2)
    made, number = [], 0
    for portion in portions:
        if portion.rest:
            made.append(_Ink("background", 0, "before", "muted", "muted"))
        elif portion.highlight:
            made.append(_Ink("accent", 0, "", "on-mark", "accent-text"))
        else:
            tint = LIGHTER + (LIGHTEST - LIGHTER) * (number - 1) / steps if number else 0
            outline, inside = ("primary", "ink") if tint else ("", "on-mark")
            made.append(_Ink("primary", round(tint, 3), outline, inside, "primary-text"))
            number += 1
    return tuple(made)


@mutable
class Parts:
    """One drawing of bars by their periods, each of the same parts, the first on top."""

    stacks: Mapping[str, Sequence[Portion]]
    size: Size
    style: ChartStyle

    def drawing(self) -> Drawing:
        """Return all marks; names that lack room are told as crowding, or as rows that go too low."""
        last = [*self.stacks.values()][-1]
        self.inks = _inks(last)
        self.foot = int(self.size.height)
        names = self._names(last)
        free = self.size.width - names.width - HOP
        self.width, xs = self._columns(free)
        timeline = Timeline([*self.stacks], [x + self.width // 2 for x in xs], self.size.width, self.style)
        named = any(self.stacks)
        self.foot -= points(6) + timeline.height if named else 0
        names = self._names(last)
        marks: list[Mark] = []
        for x, portions in zip(xs, self.stacks.values(), strict=True):
            marks += self._joins(x, xs, portions)
            marks += self._bar(x, portions, inside=x != xs[-1])
        end = xs[-1] + self.width
        drawn = names.drawn(end + HOP, [end + points(3)] * len(last))
        marks += [*drawn.marks, *(timeline.marks(self.foot + points(4)) if named else ())]
        low = self.size.height + max(0, drawn.bottom - names.high)
        rows = tuple(Row(Emu(0), Emu(low), Emu(self.foot)) for _ in last)
        lack = max(0, drawn.lack, timeline.lack if named else 0, self._lack())
        return Drawing(self.size, tuple(marks), rows, crowding=Emu(lack))

    def _columns(self, free: int) -> tuple[int, list[int]]:
        """Return how wide bars are, and where each begins."""
        count = len(self.stacks)
        if count == 1:
            return min(WIDEST_ALONE, free), [0]
        pitch = min(round(WIDEST / FILLED), free // count)
        width = round(pitch * FILLED)
        apart = min(FURTHEST, (free - width) // (count - 1))
        return width, [number * apart for number in range(count)]

    def _edges(self, portions: Sequence[Portion]) -> list[tuple[int, int]]:
        """Return where each part begins and ends, from the top."""
        edges, y = [], Decimal(0)
        for portion in portions:
            edges.append((round(y * self.foot), round((y + portion.share) * self.foot)))
            y += portion.share
        return edges

    def _names(self, portions: Sequence[Portion]) -> EndNames:
        made = []
        for portion, ink, (top, bottom) in zip(portions, self.inks, self._edges(portions), strict=True):
            color = "ink" if portion.highlight else "muted" if portion.rest else "body"
            reach = max(0, (bottom - top) // 2 - points(2))
            made.append(End((top + bottom) // 2, portion.text, portion.label, ink.text, color, reach))
        return EndNames(tuple(made), self.style, round(self.size.width * ROOM), self.foot)

    def _bar(self, x: int, portions: Sequence[Portion], *, inside: bool) -> list[Mark]:
        """Return the parts of a bar, and their figures: in them, or right of those too low for a text."""
        marks: list[Mark] = []
        beside: list[tuple[Portion, int]] = []
        tall = points(self.style.key * CAPITALS)
        for portion, ink, (top, bottom) in zip(portions, self.inks, self._edges(portions), strict=True):
            crease = CREASE if top else 0
            if bottom - top > crease:
                rect = Rect(Emu(x), Emu(top + crease), Emu(self.width), Emu(bottom - top - crease))
                marks.append(Bar(rect, ink.fill, ink.outline, ink.tint))
            width = self.style.measure(portion.text, self.style.key, True)
            if inside and self._holds(bottom - top) and width + GAP <= self.width:
                start, y = Emu(x + (self.width - width) // 2), Emu((top + crease + bottom + tall) // 2)
                marks.append(Label(portion.text, start, y, self.style.key, ink.inside, bold=True))
            elif inside and portion.share:
                beside.append((portion, (top + bottom) // 2))
        return [*marks, *self._beside(x + self.width + points(5), beside)]

    def _beside(self, x: int, parts: Sequence[tuple[Portion, int]]) -> list[Mark]:
        """Return figures right of their parts, moved apart."""
        pitch = points(self.style.key * LEADING)
        tops = spread([middle - pitch // 2 for _, middle in parts], [pitch] * len(parts), 0, self.foot)
        baseline = pitch // 2 + points(self.style.key * CAPITALS / 2)
        return [
            Label(portion.text, Emu(x), Emu(top + baseline), self.style.key, "muted", bold=True)
            for (portion, _), top in zip(parts, tops, strict=True)
        ]

    def _joins(self, x: int, xs: Sequence[int], portions: Sequence[Portion]) -> list[Mark]:
        """Return thin lines from the parts of a bar to those of the next."""
        place = list(xs).index(x)
        if place + 1 == len(xs):
            return []
        after = [*self.stacks.values()][place + 1]
        right, left = Emu(x + self.width), Emu(xs[place + 1])
        edges, others = self._edges(portions), self._edges(after)
        # Beside a part too low for its figure, the figure stands where the line would be.
        free = [self._holds(bottom - top) for top, bottom in edges]
        return [
            Line(right, Emu(one[1]), left, Emu(other[1]), RULE, "rule")
            for one, other, *clear in zip(edges, others, free, free[1:], strict=False)
            if all(clear)
        ]

    def _holds(self, height: int) -> bool:
        """Return whether a figure has room inside a part of a bar."""
        return height - CREASE >= points(self.style.key * CAPITALS + 5)

    def _lack(self) -> int:
        """Return by how much bars or the room between them is too narrow for their figures."""
        if len(self.stacks) == 1:
            return 0
        widest = max(
            self.style.measure(portion.text, self.style.key, True)
            for portions in self.stacks.values()
            for portion in portions
        )
        return max(0, widest + GAP - self.width)
