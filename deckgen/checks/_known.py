"""What is known of an indicator: its figures, and what can be told from them."""

from collections.abc import Iterator
from decimal import Decimal

from deckgen.checks._numbers import Quantity
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.values import frozen

_PERCENT = UnitKind.PERCENT


@frozen(slots=True)
class Known:
    """A quantity of an indicator, and the reference by which a text shows it; none for what no reference shows."""

    quantity: Quantity
    reference: str = ""

    @property
    def computed(self) -> bool:
        """Whether it is made of other figures, and so rounded."""
        return self.reference.endswith((".share", ".change"))


def figures_of(of: Indicator) -> Iterator[Known]:
    """Yield each figure of an indicator that a reference can show, the one that holds today first."""
    now = f"{of.id}.after" if of.before else of.id
    for figure, reference in ((of.latest, now), (of.before, f"{of.id}.before")):
        if figure:
            yield Known(_quantity(figure), reference)
    if of.unconfirmed:
        yield Known(_quantity(of.unconfirmed), f"{of.id}.unconfirmed")
    change = of.change
    if change and of.latest and of.latest.unit.kind is _PERCENT and change.size:
        yield Known(Quantity(abs(change.size), _PERCENT, points=True), f"{of.id}.change")
    elif change and change.ratio and change.ratio != 1:
        yield Known(_percent(abs(change.ratio - 1) * 100), f"{of.id}.change")
    if of.latest and of.of and of.of.value and of.latest.unit.kind is not _PERCENT:
        yield Known(_percent(of.latest.value / of.of.value * 100), f"{of.id}.share")


def told_from(of: Indicator) -> Iterator[Quantity]:
    """Yield what a text may say of an indicator without a reference: its other figures, a difference, a sum."""
    for figure in of.figures:
        yield _quantity(figure)
    if not of.latest:
        return
    latest = _quantity(of.latest)
    whole = whole_of(of)
    if whole:
        yield _like(latest, whole)
    if of.unconfirmed:
        yield _like(latest, latest.value + _quantity(of.unconfirmed).value)
    if of.before:
        before = _quantity(of.before)
        yield _like(latest, abs(latest.value - before.value))
        if before.value and latest.value:
            yield _percent(abs(latest.value / before.value - 1) * 100)


def rest_of(of: Indicator) -> Iterator[Quantity]:
    """Yield what is left of the whole beside each figure of an indicator."""
    whole = whole_of(of)
    if not (whole and of.latest):
        return
    unconfirmed = of.unconfirmed.value if of.unconfirmed else Decimal(0)
    for figure in of.figures:
        yield _like(_quantity(figure), whole - figure.value)
    yield _like(_quantity(of.latest), whole - of.latest.value - unconfirmed)
    yield _percent(100 - of.latest.value / whole * 100)


def whole_of(of: Indicator) -> Decimal | None:
    """Return what the figures of an indicator are a part of: its total, or a hundred per cent."""
    if of.latest and of.latest.unit.kind is _PERCENT:
        return Decimal(100)
    return of.of.value if of.of else None


def comparable(quantity: Quantity, of: Indicator) -> bool:
    """Return whether ``quantity`` is of a unit in which something is known of the figures of ``of``."""
    return any(quantity.alike(known.quantity) for known in figures_of(of))


def _quantity(figure: Figure) -> Quantity:
    return Quantity.of(figure.value, figure.unit)


def _like(one: Quantity, value: Decimal) -> Quantity:
    return Quantity(value, one.kind, one.symbol, one.points, one.step)


def _percent(value: Decimal) -> Quantity:
    return Quantity(value, _PERCENT)
