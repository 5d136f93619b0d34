"""Slots: the named placeholders of a slide layout, and the grid they stand in."""

from enum import Enum
from zlib import crc32

from deckgen.units import Emu, Rect, inches
from deckgen.values import frozen


class SlotKind(Enum):
    """What a slot becomes in the slide layout."""

    TITLE = "title"
    COVER_TITLE = "cover title"
    SUBTITLE = "subtitle"
    TEXT = "text"
    PICTURE = "picture"
    TABLE = "table"
    FOOTER = "footer"
    NUMBER = "number"
    SHAPES = "shapes"
    SOURCE = "source"
    TRACKER = "tracker"
    SECTION = "section"
    RULE = "rule"
    DOT = "dot"
    WORDMARK = "wordmark"

    @property
    def placeholder(self) -> str:
        """The ``ST_PlaceholderType`` (ECMA-376 part 1, 19.7.10), empty for what is no placeholder."""
        return _PLACEHOLDERS.get(self, "")


_PLACEHOLDERS = {
    SlotKind.TITLE: "title",
    SlotKind.COVER_TITLE: "ctrTitle",
    SlotKind.SUBTITLE: "subTitle",
    SlotKind.TEXT: "body",
    SlotKind.PICTURE: "pic",
    SlotKind.TABLE: "tbl",
    SlotKind.FOOTER: "ftr",
    SlotKind.NUMBER: "sldNum",
}


class Anchor(Enum):
    """Where text stands in a frame that is taller; the value is its ``ST_TextAnchoringType``."""

    TOP = "t"
    MIDDLE = "ctr"
    BOTTOM = "b"


@frozen(slots=True)
class Slot:
    """One slot: its rectangle in EMU, and a style of the theme for each level of its text.

    Slots of one ``group`` step down in size together. ``lines`` is the most it may hold, 0 for as many
    as fit. A ``bulleted`` slot sets a bullet before a paragraph unless told otherwise. For a rule or a dot,
    ``styles`` is the name of its colour; for a tracker, that of the section shown and that of the others.
    ``prompt`` stands in the empty placeholder.
    """

    name: str
    kind: SlotKind
    rect: Rect
    styles: tuple[str, ...] = ("body",)
    group: str = ""
    lines: int = 0
    bulleted: bool = False
    right: bool = False
    anchor: Anchor = Anchor.TOP
    prompt: str = ""

    def style(self, level: int) -> str:
        """Return the style of a level: its own, or that of the deepest level the slot has."""
        return self.styles[min(level, len(self.styles) - 1)]


@frozen(slots=True)
class Variant:
    """What tells layouts of one name apart: for how many items they have room, whether for a callout, which side."""

    items: int = 0
    callout: bool = False
    side: str = ""

    def __str__(self) -> str:
        """Return how it stands behind the name of the layout; nothing for the usual one."""
        items = str(self.items) if self.items else ""
        return " ".join(filter(None, (items, self.side, "with callout" if self.callout else "")))


USUAL = Variant()
"""The variant of a layout that has only one."""


@frozen(slots=True)
class Grid:
    """The page and what stands on it, in EMU: the content area with its margins, and the gutter."""

    page: Rect
    content: Rect
    gutter: Emu

    def columns(self, count: int) -> tuple[Rect, ...]:
        """Return ``count`` columns of one width, a gutter between each two, as tall as the content."""
        width = Emu((self.content.width - (count - 1) * self.gutter) // count)
        return tuple(
            Rect(
                Emu(self.content.x + index * (width + self.gutter)),
                self.content.y,
                width,
                self.content.height,
            )
            for index in range(count)
        )

    def band(self, y: float, height: float, *, left: float = 0, right: float = 0) -> Rect:
        """Return a band as wide as the content less ``left`` and ``right``, ``y`` from the page's top, in inches."""
        width = Emu(self.content.width - inches(left) - inches(right))
        return Rect(Emu(self.content.x + inches(left)), inches(y), width, inches(height))


def chrome(grid: Grid) -> tuple[Slot, ...]:
    """Return what stands on every content slide: title and kicker, source, tracker, footer, section and number."""
    foot = 7.035
    return (
        Slot("title", SlotKind.TITLE, grid.band(0.8, 1.02), ("headline",), lines=2, prompt="Title"),
        Slot("kicker", SlotKind.TEXT, grid.band(0.435, 0.3, right=2.333), ("kicker",), lines=1, prompt="Kicker"),
        Slot("source", SlotKind.SOURCE, grid.band(6.585, 0.22), ("source",), lines=1),
        Slot("tracker", SlotKind.TRACKER, grid.band(6.955, 0.05), ("primary", "rule")),
        Slot("footer", SlotKind.FOOTER, grid.band(foot, 0.22, right=3.333), ("footer",), lines=1),
        Slot(
            "section", SlotKind.SECTION, grid.band(foot, 0.22, left=8.65, right=0.4), ("footer",), lines=1, right=True
        ),
        Slot("number", SlotKind.NUMBER, grid.band(foot, 0.22, left=11.433), ("page-number",), lines=1, right=True),
    )


def callout(grid: Grid, y: float, height: float) -> tuple[Slot, ...]:
    """Return the band that closes a slide, ``y`` from the page's top, in inches: a tint, a bar at its left, the text.

    The slot ``callout`` is filled with ``fills.called_out``.
    """
    bar, inside = 0.09, 0.36
    whole = grid.band(y, height)
    return (
        Slot("callout tint", SlotKind.RULE, whole, ("accent-tint",)),
        Slot("callout bar", SlotKind.RULE, Rect(whole.x, whole.y, inches(bar), whole.height), ("accent",)),
        Slot(
            "callout",
            SlotKind.TEXT,
            grid.band(y, height, left=inside, right=inside),
            ("callout",),
            lines=3,
            anchor=Anchor.MIDDLE,
            prompt="Callout",
        ),
    )


# In reading order, since PowerPoint fills the placeholders of a new layout in the order of their indices.
_KNOWN = (
    "kicker", "subtitle", "lead", "body", "labels", "chart", "change-title", "change", "contact", "note", "footer",
    "number", "statistic", "label", "aside", "statement", "attribution", "table", "image", "caption",
)  # fmt: skip
_REPEATED = (
    "number", "finding", "slides", "heading", "lead", "statistic", "of", "label", "note", "body", "labels", "chart",
    "table", "image", "caption",
)  # fmt: skip
"""Slots that stand once for each item, with its number behind the name."""


_CALLOUT = 9_000
"""The index of what closes a slide, behind all columns."""


def placeholder_index(name: str) -> int:
    """Return the ``idx`` of a slot: the same in every layout, so that a changed layout keeps its texts."""
    if name == "callout":
        return _CALLOUT
    if name in _KNOWN:
        return 10 + _KNOWN.index(name)
    base, _, number = name.rpartition(" ")
    if base in _REPEATED and number.isdigit():
        return 100 * int(number) + _REPEATED.index(base)
    return 10_000 + crc32(name.encode()) % 100_000
