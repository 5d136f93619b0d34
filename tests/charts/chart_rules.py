"""What holds of the drawing of every chart: nothing leaves it, and no texts touch."""

from collections.abc import Iterator

from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Align, Bar, Dots, Drawing, Label, Line, Path, Polygon
from deckgen.units import Rect, points

SLACK = points(1)


def texts(drawing: Drawing, style: ChartStyle) -> list[tuple[str, Rect]]:
    """Return each text with the rectangle of its capitals."""
    found = []
    for mark in drawing.marks:
        if isinstance(mark, Label):
            tall, width = points(mark.size * 0.716), style.measure(mark.text, mark.size, mark.bold)
            x = mark.x - width if mark.align is Align.RIGHT else mark.x
            found.append((mark.text, Rect(x, mark.y - tall, width, tall)))
    return found


def _corners(drawing: Drawing) -> Iterator[tuple[int, int]]:
    for mark in drawing.marks:
        if isinstance(mark, Bar):
            yield from ((mark.rect.x, mark.rect.y), (mark.rect.right, mark.rect.bottom))
        elif isinstance(mark, Line):
            yield from ((mark.x1, mark.y1), (mark.x2, mark.y2))
        elif isinstance(mark, Path | Polygon):
            yield from mark.points
        elif isinstance(mark, Dots):
            radius = mark.diameter // 2
            for x, y in mark.centers:
                yield from ((x - radius, y - radius), (x + radius, y + radius))


def faults(drawing: Drawing, style: ChartStyle) -> list[str]:
    """Return what leaves the chart, and each pair of texts that touch."""
    size, found = drawing.size, []
    rects = texts(drawing, style)
    for x, y in [*_corners(drawing), *((r.x, r.y) for _, r in rects), *((r.right, r.bottom) for _, r in rects)]:
        if not (-SLACK <= x <= size.width + SLACK and -SLACK <= y <= size.height + SLACK):
            found.append(f"{x},{y} is outside")
    for index, (text, one) in enumerate(rects):
        for other_text, other in rects[:index]:
            if one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom:
                found.append(f"{text} touches {other_text}")
    return found
