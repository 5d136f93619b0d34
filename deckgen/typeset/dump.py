"""Pages as text that a person can check by eye: what the tests compare."""

from collections.abc import Iterator

from deckgen.model.drawing import Bar, Dash, Dots, Label, Line, Mark, Path, Polygon
from deckgen.model.text import ListKind, Run
from deckgen.typeset.frames import (
    ChartFrame,
    Frame,
    ImageFrame,
    NativeChart,
    NativeChartFrame,
    Page,
    Pages,
    SetCell,
    SetParagraph,
    ShapesFrame,
    TableFrame,
    TextFrame,
)
from deckgen.units import Rect, in_points

_BULLETS = {ListKind.NONE: "", ListKind.BULLET: "• ", ListKind.NUMBER: "# "}


def pages_as_text(pages: Pages) -> str:
    """Return every page with its frames in reading order, lengths in points."""
    return "\n".join(line for page in pages.pages for line in _page(page)) + "\n"


def _page(page: Page) -> Iterator[str]:
    layout, variant = page.layout
    yield f"page {page.number}  {layout}{f' {variant}' if str(variant) else ''}{'  hidden' if page.hidden else ''}"
    for frame in page.frames:
        yield from _frame(frame)
    for paragraph in page.notes:
        yield f"  notes: {_runs(paragraph.runs)}"


def _frame(frame: Frame) -> Iterator[str]:
    head = f"  {frame.name:<14} {_rect(frame.rect)}"
    if isinstance(frame, TextFrame):
        over = f"  overflow {frame.overflow.lines} lines" if frame.overflow else ""
        yield f"{head}{over}"
        for paragraph in frame.paragraphs:
            yield from _paragraph(paragraph)
    elif isinstance(frame, ChartFrame):
        yield f"{head}  “{frame.alt_text}”"
        for mark in frame.drawing.marks:
            yield f"    {_mark(mark)}"
    elif isinstance(frame, NativeChartFrame):
        yield f"{head}  “{frame.alt_text}”"
        yield from _data(frame.chart)
    elif isinstance(frame, ShapesFrame):
        count = sum(len(getattr(shape, "centers", "1")) for shape in frame.shapes)
        yield f"{head}  {count} shapes  “{frame.alt_text}”"
    elif isinstance(frame, TableFrame):
        yield from _table(frame, head)
    else:
        yield f"{head}  image “{frame.alt_text}”{_cut(frame)}"


def _table(table: TableFrame, head: str) -> Iterator[str]:
    """Yield the widths of the columns, then the cells of each row, a slash between their lines."""
    lack = table.overflow
    over = f"  overflow {lack.lines} lines, {in_points(lack.width):.0f} points" if lack else ""
    yield f"{head}{over}  “{table.alt_text}”"
    sides = (f"{in_points(width):.0f}{'>' if cell.right else ''}" for width, cell in _columns(table))
    yield f"    columns {' '.join(sides)}"
    for row in table.rows:
        size = row.cells[0].paragraphs[0].size
        yield f"    {size:g} pt  {in_points(row.height):.0f} high  {' | '.join(map(_cell, row.cells))}"


def _columns(table: TableFrame) -> Iterator[tuple[int, SetCell]]:
    yield from zip(table.columns, table.rows[0].cells, strict=True)


def _cell(cell: SetCell) -> str:
    return " / ".join(_runs(line.runs) for paragraph in cell.paragraphs for line in paragraph.lines)


def _cut(image: ImageFrame) -> str:
    sides = zip(("left", "top", "right", "bottom"), image.crop, strict=True)
    cut = [f"{share:.0%} {side}" for side, share in sides if share]
    return f" cut {', '.join(cut)}" if cut else ""


def _data(chart: NativeChart) -> Iterator[str]:
    """Yield a chart of PowerPoint's own as the table behind it."""
    data = chart.data
    end = "" if data.maximum is None else f", scale to {data.maximum:f}"
    yield f"    native {data.kind.value}, plot {_rect(chart.plot)}, gap {chart.gap}%, overlap {chart.overlap}%{end}"
    for series in data.series:
        yield f"    {series.name} ({series.color}): {' | '.join(cell.text if cell else '–' for cell in series.cells)}"
        if series.beyond:
            more = (cell.text if cell else "–" for cell in series.beyond.cells)
            yield f"    {series.beyond.name}: {' | '.join(more)}"
    yield f"    {' | '.join(data.categories)}"


def _paragraph(paragraph: SetParagraph) -> Iterator[str]:
    indent = "    " + "  " * paragraph.source.level
    start = paragraph.source.start
    before = f"#{start}+ " if start > 1 else _BULLETS[paragraph.kind]
    for number, line in enumerate(paragraph.lines):
        bullet = before if number == 0 else " " * len(before)
        yield f"{indent}{paragraph.size:g} pt  {bullet}{_runs(line.runs)}"


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(f"**{run.text}**" if run.bold else f"*{run.text}*" if run.italic else run.text for run in runs)


def _mark(mark: Mark) -> str:
    if isinstance(mark, Bar):
        tint = f" {mark.tint:.0%} tint" if mark.tint else ""
        fade = f" fade {in_points(mark.fade):.0f}" if mark.fade else ""
        outline = f" outline {mark.outline}" if mark.outline else ""
        return f"bar   {_rect(mark.rect)} {mark.fill}{tint}{outline}{fade}"
    if isinstance(mark, Line):
        ends = ",".join(f"{in_points(end):.0f}" for end in (mark.x1, mark.y1, mark.x2, mark.y2))
        return f"line  {ends} {mark.color}"
    if isinstance(mark, Dots):
        return f"dots  {len(mark.centers)} {mark.fill}"
    if not isinstance(mark, Label):
        color = mark.fill if isinstance(mark, Polygon) else mark.color
        corners = " ".join(f"{in_points(x):.0f},{in_points(y):.0f}" for x, y in mark.points)
        dash = f" {mark.dash.name.lower()}" if isinstance(mark, Path) and mark.dash is not Dash.SOLID else ""
        return f"{type(mark).__name__.lower():<7} {corners} {color}{dash}"
    weight = " bold" if mark.bold else ""
    return f"label {in_points(mark.x):.0f},{in_points(mark.y):.0f} {mark.size:g} pt{weight} {mark.color}  {mark.text}"


def _rect(rect: Rect) -> str:
    x, y, width, height = (in_points(side) for side in (rect.x, rect.y, rect.width, rect.height))
    return f"{x:.0f},{y:.0f} {width:.0f}×{height:.0f}"
