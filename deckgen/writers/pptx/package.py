"""Pages to the bytes of a .pptx: parts and their relationships, properties, one archive."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from deckgen.model.drawing import Drawing, Picture
from deckgen.model.images import Vector
from deckgen.model.slots import Variant
from deckgen.source.images import image_type
from deckgen.theme.master import FIRST_ID, MASTER, PRESENTATION, Drawn, base, layout_names, theme_part
from deckgen.theme.ooxml import Element, color_map_override, el, group_properties, serialized
from deckgen.theme.opc import OFFICE, PRESENTATION_TYPE, Package, Part, Relation, Relations
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import ChartFrame, ImageFrame, NativeChartFrame, Page, Pages
from deckgen.values import frozen
from deckgen.writers.pptx.notes import notes_master, notes_slide
from deckgen.writers.pptx.properties import app_properties, core_properties, presentation
from deckgen.writers.pptx.shapes import ShapeWriter
from deckgen.writers.pptx.text import Linked

FIRST_SLIDE_ID = 256
"""Where the ids of slides begin (19.7.13, ST_SlideId)."""
_NOTES_MASTER, _NOTES_COLORS = "/ppt/notesMasters/notesMaster1.xml", "/ppt/theme/theme2.xml"
_IMAGE_TYPES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
_MEDIA = "/ppt/media/image"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_CORE, _APP = "/docProps/core.xml", "/docProps/app.xml"
_PROPERTIES = (
    (_CORE, "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"),
    (_APP, f"{OFFICE}/extended-properties"),
)


@frozen(slots=True)
class Pictures:
    """What is painted: the charts, and the SVGs that authors put on slides."""

    charts: Mapping[Drawing, Picture]
    vectors: Mapping[Vector, Picture]


def prepared(pages: Pages, theme: Theme) -> Package:
    """Return all that does not depend on the slides: master, layouts and what is drawn on them, masters of notes."""
    lang, media = pages.facts.lang, _Media()
    drawn: dict[tuple[str, Variant], Drawn] = {}
    for key in theme.layouts:
        related = Relations()
        related.to(f"{OFFICE}/slideMaster", MASTER)
        writer = _Writers(theme, lang, Pictures({}, {}), media).of(related, key, 1000)
        elements = tuple(writer.element(frame) for frame in pages.backdrops.get(key, ()))
        drawn[key] = elements, related.listed
    package = base(theme, lang, pages.facts.footer, drawn)
    colors = (Relation("rId1", f"{OFFICE}/theme", _NOTES_COLORS),)
    notes = serialized(notes_master(theme, lang))
    return replace(
        package,
        parts=(
            *package.parts,
            *media.parts,
            Part(_NOTES_MASTER, f"{PRESENTATION_TYPE}.notesMaster+xml", notes, colors),
            Part(_NOTES_COLORS, _THEME_TYPE, theme_part(theme)),
        ),
    )


def write(pages: Pages, theme: Theme, base: Package, pictures: Pictures, built_at: datetime | None) -> bytes:
    """Return ``pages`` as a .pptx in ``theme``, on the ``base`` that is prepared for both.

    ``built_at`` is the time its properties give, None for none.
    """
    return _Deck(pages, theme, base, pictures).package(built_at).archive()


class _Media:
    """The images of a package; the same bytes are stored once, under numbers that are counted."""

    def __init__(self, parts: tuple[Part, ...] = ()) -> None:
        self._names = {hashlib.sha256(part.data).digest(): part.name for part in parts}
        self.parts = [*parts]

    def name(self, data: bytes, kind: str) -> str:
        """Return the name of the part of an image."""
        key = hashlib.sha256(data).digest()
        if key not in self._names:
            self._names[key] = f"{_MEDIA}{len(self._names) + 1}.{kind}"
            self.parts.append(Part(self._names[key], _IMAGE_TYPES[kind], data))
        return self._names[key]


class _Writers:
    """Makes the writer of the shapes of each slide or layout, and the parts that those shapes are related to."""

    def __init__(self, theme: Theme, lang: str, pictures: Pictures, media: _Media) -> None:
        self.theme = theme
        self.lang = lang
        self.pictures = pictures
        self.media = media
        self.charts: list[Part] = []

    def of(self, related: Relations, layout: tuple[str, Variant], last_id: int) -> ShapeWriter:
        """Return the writer of one slide or layout, which adds to what that is ``related`` to."""
        theme = self.theme.on(self.theme.layouts[layout].background)

        def pictured(frame: ChartFrame | ImageFrame) -> tuple[str, str]:
            charts, vectors = self.pictures.charts, self.pictures.vectors
            picture = charts[frame.drawing] if isinstance(frame, ChartFrame) else vectors[frame.vector]
            png = related.to(f"{OFFICE}/image", self.media.name(picture.png, "png"))
            return png, related.to(f"{OFFICE}/image", self.media.name(picture.svg, "svg"))

        def embedded(image: bytes) -> str:
            return related.to(f"{OFFICE}/image", self.media.name(image, image_type(image)))

        def charted(frame: NativeChartFrame) -> str:
            return related.to(f"{OFFICE}/chart", self._chart(frame, theme))

        return ShapeWriter(theme, self.lang, linker(related), pictured, embedded, charted, last_id, last_id > 1)

    def _chart(self, frame: NativeChartFrame, theme: Theme) -> str:
        """Return the name of a chart of PowerPoint's own, with its workbook; no two slides share one."""
        from deckgen.writers.pptx.charts import chart_part
        from deckgen.writers.pptx.workbook import workbook

        number = len(self.charts) // 2 + 1
        book, name = f"/ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx", f"/ppt/charts/chart{number}.xml"
        related = Relation("rId1", f"{OFFICE}/package", book)
        data = chart_part(frame.chart, theme, self.lang, related.id)
        self.charts += [
            Part(book, _SHEET_TYPE, workbook(frame.chart.data)),
            Part(name, _DRAWING_TYPE, data, (related,)),
        ]
        return name


class _Deck:
    def __init__(self, pages: Pages, theme: Theme, base: Package, pictures: Pictures) -> None:
        self.pages = pages
        self.theme = theme
        self.lang = pages.facts.lang
        self.base = base
        self.media = _Media(tuple(part for part in base.parts if part.name.startswith(_MEDIA)))
        self.writers = _Writers(theme, self.lang, pictures, self.media)
        self.layouts = layout_names(theme)
        self.slides: list[Part] = []

    def package(self, built_at: datetime | None) -> Package:
        """Return the package with a slide for each page."""
        related = Relations(next(part for part in self.base.parts if part.name == PRESENTATION).relations)
        slides = [related.to(f"{OFFICE}/slide", self._slide(page)) for page in self.pages.pages]
        has_notes = any(page.notes for page in self.pages.pages)
        notes = related.to(f"{OFFICE}/notesMaster", _NOTES_MASTER) if has_notes else ""
        masters = {str(FIRST_ID): related.to(f"{OFFICE}/slideMaster", MASTER)}
        ids = {str(FIRST_SLIDE_ID + number): slide for number, slide in enumerate(slides)}
        written = {
            PRESENTATION: serialized(presentation(self.pages, self.theme, masters, ids, notes)),
            _CORE: core_properties(self.pages, built_at),
            _APP: app_properties(self.pages),
        }
        left_out = () if has_notes else (_NOTES_MASTER, _NOTES_COLORS)
        kept = [
            replace(
                part,
                data=written.get(part.name, part.data),
                packed=b"" if part.name in written else part.packed,
                relations=related.listed if part.name == PRESENTATION else part.relations,
            )
            for part in self.base.parts
            if part.name not in left_out and not part.name.startswith(_MEDIA)
        ]
        of_package = Relations(self.base.relations)
        for name, kind in _PROPERTIES:
            # As if they were replaced one by one, the template's by ours.
            of_package = of_package.without(kind)
            of_package.to(kind, name)
        parts = (*kept, *self.media.parts, *self.slides, *self.writers.charts)
        return Package(parts, of_package.listed)

    def _slide(self, page: Page) -> str:
        """Write a slide and its notes, and return the name of the slide."""
        name, spoken = f"/ppt/slides/slide{page.number}.xml", f"/ppt/notesSlides/notesSlide{page.number}.xml"
        related = Relations()
        writer = self.writers.of(related, page.layout, 1)
        related.to(f"{OFFICE}/slideLayout", self.layouts[page.layout])
        shapes = [writer.element(frame) for frame in page.frames]
        if page.notes:
            own = Relations()
            data = serialized(notes_slide(page.notes, self.lang, linker(own)))
            own.to(f"{OFFICE}/notesMaster", _NOTES_MASTER)
            own.to(f"{OFFICE}/slide", name)
            related.to(f"{OFFICE}/notesSlide", spoken)
            self.slides.append(Part(spoken, f"{PRESENTATION_TYPE}.notesSlide+xml", data, own.listed))
        written = serialized(_slide(shapes, writer.theme, hidden=page.hidden))
        self.slides.append(Part(name, f"{PRESENTATION_TYPE}.slide+xml", written, related.listed))
        return name


def linker(related: Relations) -> Linked:
    """Return what relates a part to the address of a link."""
    return lambda address: related.to(f"{OFFICE}/hyperlink", address, outside=True)


def _slide(shapes: list[Element], theme: Theme, *, hidden: bool) -> Element:
    return el(
        "p:sld",
        {"show": 0} if hidden else None,
        el("p:cSld", None, el("p:spTree", None, *group_properties(), *shapes)),
        color_map_override(theme),
    )
