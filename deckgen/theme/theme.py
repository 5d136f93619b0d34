"""What a theme is once it is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from deckgen.color import Color
from deckgen.model.slots import Grid, Slot, Variant
from deckgen.units import Emu, inches

_ACCENTS = {f"accent{number}": f"accent{number}" for number in range(1, 7)}

# Which colour of the scheme stands for each name that slides use (ECMA-376 part 1, 19.3.1.6, clrMap).
LIGHT: Mapping[str, str] = {
    "bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", **_ACCENTS, "hlink": "hlink", "folHlink": "folHlink",
}  # fmt: skip
DARK: Mapping[str, str] = {
    "bg1": "dk2", "tx1": "lt1", "bg2": "dk1", "tx2": "lt2", **_ACCENTS, "hlink": "lt2", "folHlink": "lt2",
}  # fmt: skip

MIDDLE = 0.18
"""The luminance at which black and white text read equally well, about."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style of text: ``sizes`` and ``before`` in points, ``spacing`` in per cent, ``indent`` in inches."""

    sizes: tuple[float, ...]
    color: str
    bold: bool
    heading: bool
    spacing: float
    before: float
    indent: float


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True)
class SlideLayout:
    """A slide layout with its slots in reading order; ``label`` is its name in PowerPoint."""

    name: str
    label: str
    slots: tuple[Slot, ...]
    background: str

    def slot(self, name: str) -> Slot | None:
        """Return the slot of that name, or None."""
        return next((slot for slot in self.slots if slot.name == name), None)


@dataclass(frozen=True)
class Theme:
    """Colours by their palette name, styles by name, layouts by name and variant."""

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

    def level_margin(self, level: int, slot: Slot) -> Emu:
        """Return how far the text of a list in ``slot`` stands in at ``level``."""
        return Emu(sum(inches(self.styles[slot.style(above)].indent) for above in range(level + 1)))

    def is_dark(self, background: str) -> bool:
        """Return whether a background asks for light text: the second dark colour of the scheme, if it is dark."""
        return background == self.scheme["dk2"] and self.palette[background].luminance() < MIDDLE

    def on(self, background: str) -> "Theme":
        """Return the theme as it is named on a background: there ``color_map`` may swap light and dark."""
        return replace(self, color_map=DARK if self.is_dark(background) else LIGHT)

    def scheme_color(self, name: str) -> SchemeColor | None:
        """Return how a slide refers to a colour of the palette; None for one that only the master may use."""
        return self.tints.get(name)
