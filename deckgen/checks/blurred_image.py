"""An image shown larger than its pixels allow."""

import math
from collections.abc import Iterator
from dataclasses import replace

from deckgen.checks._place import image_span
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.source.images import image_size
from deckgen.typeset.frames import ImageFrame
from deckgen.units import in_inches

SHARP, SOFT = 150, 100
"""The fewest pixels to an inch of the slide at which an image is sharp in print and on any screen, and on most."""


class BlurredImage(Check):
    """An image with too few pixels for the room it takes.

    What it finds
        A PNG or JPEG that is shown at fewer than 150 pixels to the inch of the slide, which is advice as long as
        they are 100, since most screens have no more.

    Why it matters
        On a large screen its edges are soft, and nobody can read what is written in it.

    Example:
        A picture of 200 pixels from a web page, half a slide wide.

    Instead
        Ask for the original, or use an SVG.

    """

    code = "T430"
    name = "blurred-image"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each image that is too small."""
        for page in checked.pages.pages:
            for frame in page.frames:
                if not isinstance(frame, ImageFrame) or frame.is_svg:
                    continue
                across = round(in_inches(image_size(frame.image).width) * 96)
                wanted = math.ceil(in_inches(frame.whole.width) * SHARP - 1e-6)
                if across < wanted:
                    each = int(across / in_inches(frame.whole.width))
                    message = (
                        f"the {frame.name} of {page.name} is {across:,} pixels wide, {each} to the inch of its room;"
                        f" it is sharp from {SHARP}"
                    )
                    hint = f"use one that is at least {wanted:,} pixels wide, or an SVG"
                    found = self.found(message, image_span(checked, page, frame), hint)
                    yield found if each < SOFT else replace(found, severity=Severity.ADVICE)
