"""What figures are out of."""

from collections.abc import Sequence
from decimal import Decimal

from deckgen.model.figures import Figure, Indicator, UnitKind


def total(indicators: Sequence[Indicator]) -> Decimal | None:
    """Return the whole that all figures are part of, where a track behind the bars can show it."""
    if any(of.before or of.unconfirmed for of in indicators):
        return None
    values = [_value(of.latest) for of in indicators]
    if all(of.latest and of.latest.unit.kind is UnitKind.PERCENT for of in indicators):
        return Decimal(100) if max(values) <= 100 else None
    totals = {of.of.value if of.of else None for of in indicators}
    one = totals.pop() if len(totals) == 1 else None
    return one if one and max(values) <= one else None


def shares(indicators: Sequence[Indicator]) -> tuple[float, ...]:
    """Return how much of the whole each later figure is, 0 to 1; of the largest one where there is no whole."""
    values = [_value(of.latest) for of in indicators]
    whole = total(indicators) or max(values, default=Decimal(0))
    return tuple(float(value / whole) if whole else 0.0 for value in values)


def _value(figure: Figure | None) -> Decimal:
    return figure.value if figure else Decimal(0)
