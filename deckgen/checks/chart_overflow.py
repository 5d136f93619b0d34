"""A chart with more rows than its slot has room for."""

import math
from collections.abc import Iterator

from deckgen.checks._overflow import loosened
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic
from deckgen.typeset.frames import ChartFrame, NativeChartFrame
from deckgen.units import in_points


class ChartOverflow(Check):
    """A chart whose rows do not fit its slot.

    What it finds
        A chart with so many rows, or labels of so many lines, that the last row stands under the slot; texts
        of bars side by side that are wider than the room between them.

    Why it matters
        Bars would run into the source line, or be cut off.

    Example:
        Fourteen indicators on one slide.

    Instead
        Show the indicators that carry the finding, or make two slides.

    """

    code = "T402"
    name = "chart-overflow"

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each chart that is too tall."""
        for page in checked.pages.pages:
            for frame in page.frames:
                if isinstance(frame, ChartFrame | NativeChartFrame) and frame.drawing.crowding:
                    wide = math.ceil(in_points(frame.drawing.crowding))
                    message = f"the texts of the chart of {page.name} are {wide} points too wide"
                    hint = loosened(checked, page, "use shorter labels, units or periods, or show fewer indicators")
                    yield self.found(message, frame.span or page.span, hint)
                elif isinstance(frame, ChartFrame | NativeChartFrame) and frame.overflow:
                    rows, lack = len(frame.drawing.rows), in_points(frame.overflow)
                    message = f"the chart of {page.name} has {rows} rows, {lack:.0f} points too many"
                    hint = loosened(checked, page, "show fewer indicators, or make two slides")
                    yield self.found(message, frame.span or page.span, hint)
