"""Shares as bars: a track as long as the whole, and on it what is counted."""

from collections.abc import Sequence
from decimal import Decimal

from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Bar, Drawing, Mark, Row
from deckgen.model.figures import Indicator, UnitKind
from deckgen.model.words import Words
from deckgen.plot.figures import value_of
from deckgen.plot.telling import IndicatorChart
from deckgen.spec.base import Refusal
from deckgen.units import Emu, Rect, Size, inches
from deckgen.values import frozen

THICKEST = inches(0.5)


def whole_of(of: Indicator) -> Decimal | None:
    """Return what the figure of an indicator is a part of: a hundred per cent, or its total."""
    if of.latest and of.latest.unit.kind is UnitKind.PERCENT:
        return Decimal(100)
    return of.of.value if of.of else None


def refusal(indicators: Sequence[Indicator]) -> Refusal | None:
    """Return why ``indicators`` cannot be shown as shares of a whole, or None."""
    return next(filter(None, map(_refused, indicators)), None)


def _refused(of: Indicator) -> Refusal | None:
    refused = no_part(of, "share bars")
    if refused or of.latest is None:
        return refused
    # A count over its total is told as a contradiction of its own, wherever it stands.
    if of.latest.value < 0 or (of.latest.unit.kind is UnitKind.PERCENT and of.latest.value > 100):
        return Refusal(f"“{of.id}” is {of.latest.text}, which is no share of a whole", f"show it {OTHERWISE}")
    return None


OTHERWISE = "with chart: before-after, in a layout that draws charts"


def no_part(of: Indicator, marks: str) -> Refusal | None:
    """Return why the figure of an indicator is not one part of one whole, as ``marks`` show it, or None."""
    if of.latest is None:
        return Refusal(f"“{of.id}” has no figure that {marks} could show", "leave it out, or say it in a text")
    if of.before or of.unconfirmed:
        what = "an earlier" if of.before else "an unconfirmed"
        return Refusal(f"“{of.id}” has {what} figure, which {marks} do not show", f"show it {OTHERWISE}")
    if not whole_of(of):
        return Refusal(f"“{of.id}” does not say out of how many it is", f"write of: and the total under {of.id}:")
    return None


def shown(indicators: Sequence[Indicator], words: Words) -> list[str]:
    """Return the figure of each indicator as it stands beside its mark; with its total, where these differ."""
    alike = len({whole_of(of) for of in indicators}) == 1
    return [_shown(of, words, alike=alike) for of in indicators]


def _shown(of: Indicator, words: Words, *, alike: bool) -> str:
    text = of.latest.text if of.latest else ""
    if alike or of.of is None or (of.latest and of.latest.unit.kind is UnitKind.PERCENT):
        return text
    return words.say("of", value=text, total=of.of.text)


def share(of: Indicator, rect: Rect, color: str) -> list[Mark]:
    """Return the track of an indicator within ``rect``, and the bar on it."""
    whole = whole_of(of) or Decimal(1)
    length = Emu(round(min(Decimal(1), value_of(of.latest) / whole) * rect.width))
    bar = [Bar(Rect(rect.x, rect.y, length, rect.height), color)] if length > 0 else []
    return [Bar(rect, "track"), *bar]


@frozen
class ShareOnly(IndicatorChart):
    """The bar of one indicator alone, as thick as there is room for."""

    def draw(self, size: Size, style: ChartStyle, beside: tuple[Emu, ...]) -> Drawing:
        """Return the track and the bar in the middle of the height of ``size``."""
        of, thick = self.rows[0], min(THICKEST, size.height)
        top = Emu((size.height - thick) // 2)
        bar = Rect(Emu(0), top, size.width, Emu(thick))
        row = Row(top, bar.bottom, Emu(top + thick // 2))
        return Drawing(size, tuple(share(of, bar, self.color(of))), (row,))
