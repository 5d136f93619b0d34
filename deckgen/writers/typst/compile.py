"""Markup to files; the only module that meets Typst."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

import typst

from deckgen.fonts.find import folder
from deckgen.output import Unusable

PPI = 150
"""How many pixels to the inch a picture has that stands in for a drawing, where a program cannot show that.

As many as a deck asks of the images of its author. A slide over the whole of a screen is then as sharp as 2,000 pixels
are wide; each picture takes time by its pixels.
"""

_SOURCE = """
#set page(width: auto, height: auto, margin: 0pt, fill: rgb(sys.inputs.background))
#let svgs = sys.inputs.pairs().filter(pair => pair.at(0) != "background").sorted()
#for (name, svg) in svgs { page(image(bytes(svg), format: "svg")) }
"""


class Undrawable(Unusable):
    """What no picture can be made of; its text says why."""


def rasterized(svgs: Sequence[bytes], background: str) -> tuple[bytes, ...]:
    """Return each SVG as a PNG of ``PPI`` pixels to the inch on ``background``, six hex digits.

    An opaque picture, since LibreOffice leaves seams in one with alpha.
    """
    if not svgs:
        return ()
    inputs = {f"{number:06}": svg.decode() for number, svg in enumerate(svgs)} | {"background": f"#{background}"}
    return _compiled(_SOURCE.encode(), format="png", ppi=PPI, sys_inputs=inputs)


# Files given to Typst in memory must be text, so that a PNG or JPEG stands in an SVG (``drawn_svg.wrapped``).


def pdf_of(files: Mapping[str, bytes], built_at: datetime | None) -> bytes:
    """Return the PDF/UA-1 of the markup ``main.typ`` among ``files``, with the time that its properties give."""
    stamp = int(built_at.timestamp()) if built_at else 0
    return _compiled(dict(files), format="pdf", pdf_standards=["ua-1"], timestamp=stamp)[0]


def pictures_of(files: Mapping[str, bytes], kind: str, ppi: float = PPI) -> tuple[bytes, ...]:
    """Return each page of the markup ``main.typ`` among ``files`` as a picture of a ``kind``: png or svg."""
    return _compiled(dict(files), format=kind, ppi=ppi)


@cache
def _fonts() -> typst.Fonts:
    """Return the fonts of deckgen and Typst's own: to read them takes as long as to draw a small chart."""
    return typst.Fonts(include_system_fonts=False, font_paths=[folder()])


def _compiled(source: Any, **options: Any) -> tuple[bytes, ...]:
    try:
        made: Any = typst.compile(source, font_paths=_fonts(), ignore_system_fonts=True, **options)
    except typst.TypstError as error:
        raise Undrawable(str(error).partition("\n")[0]) from error
    # One page comes as bytes, several as a list of bytes.
    return tuple(made) if isinstance(made, list) else (bytes(made),)
