"""A drawing in characters: each cell is 7 points wide and 7 points tall; tints are small letters."""

from deckgen.model.drawing import Align, Bar, Dots, Drawing, Label
from deckgen.units import in_points

CELL = 7
FILLS = {
    "primary": "P", "accent": "A", "before": "b", "track": ".", "unconfirmed": "u", "dot-off": "o", "background": "_"
}  # fmt: skip
TINTS = {"primary": "p", "accent": "a"}


def drawn(drawing: Drawing) -> str:
    """Return the marks of ``drawing`` on a grid: bars and dots by the letter of their colour, labels as they read."""
    columns = round(in_points(drawing.size.width) / CELL) + 1
    rows = round(in_points(drawing.size.height) / CELL) + 1
    grid = [[" "] * columns for _ in range(rows)]
    for mark in drawing.marks:
        if isinstance(mark, Bar):
            left, right = _cell(mark.rect.x), _cell(mark.rect.right)
            for row in range(_cell(mark.rect.y), max(_cell(mark.rect.y) + 1, _cell(mark.rect.bottom))):
                letter = TINTS[mark.fill] if mark.tint else FILLS[mark.fill]
                grid[row][left:right] = letter * (right - left)
        elif isinstance(mark, Dots):
            for x, y in mark.centers:
                grid[_cell(y)][_cell(x)] = FILLS[mark.fill]
        elif isinstance(mark, Label):
            start = _cell(mark.x) - (len(mark.text) if mark.align is Align.RIGHT else 0)
            row = _cell(mark.y) - 1
            grid[row][start : start + len(mark.text)] = mark.text
    return "\n".join("".join(line).rstrip() for line in grid).rstrip() + "\n"


def _cell(length: int) -> int:
    return round(in_points(length) / CELL)
