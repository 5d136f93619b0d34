"""A field of dots, one for each of a count."""

from deckgen.typeset.frames import Dots
from deckgen.units import Emu, Rect

ROWS = 3
DIAMETER = 0.63
"""How wide a dot is, as a share of the distance of two."""


def dot_field(count: int, rect: Rect, colors: tuple[str, str]) -> Dots:
    """Return ``count`` dots that fill the width or the height of ``rect``, the last row perhaps shorter."""
    columns = max(1, -(-count // ROWS))
    rows = -(-count // columns)
    pitch = min(rect.width / (columns - 1 + DIAMETER), rect.height / (ROWS - 1 + DIAMETER))
    diameter = Emu(round(pitch * DIAMETER))
    centers = tuple(
        (
            Emu(round(rect.x + pitch * (index % columns) + diameter / 2)),
            Emu(round(rect.y + pitch * (index // columns) + diameter / 2)),
        )
        for index in range(count)
    )
    width, height = pitch * (columns - 1) + diameter, pitch * (rows - 1) + diameter
    area = Rect(rect.x, rect.y, Emu(round(width)), Emu(round(height)))
    return Dots(area, centers, diameter, *colors)
