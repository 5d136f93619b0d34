"""Text frames to elements: each line where it was broken, each paragraph at its place."""

from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import groupby

from deckgen.color import Color
from deckgen.model.slots import Slot, SlotKind
from deckgen.model.text import ListKind, Run, Runs, plain
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import SetParagraph, TextFrame
from deckgen.units import Emu
from deckgen.units import points as emu_of
from deckgen.values import frozen, mutable
from deckgen.writers.html.markup import Attributes, Looks, el, length, placed, points, told

DESCENT = 0.24
"""How far under the baseline a line of a page reaches, in ems."""
ASCENT, DEPTH = 0.905, 0.212
"""How far Arial and its twins reach over and under the baseline, in ems, which is what a browser centres in a line."""
BULLET = 0.11
"""The radius of a bullet, in ems, and how high its centre stands over the baseline."""
RAISED = 0.345
RUNNING = frozenset({SlotKind.FOOTER, SlotKind.SECTION})
"""What stands at the foot of every slide: in a text, where slides are not turned, it would only be in the way."""


@frozen(slots=True)
class Heading:
    """That a frame is a heading: its level, and the id by which its slide is named, empty for none."""

    level: int
    id: str = ""


@frozen
class TextWriter:
    """Writes the text frames of a page, in the colours of the theme on its background."""

    theme: Theme
    looks: Looks

    def frame(self, frame: TextFrame, heading: Heading | None = None, spoken: str = "") -> str:
        """Return the paragraphs of a frame, one below the other; ``spoken`` is what is read out in their place."""
        look = placed(frame.rect) | {
            "padding-top": length(frame.start),
            "padding-left": length(frame.insets.left),
            "padding-right": length(frame.insets.right),
        }
        look |= {"text-align": "center"} if frame.centered else {"text-align": "right"} if frame.slot.right else {}
        if frame.outline:
            look["outline"] = f"{points(1.5)} solid {css(self.theme.palette[frame.outline])}"
            look["outline-offset"] = points(-0.75)
        content = self._heading(frame, heading) if heading else "".join(self._paragraphs(frame))
        if spoken:
            content = el("p", {"class": "unseen"}, told(spoken)) + el("div", {"aria-hidden": "true"}, content)
        running = "running " if frame.slot.kind in RUNNING and not heading else ""
        return el("div", {"class": f"frame {running}{self.looks.of(look)}"}, content)

    def _heading(self, frame: TextFrame, heading: Heading) -> str:
        """Return all paragraphs of a frame as one heading."""
        parts = [self.paragraph(paragraph, tag="span") for paragraph in frame.paragraphs]
        return el(f"h{heading.level}", {"id": heading.id}, " ".join(parts))

    def _paragraphs(self, frame: TextFrame) -> Iterator[str]:
        numbering = _Numbering()
        for listed, some in groupby(frame.paragraphs, key=lambda paragraph: paragraph.kind is not ListKind.NONE):
            if listed:
                yield from self._lists([*some], frame.slot, numbering)
                continue
            for paragraph in some:
                level = paragraph.source.level
                inset = (
                    self.theme.level_margin(level - 1, frame.slot, paragraph.source.digits)
                    if level and not paragraph.exact
                    else Emu(0)
                )
                yield self.paragraph(paragraph, inset=inset, right=paragraph.exact)

    def _lists(self, listed: Sequence[SetParagraph], slot: Slot, numbering: "_Numbering") -> Iterator[str]:
        """Yield a list for items of one kind, those of a deeper level within the item they stand under."""
        outer = listed[0].source.level
        items: list[tuple[ListKind, int, str]] = []
        at = 0
        while at < len(listed):
            end = at + 1
            while end < len(listed) and listed[end].source.level > outer:
                end += 1
            number = numbering.next(listed[at].source.start) if listed[at].kind is ListKind.NUMBER else 0
            below = "".join(self._lists(listed[at + 1 : end], slot, numbering)) if end > at + 1 else ""
            items.append((listed[at].kind, number, el("li", None, self._item(listed[at], slot, number), below)))
            at = end
        for kind, some in groupby(items, key=lambda item: item[0]):
            made = [*some]
            tag, start = ("ol", made[0][1]) if kind is ListKind.NUMBER else ("ul", 1)
            # Without its signs a list is none to some screen readers, unless it says so.
            attributes: Attributes = {"role": "list", **({"start": start} if start > 1 else {})}
            yield el(tag, attributes, *(item for _, _, item in made))

    def _item(self, paragraph: SetParagraph, slot: Slot, number: int) -> str:
        """Return the text of an item behind its bullet or ``number``."""
        level, digits = paragraph.source.level, paragraph.source.digits
        sign = self.theme.level_margin(level - 1, slot, digits)
        if number:
            look = {"position": "absolute", "left": length(sign), "top": "0"}
            lead = el("span", {"class": f"number {self.looks.of(look)}"}, f"{number}.") + " "
        else:
            size = emu_of(paragraph.size)
            side = length(round(2 * BULLET * size))
            top = paragraph.pitch - round((DESCENT + RAISED + BULLET) * size) - _shift(paragraph)
            look = {"left": length(sign), "top": length(top), "width": side, "height": side}
            lead = el("span", {"class": f"bullet {self.looks.of(look)}", "aria-hidden": "true"})
        return self.paragraph(paragraph, inset=self.theme.level_margin(level, slot, digits), lead=lead)

    def paragraph(
        self, paragraph: SetParagraph, *, tag: str = "p", inset: Emu = Emu(0), right: bool = False, lead: str = ""
    ) -> str:
        """Return the lines of a paragraph, with the spaces that were left out where they break."""
        style = self.theme.styles[paragraph.style]
        look = {
            "font-size": points(paragraph.size),
            "line-height": length(paragraph.pitch),
            "color": css(self.theme.palette[style.color]),
            "font-weight": "700" if style.bold else "400",
            "top": length(_shift(paragraph)),
        }
        look |= {"margin-top": length(paragraph.before)} if paragraph.before else {}
        look |= {"padding-left": length(inset)} if inset else {}
        look |= {"text-align": "right"} if right else {}
        lines = "".join(self._lines(paragraph, style.bold))
        return el(tag, {"class": f"text {self.looks.of(look)}"}, lead, lines)

    def _lines(self, paragraph: SetParagraph, bold: bool) -> Iterator[str]:
        text, at = plain(paragraph.source.runs), 0
        for line in paragraph.lines:
            words = plain(line.runs)
            start = max(at, text.find(words, at))
            # A line that begins behind a hyphen has no space before it.
            if start > at and at:
                yield " "
            at = start + len(words)
            yield el("span", {"class": "line"}, self.runs(line.runs, bold))

    def runs(self, runs: Runs, bold: bool = False) -> str:
        """Return runs in their emphasis; where all is ``bold``, none stands out by that."""
        return "".join(self._run(run, bold) for run in runs)

    def _run(self, run: Run, bold: bool) -> str:
        made = told(run.text)
        made = el("em", None, made) if run.italic else made
        made = el("strong", None, made) if run.bold and not bold else made
        if run.color:
            made = el("span", {"class": self.looks.of({"color": css(self.theme.palette[run.color])})}, made)
        if not run.link:
            return made
        look = self.looks.of({"color": css(self.theme.link)})
        return el("a", {"href": run.link, "class": look, "target": "_blank", "rel": "noopener noreferrer"}, made)


@mutable
class _Numbering:
    """Counts the items of a numbered list."""

    last: int = field(default=0)

    def next(self, start: int) -> int:
        """Return the number of the next item of a list that counts from ``start``."""
        self.last = max(self.last, start - 1) + 1
        return self.last


def _shift(paragraph: SetParagraph) -> Emu:
    """Return how far down a paragraph is moved, so that its baselines stand where the page has them."""
    size, pitch = emu_of(paragraph.size), paragraph.pitch
    wanted = pitch - DESCENT * size
    centred = (pitch + (ASCENT - DEPTH) * size) / 2
    return Emu(round(wanted - centred))


def css(color: Color) -> str:
    """Return a colour."""
    return f"#{color.hex}"


def is_title(frame: TextFrame) -> bool:
    """Return whether a frame holds the title of its slide."""
    return frame.slot.kind in (SlotKind.TITLE, SlotKind.COVER_TITLE)
