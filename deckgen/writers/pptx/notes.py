"""Speaker notes: a notes master of the theme, and a notes slide for each page that has notes."""

from dataclasses import replace

from deckgen.model.text import Paragraph
from deckgen.theme.master import background, color_map
from deckgen.theme.ooxml import Element, el, group_properties, transform
from deckgen.theme.theme import LIGHT, NOTES, Theme
from deckgen.units import Rect
from deckgen.writers.pptx.text import Linked, plain_body

IMAGE = Rect.of_inches(0.75, 0.75, 6.0, 3.375)
BODY = Rect.of_inches(0.75, 4.4, 6.0, 4.85)


def notes_master(theme: Theme, lang: str) -> Element:
    """Return the notes master: the slide above, the text below, on a light page of 7.5 by 10 inches."""
    theme = replace(theme, color_map=NOTES if theme.swapped else LIGHT)
    image = _placeholder(2, "Slide", {"type": "sldImg", "idx": 2}, IMAGE, None)
    text = el(
        "p:txBody",
        None,
        el(
            "a:bodyPr",
            {"vert": "horz", "lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0, "rtlCol": 0},
            el("a:noAutofit"),
        ),
        el("a:lstStyle"),
        el(
            "a:p",
            None,
            el("a:r", None, el("a:rPr", {"lang": lang}), el("a:t", text="Notes")),
            el("a:endParaRPr", {"lang": lang}),
        ),
    )
    body = _placeholder(3, "Notes", {"type": "body", "sz": "quarter", "idx": 3}, BODY, text)
    tree = el("p:spTree", None, *group_properties(), image, body)
    level = el(
        "a:lvl1pPr",
        {"marL": 0, "algn": "l"},
        el("a:spcBef", None, el("a:spcPts", {"val": 400})),
        el(
            "a:defRPr",
            {"lang": lang, "sz": 1200},
            el("a:solidFill", None, el("a:schemeClr", {"val": "tx1"})),
            el("a:latin", {"typeface": "+mn-lt"}),
        ),
    )
    return el(
        "p:notesMaster",
        None,
        el("p:cSld", None, background(theme.scheme["lt1"], theme), tree),
        color_map(theme),
        el("p:notesStyle", None, level),
    )


def notes_slide(notes: tuple[Paragraph, ...], lang: str, linked: Linked) -> Element:
    """Return the notes of one page."""
    image = _placeholder(2, "Slide", {"type": "sldImg"}, None, None)
    body = _placeholder(3, "Notes", {"type": "body", "idx": 3}, None, plain_body(notes, lang, linked))
    return el(
        "p:notes",
        None,
        el("p:cSld", None, el("p:spTree", None, *group_properties(), image, body)),
        el("p:clrMapOvr", None, el("a:masterClrMapping")),
    )


def _placeholder(
    number: int, name: str, place: dict[str, str | int], rect: Rect | None, body: Element | None
) -> Element:
    image = place["type"] == "sldImg"
    locks = el("a:spLocks", {"noGrp": 1, **({"noRot": 1, "noChangeAspect": 1} if image else {})})
    shape = [transform(rect), el("a:prstGeom", {"prst": "rect"}, el("a:avLst"))] if rect else []
    return el(
        "p:sp",
        None,
        el(
            "p:nvSpPr",
            None,
            el("p:cNvPr", {"id": number, "name": name}),
            el("p:cNvSpPr", None, locks),
            el("p:nvPr", None, el("p:ph", place)),
        ),
        el("p:spPr", None, *shape),
        body,
    )
