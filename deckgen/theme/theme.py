"""What a theme is once it is read."""

from collections.abc import Collection, Mapping
from dataclasses import field, replace
from functools import cached_property
from hashlib import sha256

from deckgen.color import Color
from deckgen.model.slots import Grid, Slot, Variant
from deckgen.units import Emu, inches, points
from deckgen.values import frozen

_ACCENTS = {f"accent{number}": f"accent{number}" for number in range(1, 7)}

# Which colour of the scheme stands for each name that slides use (ECMA-376 part 1, 19.3.1.6, clrMap).
# LIGHT is that of a light master, SWAPPED that of a dark one; DARK is for dark layouts of a light master, NOTES for
# the notes of a dark one, which are printed.
LIGHT: Mapping[str, str] = {
    "bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", **_ACCENTS, "hlink": "hlink", "folHlink": "folHlink",
}  # fmt: skip
DARK: Mapping[str, str] = {
    "bg1": "dk2", "tx1": "lt1", "bg2": "dk1", "tx2": "lt2", **_ACCENTS, "hlink": "lt2", "folHlink": "lt2",
}  # fmt: skip
SWAPPED: Mapping[str, str] = {
    "bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2", **_ACCENTS, "hlink": "hlink", "folHlink": "folHlink",
}  # fmt: skip
NOTES: Mapping[str, str] = {**LIGHT, "hlink": "dk2", "folHlink": "dk2"}

DIGIT = 0.556
POINT, BEHIND_POINT = 0.278, 0.25
"""How wide a digit of Arial is, the point behind a number, and what is free behind that, as shares of the size."""
MIDDLE = 0.18
"""The luminance at which black and white text read equally well, about."""


@frozen(slots=True)
class Style:
    """A style of text: ``sizes`` and ``before`` in points, ``spacing`` in per cent, ``indent`` in inches.

    ``standing`` is the size that stands in the layouts, where that is not the first of ``sizes``.
    """

    sizes: tuple[float, ...]
    color: str
    bold: bool
    heading: bool
    spacing: float
    before: float
    indent: float
    standing: float = 0

    @property
    def usual(self) -> float:
        """The size that stands in the layouts: text of another size says so itself."""
        return self.standing or self.sizes[0]

    def from_step(self, step: int) -> "Style":
        """Return the style without its first ``step`` sizes; one is always left."""
        return replace(self, sizes=self.sizes[min(step, len(self.sizes) - 1) :], standing=self.usual)


@frozen(slots=True)
class Outline:
    """A line inside the edge of a mark: its colour, and its width in points."""

    color: str
    width: float


@frozen(slots=True)
class SchemeColor:
    """A reference to one of the twelve scheme colours, tinted by per cents of luminance and saturation."""

    slot: str
    lum_mod: int = 100
    lum_off: int = 0
    sat_mod: int = 100

    def towards(self, other: "SchemeColor", share: float) -> "SchemeColor":
        """Return the tint that is ``share`` of the way to ``other``, a tint of the same colour."""

        def between(one: int, two: int) -> int:
            return round(one + (two - one) * share)

        return SchemeColor(
            self.slot,
            between(self.lum_mod, other.lum_mod),
            between(self.lum_off, other.lum_off),
            between(self.sat_mod, other.sat_mod),
        )


@frozen
class SlideLayout:
    """A slide layout with its slots in reading order; ``label`` is its name in PowerPoint."""

    name: str
    label: str
    slots: tuple[Slot, ...]
    background: str

    def slot(self, name: str) -> Slot | None:
        """Return the slot of that name, or None."""
        return next((slot for slot in self.slots if slot.name == name), None)


@frozen
class Theme:
    """Colours by their palette name, styles by name, layouts by name and variant.

    ``words`` is how many a slide may hold and still be listened to.
    """

    name: str
    label: str
    grid: Grid
    heading_font: str
    body_font: str
    palette: Mapping[str, Color]
    tints: Mapping[str, SchemeColor]
    scheme: Mapping[str, str]
    styles: Mapping[str, Style]
    layouts: Mapping[tuple[str, Variant], SlideLayout]
    logo: bytes | None = None
    color_map: Mapping[str, str] = field(default_factory=lambda: LIGHT)
    outlines: Mapping[str, Outline] = field(default_factory=dict)
    framing: tuple[Slot, ...] = ()
    scale: str = "normal"
    words: int = 125

    @cached_property
    def digest(self) -> str:
        """The hash of all of it: what two themes make of a deck is the same where these are."""
        return sha256(repr(self).encode()).hexdigest()

    def level_margin(self, level: int, slot: Slot, digits: int = 0) -> Emu:
        """Return how far the text of a list in ``slot`` stands in at ``level``, behind a number of ``digits``."""
        if level < 0:
            return Emu(0)
        outer, *inner = (self.styles[slot.style(above)] for above in range(level + 1))
        number = points((digits * DIGIT + POINT + BEHIND_POINT) * outer.usual) if digits else 0
        return Emu(max(inches(outer.indent), number) + sum(inches(style.indent) for style in inner))

    @property
    def link(self) -> Color:
        """The colour of links, on the background that the theme is ``on``."""
        return self.palette[self.scheme[self.color_map["hlink"]]]

    @property
    def swapped(self) -> bool:
        """Whether the master is dark: light and dark of the scheme have changed places."""
        return self.scheme["dk1"] == "background"

    def is_dark(self, background: str) -> bool:
        """Return whether a background asks for light text: the second dark colour of the scheme, if it is dark."""
        return background == self.scheme["dk2"] and self.palette[background].luminance() < MIDDLE

    @property
    def master_map(self) -> Mapping[str, str]:
        """How the master names the colours of the scheme."""
        return SWAPPED if self.swapped else LIGHT

    def on(self, background: str) -> "Theme":
        """Return the theme as it is named on a background: there ``color_map`` may swap light and dark."""
        dark = not self.swapped and self.is_dark(background)
        return replace(self, color_map=DARK if dark else self.master_map)

    def from_step(self, step: int, only: Collection[str] = ()) -> "Theme":
        """Return the theme without the first ``step`` sizes of the styles ``only``, or of all that frame no slide."""
        framed = {style for slot in self.framing for style in slot.styles}
        stepped = only or set(self.styles) - framed
        return replace(
            self,
            styles={name: style.from_step(step) if name in stepped else style for name, style in self.styles.items()},
        )

    def scheme_color(self, name: str) -> SchemeColor | None:
        """Return how a slide refers to a colour of the palette; None for one that only the master may use."""
        return self.tints.get(name)

    def outline(self, fill: str) -> Outline | None:
        """Return the line that marks of a colour have inside their edge, where they do not bring their own."""
        return self.outlines.get(fill)
