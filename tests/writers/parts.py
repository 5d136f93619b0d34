"""The parts of a .pptx as text that a person can read in a diff: indented XML, relationships in words."""

import re
import struct
from collections.abc import Iterator
from html import escape

from lxml import etree

from tests.writers.package import A, C, P, Package, R, Relation

WIDTH = 140
_PREFIXES = {
    A[1:-1]: "a",
    C[1:-1]: "c",
    P[1:-1]: "p",
    R[1:-1]: "r",
    "http://schemas.microsoft.com/office/powerpoint/2010/main": "p14",
    "http://schemas.microsoft.com/office/drawing/2016/SVG/main": "asvg",
    "http://schemas.microsoft.com/office/drawing/2012/chart": "c15",
    "http://schemas.microsoft.com/office/drawing/2017/decorative": "adec",
}
_ONE = {"slideMaster": "master", "notesMaster": "notes master", "notesSlide": "notes", "theme": "theme"}


def deck_as_text(package: Package) -> str:
    """Return the presentation, then each slide with its notes."""
    return "".join(f"{text}\n" for text in deck_parts(package).values())


def deck_parts(package: Package) -> dict[str, str]:
    """Return the parts that are of this deck alone, each as text, by how they are called."""
    names = {"presentation": "ppt/presentation.xml"}
    for number, slide in enumerate(package.slides, start=1):
        names[f"slide {number}"] = slide
        shown = (of.target for of in package.relations(slide) if of.kind == "chart")
        names |= {f"chart {number}.{index}": target for index, target in enumerate(shown, start=1)}
        names |= {f"notes {number}": of.target for of in package.relations(slide) if of.kind == "notesSlide"}
    return {title: _part(package, name, title) for title, name in names.items()}


def theme_as_text(package: Package) -> str:
    """Return the theme, its master and layouts, and the notes master: what all decks of a theme share."""
    master = "ppt/slideMasters/slideMaster1.xml"
    targets = {of.id: of.target for of in package.relations(master)}
    layouts = [targets[node.get(f"{R}id") or ""] for node in package.xml(master).iter(f"{P}sldLayoutId")]
    names = {"theme": "ppt/theme/theme1.xml", "master": master}
    names |= {f"layout “{_layout(package, name)}”": name for name in layouts}
    names["notes master"] = "ppt/notesMasters/notesMaster1.xml"
    return "".join(f"{_part(package, name, title)}\n" for title, name in names.items())


def _part(package: Package, name: str, title: str) -> str:
    """Return one part under its title; relations that no element names are listed first."""
    root = package.xml(name)
    relations = {of.id: of for of in package.relations(name)}
    named = {value for node in root.iter() for key, value in node.attrib.items() if str(key).startswith(R)}
    silent = sorted(_in_words(package, of) for of in relations.values() if of.id not in named)
    for node in root.iter():
        for key, value in node.attrib.items():
            if str(key).startswith(R) and value in relations:
                node.set(key, _in_words(package, relations[str(value)]))
    lines = [f"=== {title}", *(f"to: {target}" for target in silent), *_lines(root, 0)]
    return "".join(f"{line}\n" for line in lines)


def _in_words(package: Package, relation: Relation) -> str:
    """Return where a relationship leads, without the names of parts that are only counted."""
    if relation.external:
        return relation.target
    if relation.kind == "slide":
        return f"slide {package.slides.index(relation.target) + 1}"
    if relation.kind == "slideLayout":
        return f"layout “{_layout(package, relation.target)}”"
    if relation.kind == "image":
        return image_in_words(package.parts[relation.target])
    return _ONE.get(relation.kind, relation.kind)


def _layout(package: Package, name: str) -> str:
    return next(package.xml(name).iter(f"{P}cSld")).get("name") or ""


def image_in_words(image: bytes) -> str:
    """Return what can be said of an image that does not depend on who drew it."""
    if image.startswith(b"\x89PNG"):
        width, height = struct.unpack(">II", image[16:24])
        return f"png of {width}×{height} pixels"
    if not image.startswith(b"<?xml"):
        return f"image of {len(image)} bytes"
    root = etree.fromstring(image)
    bold = {"700": "**"}
    marked = ((bold.get(node.get("font-weight") or "", ""), node.text or "") for node in root.iter("{*}text"))
    texts = [f"{sign}{text}{sign}" for sign, text in marked]
    colors = sorted({color.upper() for color in re.findall(r"(?:fill|stroke)\W+(#[0-9a-fA-F]{6})", image.decode())})
    shapes = sum(1 for _ in root.iter("{*}path"))
    return f"svg of {root.get('width')}×{root.get('height')}: {shapes} shapes, {' '.join(colors)}: {' | '.join(texts)}"


def _lines(node: etree._Element, depth: int) -> Iterator[str]:
    """Yield an element on one line if it is short, else its children indented below it."""
    pad, whole = "  " * depth, _flat(node)
    if len(pad) + len(whole) <= WIDTH or not len(node):
        yield pad + whole
        return
    yield f"{pad}<{_opening(node)}>"
    for child in node:
        yield from _lines(child, depth + 1)
    yield f"{pad}</{_name(node.tag)}>"


def _flat(node: etree._Element) -> str:
    if node.tag == f"{A}path":
        return f"<{_opening(node)}>{_drawn(node)}</a:path>"
    inner = _visible(node.text or "") + "".join(_flat(child) for child in node)
    return f"<{_opening(node)}>{inner}</{_name(node.tag)}>" if inner else f"<{_opening(node)}/>"


def _drawn(path: etree._Element) -> str:
    """Return the steps of a path, each by its first letter and its numbers."""
    steps = [(_name(step.tag)[2], [value for part in step.iter() for value in part.attrib.values()]) for step in path]
    return " ".join(" ".join([letter, *map(str, numbers)]) for letter, numbers in steps)


def _opening(node: etree._Element) -> str:
    attributes = sorted((_name(key), _visible(str(value))) for key, value in node.attrib.items())
    return " ".join([_name(node.tag), *(f'{name}="{value}"' for name, value in attributes)])


def _name(qualified: object) -> str:
    """Return ``prefix:name``, whatever prefix the part has for the namespace."""
    namespace, _, local = str(qualified).lstrip("{").rpartition("}")
    return f"{_PREFIXES[namespace]}:{local}" if namespace else local


def _visible(text: str) -> str:
    """Return ``text`` with signs of XML escaped, and spaces that look like others made visible."""
    return re.sub(r"[^\S ]", lambda space: f"&#{ord(space[0])};", escape(text))
