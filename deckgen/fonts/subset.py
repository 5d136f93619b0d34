"""The few glyphs of a font that a document needs, to be carried in it."""

from collections.abc import Collection

import uharfbuzz as hb

from deckgen.fonts.find import font_file
from deckgen.fonts.shape import BOLD, REGULAR


def subset(characters: Collection[str], *, bold: bool = False, italic: bool = False, family: str = "Arial") -> bytes:
    """Return a TrueType font of one weight with the glyphs of ``characters``, those that it has, and their kerning."""
    face = hb.Face(hb.Blob.from_file_path(str(font_file(family, italic=italic))))
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    wanted.pin_axis_location(face, "wght", BOLD if bold else REGULAR)
    return bytes(hb.subset(face, wanted).blob.data)
