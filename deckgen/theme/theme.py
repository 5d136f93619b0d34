"""What a theme is once it is read."""

from collections.abc import Mapping
from dataclasses import dataclass

from deckgen.color import Color
from deckgen.model.slots import Grid, Slot
from deckgen.units import Emu, inches


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
    layouts: Mapping[tuple[str, int], SlideLayout]
    logo: bytes | None = None

    def level_margin(self, level: int, slot: Slot) -> Emu:
        """Return how far the text of a list in ``slot`` stands in at ``level``."""
        return Emu(sum(inches(self.styles[slot.style(above)].indent) for above in range(level + 1)))

    def scheme_color(self, name: str) -> SchemeColor | None:
        """Return how a slide refers to a colour of the palette; None for one that only the master may use."""
        return self.tints.get(name)
