"""Colours, their tints, and how well one reads on another."""

import colorsys
import re

from deckgen.values import frozen

_HEX = re.compile(r"#([0-9A-Fa-f]{6})")


@frozen(slots=True, order=True)
class Color:
    """An opaque sRGB colour; each part runs from 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def parse(cls, text: str) -> "Color | None":
        """Return the colour written as ``#RRGGBB``, or None."""
        match = _HEX.fullmatch(text)
        return cls(*bytes.fromhex(match[1])) if match else None

    @property
    def hex(self) -> str:
        """Six upper-case hex digits, as DrawingML writes a colour."""
        return f"{self.red:02X}{self.green:02X}{self.blue:02X}"

    def tinted(self, lum_mod: int, lum_off: int, sat_mod: int = 100) -> "Color":
        """Return the colour after ``satMod``, ``lumMod`` and ``lumOff``, all in per cent.

        Source: ECMA-376 part 1, 20.1.2.3.20, 20.1.2.3.21 and 20.1.2.3.27: luminance and saturation in HSL.
        """
        hue, luminance, saturation = colorsys.rgb_to_hls(*(part / 255 for part in self._parts()))
        changed = min(1.0, max(0.0, luminance * lum_mod / 100 + lum_off / 100))
        saturated = min(1.0, saturation * sat_mod / 100)
        return Color(*(round(part * 255) for part in colorsys.hls_to_rgb(hue, changed, saturated)))

    def luminance(self) -> float:
        """Return the relative luminance, 0 to 1 (WCAG 2.2, relative luminance)."""
        red, green, blue = (_linear(part / 255) for part in self._parts())
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def _parts(self) -> tuple[int, int, int]:
        return self.red, self.green, self.blue


def mixed(one: Color, other: Color, share: float) -> Color:
    """Return the colour ``share`` of the way from one to another, 0 to 1."""
    pairs = zip((one.red, one.green, one.blue), (other.red, other.green, other.blue), strict=True)
    return Color(*(round(part + (end - part) * share) for part, end in pairs))


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((one.luminance(), other.luminance()))
    return (lighter + 0.05) / (darker + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
