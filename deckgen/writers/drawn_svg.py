"""Native shapes as SVG, for formats that have none of their own."""

import base64
from collections.abc import Iterator

from deckgen.color import mixed
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import Box, Dots, ShapesFrame
from deckgen.units import Rect, Size, in_points, points


def svg(frame: ShapesFrame, theme: Theme, *, ns: bool = True) -> str:
    """Return the shapes of a frame as an SVG of its rectangle, one unit to the point."""
    rect = frame.rect
    width, height = _number(rect.width), _number(rect.height)
    shapes = "".join(drawn for shape in frame.shapes for drawn in _shape(shape, rect, theme))
    namespace = ' xmlns="http://www.w3.org/2000/svg"' if ns else ""
    return f'<svg{namespace} width="{width}" height="{height}" viewBox="0 0 {width} {height}">{shapes}</svg>'


def wrapped(image: bytes, kind: str, size: Size) -> bytes:
    """Return a PNG or JPEG, stretched to ``size``, as an SVG, for programs that take text alone."""
    width, height = _number(size.width), _number(size.height)
    data = base64.b64encode(image).decode()
    picture = (
        f'<image width="{width}" height="{height}" preserveAspectRatio="none" href="data:image/{kind};base64,{data}"/>'
    )
    namespace = 'xmlns="http://www.w3.org/2000/svg"'
    return f'<svg {namespace} width="{width}" height="{height}" viewBox="0 0 {width} {height}">{picture}</svg>'.encode()


def _shape(shape: Box | Dots, whole: Rect, theme: Theme) -> Iterator[str]:
    """Yield the elements of a shape; the line of a colour that has one stands inside its edge."""
    edge = theme.outline(shape.fill)
    inset = points(edge.width / 2) if edge else 0
    line = f' stroke="#{theme.palette[edge.color].hex}" stroke-width="{edge.width:g}"' if edge else ""
    if isinstance(shape, Box):
        rect = shape.rect.inset(inset).moved(-whole.x, -whole.y)
        place = (
            f'x="{_number(rect.x)}" y="{_number(rect.y)}" width="{_number(rect.width)}" height="{_number(rect.height)}"'
        )
        yield f'<rect {place} fill="#{theme.palette[shape.fill].hex}"{line}/>'
        return
    fill = mixed(theme.palette[shape.fill], theme.palette[shape.fill_to or shape.fill], shape.share)
    radius = _number(shape.diameter // 2 - inset)
    for x, y in shape.centers:
        yield f'<circle cx="{_number(x - whole.x)}" cy="{_number(y - whole.y)}" r="{radius}" fill="#{fill.hex}"{line}/>'


def _number(length: int) -> str:
    return f"{in_points(length):.3f}".rstrip("0").rstrip(".")
