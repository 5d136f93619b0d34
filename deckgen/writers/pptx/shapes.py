"""Frames to the elements of a shape tree."""

from collections.abc import Callable
from functools import lru_cache, reduce
from uuid import NAMESPACE_URL, uuid5

from deckgen.model.slots import Slot, placeholder_index
from deckgen.theme.ooxml import NAMESPACES, Element, color_between, el, solid, transform
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import (
    Box,
    ChartFrame,
    Dots,
    Frame,
    ImageFrame,
    NativeChartFrame,
    ShapesFrame,
    TableFrame,
    TextFrame,
)
from deckgen.units import Rect, points
from deckgen.values import mutable
from deckgen.writers.pptx.tables import table_graphic
from deckgen.writers.pptx.text import Linked, text_body

_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_DECORATION = el(
    "a:extLst",
    None,
    el(
        "a:ext",
        {"uri": "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"},
        el("adec:decorative", {"xmlns:adec": _DECORATIVE, "val": 1}),
    ),
)
"""What says of a shape that it is decoration."""
_RECTANGLE = el("a:prstGeom", {"prst": "rect"}, el("a:avLst"))
_NO_FILL = el("a:noFill")
_NO_LINE = el("a:ln", None, _NO_FILL)
_STRETCHED = el("a:stretch", None, el("a:fillRect"))
_HELD, _TEXT_BOX = el("p:cNvSpPr", None, el("a:spLocks", {"noGrp": 1})), el("p:cNvSpPr", {"txBox": 1})
_HELD_FRAME = el("p:cNvGraphicFramePr", None, el("a:graphicFrameLocks", {"noGrp": 1}))
_DRAWN, _GROUPED, _PLAIN = el("p:cNvSpPr"), el("p:cNvGrpSpPr"), el("p:nvPr")
"""What many shapes have in common is written once: there are some thousand elements on ten slides."""
_FULL_TURN, _HALF_TURN = 21_600_000, 10_800_000
"""Angles in 60,000ths of a degree (20.1.10.3)."""


@mutable
class ShapeWriter:
    """Writes the frames of one slide or layout; ids are counted.

    ``linked`` relates a hyperlink; ``pictured`` relates the PNG and the SVG of a chart or a drawing, ``embedded`` an
    image, ``charted`` a chart of PowerPoint's own; each returns relationship ids. What stands ``in_layout`` is marked
    as drawn by its author.
    """

    theme: Theme
    lang: str
    linked: Linked
    pictured: Callable[[ChartFrame | ImageFrame], tuple[str, str]]
    embedded: Callable[[bytes], str]
    charted: Callable[[NativeChartFrame], str]
    last_id: int = 1
    in_layout: bool = False

    def element(self, frame: Frame) -> Element:
        """Return the element of one frame."""
        if isinstance(frame, TextFrame):
            return self._text(frame)
        if isinstance(frame, ChartFrame):
            return self._chart(frame)
        if isinstance(frame, NativeChartFrame):
            return self._native(frame)
        if isinstance(frame, ImageFrame):
            return self._image(frame)
        if isinstance(frame, TableFrame):
            return self._table(frame)
        return self._shapes(frame)

    def _properties(self, name: str, alt_text: str | None = None) -> Element:
        """Return the name and alternative text of a shape; an empty one marks decoration, None is for text."""
        self.last_id += 1
        attributes: dict[str, str | int] = {"id": self.last_id, "name": f"{name.capitalize()} {self.last_id}"}
        if alt_text is None:
            return el("p:cNvPr", attributes)
        return el("p:cNvPr", attributes | {"descr": alt_text}, None if alt_text else _DECORATION)

    def _kept(self, holder: Element | None = None) -> Element:
        """Return the properties that tell PowerPoint what a shape is to its slide."""
        if holder is None and not self.in_layout:
            return _PLAIN
        return el("p:nvPr", {"userDrawn": 1} if self.in_layout else None, holder)

    def _text(self, frame: TextFrame) -> Element:
        slot = frame.slot
        kind = slot.kind.placeholder
        place = {} if kind in ("title", "ctrTitle") else {"idx": placeholder_index(slot.name)}
        if kind in ("ftr", "sldNum"):
            place |= {"sz": "quarter"}  # type: ignore[dict-item]
        holder = el("p:ph", {"type": kind, **place}) if kind else None
        locks = _HELD if kind else _TEXT_BOX
        outline = el("a:ln", {"w": points(1.5)}, solid(frame.outline, self.theme)) if frame.outline else None
        if not kind:
            shape = [transform(frame.rect), _RECTANGLE, _NO_FILL, outline]
        else:
            shape = [transform(frame.rect) if frame.moved else None]
        properties = el("p:nvSpPr", None, self._properties(frame.name), locks, self._kept(holder))
        body = text_body(frame, self.theme, self.lang, self.linked)
        return el("p:sp", None, properties, el("p:spPr", None, *shape), body)

    def _chart(self, frame: ChartFrame) -> Element:
        return self._picture(frame, self._vector(frame), _holder("pic", frame.slot))

    def _vector(self, frame: ChartFrame | ImageFrame) -> Element:
        """Return the reference to an SVG, and to the PNG that programs show which know none."""
        png, svg = self.pictured(frame)
        blip = el("asvg:svgBlip", {"xmlns:asvg": _SVG, "r:embed": svg})
        extension = el("a:ext", {"uri": "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"}, blip)
        return el("a:blip", {"r:embed": png}, el("a:extLst", None, extension))

    def _native(self, frame: NativeChartFrame) -> Element:
        """Return a chart of PowerPoint's own; a placeholder of pictures cannot hold one, and is left out."""
        properties = self._properties(frame.name, frame.alt_text)
        chart = el("c:chart", {"r:id": self.charted(frame)})
        return el(
            "p:graphicFrame",
            None,
            el("p:nvGraphicFramePr", None, properties, _HELD_FRAME, self._kept()),
            transform(frame.rect, "p:xfrm"),
            el("a:graphic", None, el("a:graphicData", {"uri": NAMESPACES["c"]}, chart)),
        )

    def _image(self, frame: ImageFrame) -> Element:
        holder = _holder("pic", frame.slot) if frame.slot else None
        blip = self._vector(frame) if frame.is_svg else el("a:blip", {"r:embed": self.embedded(frame.image)})
        sides = zip("ltrb", frame.crop, strict=True)
        cut: dict[str, str | int] = {side: round(share * 100_000) for side, share in sides if share}
        return self._picture(frame, blip, holder, el("a:srcRect", cut) if cut else None)

    def _picture(
        self, frame: ChartFrame | ImageFrame, blip: Element, holder: Element | None, cut: Element | None = None
    ) -> Element:
        locks = el("a:picLocks", {**({"noGrp": 1} if holder is not None else {}), "noChangeAspect": 1})
        return el(
            "p:pic",
            None,
            el(
                "p:nvPicPr",
                None,
                self._properties(frame.name, frame.alt_text),
                el("p:cNvPicPr", None, locks),
                self._kept(holder),
            ),
            el("p:blipFill", None, blip, cut, _STRETCHED),
            el("p:spPr", None, transform(frame.rect), _RECTANGLE),
        )

    def _table(self, frame: TableFrame) -> Element:
        """Return a table in its placeholder."""
        holder = self._kept(_holder("tbl", frame.slot))
        properties = self._properties(frame.name, frame.alt_text)
        graphic = table_graphic(frame, self.theme, self.lang, self.linked)
        place = transform(frame.rect, "p:xfrm")
        return el(
            "p:graphicFrame", None, el("p:nvGraphicFramePr", None, properties, _HELD_FRAME, holder), place, graphic
        )

    def _shapes(self, frame: ShapesFrame) -> Element:
        """Return one shape, or a group of them under one alternative text."""
        if len(frame.shapes) == 1:
            return self._shape(frame.shapes[0], frame.name, frame.alt_text)
        properties = el(
            "p:nvGrpSpPr",
            None,
            self._properties(frame.name, frame.alt_text),
            _GROUPED,
            self._kept(),
        )
        shapes = [self._shape(shape, frame.name, "") for shape in frame.shapes]
        whole = reduce(Rect.union, (shape.rect for shape in frame.shapes))
        return el("p:grpSp", None, properties, el("p:grpSpPr", None, transform(whole, group=True)), *shapes)

    def _shape(self, shape: Box | Dots, name: str, alt_text: str) -> Element:
        properties = el("p:nvSpPr", None, self._properties(name, alt_text), _DRAWN, self._kept())
        edge = self.theme.outline(shape.fill)
        inset = points(edge.width / 2) if edge else 0
        rect = shape.rect
        if isinstance(shape, Box):
            rect = rect.inset(inset)
            drawn = [_RECTANGLE, solid(shape.fill, self.theme)]
        else:
            between = color_between(shape.fill, shape.fill_to or shape.fill, shape.share, self.theme)
            drawn = [_circles(shape, inset), el("a:solidFill", None, between)]
        line = el("a:ln", {"w": points(edge.width)}, solid(edge.color, self.theme)) if edge else _NO_LINE
        return el("p:sp", None, properties, el("p:spPr", None, transform(rect), *drawn, line))


def stable_guid(text: str) -> str:
    """Return a GUID that follows from ``text``."""
    return "{" + str(uuid5(NAMESPACE_URL, f"deckgen:{text}")).upper() + "}"


def _holder(kind: str, slot: Slot) -> Element:
    """Return the placeholder that a picture or a table stands in."""
    return el("p:ph", {"type": kind, "idx": placeholder_index(slot.name)})


@lru_cache(1024)
def _circles(dots: Dots, inset: int) -> Element:
    """Return all dots as one path, their radius less ``inset``: each circle is one arc, begun at its left."""
    radius = dots.diameter // 2 - inset
    drawn: list[Element] = []
    for x, y in dots.centers:
        start = el("a:pt", {"x": x - dots.rect.x - radius, "y": y - dots.rect.y})
        arc = el("a:arcTo", {"wR": radius, "hR": radius, "stAng": _HALF_TURN, "swAng": _FULL_TURN})
        drawn += [el("a:moveTo", None, start), arc, el("a:close")]
    path = el("a:path", {"w": dots.rect.width, "h": dots.rect.height}, *drawn)
    return el(
        "a:custGeom",
        None,
        *(el(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst")),
        el("a:rect", {"l": "0", "t": "0", "r": "r", "b": "b"}),
        el("a:pathLst", None, path),
    )
