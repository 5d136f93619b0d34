"""Which figures can be shown as that many dots."""

from deckgen.model.figures import Indicator, UnitKind

MOST = 300
"""How many dots a slide shows at the most: more are no dots any longer."""


def undotted(indicators: tuple[Indicator, ...]) -> Indicator | None:
    """Return the first of ``indicators`` that is no whole count from 1 to 300, or None."""
    for indicator in indicators:
        figure = indicator.latest
        counted = figure and figure.unit.kind is UnitKind.COUNT and not figure.unit.scale
        if not (figure and counted and figure.value == int(figure.value) and 1 <= figure.value <= MOST):
            return indicator
    return None
