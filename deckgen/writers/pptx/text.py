"""Text frames to ``txBody``."""

from collections.abc import Callable

from deckgen.model.slots import Slot, SlotKind
from deckgen.model.text import Field, ListKind, Paragraph, Run
from deckgen.theme.ooxml import BULLET, Element, el, hundredths, solid, typeface
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import SetParagraph, TextFrame
from deckgen.units import in_points

Linked = Callable[[str], str]
"""The relationship id of a link, from its address."""

_NO_AUTOFIT, _NO_STYLES, _NO_BULLET = el("a:noAutofit"), el("a:lstStyle"), el("a:buNone")
# Any GUID will do for a field (19.7.9); one for each kind keeps the bytes the same.
_FIELD_IDS = {Field.SLIDE_NUMBER: "{2A7E8A0C-54C0-5F5B-9D61-6E2B6F2D9C11}"}


def text_body(frame: TextFrame, theme: Theme, lang: str, linked: Linked) -> Element:
    """Return the text of a frame; a placeholder says only what its layout does not."""
    inherits = _inherits(frame.slot)
    sides: dict[str, str | int] = {
        "lIns": frame.insets.left,
        "tIns": frame.insets.top,
        "rIns": frame.insets.right,
        "bIns": frame.insets.bottom,
    }
    if inherits:
        body = el("a:bodyPr", {name: side for name, side in sides.items() if side})
    else:
        anchor = "ctr" if frame.centered else frame.slot.anchor.value
        body = el("a:bodyPr", {"wrap": "square", **sides, "rtlCol": 0, "anchor": anchor}, _NO_AUTOFIT)
    paragraphs = [_paragraph(paragraph, frame, theme, lang, linked) for paragraph in frame.paragraphs]
    return el("p:txBody", None, body, _NO_STYLES, *paragraphs)


def plain_body(paragraphs: tuple[Paragraph, ...], lang: str, linked: Linked) -> Element:
    """Return paragraphs in the style of their placeholder, as notes are."""
    made = [
        el(
            "a:p",
            None,
            *(_run(run, _properties(run, lang, linked, {"b": 1} if run.bold else {})) for run in paragraph.runs),
            el("a:endParaRPr", {"lang": lang}),
        )
        for paragraph in paragraphs
    ]
    return el("p:txBody", None, el("a:bodyPr"), _NO_STYLES, *(made or [el("a:p")]))


def _paragraph(paragraph: SetParagraph, frame: TextFrame, theme: Theme, lang: str, linked: Linked) -> Element:
    inherits = _inherits(frame.slot)
    style = theme.styles[paragraph.style]
    size = {"sz": hundredths(paragraph.size)} if paragraph.stepped or not inherits else {}
    runs = []
    for run in paragraph.source.runs:
        weight = {"b": 1} if (run.bold and not style.bold) or (style.bold and not inherits) else {}
        color = run.color or ("" if inherits else style.color)
        font = None if inherits else typeface(style)
        properties = _properties(run, lang, linked, size | weight, solid(color, theme) if color else None, font)
        runs.append(_run(run, properties))
    end = el("a:endParaRPr", {"lang": lang, **size})
    return el("a:p", None, _paragraph_properties(paragraph, frame, theme), *runs, end)


def cell_paragraph(paragraph: SetParagraph, right: bool, theme: Theme, lang: str, linked: Linked) -> Element:
    """Return a paragraph in the cell of a table, which has no layout to take its style from."""
    style = theme.styles[paragraph.style]
    size = {"sz": hundredths(paragraph.size), "b": int(style.bold)}
    runs = []
    for run in paragraph.source.runs:
        fill = solid(run.color or style.color, theme)
        runs.append(_run(run, _properties(run, lang, linked, size | ({"b": 1} if run.bold else {}), fill)))
    properties = el(
        "a:pPr",
        {"marL": 0, "indent": 0, "algn": "r" if right else "l"},
        el("a:lnSpc", None, el("a:spcPct", {"val": round(style.spacing * 1000)})),
        el("a:spcBef", None, el("a:spcPts", {"val": hundredths(in_points(paragraph.before))})),
        _NO_BULLET,
    )
    return el("a:p", None, properties, *runs, el("a:endParaRPr", {"lang": lang, **size}))


def _paragraph_properties(paragraph: SetParagraph, frame: TextFrame, theme: Theme) -> Element | None:
    """Return what differs from the layout: level, bullet, and the exact place beside a row."""
    source, slot = paragraph.source, frame.slot
    attributes: dict[str, str | int] = {}
    children: list[Element] = []
    inherits = _inherits(slot)
    if paragraph.exact:
        children.append(el("a:lnSpc", None, el("a:spcPts", {"val": hundredths(in_points(paragraph.pitch))})))
        children.append(el("a:spcBef", None, el("a:spcPts", {"val": hundredths(in_points(paragraph.before))})))
        attributes |= {"marL": paragraph.margin, "indent": 0}
    elif not inherits:
        spacing = theme.styles[paragraph.style].spacing
        children.append(el("a:lnSpc", None, el("a:spcPct", {"val": round(spacing * 1000)})))
    listed = source.kind is not ListKind.NONE
    if listed != slot.bulleted or source.digits:
        before = theme.level_margin(source.level - 1, slot, source.digits) if source.level else 0
        margin = theme.level_margin(source.level, slot, source.digits) if listed or source.level else 0
        attributes |= {"marL": margin, "indent": before - margin if listed else 0}
        children.append(_bullet(source))
    if source.level:
        attributes["lvl"] = source.level
    if frame.centered or (slot.right and not inherits):
        attributes["algn"] = "ctr" if frame.centered else "r"
    return el("a:pPr", attributes, *children) if attributes or children else None


def _inherits(slot: Slot) -> bool:
    """Return whether a frame has its style from the layout; LibreOffice does not look there for a footer's."""
    return bool(slot.kind.placeholder) and slot.kind is not SlotKind.FOOTER


def _bullet(of: Paragraph) -> Element:
    if of.kind is ListKind.NUMBER:
        # Every number of a list says where the list begins (21.1.2.4.1), not its own number.
        start = {"startAt": of.start} if of.start > 1 else {}
        return el("a:buAutoNum", {"type": "arabicPeriod", **start})
    return el("a:buChar", {"char": BULLET}) if of.kind is ListKind.BULLET else _NO_BULLET


def _properties(
    run: Run,
    lang: str,
    linked: Linked,
    extra: dict[str, int],
    fill: Element | None = None,
    font: Element | None = None,
) -> Element:
    link = el("a:hlinkClick", {"r:id": linked(run.link)}) if run.link else None
    attributes: dict[str, str | int] = {"lang": lang, **extra, **({"i": 1} if run.italic else {}), "dirty": 0}
    return el("a:rPr", attributes, fill, font, link)


def _run(run: Run, properties: Element) -> Element:
    if run.field is Field.NONE:
        return el("a:r", None, properties, el("a:t", text=run.text))
    identity: dict[str, str | int] = {"id": _FIELD_IDS[run.field], "type": run.field.value}
    return el("a:fld", identity, properties, el("a:t", text=run.text))
