"""Text into its slot: in the largest size of the theme at which it and its siblings fit."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from deckgen.fonts import shape
from deckgen.model.slots import Slot
from deckgen.model.text import ListKind, Paragraph, Run
from deckgen.theme.theme import Style, Theme
from deckgen.typeset.frames import Overflow, SetParagraph
from deckgen.typeset.lines import Measured, as_line, settled, words
from deckgen.units import Emu, Insets, Rect, points
from deckgen.values import frozen

MOST_TEXTS = 4096
"""Of how many texts is kept how they were set: each is asked for more than once, and most are alike in many decks."""


@frozen(slots=True)
class Fitted:
    """Text as it stands in its slot."""

    paragraphs: tuple[SetParagraph, ...]
    insets: Insets
    overflow: Overflow | None

    @property
    def height(self) -> Emu:
        """The height of all lines, with the spaces between paragraphs."""
        return Emu(sum(paragraph.before + paragraph.height for paragraph in self.paragraphs))


@frozen(slots=True)
class Job:
    """Paragraphs to set in a slot, within ``rect``; ``single`` ones each choose their own width."""

    slot: Slot
    rect: Rect
    paragraphs: tuple[Paragraph, ...]
    single: bool = False


def fitted(jobs: Mapping[str, Job], theme: Theme) -> dict[str, Fitted]:
    """Return the text of each job; those whose slots are of one group step down together."""
    groups: dict[str, list[str]] = {}
    for key, job in jobs.items():
        groups.setdefault(job.slot.group or job.slot.name, []).append(key)
    made: dict[str, Fitted] = {}
    for keys in groups.values():
        steps = max(_steps(jobs[key], theme) for key in keys)
        for step in range(steps):
            made |= {key: fit(jobs[key], theme, step) for key in keys}
            if all(made[key].overflow is None for key in keys):
                break
    return made


def fit(job: Job, theme: Theme, step: int) -> Fitted:
    """Return the text of ``job`` at the size ``step`` of its styles, 0 the largest."""
    return _fit(job, tuple(_typed(paragraph, job.slot, theme, step) for paragraph in job.paragraphs))


@frozen(slots=True)
class _Type:
    """What a theme gives to a paragraph: its style, a size in points, a font, and how far it stands in."""

    style: Style
    size: float
    family: str
    margin: Emu

    def width(self, run: Run) -> Emu:
        """Return how wide a run is in it."""
        style = self.style
        return shape.width(run.text, self.size, bold=run.bold or style.bold, italic=run.italic, family=self.family)


def _typed(paragraph: Paragraph, slot: Slot, theme: Theme, step: int) -> _Type:
    style = theme.styles[slot.style(paragraph.level)]
    size = style.sizes[min(step, len(style.sizes) - 1)]
    family = theme.heading_font if style.heading else theme.body_font
    return _Type(style, size, family, margin(paragraph, slot, theme))


@lru_cache(MOST_TEXTS)
def _fit(job: Job, types: tuple[_Type, ...]) -> Fitted:
    """Return the text of ``job``, each paragraph in its type."""
    slot, room = job.slot, job.rect.width
    measured = tuple(
        Measured(words(paragraph.runs, kind.width), kind.margin)
        for paragraph, kind in zip(job.paragraphs, types, strict=True)
    )
    groups = [(paragraph,) for paragraph in measured] if job.single else [measured]
    settings = [settled(group, room, balanced=slot.lines > 1) for group in groups]
    broken = [lines for setting in settings for lines in setting.paragraphs]
    free = [Emu(max(0, room - setting.width_within(room)) if setting.broken else 0) for setting in settings]
    paragraphs = []
    for index, (paragraph, lines, kind) in enumerate(zip(job.paragraphs, broken, types, strict=True)):
        style, size = kind.style, kind.size
        paragraphs.append(
            SetParagraph(
                source=paragraph,
                lines=tuple(as_line(line) for line in lines),
                style=slot.style(paragraph.level),
                size=size,
                pitch=pitch(style, size),
                before=points(style.before) if index else Emu(0),
                stepped=size != style.usual,
                margin=free[index] if job.single else Emu(0),
            )
        )
    side = Emu(0) if job.single else free[0]
    insets = Insets(left=side) if slot.right else Insets(right=side)
    whole = Fitted(tuple(paragraphs), insets, None)
    return replace(whole, overflow=_overflow(whole, max(setting.tight for setting in settings), slot, job.rect))


def margin(paragraph: Paragraph, slot: Slot, theme: Theme) -> Emu:
    """Return how far a paragraph stands in: behind its bullet or number, and those of the levels above."""
    if paragraph.kind is ListKind.NONE and paragraph.level == 0:
        return Emu(0)
    return theme.level_margin(paragraph.level, slot, paragraph.digits)


def pitch(style: Style, size: float) -> Emu:
    """Return the distance of two baselines of a style at ``size`` points."""
    return points(size * shape.LINE * style.spacing / 100)


def _steps(job: Job, theme: Theme) -> int:
    return max((len(theme.styles[name].sizes) for name in job.slot.styles), default=1)


def _overflow(fitted: Fitted, widest: int, slot: Slot, rect: Rect) -> Overflow | None:
    """Return by how much text is too tall, has too many lines, or holds a word too wide; None if it fits."""
    too_tall = max(0, fitted.height - rect.height)
    too_wide = max(0, widest - rect.width)
    lines = math.ceil(too_tall / fitted.paragraphs[-1].pitch) if too_tall else 0
    count = sum(len(paragraph.lines) for paragraph in fitted.paragraphs)
    if slot.lines and count > slot.lines:
        lines = max(lines, count - slot.lines)
        too_tall = max(too_tall, lines * fitted.paragraphs[-1].pitch)
    if not (lines or too_wide):
        return None
    return Overflow(lines, Emu(too_tall), Emu(too_wide))


def aligned(texts: Sequence[Fitted | None], tops: Sequence[Emu], rect: Rect) -> Fitted:
    """Return one column of paragraphs within ``rect``, each text at its own top."""
    made: list[SetParagraph] = []
    y, inset, lack = rect.y, Emu(0), 0
    for text, top in zip(texts, tops, strict=True):
        if text is None:
            continue
        lack = max(lack, y - top if made else 0)
        for index, paragraph in enumerate(text.paragraphs):
            gap = Emu(max(0, top - y)) if index == 0 else paragraph.before
            if not made:
                inset, gap = gap, Emu(0)
                y = Emu(y + inset)
            made.append(replace(paragraph, before=gap, exact=True))
            y = Emu(y + gap + paragraph.height)
    lack = max(lack, y - rect.bottom)
    overflow = next((text.overflow for text in texts if text and text.overflow), None)
    if made and lack > made[-1].pitch // 4:
        overflow = Overflow(math.ceil(lack / made[-1].pitch), Emu(lack))
    return Fitted(tuple(made), Insets(top=inset), overflow)
