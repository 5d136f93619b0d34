"""Figures written at their dots, where no other text stands and lines leave room."""

from collections.abc import Sequence
from dataclasses import field

from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Label
from deckgen.units import Emu, Rect, points
from deckgen.values import mutable

CAPITALS = 0.716
AWAY = (points(5), points(13), points(22))
"""How far from its dot a figure may stand; nearer is better."""
Point = tuple[int, int]


@mutable
class Callouts:
    """Places figures one after another within ``room``; ``segments`` are the lines they had better not cross."""

    style: ChartStyle
    segments: Sequence[tuple[Point, Point]]
    room: Rect
    marks: list[Label] = field(default_factory=list)
    taken: list[Rect] = field(default_factory=list)

    def put(self, text: str, spot: Point, color: str, radius: int) -> None:
        """Write a figure over or under its dot, or leave it out where there is no room at all."""
        size = self.style.key
        width, tall = self.style.measure(text, size, True), points(size * CAPITALS)
        places = [
            Rect(Emu(spot[0] - width // 2 + shift), Emu(y), width, Emu(tall))
            for away in AWAY
            for y in (spot[1] - radius - away - tall, spot[1] + radius + away)
            for shift in (0, -width // 2, width // 2)
        ]
        free = [place for place in places if self._free(place)]
        if not free:
            return
        best = min(free, key=lambda place: (self._crossed(place), free.index(place)))
        self.taken.append(best)
        self.marks.append(Label(text, best.x, best.bottom, size, color, bold=True))

    def _free(self, rect: Rect) -> bool:
        inside = rect.x >= self.room.x and rect.right <= self.room.right and rect.y >= self.room.y
        apart = not any(_touch(_grown(rect), other) for other in self.taken)
        return inside and rect.bottom <= self.room.bottom - points(4) and apart

    def _crossed(self, rect: Rect) -> int:
        return sum(_crosses(_grown(rect), *segment) for segment in self.segments)


def _grown(rect: Rect) -> Rect:
    margin = points(2)
    return Rect(Emu(rect.x - margin), Emu(rect.y - margin), Emu(rect.width + 2 * margin), Emu(rect.height + 2 * margin))


def _touch(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _crosses(rect: Rect, one: Point, other: Point) -> bool:
    """Return whether a line from left to right passes through ``rect``."""
    (x1, y1), (x2, y2) = one, other
    left, right = max(x1, rect.x), min(x2, rect.right)
    if left > right:
        return False

    def y(x: int) -> float:
        return y1 + (y2 - y1) * (x - x1) / (x2 - x1) if x2 > x1 else y1

    ends = y(left), y(right)
    return max(ends) >= rect.y and min(ends) <= rect.bottom
