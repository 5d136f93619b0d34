"""Text frames to markup: each line where it was broken, each paragraph at its place."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from deckgen.model.slots import Slot
from deckgen.model.text import ListKind, Run
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import SetParagraph, TextFrame
from deckgen.units import Emu, points
from deckgen.writers.typst.markup import artifact, length, quoted, rgb, together

DESCENT = 0.24
"""How far under the baseline a line reaches, in ems."""
BULLET = 0.11
"""The radius of a bullet, in ems, and how high it stands over the baseline."""
RAISED = 0.345


def paragraphs(frame: TextFrame, theme: Theme, heading: int = 0) -> str:
    """Return the paragraphs of a frame, one below the other; ``heading`` is the level that they have, 0 for none."""
    made = [f"v({length(frame.start)})"] if frame.start else []
    if heading:
        made += [_heading(frame, theme, heading)]
    else:
        grouped = groupby(frame.paragraphs, key=lambda paragraph: paragraph.kind is not ListKind.NONE)
        numbering = _Numbering()
        for listed, some in grouped:
            if listed:
                made += _lists([*some], frame, theme, numbering)
            else:
                made += [_plain(paragraph, frame, theme) for paragraph in some]
    left, right = frame.insets.left, frame.insets.right
    return f"pad(left: {length(left)}, right: {length(right)}, {together(made)})"


def lines(paragraph: SetParagraph, theme: Theme, *, lead: str = "") -> str:
    """Return the lines of a paragraph in its size; ``lead`` stands before the first."""
    style = theme.styles[paragraph.style]
    size = points(paragraph.size)
    under = round(size * DESCENT)
    looks = [
        f"size: {paragraph.size:g}pt",
        f"top-edge: {length(paragraph.pitch - under)}",
        f"bottom-edge: {length(-under)}",
        f"fill: {rgb(theme.palette[style.color])}",
        'weight: "bold"' if style.bold else 'weight: "regular"',
    ]
    parts = [lead] if lead else []
    for number, line in enumerate(paragraph.lines):
        parts += ["linebreak()"] if number else []
        parts += [run(part, theme) for part in line.runs]
    return f"text({', '.join(looks)}, {together(parts)})"


def run(of: Run, theme: Theme) -> str:
    """Return characters of one style, linked where they are a link."""
    looks = ['weight: "bold"'] if of.bold else []
    looks += ['style: "italic"'] if of.italic else []
    looks += [f"fill: {rgb(theme.palette[of.color])}"] if of.color else []
    made = f"text({', '.join([*looks, quoted(of.text)])})"
    if not of.link:
        return made
    return f"link({quoted(of.link)}, underline(text(fill: {rgb(theme.link)}, {made})))"


def _heading(frame: TextFrame, theme: Theme, level: int) -> str:
    """Return all paragraphs of a frame as one heading."""
    parts: list[str] = []
    for paragraph in frame.paragraphs:
        parts += ["linebreak()"] if parts else []
        parts.append(lines(paragraph, theme))
    return f"heading(level: {level}, {_aligned(together(parts), frame)})"


def _plain(paragraph: SetParagraph, frame: TextFrame, theme: Theme) -> str:
    before = f"v({length(paragraph.before)}); " if paragraph.before else ""
    inset = paragraph.margin or theme.level_margin(paragraph.source.level - 1, frame.slot) * bool(
        paragraph.source.level
    )
    body = f"par({lines(paragraph, theme)})"
    return f"{{ {before}{_aligned(_inset(body, inset), frame, exact=paragraph.exact)} }}"


def _aligned(content: str, frame: TextFrame, *, exact: bool = False) -> str:
    if frame.centered:
        return f"align(center, {content})"
    return f"align(right, {content})" if frame.slot.right or exact else content


def _inset(content: str, left: int) -> str:
    return f"pad(left: {length(left)}, {content})" if left else content


class _Numbering:
    """Counts the items of a numbered list."""

    def __init__(self) -> None:
        self.last = 0

    def next(self, start: int) -> int:
        """Return the number of the next item of a list that counts from ``start``."""
        self.last = max(self.last, start - 1) + 1
        return self.last


def _lists(listed: Sequence[SetParagraph], frame: TextFrame, theme: Theme, numbering: _Numbering) -> Iterator[str]:
    """Yield the items of lists, those of the second level within the item they stand under."""
    yield _list(listed, 0, frame, theme, numbering)


def _list(listed: Sequence[SetParagraph], level: int, frame: TextFrame, theme: Theme, numbering: _Numbering) -> str:
    items: list[str] = []
    at = 0
    while at < len(listed):
        end = at + 1
        while end < len(listed) and listed[end].source.level > level:
            end += 1
        below = _list(listed[at + 1 : end], level + 1, frame, theme, numbering) if end > at + 1 else ""
        items.append(_item(listed[at], below, frame.slot, theme, numbering))
        at = end
    return f"list(marker: none, indent: 0pt, body-indent: 0pt, spacing: 0pt, tight: true, {', '.join(items)})"


def _item(paragraph: SetParagraph, below: str, slot: Slot, theme: Theme, numbering: _Numbering) -> str:
    level, digits = paragraph.source.level, paragraph.source.digits
    hanging = Emu(theme.level_margin(level, slot, digits) - theme.level_margin(level - 1, slot, digits))
    # Items of the second level stand within those of the first, which are set in already.
    body = together([_inset(f"par({_marked(paragraph, hanging, theme, numbering)})", hanging)])
    above = f"v({length(paragraph.before)}); " if paragraph.before else ""
    inner = _inset(below, hanging) if below else ""
    return f"{{ {above}{body}{'; ' + inner if inner else ''} }}"


def _marked(paragraph: SetParagraph, hanging: Emu, theme: Theme, numbering: _Numbering) -> str:
    """Return the lines of an item, its sign to the left of the first."""
    color = rgb(theme.palette[theme.styles[paragraph.style].color])
    size = points(paragraph.size)
    if paragraph.kind is ListKind.NUMBER:
        told = quoted(f"{numbering.next(paragraph.source.start)}.")
        number = f"box(width: {length(hanging)}, {told})"
        return lines(paragraph, theme, lead=f"h({length(-hanging)}); {number}")
    dot = f"circle(radius: {length(round(size * BULLET))}, fill: {color})"
    raised = length(-round(size * (RAISED + BULLET)))
    placed = f"box(width: 0pt, height: 0pt, place(dx: {length(-hanging)}, dy: {raised}, {dot}))"
    return lines(paragraph, theme, lead=artifact(placed))
