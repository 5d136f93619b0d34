"""The presentation part, and the properties of the file."""

from collections.abc import Mapping
from datetime import UTC, datetime

from deckgen.theme.ooxml import HEAD, Element, el
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
    sections = []
    for section in pages.sections:
        identity = {"name": section.name, "id": stable_guid(f"section {section.name}")}
        members = (el("p14:sldId", {"id": slide_ids[number - 1]}) for number in section.slides)
        sections.append(el("p14:section", identity, el("p14:sldIdLst", None, *members)))
    listed = el("p14:sectionLst", {"xmlns:p14": _P14}, *sections)
    return el("p:extLst", None, el("p:ext", {"uri": "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"}, listed))


def core_properties(pages: Pages, built_at: datetime | None) -> bytes:
    """Return title, author, language and date of the file (ECMA-376 part 2, 11.1)."""
    facts = pages.facts
    names = {"xmlns:cp": _CORE, "xmlns:dc": _DC, "xmlns:dcterms": _TERMS, "xmlns:xsi": _XSI}
    creator = facts.author or facts.organisation
    told = [
        el(name, text=value)
        for name, value in (
            ("dc:title", facts.title),
            ("dc:subject", facts.subtitle),
            ("dc:creator", creator),
            ("cp:keywords", ", ".join(facts.keywords)),
            ("cp:lastModifiedBy", creator),
        )
        if value
    ]
    if built_at:
        stamp = built_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        kind = {"xsi:type": "dcterms:W3CDTF"}
        told += [el(f"dcterms:{name}", kind, text=stamp) for name in ("created", "modified")]
    told.append(el("dc:language", text=facts.lang))
    return _part(el("cp:coreProperties", names, *told))


def app_properties(pages: Pages) -> bytes:
    """Return what made the file, and how much is in it (ECMA-376 part 1, 22.2)."""
    hidden = sum(page.hidden for page in pages.pages)
    told = (
        ("PresentationFormat", "Widescreen"),
        ("Slides", len(pages.pages)),
        ("Notes", sum(bool(page.notes) for page in pages.pages)),
        ("HiddenSlides", hidden),
        ("Application", "deckgen"),
        ("Company", pages.facts.organisation),
    )
    return _part(el("Properties", {"xmlns": _APP}, *(el(name, text=str(value)) for name, value in told if value != "")))


def _part(root: Element) -> bytes:
    return f"{HEAD}{root}".encode()
