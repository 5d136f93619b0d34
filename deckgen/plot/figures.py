"""What the figures of a chart have in common: a unit, a whole that they are part of, names of their periods."""

from collections.abc import Sequence
from decimal import Decimal

from deckgen.model import shares
from deckgen.model.figures import Figure, Indicator
from deckgen.model.words import Words
from deckgen.plot.rows import MOST_ROWS
from deckgen.spec.base import Refusal


def value_of(figure: Figure | None) -> Decimal:
    """Return the value of a figure, 0 where there is none."""
    return figure.value if figure else Decimal(0)


def refusal(indicators: Sequence[Indicator]) -> Refusal | None:
    """Return why bars from zero on one axis cannot show the figures of ``indicators``, or None."""
    figures = [(of, figure) for of in indicators for figure in (of.before, of.latest, of.unconfirmed) if figure]
    blank = next((of.id for of in indicators if of.latest is None), "")
    if blank:
        return Refusal(f"“{blank}” has no figure that a bar could show", "leave it out, or say it in a text")
    if len({(figure.unit.kind, figure.unit.symbol, figure.unit.scale) for _, figure in figures}) > 1:
        return Refusal("figures of different units cannot share one axis", "make two slides, one for each unit")
    negative = next((of.id for of, figure in figures if figure.value < 0), "")
    if negative:
        return Refusal(f"“{negative}” is below zero, where these bars begin", "say it in a text")
    return None


def crowd(indicators: Sequence[Indicator]) -> Refusal | None:
    """Return that there are more indicators than rows that can be read, or None."""
    if len(indicators) <= MOST_ROWS:
        return None
    message = f"lying bars have room for {MOST_ROWS} indicators, found {len(indicators)}"
    return Refusal(message, "show those that carry the finding, or make two slides")


def total(indicators: Sequence[Indicator]) -> Decimal | None:
    """Return the whole that all figures are part of, where a track behind the bars can show it."""
    return shares.total(indicators)


def period_names(indicators: Sequence[Indicator], words: Words) -> dict[str, tuple[str, str]]:
    """Return how the earlier and the later figure are called, for the indicators at which that is to be said."""
    keys, last = {}, ("", "")
    for of in indicators:
        if of.before and of.latest:
            periods = of.before.period or words.say("before"), of.latest.period or words.say("after")
            if periods != last:
                keys[of.id] = last = periods
    return keys
