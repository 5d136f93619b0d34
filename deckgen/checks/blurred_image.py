"""An image shown larger than its pixels allow."""

import math
from collections.abc import Iterator

from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.source.images import image_size
from deckgen.typeset.frames import ImageFrame
from deckgen.units import in_inches

LEAST = 72
"""The fewest pixels to an inch of the slide at which an image looks sharp on a screen."""


class BlurredImage(Check):
    """An image with too few pixels for the room it takes.

    What it finds
        A PNG or JPEG that is shown at fewer than 72 pixels to the inch of the slide.

    Why it matters
        On a large screen its pixels can be counted, and nobody can read what is written in it.

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
                wanted = math.ceil(in_inches(frame.whole.width) * LEAST)
                if across < wanted:
                    message = f"the {frame.name} of {page.name} is {across} pixels wide, too few for its room"
                    hint = f"use one that is at least {wanted} pixels wide, or an SVG"
                    yield self.found(message, frame.span or page.span, hint)
