"""The presentation part, and the properties of the file."""

from collections.abc import Mapping
from datetime import UTC, datetime

from lxml import etree

from deckgen.theme.ooxml import Element, el
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import Pages
from deckgen.units import inches
from deckgen.writers.pptx.shapes import stable_guid

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


def presentation(
    pages: Pages, theme: Theme, masters: Mapping[str, str], slides: Mapping[str, str], notes: str
) -> Element:
    """Return the presentation part; masters and slides are relationship ids by id, ``notes`` may be empty."""
    page = theme.grid.page
    level = el(
        "a:lvl1pPr",
        {"marL": 0, "algn": "l", "rtl": 0},
        el(
            "a:defRPr",
            {"lang": pages.facts.lang, "sz": 1800},
            el("a:solidFill", None, el("a:schemeClr", {"val": "tx1"})),
            el("a:latin", {"typeface": "+mn-lt"}),
        ),
    )
    return el(
        "p:presentation",
        {"saveSubsetFonts": 1, "autoCompressPictures": 0},
        el("p:sldMasterIdLst", None, *_listed("p:sldMasterId", masters)),
        el("p:notesMasterIdLst", None, el("p:notesMasterId", {"r:id": notes})) if notes else None,
        el("p:sldIdLst", None, *_listed("p:sldId", slides)),
        el("p:sldSz", {"cx": page.width, "cy": page.height}),
        el("p:notesSz", {"cx": inches(7.5), "cy": inches(10)}),
        el("p:defaultTextStyle", None, level),
        _sections(pages, list(slides)),
    )


def _listed(tag: str, ids: Mapping[str, str]) -> list[Element]:
    return [el(tag, {"id": number, "r:id": relation}) for number, relation in ids.items()]


def _sections(pages: Pages, slide_ids: list[str]) -> Element | None:
    """Return the sections in deck order ([MS-PPTX] 2.2.2.2); nothing for a deck without any."""
    if not pages.sections:
        return None
    listed = etree.Element(f"{{{_P14}}}sectionLst", nsmap={"p14": _P14})
    for section in pages.sections:
        identity = {"name": section.name, "id": stable_guid(f"section {section.name}")}
        element = etree.SubElement(listed, f"{{{_P14}}}section", identity)
        members = etree.SubElement(element, f"{{{_P14}}}sldIdLst")
        for number in section.slides:
            etree.SubElement(members, f"{{{_P14}}}sldId", {"id": slide_ids[number - 1]})
    return el("p:extLst", None, el("p:ext", {"uri": "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"}, listed))


def core_properties(pages: Pages, built_at: datetime | None) -> bytes:
    """Return title, author, language and date of the file (ECMA-376 part 2, 11.1)."""
    facts = pages.facts
    names = {"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=names)
    creator = facts.author or facts.organisation
    for namespace, name, value in (
        (_DC, "title", facts.title),
        (_DC, "subject", facts.subtitle),
        (_DC, "creator", creator),
        (_CORE, "keywords", ", ".join(facts.keywords)),
        (_CORE, "lastModifiedBy", creator),
    ):
        if value:
            etree.SubElement(root, f"{{{namespace}}}{name}").text = value
    if built_at:
        stamp = built_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        for name in ("created", "modified"):
            element = etree.SubElement(root, f"{{{_TERMS}}}{name}", {f"{{{_XSI}}}type": "dcterms:W3CDTF"})
            element.text = stamp
    etree.SubElement(root, f"{{{_DC}}}language").text = facts.lang
    return _part(root)


def app_properties(pages: Pages) -> bytes:
    """Return what made the file, and how much is in it (ECMA-376 part 1, 22.2)."""
    root = etree.Element(f"{{{_APP}}}Properties", nsmap={None: _APP})  # type: ignore[dict-item]
    hidden = sum(page.hidden for page in pages.pages)
    for name, value in (
        ("PresentationFormat", "Widescreen"),
        ("Slides", len(pages.pages)),
        ("Notes", sum(bool(page.notes) for page in pages.pages)),
        ("HiddenSlides", hidden),
        ("Application", "deckgen"),
        ("Company", pages.facts.organisation),
    ):
        if value != "":
            etree.SubElement(root, f"{{{_APP}}}{name}").text = str(value)
    return _part(root)


def _part(root: Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
