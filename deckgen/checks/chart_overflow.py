"""A chart with more rows than its slot has room for."""

import math
import statistics
from collections.abc import Iterator

from deckgen.checks._overflow import loosened
from deckgen.checks._place import holds, slide_of
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Span
from deckgen.model.drawing import Label
from deckgen.spec.base import Text
from deckgen.spec.figures import IndicatorSpec
from deckgen.spec.walk import texts_of
from deckgen.typeset.frames import ChartFrame, NativeChartFrame, Page
from deckgen.units import in_points

FAR_LONGER = 2
"""How many times as long as usual a label is that alone leaves the rows of its chart no room."""

_Chart = ChartFrame | NativeChartFrame


class ChartOverflow(Check):
    """A chart whose rows do not fit its slot.

    What it finds
        A chart with so many rows, or labels of so many lines, that the last row stands under the slot; texts
        of bars side by side that are wider than the room between them.

    Why it matters
        Bars would run into the source line, or be cut off.

    Example:
        Twelve indicators on one slide, with labels of two lines.

    Instead
        Show the indicators that carry the finding, or make two slides.

    """

    code = "T402"
    name = "chart-overflow"

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each chart that is too tall."""
        told: set[Span] = set()
        for page in checked.pages.pages:
            for frame in page.frames:
                if not isinstance(frame, _Chart):
                    continue
                for found in self._of_chart(checked, page, frame):
                    if found.span not in told:
                        yield found
                    told.add(found.span)

    def _of_chart(self, checked: Checked, page: Page, frame: _Chart) -> Iterator[Diagnostic]:
        usual = frame.span or page.span
        if frame.drawing.crowding:
            wide = math.ceil(in_points(frame.drawing.crowding))
            message = f"the texts of the chart of {page.name} are {wide} points too wide"
            hint = loosened(checked, page, "use shorter labels, units or periods, or show fewer indicators")
            yield self.found(message, _widest(checked, page, frame) or usual, hint)
            return
        if not frame.overflow:
            return
        rows, lack = len(frame.drawing.rows), in_points(frame.overflow)
        label = _too_tall(checked, page, frame)
        if label:
            message = f"a label of the chart of {page.name} is {lack:.0f} points too tall"
            yield self.found(message, label, "shorten it, or write a shorter one under short:")
        else:
            message = f"the chart of {page.name} has {rows} rows, {lack:.0f} points too many"
            hint = loosened(checked, page, "show fewer indicators, or make two slides")
            yield self.found(message, _first_beyond(checked, page, frame) or usual, hint)


def _too_tall(checked: Checked, page: Page, frame: _Chart) -> Span | None:
    """Return where a label was written that is far longer than the others; None where all are alike."""
    labels = sorted((_label(of) for of in _charted(checked, page, frame)), key=lambda label: len(label.text))
    if not labels:
        return None
    *others, longest = labels
    usual = statistics.median_low([len(label.text) for label in others]) if others else 0
    return longest.span if len(longest.text) >= FAR_LONGER * usual else None


def _charted(checked: Checked, page: Page, frame: _Chart) -> list[IndicatorSpec]:
    """Return the indicators of a chart as they are written."""
    texts = [text for _, text in texts_of(checked.spec.slides[page.number - 1].spec)]
    names = {text.text for text in texts if frame.span and holds(frame.span, text.span)}
    shown = {name for name in slide_of(checked, page).indicators if name in names}
    known = slide_of(checked, page).indicators
    return [of for name, of in checked.spec.indicators.items() if name in (shown or known)]


def _first_beyond(checked: Checked, page: Page, frame: _Chart) -> Span | None:
    """Return where the first indicator is named whose row does not fit."""
    height, places = frame.rect.height, slide_of(checked, page).places
    key = next((key for key, span in places.items() if span == frame.span), "")
    beyond = next((number for number, row in enumerate(frame.drawing.rows) if row.bottom > height), None)
    return places.get(f"{key}.{beyond}")


def _widest(checked: Checked, page: Page, frame: _Chart) -> Span | None:
    """Return where the longest text of a chart was written: a label, a unit or a period."""
    shown = _charted(checked, page, frame)
    periods = [checked.spec.periods, *(of.periods for of in shown)]
    written = [text for of in shown for text in (_label(of), of.unit) if text]
    written += [text for of in periods if of for text in (of.before, of.after) if text]
    longest = max(written, key=lambda text: len(text.text), default=None)
    labels = [mark.text for mark in frame.drawing.marks if isinstance(mark, Label)]
    if longest is None or len(longest.text) < max(map(len, labels), default=0) // 2:
        return None
    return longest.span


def _label(of: IndicatorSpec) -> Text:
    return of.short or of.label
