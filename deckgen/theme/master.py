"""Theme to the real slide master, its layouts and its theme part."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from deckgen.model.slots import Slot, SlotKind, Variant, placeholder_index
from deckgen.theme.ooxml import (
    BULLET,
    Element,
    color_map_override,
    el,
    group_properties,
    hundredths,
    serialized,
    solid,
    transform,
    typeface,
)
from deckgen.theme.opc import OFFICE, PRESENTATION_TYPE, Package, Part, Relation, Relations
from deckgen.theme.table_style import table_styles
from deckgen.theme.theme import SlideLayout, Theme
from deckgen.units import points

FIRST_ID = 2**31
"""Where the ids of masters and layouts begin (19.2.1.34, ST_SlideMasterId)."""
LayoutKey = tuple[str, Variant]
Drawn = tuple[tuple[Element, ...], tuple[Relation, ...]]


PRESENTATION, MASTER = "/ppt/presentation.xml", "/ppt/slideMasters/slideMaster1.xml"
"""The names of the parts that a package begins with."""
_LAYOUT_TYPE = f"{PRESENTATION_TYPE}.slideLayout+xml"
_METADATA = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
_LEFT_OUT = (f"{_METADATA}/thumbnail", f"{OFFICE}/printerSettings", f"{OFFICE}/slideLayout")
"""What the template of python-pptx is related to, and no deck of ours."""


def layout_names(theme: Theme) -> dict[LayoutKey, str]:
    """Return the name of the part of each layout."""
    return {key: f"/ppt/slideLayouts/slideLayout{number}.xml" for number, key in enumerate(theme.layouts, start=1)}


def base(theme: Theme, lang: str, footer: str, drawn: Mapping[LayoutKey, Drawn]) -> Package:
    """Return a package without slides: the master of ``theme``, its layouts, its theme part.

    ``footer`` stands in each layout, ``drawn`` in one: elements below its placeholders, and what they are related to.
    """
    package = _template()
    parts = {part.name: part for part in package.parts}
    related = Relations(parts[MASTER].relations)
    ids = []
    for number, (key, name) in enumerate(layout_names(theme).items(), start=1):
        elements, outside = drawn[key]
        layout = serialized(_layout(theme.layouts[key], theme, lang, footer, elements))
        parts[name] = Part(name, _LAYOUT_TYPE, layout, outside)
        ids.append(el("p:sldLayoutId", {"id": FIRST_ID + number, "r:id": related.to(f"{OFFICE}/slideLayout", name)}))
    parts[MASTER] = replace(parts[MASTER], data=serialized(_master(theme, lang, ids)), relations=related.listed)
    of_deck = Relations(parts[PRESENTATION].relations)
    for name, data in (
        (related.one(f"{OFFICE}/theme"), theme_part(theme)),
        (of_deck.one(f"{OFFICE}/tableStyles"), table_styles(theme)),
        (of_deck.one(f"{OFFICE}/viewProps"), _VIEW),
    ):
        parts[name] = replace(parts[name], data=data)
    return Package(tuple(parts.values()), package.relations)


def _template() -> Package:
    """Return what the template of python-pptx holds, without its layouts and what printers and folders show."""
    from pptx import Presentation

    package: Any = Presentation().part.package
    waiting, parts = [package.main_document_part], {}
    relations = _relations(package._rels)
    waiting += [rel.target_part for rel in package._rels.values() if rel.reltype not in _LEFT_OUT]
    while waiting:
        part = waiting.pop()
        if str(part.partname) not in parts:
            listed = _relations(part.rels)
            parts[str(part.partname)] = Part(str(part.partname), part.content_type, part.blob, listed)
            waiting += [rel.target_part for rel in part.rels.values() if rel.reltype not in _LEFT_OUT]
    return Package(tuple(parts[name] for name in sorted(parts)), relations)


def _relations(listed: Any) -> tuple[Relation, ...]:
    return tuple(
        Relation(rel.rId, rel.reltype, str(rel.target_part.partname))
        for rel in listed.values()
        if rel.reltype not in _LEFT_OUT
    )


_VIEW = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<p:viewPr xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'
)


def theme_part(theme: Theme) -> bytes:
    """Return the theme part: colours and fonts of ``theme``, plain fills, lines and effects (20.1.6.9)."""
    colors = [
        el(f"a:{slot}", None, el("a:srgbClr", {"val": theme.palette[theme.scheme[slot]].hex})) for slot in _SCHEME_ORDER
    ]
    fonts = [
        el(
            f"a:{which}Font",
            None,
            el("a:latin", {"typeface": font}),
            el("a:ea", {"typeface": ""}),
            el("a:cs", {"typeface": ""}),
        )
        for which, font in (("major", theme.heading_font), ("minor", theme.body_font))
    ]

    def placeholder() -> Element:
        return el("a:solidFill", None, el("a:schemeClr", {"val": "phClr"}))

    lines = [el("a:ln", {"w": points(width)}, placeholder()) for width in (0.75, 1.5, 2.25)]
    effects = [el("a:effectStyle", None, el("a:effectLst")) for _ in range(3)]
    elements = el(
        "a:themeElements",
        None,
        el("a:clrScheme", {"name": theme.label}, *colors),
        el("a:fontScheme", {"name": theme.label}, *fonts),
        el(
            "a:fmtScheme",
            {"name": theme.label},
            el("a:fillStyleLst", None, *(placeholder() for _ in range(3))),
            el("a:lnStyleLst", None, *lines),
            el("a:effectStyleLst", None, *effects),
            el("a:bgFillStyleLst", None, *(placeholder() for _ in range(3))),
        ),
    )
    return serialized(el("a:theme", {"name": theme.label}, elements, el("a:objectDefaults"), el("a:extraClrSchemeLst")))


_SCHEME_ORDER = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip


def color_map(theme: Theme) -> Element:
    """Return the colour map of a master, by which it names the colours of the scheme."""
    return el("p:clrMap", theme.color_map)


def background(name: str, theme: Theme) -> Element:
    """Return the background of a master or layout in a colour of the palette."""
    return el("p:bg", None, el("p:bgPr", None, solid(name, theme), el("a:effectLst")))


def _master(theme: Theme, lang: str, layout_ids: list[Element]) -> Element:
    framing = {slot.name: slot for slot in theme.framing}
    body = Slot("body", SlotKind.TEXT, theme.grid.content, ("bullets", "bullets-2"), bulleted=True, prompt="Text")
    slots = [replace(slot, prompt="") for slot in (framing["title"], body, framing["footer"], framing["number"])]
    shapes = [
        _placeholder(number, slot, number - 1, theme, lang, plain=False) for number, slot in enumerate(slots, start=2)
    ]
    styles = el(
        "p:txStyles",
        None,
        el("p:titleStyle", None, *_levels(framing["title"], theme, lang, depth=1)),
        el("p:bodyStyle", None, *_levels(body, theme, lang, depth=5)),
        el(
            "p:otherStyle",
            None,
            *_levels(replace(body, bulleted=False, styles=("body",)), theme, lang, depth=1),
        ),
    )
    return el(
        "p:sldMaster",
        None,
        el(
            "p:cSld",
            None,
            background("background", theme),
            el("p:spTree", None, *group_properties(), *shapes),
        ),
        color_map(theme),
        el("p:sldLayoutIdLst", None, *layout_ids),
        styles,
    )


def _layout(layout: SlideLayout, theme: Theme, lang: str, footer: str, drawn: tuple[Element, ...]) -> Element:
    """Return a layout: what is drawn on it, then its placeholders, each with the styles of its levels."""
    inherited = {slot for slot in theme.framing if slot.kind is SlotKind.TITLE}
    slots = [
        replace(slot, prompt=footer) if slot.kind is SlotKind.FOOTER else slot
        for slot in layout.slots
        if slot.kind.placeholder
    ]
    theme = theme.on(layout.background)
    shapes = [
        _placeholder(number, slot, placeholder_index(slot.name), theme, lang, plain=slot in inherited)
        for number, slot in enumerate(slots, start=2)
    ]
    own = background(layout.background, theme) if layout.background != "background" else None
    cover = {SlotKind.COVER_TITLE, SlotKind.SUBTITLE} <= {slot.kind for slot in slots}
    return el(
        "p:sldLayout",
        {**({"type": "title"} if cover else {}), "preserve": 1, "userDrawn": 1},
        el("p:cSld", {"name": layout.label}, own, el("p:spTree", None, *group_properties(), *drawn, *shapes)),
        color_map_override(theme),
    )


def _placeholder(number: int, slot: Slot, index: int, theme: Theme, lang: str, *, plain: bool) -> Element:
    """Return a placeholder with its place and its styles; a ``plain`` one has them from elsewhere."""
    kind = slot.kind.placeholder
    place: dict[str, str | int] = {"type": kind}
    if kind in ("ftr", "sldNum"):
        place["sz"] = "quarter"
    if kind not in ("title", "ctrTitle"):
        place["idx"] = index
    if slot.prompt and slot.kind is not SlotKind.FOOTER:
        place["hasCustomPrompt"] = 1
    inset: dict[str, str | int] = {"lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0, "anchor": slot.anchor.value}
    styled = slot if slot.kind is not SlotKind.PICTURE else replace(slot, styles=("key",))
    rectangle = [transform(slot.rect), el("a:prstGeom", {"prst": "rect"}, el("a:avLst"))]
    body = el("a:bodyPr", {"vert": "horz", "wrap": "square", **inset, "rtlCol": 0}, el("a:noAutofit"))
    levels = _levels(styled, theme, lang, depth=max(2, len(slot.styles)))
    return el(
        "p:sp",
        None,
        el(
            "p:nvSpPr",
            None,
            el("p:cNvPr", {"id": number, "name": slot.name.capitalize()}),
            el("p:cNvSpPr", None, el("a:spLocks", {"noGrp": 1})),
            el("p:nvPr", None, el("p:ph", place)),
        ),
        el("p:spPr", None, *([] if plain else rectangle)),
        el(
            "p:txBody",
            None,
            el("a:bodyPr") if plain else body,
            el("a:lstStyle", None, *([] if plain else levels)),
            _prompt(slot, lang),
        ),
    )


def _prompt(slot: Slot, lang: str) -> Element:
    """Return what an empty placeholder says."""
    if slot.kind is SlotKind.NUMBER:
        guid = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
        field = el("a:fld", {"id": guid, "type": "slidenum"}, el("a:rPr", {"lang": lang}), el("a:t", text="‹#›"))
        return el("a:p", None, field, el("a:endParaRPr", {"lang": lang}))
    run = el("a:r", None, el("a:rPr", {"lang": lang}), el("a:t", text=slot.prompt)) if slot.prompt else None
    return el("a:p", None, run, el("a:endParaRPr", {"lang": lang}))


def _levels(slot: Slot, theme: Theme, lang: str, depth: int) -> Iterator[Element]:
    """Yield the paragraph properties of each level of a slot."""
    for level in range(depth):
        style = theme.styles[slot.style(level)]
        listed = slot.bulleted
        margin = theme.level_margin(level, slot) if listed or level else 0
        hanging = theme.level_margin(level, slot) - (theme.level_margin(level - 1, slot) if level else 0)
        yield el(
            f"a:lvl{level + 1}pPr",
            {"marL": margin, "indent": -hanging if listed else 0, "algn": "r" if slot.right else "l"},
            el("a:lnSpc", None, el("a:spcPct", {"val": round(style.spacing * 1000)})),
            el("a:spcBef", None, el("a:spcPts", {"val": hundredths(style.before)})),
            *((el("a:buFont", {"typeface": theme.body_font}), el("a:buChar", {"char": BULLET})) if listed else ()),
            None if listed else el("a:buNone"),
            el(
                "a:defRPr",
                {"lang": lang, "sz": hundredths(style.usual), "b": int(style.bold), "i": 0, "kern": 1200},
                solid(style.color, theme),
                typeface(style),
            ),
        )
