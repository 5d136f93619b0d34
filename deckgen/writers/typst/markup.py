"""The words of Typst that documents are written in.

Every text is a quoted string, so that nothing in it is read as markup.
"""

from collections.abc import Iterable

from deckgen.color import Color
from deckgen.units import Rect, in_points


def quoted(text: str) -> str:
    """Return ``text`` as a string literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def length(emu: int) -> str:
    """Return a length, in EMU, in points."""
    return f"{in_points(emu):.3f}".rstrip("0").rstrip(".") + "pt"


def rgb(color: Color) -> str:
    """Return a colour."""
    return f'rgb("#{color.hex}")'


def placed(rect: Rect, content: str, *, clip: bool = False, border: str = "") -> str:
    """Return ``content`` in a block that stands at ``rect`` of the page, its edges drawn by a stroke, if by any."""
    cut = ", clip: true" if clip else ""
    cut += f", stroke: {border}" if border else ""
    size = f"width: {length(rect.width)}, height: {length(rect.height)}"
    return f"place(top + left, dx: {length(rect.x)}, dy: {length(rect.y)}, block({size}{cut}, {content}))"


def artifact(content: str, kind: str = "other") -> str:
    """Return ``content`` as what no screen reader reads."""
    return f'pdf.artifact(kind: "{kind}", {content})'


def together(parts: Iterable[str]) -> str:
    """Return ``parts`` one after another, in a block of code."""
    return "{ " + "; ".join(parts) + " }"
