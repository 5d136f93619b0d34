"""SVG to PNG by Typst; the only module that meets it."""

from collections.abc import Sequence

import typst

from deckgen.fonts.find import folder

PPI = 144

_SOURCE = """
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#for (name, svg) in sys.inputs.pairs().sorted() { page(image(bytes(svg), format: "svg")) }
"""


def rasterized(svgs: Sequence[bytes]) -> tuple[bytes, ...]:
    """Return each SVG as a PNG of 144 pixels to the inch, transparent where nothing is drawn."""
    if not svgs:
        return ()
    inputs = {f"{number:06}": svg.decode() for number, svg in enumerate(svgs)}
    made: object = typst.compile(  # type: ignore[call-overload]
        _SOURCE.encode(), format="png", ppi=PPI, font_paths=[folder()], ignore_system_fonts=True, sys_inputs=inputs
    )
    # One page comes as bytes, several as a list of bytes.
    return tuple(made) if isinstance(made, list) else (bytes(made),)  # type: ignore[call-overload]
