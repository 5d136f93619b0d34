"""What indicators say that cannot be true at once, or cannot be told in words."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.figures import Indicator, UnitKind
from deckgen.spec.base import Name, Text
from deckgen.spec.deck import DeckSpec
from deckgen.spec.figures import Amount, IndicatorSpec, PeriodsSpec


def contradictions(spec: DeckSpec, indicators: Mapping[str, Indicator]) -> Iterator[Diagnostic]:
    """Yield each contradiction in the indicators of a deck, and references where none can stand."""
    for name, written in spec.indicators.items():
        yield from _of_one(name, written, indicators[str(name)])
        yield from _unread((written.change, *_periods(written.periods)))
    yield from _pair(spec.periods, "the periods of the deck")
    yield from _unread((*_periods(spec.periods), *(placed.spec.section for placed in spec.slides)))


def _of_one(name: Name, written: IndicatorSpec, indicator: Indicator) -> Iterator[Diagnostic]:
    latest, total = indicator.latest, indicator.of
    if written.new and indicator.before:
        message = f"“{name}” is new, yet has an earlier figure"
        yield _error("R317", "new-with-past", message, name.span, "delete new:, or the earlier figure")
    if isinstance(written.of, Amount) and latest and total and latest.unit != total.unit:
        hint = "a total has the unit of what is out of it"
        yield _error("R314", "no-total", f"{total.text} cannot be the total here", written.of.span, hint)
    if isinstance(written.of, Text) and written.of.text == str(name):
        yield _error("R314", "no-total", f"“{name}” is its own total", written.of.span, "name another indicator")
    yield from _parts(name, written, indicator)
    yield from _order(name, written)
    yield from _units(name, written)


def _parts(name: Name, written: IndicatorSpec, indicator: Indicator) -> Iterator[Diagnostic]:
    """Yield figures that are no part of their total: more than it, or negative."""
    total, latest, unconfirmed = indicator.of, indicator.latest, indicator.unconfirmed
    amounts = [written.before, written.after or written.value]
    amounts = [*written.figures.values()] if written.figures else amounts
    if total is None:
        return
    for amount, figure in zip(filter(None, amounts), indicator.figures, strict=False):
        if figure.unit == total.unit and figure.value > total.value:
            message = f"“{name}” is {figure.text} out of {total.text}"
            yield _error("R318", "over-total", message, amount.span, "one of the two figures is wrong")
        if figure.value < 0:
            message = f"“{name}” is {figure.text}, and so cannot be out of {total.text}"
            yield _error("R372", "negative-part", message, amount.span, "write it without the sign, or leave out of:")
    if not (latest and unconfirmed and written.unconfirmed) or latest.unit != total.unit:
        return
    if latest.value <= total.value < latest.value + unconfirmed.value:
        message = f"“{name}” is {latest.text} and {unconfirmed.text} unconfirmed out of {total.text}"
        yield _error("R318", "over-total", message, written.unconfirmed.span, "one of these figures is wrong")


def _order(name: Name, written: IndicatorSpec) -> Iterator[Diagnostic]:
    """Yield periods of an indicator that do not follow one another."""
    for one, other in pairwise(written.figures or ()):
        if _year(str(one)) > _year(str(other)) > 0:
            message = f"the periods of “{name}” are out of order: {one} stands before {other}"
            yield _error("R319", "periods-out-of-order", message, other.span, "write the earliest first")
    yield from _pair(written.periods, f"the periods of “{name}”")


def _pair(periods: PeriodsSpec | None, whose: str) -> Iterator[Diagnostic]:
    """Yield an earlier period that is the later one, or after it."""
    before, after = _periods(periods)
    if not (before and after):
        return
    if before.text.casefold() == after.text.casefold():
        message = f"{whose} are both called “{after}”"
        yield _error(
            "R360", "periods-alike", message, after.span, "say when the earlier and when the later figure is from"
        )
    elif _year(before.text) > _year(after.text) > 0:
        message = f"{whose} are out of order: {before} stands before {after}"
        yield _error("R319", "periods-out-of-order", message, before.span, "write the earlier one as before:")


def _year(period: str) -> int:
    """Return the only year in a period, 0 if there is none, or more than one."""
    years = re.findall(r"(?<!\d)\d{4}(?!\d)", period)
    return int(years[0]) if len(years) == 1 else 0


def _units(name: Name, written: IndicatorSpec) -> Iterator[Diagnostic]:
    """Yield figures whose own unit is not that of the indicator, and periods whose units differ."""
    amounts = [written.value, written.before, written.after, written.unconfirmed, *(written.figures or {}).values()]
    for amount in filter(None, amounts):
        if written.unit and amount.unit.kind is not UnitKind.COUNT:
            message = f"a figure of “{name}” has a unit of its own beside unit: {written.unit}"
            yield _error("R320", "unit-said-twice", message, amount.span, "keep one of the two")
    dated = [*(written.figures or {}).values()]
    for other in dated[1:-1]:
        if other.unit != dated[0].unit:
            hint = "write both figures in one unit"
            yield _error("R315", "units-differ", "the figures of one indicator have different units", other.span, hint)


def _periods(periods: object) -> tuple[Text | None, ...]:
    return getattr(periods, "before", None), getattr(periods, "after", None)


def _unread(texts: tuple[Text | None, ...]) -> Iterator[Diagnostic]:
    """Yield references and emphasis in texts that are names and phrases, taken as they stand."""
    for text in filter(None, texts):
        for sign in ("{", "**"):
            if sign in text.text:
                message = f"{sign} has no meaning here: this text is shown as it stands"
                yield _error("R321", "sign-without-meaning", message, text.place(sign), f"write it without {sign}")


def _error(code: str, name: str, message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic(code, name, Severity.ERROR, message, span, hint)
