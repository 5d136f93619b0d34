"""Pages to the bytes of a .pptx: parts and their relationships, properties, one archive."""

import hashlib
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part, XmlPart
from pptx.opc.packuri import PackURI

from deckgen.model.drawing import Drawing, Picture
from deckgen.model.images import Vector
from deckgen.model.slots import Variant
from deckgen.source.images import image_type
from deckgen.theme.master import FIRST_ID, base, part_element, theme_part
from deckgen.theme.ooxml import Element, color_map_override, el, group_properties
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import ChartFrame, ImageFrame, NativeChartFrame, Page, Pages
from deckgen.writers.pptx.charts import chart_part
from deckgen.writers.pptx.notes import notes_master, notes_slide
from deckgen.writers.pptx.properties import app_properties, core_properties, presentation
from deckgen.writers.pptx.shapes import ShapeWriter
from deckgen.writers.pptx.text import Linked
from deckgen.writers.pptx.workbook import workbook

FIRST_SLIDE_ID = 256
"""Where the ids of slides begin (19.7.13, ST_SlideId)."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Pictures:
    """What is painted: the charts, and the SVGs that authors put on slides."""

    charts: Mapping[Drawing, Picture]
    vectors: Mapping[Vector, Picture]


def write(pages: Pages, theme: Theme, pictures: Pictures, built_at: datetime | None) -> bytes:
    """Return ``pages`` as a .pptx in ``theme``; ``built_at`` is the time its properties give, None for none."""
    return archived(_Package(pages, theme, pictures).saved(built_at))


class _Package:
    def __init__(self, pages: Pages, theme: Theme, pictures: Pictures) -> None:
        self.pages = pages
        self.theme = theme
        self.pictures = pictures
        self.lang = pages.facts.lang
        self.base = base(theme, self.lang, pages.facts.footer)
        self.media: dict[str, Any] = {}
        self.slides: list[str] = []
        self.charts = 0

    def saved(self, built_at: datetime | None) -> bytes:
        """Return the package as python-pptx saves it."""
        for key, frames in self.pages.backdrops.items():
            part = self.base.layouts[key]
            # What stands in a layout itself lies under the placeholders.
            tree, writer = part._element.cSld.spTree, self._writer(part, key, 1000)
            for offset, frame in enumerate(frames):
                tree.insert(2 + offset, part_element(writer.element(frame)))
        notes = self._notes_master() if any(page.notes for page in self.pages.pages) else None
        for page in self.pages.pages:
            self._slide(page, notes)
        self._properties(built_at, notes)
        file = io.BytesIO()
        self.base.package.save(file)
        return file.getvalue()

    def _slide(self, page: Page, notes: Any) -> None:
        part = self._part(f"/ppt/slides/slide{page.number}.xml", CT.PML_SLIDE, el("p:sld"))
        writer = self._writer(part, page.layout, 1)
        part.relate_to(self.base.layouts[page.layout], RT.SLIDE_LAYOUT)
        shapes = [writer.element(frame) for frame in page.frames]
        part._element = part_element(_slide(shapes, writer.theme, hidden=page.hidden))
        self.slides.append(self.base.presentation.relate_to(part, RT.SLIDE))
        if notes is not None and page.notes:
            name = f"/ppt/notesSlides/notesSlide{page.number}.xml"
            spoken = self._part(name, CT.PML_NOTES_SLIDE, el("p:notes"))
            spoken._element = part_element(notes_slide(page.notes, self.lang, self._linker(spoken)))
            spoken.relate_to(notes, RT.NOTES_MASTER)
            spoken.relate_to(part, RT.SLIDE)
            part.relate_to(spoken, RT.NOTES_SLIDE)

    def _notes_master(self) -> Any:
        master = self._part(
            "/ppt/notesMasters/notesMaster1.xml", CT.PML_NOTES_MASTER, notes_master(self.theme, self.lang)
        )
        colors = Part(PackURI("/ppt/theme/theme2.xml"), CT.OFC_THEME, self.base.package, theme_part(self.theme))
        master.relate_to(colors, RT.THEME)
        return master

    def _properties(self, built_at: datetime | None, notes: Any) -> None:
        """Write the presentation part and the properties of the file over those of the template."""
        part = self.base.presentation
        related = part.relate_to(notes, RT.NOTES_MASTER) if notes is not None else ""
        masters = {str(FIRST_ID): part.relate_to(self.base.master, RT.SLIDE_MASTER)}
        slides = {str(FIRST_SLIDE_ID + number): rel for number, rel in enumerate(self.slides)}
        part._element = part_element(presentation(self.pages, self.theme, masters, slides, related))
        part.part_related_by(RT.VIEW_PROPS)._blob = _VIEW
        package = self.base.package
        for kind, made in (
            (RT.CORE_PROPERTIES, core_properties(self.pages, built_at)),
            (RT.EXTENDED_PROPERTIES, app_properties(self.pages)),
        ):
            relation = next(rel for rel in package._rels.values() if rel.reltype == kind)
            old = relation.target_part
            package.drop_rel(relation.rId)
            package.relate_to(Part(old.partname, old.content_type, package, made), kind)

    def _writer(self, part: Any, layout: tuple[str, Variant], last_id: int) -> ShapeWriter:
        theme = self.theme.on(self.theme.layouts[layout].background)
        in_layout = last_id > 1

        def pictured(frame: ChartFrame | ImageFrame) -> tuple[str, str]:
            charts, vectors = self.pictures.charts, self.pictures.vectors
            picture = charts[frame.drawing] if isinstance(frame, ChartFrame) else vectors[frame.vector]
            png = part.relate_to(self._media(picture.png, "png"), RT.IMAGE)
            return png, part.relate_to(self._media(picture.svg, "svg"), RT.IMAGE)

        def embedded(image: bytes) -> str:
            return str(part.relate_to(self._media(image, image_type(image)), RT.IMAGE))

        def charted(frame: NativeChartFrame) -> str:
            return str(part.relate_to(self._chart(frame, theme), RT.CHART))

        return ShapeWriter(theme, self.lang, self._linker(part), pictured, embedded, charted, last_id, in_layout)

    def _chart(self, frame: NativeChartFrame, theme: Theme) -> Any:
        """Return the part of a chart of PowerPoint's own, with its workbook; no two slides share one."""
        self.charts += 1
        book = PackURI(f"/ppt/embeddings/Microsoft_Excel_Sheet{self.charts}.xlsx")
        table = Part(book, CT.SML_SHEET, self.base.package, workbook(frame.chart.data))
        chart = Part(PackURI(f"/ppt/charts/chart{self.charts}.xml"), CT.DML_CHART, self.base.package, b"")
        chart._blob = chart_part(frame.chart, theme, self.lang, chart.relate_to(table, RT.PACKAGE))
        return chart

    def _linker(self, part: Any) -> Linked:
        return lambda address: str(part.relate_to(address, RT.HYPERLINK, is_external=True))

    def _media(self, blob: bytes, kind: str) -> Any:
        """Return the part of an image; the same bytes are stored once."""
        key = hashlib.sha256(blob).hexdigest()
        if key not in self.media:
            name = PackURI(f"/ppt/media/image{len(self.media) + 1}.{kind}")
            self.media[key] = Part(name, _IMAGE_TYPES[kind], self.base.package, blob)
        return self.media[key]

    def _part(self, name: str, content_type: str, root: Element) -> Any:
        return XmlPart(PackURI(name), content_type, self.base.package, part_element(root))


_IMAGE_TYPES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
_VIEW = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<p:viewPr xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'
)


def _slide(shapes: list[Element], theme: Theme, *, hidden: bool) -> Element:
    return el(
        "p:sld",
        {"show": 0} if hidden else None,
        el("p:cSld", None, el("p:spTree", None, *group_properties(), *shapes)),
        color_map_override(theme),
    )


def archived(package: bytes) -> bytes:
    """Return the same zip archive with its entries in one order, without the time and the machine it was made on."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return file.getvalue()
