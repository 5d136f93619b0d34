"""Elements of DrawingML and PresentationML, as ECMA-376 part 1 names them.

An element is the text that stands for it: a deck has many thousands, and making a tree of each, only to write it, takes
longer than all else that is written. A text does not change, so that one element may stand in many places.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NewType

from deckgen.theme.theme import SchemeColor, Style, Theme
from deckgen.units import Rect

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
BULLET = "•"

Attributes = Mapping[str, str | int]
Element = NewType("Element", str)
HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"

_SPECIAL = re.compile('[&<>"\t\n\r]')
_IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_IN_ATTRIBUTE = _IN_TEXT | {'"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
_NAME = re.compile(r"<[\w:]+")


def el(tag: str, attributes: Attributes | None = None, *children: Element | None, text: str | None = None) -> Element:
    """Return the element ``prefix:name`` with its attributes, its text, and those of ``children`` that are not None."""
    inside = "".join(filter(None, children)) if children else ""
    if text:
        inside = _escaped(text, _IN_TEXT) + inside
    head = f"{tag}{said(attributes)}" if attributes else tag
    return Element(f"<{head}>{inside}</{tag}>" if inside else f"<{head}/>")


def said(attributes: Attributes) -> str:
    """Return attributes as they stand in the head of an element."""
    told = ""
    for name, value in attributes.items():
        # Most are numbers, or names of the format.
        if not isinstance(value, str):
            told += f' {name}="{int(value)}"'
        elif value.isalnum():
            told += f' {name}="{value}"'
        else:
            told += f' {name}="{_escaped(value, _IN_ATTRIBUTE)}"'
    return told


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    if _SPECIAL.search(text) is None:
        return text
    return "".join([signs.get(character, character) for character in text])


def serialized(root: Element, prefixes: tuple[str, ...] = ("a", "p", "r")) -> bytes:
    """Return ``root`` as the bytes of a part; ``prefixes`` are declared there, and that of charts where it is used."""
    kept = sorted({*prefixes, *(["c"] if "<c:" in root else [])})
    names = "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in kept)
    name = _NAME.match(root)
    end = name.end() if name else 0
    return f"{HEAD}{root[:end]}{names}{root[end:]}".encode()


def color(name: str, theme: Theme) -> Element:
    """Return a colour of the palette as a scheme colour, or as it is where it is none."""
    scheme = theme.scheme_color(name)
    # The colour of links has no name on a ground where links have another.
    if scheme and scheme.slot in theme.color_map.values():
        return _scheme(scheme, theme)
    return el("a:srgbClr", {"val": theme.palette[name].hex})


def color_between(name: str, other: str, share: float, theme: Theme) -> Element:
    """Return the colour that is ``share`` of the way from one tint to another of the same scheme colour."""
    one, two = theme.scheme_color(name), theme.scheme_color(other)
    if one is None or two is None or one.slot != two.slot or one.slot not in theme.color_map.values():
        return color(name if share < 0.5 else other, theme)
    return _scheme(one.towards(two, share), theme)


def _scheme(scheme: SchemeColor, theme: Theme) -> Element:
    return _called(next(name for name, slot in theme.color_map.items() if slot == scheme.slot), scheme)


@lru_cache(512)
def _called(name: str, scheme: SchemeColor) -> Element:
    """Return a tint of the scheme colour that goes by ``name``."""
    changed = [
        el(f"a:{tag}", {"val": value * 1000})
        for tag, value, usual in (
            ("satMod", scheme.sat_mod, 100),
            ("lumMod", scheme.lum_mod, 100),
            ("lumOff", scheme.lum_off, 0),
        )
        if value != usual
    ]
    return el("a:schemeClr", {"val": name}, *changed)


def color_map_override(theme: Theme) -> Element:
    """Return how a layout or slide names colours: as its master does, or with light and dark swapped."""
    if theme.color_map == theme.master_map:
        return el("p:clrMapOvr", None, el("a:masterClrMapping"))
    return el("p:clrMapOvr", None, el("a:overrideClrMapping", theme.color_map))


def solid(name: str, theme: Theme) -> Element:
    """Return a fill in a colour of the palette."""
    return el("a:solidFill", None, color(name, theme))


@lru_cache(2048)
def transform(rect: Rect, tag: str = "a:xfrm", *, group: bool = False) -> Element:
    """Return the place of a shape; a group has its children in the same coordinates."""
    places = [("a:off", "a:ext"), ("a:chOff", "a:chExt")][: 2 if group else 1]
    children = [
        child
        for offset, extent in places
        for child in (
            el(offset, {"x": rect.x, "y": rect.y}),
            el(extent, {"cx": rect.width, "cy": rect.height}),
        )
    ]
    return el(tag, None, *children)


def typeface(style: Style) -> Element:
    """Return the font of a style as a reference to the theme's fonts."""
    return el("a:latin", {"typeface": "+mj-lt" if style.heading else "+mn-lt"})


def hundredths(size: float) -> int:
    """Return points as hundredths of a point (20.1.10.72)."""
    return round(size * 100)


def group_properties() -> tuple[Element, Element]:
    """Return what every shape tree begins with."""
    return _GROUP


def _group() -> tuple[Element, Element]:
    return (
        el("p:nvGrpSpPr", None, el("p:cNvPr", {"id": 1, "name": ""}), el("p:cNvGrpSpPr"), el("p:nvPr")),
        el("p:grpSpPr", None, transform(_NOWHERE, group=True)),
    )


_NOWHERE = Rect.of_inches(0, 0, 0, 0)
_GROUP = _group()
