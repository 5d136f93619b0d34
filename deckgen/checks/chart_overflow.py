"""A chart with more rows than its slot has room for."""

import math
from collections.abc import Iterator

from deckgen.checks._place import slide_of
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Span
from deckgen.model.drawing import Label
from deckgen.typeset.frames import ChartFrame, NativeChartFrame, Page
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
                if not isinstance(frame, ChartFrame | NativeChartFrame):
                    continue
                usual = frame.span or page.span
                if frame.drawing.crowding:
                    wide = math.ceil(in_points(frame.drawing.crowding))
                    message = f"the texts of the chart of {page.name} are {wide} points too wide"
                    hint = "use shorter labels, units or periods, or show fewer indicators"
                    yield self.found(message, _widest(checked, page, frame) or usual, hint)
                elif frame.overflow:
                    rows, lack = len(frame.drawing.rows), in_points(frame.overflow)
                    message = f"the chart of {page.name} has {rows} rows, {lack:.0f} points too many"
                    hint = "show fewer indicators, or make two slides"
                    yield self.found(message, _first_beyond(checked, page, frame) or usual, hint)


def _first_beyond(checked: Checked, page: Page, frame: ChartFrame | NativeChartFrame) -> Span | None:
    """Return where the first indicator is named whose row does not fit."""
    height, places = frame.rect.height, slide_of(checked, page).places
    key = next((key for key, span in places.items() if span == frame.span), "")
    beyond = next((number for number, row in enumerate(frame.drawing.rows) if row.bottom > height), None)
    return places.get(f"{key}.{beyond}")


def _widest(checked: Checked, page: Page, frame: ChartFrame | NativeChartFrame) -> Span | None:
    """Return where the longest text of a chart was written: a label or a unit of an indicator."""
    labels = [mark.text for mark in frame.drawing.marks if isinstance(mark, Label)]
    written = [
        text
        for name, indicator in checked.spec.indicators.items()
        if str(name) in slide_of(checked, page).indicators
        for text in (indicator.short or indicator.label, indicator.unit)
        if text
    ]
    longest = max(written, key=lambda text: len(text.text), default=None)
    if longest is None or len(longest.text) < max((len(label) for label in labels), default=0) // 2:
        return None
    return longest.span
