"""Painted charts as a part of the document."""

import re
from xml.etree import ElementTree

from deckgen.writers.html.markup import el

_SVG = "http://www.w3.org/2000/svg"
_REFERENCE = re.compile(r"url\(#")


def inline(svg: bytes, prefix: str, look: str, alt: str) -> str:
    """Return an SVG of ours as an element with alternative text; every id in it begins with ``prefix``.

    Its styles become attributes, since the document allows no others than those of its own sheet.
    """
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(svg)
    for element in root.iter():
        for part in filter(None, element.attrib.pop("style", "").split(";")):
            name, value = part.split(":", 1)
            element.set(name.strip(), value.strip())
        if "id" in element.attrib:
            element.set("id", prefix + element.attrib["id"])
        for name, value in element.attrib.items():
            element.set(name, _REFERENCE.sub(f"url(#{prefix}", value))
    content = "".join(ElementTree.tostring(child, encoding="unicode").strip() for child in root)
    content = content.replace(f' xmlns="{_SVG}"', "")
    shape = {"viewBox": root.get("viewBox", ""), "preserveAspectRatio": "none"}
    return el("svg", {**shape, "class": look, "role": "img", "aria-label": alt}, content)
