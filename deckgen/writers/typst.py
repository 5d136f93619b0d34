"""SVG to PNG by Typst; the only module that meets it."""

from collections.abc import Sequence

import typst

from deckgen.fonts.find import folder

PPI = 288

_SOURCE = """
#set page(width: auto, height: auto, margin: 0pt, fill: rgb(sys.inputs.background))
#let svgs = sys.inputs.pairs().filter(pair => pair.at(0) != "background").sorted()
#for (name, svg) in svgs { page(image(bytes(svg), format: "svg")) }
"""


class Undrawable(Exception):  # noqa: N818
    """An SVG that no picture can be made of; its text says why."""


def rasterized(svgs: Sequence[bytes], background: str) -> tuple[bytes, ...]:
    """Return each SVG as a PNG of 288 pixels to the inch on ``background``, six hex digits.

    An opaque picture, since LibreOffice leaves seams in one with alpha.
    """
    if not svgs:
        return ()
    inputs = {f"{number:06}": svg.decode() for number, svg in enumerate(svgs)} | {"background": f"#{background}"}
    try:
        made: object = typst.compile(  # type: ignore[call-overload]
            _SOURCE.encode(), format="png", ppi=PPI, font_paths=[folder()], ignore_system_fonts=True, sys_inputs=inputs
        )
    except typst.TypstError as error:
        raise Undrawable(str(error).partition("\n")[0]) from error
    # One page comes as bytes, several as a list of bytes.
    return tuple(made) if isinstance(made, list) else (bytes(made),)  # type: ignore[call-overload]
