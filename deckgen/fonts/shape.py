"""How wide a text is, from real glyphs, and how tall its lines are; what was measured once is kept between builds."""

from contextlib import suppress
from functools import cache, lru_cache
from math import isfinite
from typing import TYPE_CHECKING

from deckgen.fonts.find import font_file
from deckgen.store import Answers
from deckgen.units import EMU_PER_POINT, Emu

if TYPE_CHECKING:
    import uharfbuzz as hb

_ANSWERS = Answers("widths")

REGULAR, BOLD = 400, 700


LINE = 1.2
"""The distance of two baselines at single spacing, as a share of the size.

Measured: LibreOffice sets lines of Arial's twin 1.198 apart, PowerPoint makes a box of one line of Arial 1.204 tall,
though the font's own ascent, descent and gap add up to 1.149.
"""


def width(text: str, size: float, *, bold: bool = False, italic: bool = False, family: str = "Arial") -> Emu:
    """Return the width of one line at ``size`` points: the wider of kerned and unkerned, since programs differ."""
    return Emu(round(_share_of_em(text, bold, italic, family) * size * EMU_PER_POINT))


@lru_cache(maxsize=50_000)
def _share_of_em(text: str, bold: bool, italic: bool, family: str) -> float:
    asked = f"{family} {bold:d}{italic:d} {text}"
    known = _ANSWERS.to(asked, lambda: repr(_measured(text, bold, italic, family)))
    with suppress(ValueError):
        if isfinite(share := float(known)):
            return share
    return _measured(text, bold, italic, family)


def _measured(text: str, bold: bool, italic: bool, family: str) -> float:
    import uharfbuzz as hb

    font = _font(bold, italic, family)
    buffers = []
    for kerned in (True, False):
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer, {"kern": kerned})
        buffers.append(sum(place.x_advance for place in buffer.glyph_positions))
    return float(max(buffers)) / float(font.face.upem)


@cache
def _font(bold: bool, italic: bool, family: str) -> "hb.Font":
    import uharfbuzz as hb

    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(font_file(family, italic=italic)))))
    font.set_variations({"wght": BOLD if bold else REGULAR})
    return font


def missing(text: str, family: str = "Arial") -> tuple[int, ...]:
    """Return the places of the characters of ``text`` that a font has no glyph for.

    Characters that are never drawn count as there, and so do letters with marks that the font has in one piece.
    """
    if _characters(family).issuperset(text):
        return ()
    import uharfbuzz as hb

    face = _font(False, False, family).face
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(face), buffer, {})
    return tuple(sorted({glyph.cluster for glyph in buffer.glyph_infos if glyph.codepoint == 0}))


@cache
def _characters(family: str) -> frozenset[str]:
    known = _ANSWERS.to(f"{family} characters", lambda: "".join(map(chr, _font(False, False, family).face.unicodes)))
    return frozenset((*known, "\t", "\n"))
