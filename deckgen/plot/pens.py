"""How lines over time are drawn, and how high figures stand."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal

from deckgen.model.drawing import Dash
from deckgen.model.figures import Indicator
from deckgen.units import points
from deckgen.values import frozen

FLAT = Decimal("0.25")
"""The share of the height that figures must span from zero; if they span less, the axis begins higher."""


@frozen(slots=True)
class Pen:
    """How a line is drawn: its colour, that of its texts, its width in points, and its dashes."""

    color: str
    text: str
    width: float
    dash: Dash = Dash.SOLID

    @property
    def dot(self) -> int:
        """The diameter of its dots, in EMU."""
        return points(self.width * 1.6 + 3.4)


ACCENT = Pen("accent", "accent-text", 4)
PENS = (
    Pen("primary", "primary-text", 3),
    Pen("before", "muted", 3),
    Pen("muted", "muted", 2.25, Dash.DASHED),
    Pen("primary", "primary-text", 1.5),
    Pen("before", "muted", 2.25, Dash.DASHED),
    Pen("primary", "primary-text", 2.25, Dash.DASHED),
)
"""Lines that are told apart by weight and dashes too, and so in grey."""


def pens(rows: Sequence[Indicator], highlight: str) -> dict[str, Pen]:
    """Return the pen of each indicator."""
    others = [of.id for of in rows if of.id != highlight]
    made = {name: PENS[number % len(PENS)] for number, name in enumerate(others)}
    return {of.id: made.get(of.id, ACCENT) for of in rows}


@frozen(slots=True)
class Scale:
    """From ``start``, at ``foot``, up to ``top``, at ``head``, in EMU from the top of the chart."""

    start: Decimal
    top: Decimal
    head: int
    foot: int

    def y(self, value: Decimal) -> int:
        """Return the height of a figure."""
        span = self.top - self.start
        return self.foot - round((value - self.start) / span * (self.foot - self.head)) if span else self.foot


def start_of(values: Sequence[Decimal]) -> Decimal:
    """Return where the axis begins: at zero, unless lines would be flat so, or figures are below it."""
    low, high = min(values), max(values)
    span = high - low
    if low >= 0 and (span == 0 or span >= FLAT * high):
        return Decimal(0)
    one = Decimal(1).scaleb(span.adjusted()) if span else abs(low)
    step = next(one * times for times in (1, 2, 5, 10) if one * times >= span)
    start = (low / step).to_integral_value(ROUND_FLOOR) * step
    start = start - step if low - start < span / 12 else start
    start = (max(start, Decimal(0)) if low >= 0 else start).normalize()
    whole = start == start.to_integral_value()
    return start.quantize(Decimal(1)) if whole else start
