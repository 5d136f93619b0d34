"""Which colours must be told apart, and how well: the one table of it (WCAG 2.2, 1.4.3 and 1.4.11)."""

from collections.abc import Iterator

from deckgen.color import contrast
from deckgen.model.slots import Slot, SlotKind
from deckgen.theme.theme import SlideLayout, Theme
from deckgen.values import frozen

TEXT, MARK = 4.5, 3.0
"""The least ratio of text to what is behind it, and of a mark that carries a value, or its outline."""

_MARKS = ("primary", "accent", "before")
TEXTS = (
    ("on-mark", _MARKS[:2]),
    ("ink", ("tint", "track", "unconfirmed")),
    ("body", ("tint",)),
    ("muted", ("tint",)),
    *((f"{color}-text", ("track",)) for color in _MARKS[:2]),
)
"""Texts in bars, on surfaces and behind short bars, each with what it stands on."""

CHART_TEXTS = ("ink", "body", "muted", "primary-text", "accent-text")
CHART_MARKS = (*_MARKS, "unconfirmed")
"""What charts are made of, against the background they stand on."""

COUNTED = ("dot-off", "track")
"""What the counted dots and the shares must stand out from; by themselves these are exempt, as rules are."""

_NO_TEXT = (SlotKind.RULE, SlotKind.DOT, SlotKind.TRACKER, SlotKind.PICTURE, SlotKind.SHAPES)


@frozen(slots=True)
class Pair:
    """A colour on a ground, by their names in the palette, and the least ratio of the two."""

    color: str
    ground: str
    least: float


@frozen(slots=True)
class LowContrast:
    """A pair that is too alike."""

    color: str
    ground: str
    ratio: float
    least: float

    def __str__(self) -> str:
        """Return it in words, the ratio rounded down, so that it is never said to be what is asked for."""
        what = "text" if self.least == TEXT else "a mark that carries a value"
        ratio = int(self.ratio * 10) / 10
        return f"“{self.color}” on “{self.ground}” is {ratio}:1, {what} needs {self.least:g}:1"


def too_low(theme: Theme) -> Iterator[LowContrast]:
    """Yield the pairs of a theme that are too alike."""
    for pair in pairs(theme):
        ratio = ratio_of(pair, theme)
        if ratio < pair.least:
            yield LowContrast(pair.color, pair.ground, ratio, pair.least)


def ratio_of(pair: Pair, theme: Theme) -> float:
    """Return the ratio of a pair: for a mark, that of its fill or of its outline, whichever stands out more."""
    colors = [pair.color]
    outline = theme.outline(pair.color)
    if pair.least == MARK and outline:
        colors.append(outline.color)
    if pair.least == MARK and pair.color == "unconfirmed":
        # Its own outline has the colour of what it belongs to.
        colors.append("primary")
    return max(contrast(theme.palette[color], theme.palette[pair.ground]) for color in colors)


def pairs(theme: Theme) -> tuple[Pair, ...]:
    """Return all pairs that a theme must tell apart, each once."""
    found = [Pair(text, ground, TEXT) for text, grounds in TEXTS for ground in grounds]
    found += [Pair(color, ground, MARK) for ground in COUNTED for color in _MARKS[:2]]
    for layout in theme.layouts.values():
        found += _texts(layout, theme)
        if any(slot.kind is SlotKind.PICTURE for slot in layout.slots):
            found += [Pair(text, layout.background, TEXT) for text in CHART_TEXTS]
            found += [Pair(mark, layout.background, MARK) for mark in CHART_MARKS]
    return tuple(dict.fromkeys(found))


def _texts(layout: SlideLayout, theme: Theme) -> Iterator[Pair]:
    """Yield the colour of each text of a layout on the ground that it stands on: the layout's, or a rule's."""
    for slot in layout.slots:
        if slot.kind not in _NO_TEXT:
            for style in slot.styles:
                yield Pair(theme.styles[style].color, _ground(slot, layout), TEXT)


def _ground(slot: Slot, layout: SlideLayout) -> str:
    """Return what is behind a slot: the rule that it lies within, else the background."""
    for other in layout.slots:
        if other.kind is SlotKind.RULE and other.rect.union(slot.rect) == other.rect:
            return other.styles[0]
    return layout.background
