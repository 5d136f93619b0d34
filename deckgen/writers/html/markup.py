"""The words of HTML and CSS that documents are written in.

Every text is escaped. No element has a style of its own, which the document's policy forbids: looks are classes.
"""

from collections.abc import Mapping
from html import escape

from deckgen.units import Rect, in_points

_VOID = frozenset(("meta", "img", "col", "input"))

_QUOTE = "&quot;"

Attributes = Mapping[str, str | int | bool]


def el(tag: str, attributes: Attributes | None = None, *content: str) -> str:
    """Return an element; an attribute that is True stands without a value, one that is False or empty is left out.

    Only ``alt`` and ``content`` may be empty: an image without alternative text is decoration.
    """
    given = "".join(_attribute(name, value) for name, value in (attributes or {}).items())
    return f"<{tag}{given}>" if tag in _VOID else f"<{tag}{given}>{''.join(content)}</{tag}>"


def _attribute(name: str, value: str | int | bool) -> str:
    if value is True:
        return f" {name}"
    if value is False or (value == "" and name not in ("alt", "content")):
        return ""
    return f' {name}="{told(str(value)).replace(chr(34), _QUOTE)}"'


def told(text: str) -> str:
    """Return ``text`` so that nothing in it is read as markup."""
    return escape(text, quote=False)


def length(emu: int) -> str:
    """Return a length, in EMU, that grows with the slide: ``--pt`` is a point of it."""
    return _points(in_points(emu))


def points(size: float) -> str:
    """Return a length in points of the slide."""
    return _points(size)


def placed(rect: Rect) -> dict[str, str]:
    """Return the declarations of what stands at ``rect`` of the slide."""
    sides = {"left": rect.x, "top": rect.y, "width": rect.width, "height": rect.height}
    return {name: length(side) for name, side in sides.items()}


def drawn(rect: Rect) -> dict[str, str]:
    """Return the same for a drawing: moved there, since a browser would set its corner on a whole pixel.

    A rule in a chart and the one that continues it beside the chart would not meet.
    """
    place = placed(rect)
    return {"transform": f"translate({place.pop('left')},{place.pop('top')})", "left": "0", "top": "0"} | place


def _points(size: float) -> str:
    digits = f"{size:.3f}".rstrip("0").rstrip(".")
    return "0px" if digits in ("0", "-0") else f"calc({digits}*var(--pt))"


class Looks:
    """The looks of the elements of a document, each a class; what looks alike has one class."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def of(self, declarations: Mapping[str, str]) -> str:
        """Return the class of elements with these declarations."""
        body = ";".join(f"{name}:{value}" for name, value in declarations.items())
        return self._names.setdefault(body, f"k{len(self._names) + 1}")

    def rules(self) -> str:
        """Return the rules of all classes, which hold where slides are set as the pages have them."""
        return "\n".join(f".set .{name}{{{body}}}" for body, name in self._names.items())
