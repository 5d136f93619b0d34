"""SVG files: refused if they hold more than a drawing, else as they are, and as an old program can be given them."""

import re
from xml.etree import ElementTree

from deckgen.source.images import MOST_PIXELS
from deckgen.source.stripped import stripped_svg
from deckgen.source.svg_weight import excess, pixels
from deckgen.units import EMU_PER_INCH, Emu, Size, in_points
from deckgen.values import frozen

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_REFUSED = frozenset(
    (
        "script", "foreignobject", "iframe", "audio", "video", "embed", "object", "handler", "set", "animate",
        "animatemotion", "animatetransform", "filter",
    )
)  # fmt: skip
_OUTWARD = {"<!DOCTYPE": "a document type", "<!ENTITY": "entities", "<?xml-stylesheet": "a style sheet"}
_EMBEDDED = re.compile(r"\s*(#|data:image/(png|jpeg);base64,)", re.I)
_OUTSIDE = re.compile(
    r"@import|image\(|image-set\(|src\(|url\(\s*['\"]?\s*(?!#|['\"]|data:image/(?:png|jpeg);base64,)\S|expression\(|\\[0-9a-f]",
    re.I,
)
_LENGTH = re.compile(r"\s*(\d*\.?\d+(?:e[+-]?\d+)?)\s*(px|pt|pc|in|cm|mm|q)?\s*", re.I)
_PER_UNIT = {"px": 1, "pt": 96 / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6}
LARGEST = 5_000_000
"""How many bytes a drawing may have: it is read as a whole, and drawn for programs that show no SVG."""
MOST_ELEMENTS = 20_000
"""How many elements a drawing may have."""
MOST_ATTRIBUTES = 200
"""How many attributes an element of a drawing may have."""
LONGEST = 100_000
"""The longest side that a drawing may say it has, in pixels of 96 to the inch."""
LEAST = 0.01
"""The shortest side that it may say it has, in the same pixels."""
LONGEST_TO_LEAST = 1_000
"""How many times as long as the other a side may be."""
DEEPEST = 200
"""How many groups may stand within each other."""
_DECLARATION = re.compile(r"\s*<\?xml\s.*?\?>", re.S)
_SIMPLER = "simplify it in a drawing program, or save it as PNG"
_FONT = re.compile(r"font(?:-family)?\s*:[^;}]*;?", re.I)


@frozen(slots=True)
class Svg:
    """A drawing: its bytes, and its size at 96 pixels to the inch."""

    data: bytes
    size: Size


@frozen(slots=True)
class Unsafe:
    """Why a drawing cannot be shown, as it goes on after its name; and what to do."""

    message: str
    hint: str = "save it as plain SVG, or as PNG"


def svg_of(data: bytes) -> Svg | Unsafe:
    """Return the drawing in ``data``, or why it is refused."""
    text = _text(data)
    if isinstance(text, Unsafe):
        return text
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError):
        return Unsafe("is damaged", "save it again, or fetch it anew")
    wrong = _misshapen(root) or next(filter(None, map(_wrong, root.iter())), "")
    wasteful = "" if wrong else excess(root)
    size = _size(root)
    if wrong or wasteful:
        return Unsafe(wrong) if wrong else Unsafe(wasteful, _SIMPLER)
    if size is None:
        return Unsafe("does not say its size, or one that no slide has", "save it with a viewBox, or as PNG")
    return Svg(f'<?xml version="1.0" encoding="UTF-8"?>\n{stripped_svg(text).strip()}'.encode(), size)


def _text(data: bytes) -> str | Unsafe:
    """Return an SVG as text, without its declaration; or why it is not to be parsed at all."""
    if len(data) > LARGEST:
        return Unsafe(f"has {len(data):,} bytes; deckgen takes drawings of up to {LARGEST:,}", _SIMPLER)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Unsafe("is not saved as UTF-8")
    # Before it is parsed: what a document type declares may grow without bound, or be fetched from elsewhere.
    sign = next((sign for sign in _OUTWARD if sign.lower() in text.lower()), "")
    if sign:
        return Unsafe(f"holds {_OUTWARD[sign]} ({sign}…), which may lead out of the file")
    return _DECLARATION.sub("", text, count=1).lstrip()


def _misshapen(root: ElementTree.Element) -> str:
    """Return why what was parsed is no drawing, as it goes on after the name of the file."""
    if root.tag != f"{{{_SVG}}}svg":
        return f'is no SVG: it begins with <{_local(root.tag)}>, not with <svg xmlns="{_SVG}">'
    if _depth(root) > DEEPEST:
        return f"has groups within groups more than {DEEPEST} deep"
    if any(len(element.attrib) > MOST_ATTRIBUTES for element in root.iter()):
        return f"has an element of more than {MOST_ATTRIBUTES} attributes"
    elements = sum(1 for _ in root.iter())
    return f"has {elements:,} elements; deckgen takes up to {MOST_ELEMENTS:,}" if elements > MOST_ELEMENTS else ""


def for_raster(data: bytes, size: Size) -> bytes:
    """Return a drawing at another size, its texts in the font that is always there.

    What draws the image for programs that show no SVG knows one font, and leaves out texts in others.
    """
    root = ElementTree.fromstring(data)
    own = _size(root)
    if root.get("viewBox") is None and own:
        root.set("viewBox", f"0 0 {_pixels(own.width):g} {_pixels(own.height):g}")
    root.set("width", f"{in_points(size.width):.2f}pt")
    root.set("height", f"{in_points(size.height):.2f}pt")
    for element in root.iter():
        element.attrib.pop("font-family", None)
        if style := element.get("style"):
            element.set("style", _FONT.sub(_without_family, style))
        if _local(element.tag) == "style" and element.text:
            element.text = _FONT.sub(_without_family, element.text)
    root.set("font-family", "Arial, Arimo")
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", _XLINK)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _without_family(match: re.Match[str]) -> str:
    """Return what a declaration of a font says besides its name: its size."""
    size = re.search(r"[\d.]+(?:px|pt|em|mm|%)", match[0]) if not match[0].lower().startswith("font-") else None
    bold = "font-weight:bold;" if size and "bold" in match[0].lower() else ""
    return f"font-size:{size[0]};{bold}" if size else ""


def _wrong(element: ElementTree.Element) -> str:
    """Return what an element does that a drawing does not, as it goes on after the name of the file."""
    name = _local(element.tag)
    if name.lower() in _REFUSED:
        return f"holds <{name}>, which is no drawing"
    for key, value in element.attrib.items():
        attribute = _local(key)
        if attribute.lower().startswith("on"):
            return f"runs a program ({attribute})"
        if attribute == "href" and not _EMBEDDED.match(value):
            return f"refers to another place ({value.strip()[:60]})"
        if attribute == "href" and "," in value and _is_vast(value):
            return f"holds an image that is damaged, or of more than {MOST_PIXELS:,} pixels"
        if _OUTSIDE.search(value):
            return f"refers to another file in its {attribute}"
    sheet = element.text or "" if name == "style" else ""
    return "refers to another file in its styles" if _OUTSIDE.search(sheet) or "://" in sheet else ""


def _is_vast(address: str) -> bool:
    """Return whether an image within a drawing has more pixels than one may have, or is none."""
    try:
        return pixels(address) > MOST_PIXELS
    except ValueError:
        return True


def _depth(root: ElementTree.Element) -> int:
    level, depth = [root], 0
    while level and depth <= DEEPEST:
        level, depth = [below for element in level for below in element], depth + 1
    return depth


def _size(root: ElementTree.Element) -> Size | None:
    """Return the size of a drawing: what it says itself, else that of its view box (SVG 2, 8.9)."""
    sides = [_length(root.get(side, "")) for side in ("width", "height")]
    box = [_length(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())[2:]]
    known = sides if all(sides) else box if len(box) == 2 else []
    lengths = [side for side in known if side and LEAST <= side <= LONGEST]
    if len(lengths) != 2 or max(lengths) > LONGEST_TO_LEAST * min(lengths):
        return None
    return Size(Emu(round(lengths[0] * EMU_PER_INCH / 96)), Emu(round(lengths[1] * EMU_PER_INCH / 96)))


def _length(text: str) -> float:
    """Return a length in pixels, 0 for one that is none or a share of something."""
    match = _LENGTH.fullmatch(text)
    return float(match[1]) * _PER_UNIT[(match[2] or "px").lower()] if match else 0.0


def _pixels(length: int) -> float:
    return length * 96 / EMU_PER_INCH


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]
