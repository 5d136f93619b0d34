"""Indicators that are called the same, and say another figure of the same time."""

from collections.abc import Iterator, Sequence

from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.figures import Figure, Indicator
from deckgen.spec.figures import IndicatorSpec


class OneLabelTwoFigures(Check):
    """Two indicators with one label that agree for one time and not for another, or say two figures of today.

    What it finds
        An indicator with the label, the total and the periods of an earlier one, that has the same figure for one
        period at least, and another for the last of the others; and one with a single figure, for which another of
        its label and source has another single or later one.

    Why it matters
        It was copied, and one of the two was brought up to date: the deck says two figures of one thing.

    Example:
        Pharmacies, 340 before and 272 after, and again: Pharmacies, 340 before and 276 after

    Instead
        Correct the figure and keep one of the two, or say in the labels what tells them apart.

    """

    code = "R385"
    name = "one-label-two-figures"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield the figure of each indicator that an earlier one of its label has another for."""
        seen: dict[tuple[object, ...], Indicator] = {}
        for name, written in checked.spec.indicators.items():
            of = checked.deck.indicators[name]
            called = " ".join(of.name.casefold().split()), of.of.value if of.of else None
            first = seen.setdefault((*called, *(figure.period for figure in of.figures)), of)
            of_today = seen.setdefault((*called, str(written.source or ""), "today"), of)
            pairs = list(zip(first.figures, of.figures, strict=True))
            other = [at for at, pair in enumerate(pairs) if _differ(*pair)]
            if 0 < len(other) < len(pairs):
                one, two = pairs[other[-1]]
                yield self._of_two(one, two, first, of, _places(written, name.span)[other[-1]])
            elif (
                of.latest and of_today.latest and _are_of_one_time(of_today, of) and not _beside(of_today, of, checked)
            ):
                place = written.value.span if written.value else _places(written, name.span)[-1]
                yield self._of_two(of_today.latest, of.latest, of_today, of, place)

    def _of_two(self, one: Figure, two: Figure, first: Indicator, of: Indicator, place: Span) -> Diagnostic:
        when = f" for {one.period}" if one.period else ""
        message = f"“{of.name}” is {one.text}{when} as {first.id}, and {two.text} here"
        hint = "correct the figure and keep one of the two, or say in the labels what tells them apart"
        return self.found(message, place, hint)


def _differ(one: Figure, two: Figure) -> bool:
    return (one.value, one.unit) != (two.value, two.unit)


def _are_of_one_time(first: Indicator, of: Indicator) -> bool:
    """Return whether one of two indicators has a single figure, and the other another that is not of another time."""
    one, two = first.latest, of.latest
    if not one or not two or min(len(first.figures), len(of.figures)) > 1 or one.unit != two.unit:
        return False
    return _differ(one, two) and (one.period == two.period or not (one.period and two.period))


def _beside(first: Indicator, of: Indicator, checked: Checked) -> bool:
    """Return whether two indicators stand on one slide, where the headings of columns may tell them apart."""
    return any({first.id, of.id} <= set(slide.indicators) for slide in checked.deck.slides)


def _places(written: IndicatorSpec, usual: Span) -> Sequence[Span]:
    """Return where the figures of an indicator stand, earliest first."""
    if written.figures:
        return [amount.span for amount in written.figures.values()]
    return [amount.span if amount else usual for amount in (written.before, written.after)]
