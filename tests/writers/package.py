"""A .pptx read without any library of ours: its parts, their relationships, its text."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"


@dataclass(frozen=True)
class Relation:
    """One relationship, its target as a part name unless it is external."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """The parts of a file by name."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            self.entries = archive.infolist()
            self.parts = {entry.filename: archive.read(entry) for entry in self.entries}

    def xml(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    def relations(self, name: str) -> list[Relation]:
        """Return the relationships of a part; the empty name is the package."""
        folder, base = posixpath.split(name)
        file = posixpath.join(folder, "_rels", f"{base}.rels")
        if file not in self.parts:
            return []
        listed = []
        for node in self.xml(file):
            external = node.get("TargetMode") == "External"
            target = node.get("Target") or ""
            path = target if external else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            listed.append(Relation(node.get("Id") or "", (node.get("Type") or "").rpartition("/")[2], path, external))
        return listed

    @cached_property
    def slides(self) -> list[str]:
        """The names of the slide parts in the order of the deck."""
        targets = {relation.id: relation.target for relation in self.relations("ppt/presentation.xml")}
        listed = self.xml("ppt/presentation.xml").iter(f"{P}sldId")
        return [targets[node.get(f"{R}id") or ""] for node in listed]

    def content_type(self, name: str) -> str | None:
        root = self.xml("[Content_Types].xml")
        for node in root.iter(f"{_CT}Override"):
            if node.get("PartName") == f"/{name}":
                return node.get("ContentType")
        extension = name.rpartition(".")[2]
        return next((n.get("ContentType") for n in root.iter(f"{_CT}Default") if n.get("Extension") == extension), None)

    def text_of(self, name: str) -> str:
        """Return the texts of a part, a paragraph on a line."""
        paragraphs = self.xml(name).iter(f"{A}p")
        return "\n".join("".join(node.text or "" for node in paragraph.iter(f"{A}t")) for paragraph in paragraphs)

    def outline(self) -> str:
        """Return what PowerPoint's outline shows: the text of titles and bodies, slide by slide."""
        lines = []
        for name in self.slides:
            for shape in self.xml(name).iter(f"{P}sp"):
                holder = next(shape.iter(f"{P}ph"), None)
                kind = holder.get("type", "body") if holder is not None else ""
                if kind in ("title", "ctrTitle", "subTitle", "body"):
                    pad = "" if kind in ("title", "ctrTitle") else "  "
                    for paragraph in shape.iter(f"{A}p"):
                        lines.append(pad + "".join(node.text or "" for node in paragraph.iter(f"{A}t")))
        return "\n".join(lines) + "\n"


def problems(package: Package) -> Iterator[str]:
    """Yield what makes PowerPoint offer to repair a file, and schema validation does not see."""
    names = [entry.filename for entry in package.entries]
    if len(names) != len({name.lower() for name in names}):
        yield "two entries have one name"
    yield from _relation_problems(package)
    yield from _type_problems(package)
    yield from _id_problems(package)
    yield from _chart_problems(package)


def _relation_problems(package: Package) -> Iterator[str]:
    parts = [name for name in package.parts if name != "[Content_Types].xml" and not name.endswith(".rels")]
    reached = {relation.target for relation in package.relations("") if not relation.external}
    notes: list[str] = []
    for name in parts:
        relations = package.relations(name)
        ids = [relation.id for relation in relations]
        if len(ids) != len(set(ids)):
            yield f"{name}: a relationship id stands twice"
        for relation in relations:
            if not relation.external and relation.target not in package.parts:
                yield f"{name}: {relation.target} is missing"
        used = (
            {value for node in package.xml(name).iter() for key, value in node.attrib.items() if str(key).startswith(R)}
            if name.endswith(".xml")
            else set()
        )
        for missing in sorted(map(str, used - set(ids))):
            yield f"{name}: the relationship {missing} is missing"
        reached |= {relation.target for relation in relations if not relation.external}
        notes += [relation.target for relation in relations if relation.kind == "notesSlide"]
        if name.startswith("ppt/slides/") and [relation.kind for relation in relations].count("slideLayout") != 1:
            yield f"{name}: not exactly one layout"
    for orphan in sorted(set(parts) - reached):
        yield f"{orphan}: nothing refers to it"
    if len(notes) != len(set(notes)):
        yield "two slides share their notes"


def _type_problems(package: Package) -> Iterator[str]:
    for name in package.parts:
        if name != "[Content_Types].xml" and package.content_type(name) is None:
            yield f"{name}: no content type"
    for node in package.xml("[Content_Types].xml").iter(f"{_CT}Override"):
        if (node.get("PartName") or "").lstrip("/") not in package.parts:
            yield f"{node.get('PartName')}: typed, but not there"
    signs = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff", "svg": b"<?xml"}
    for name, blob in package.parts.items():
        if name.startswith("ppt/media/") and not blob.startswith(signs[name.rpartition(".")[2]]):
            yield f"{name}: not what its name says"


def _id_problems(package: Package) -> Iterator[str]:
    presentation = package.xml("ppt/presentation.xml")
    slides = [int(node.get("id") or 0) for node in presentation.iter(f"{P}sldId")]
    if len(slides) != len(set(slides)) or not all(256 <= number < 2**31 for number in slides):
        yield "slide ids are not unique or out of bounds"
    masters = [int(node.get("id") or 0) for node in presentation.iter(f"{P}sldMasterId")]
    for name in package.parts:
        if name.startswith("ppt/slideMasters/slideMaster"):
            masters += [int(node.get("id") or 0) for node in package.xml(name).iter(f"{P}sldLayoutId")]
        if name.startswith(("ppt/slides/slide", "ppt/slideLayouts/slideLayout", "ppt/slideMasters/slideMaster")):
            shapes = [node.get("id") for node in package.xml(name).iter(f"{P}cNvPr")]
            if len(shapes) != len(set(shapes)):
                yield f"{name}: two shapes have one id"
    if len(masters) != len(set(masters)) or min(masters) < 2**31:
        yield "master and layout ids are not unique or too low"


def _chart_problems(package: Package) -> Iterator[str]:
    shown = [of.target for name in package.slides for of in package.relations(name) if of.kind == "chart"]
    if len(shown) != len(set(shown)):
        yield "two slides share a chart"
    for name in sorted(part for part in package.parts if part.startswith("ppt/charts/chart")):
        axes = [[node.get("val") for node in of if node.tag == f"{C}axId"] for of in package.xml(name).iter()]
        there = {one for group in axes for one in group if len(group) == 1}
        used = {one for group in axes for one in group if len(group) == 2}
        if used != there or not all(int(one or 0) > 0 for one in there):
            yield f"{name}: its axes are not those of its bars"
        books = [of.target for of in package.relations(name)]
        if len(books) != 1 or not package.parts[books[0]].startswith(b"PK"):
            yield f"{name}: it has no workbook"
