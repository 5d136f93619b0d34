"""Indicators that are called the same, and say another figure of the same time."""

from collections.abc import Iterator, Sequence

from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.figures import Indicator
from deckgen.spec.figures import IndicatorSpec


class OneLabelTwoFigures(Check):
    """Two indicators with one label that agree for one time and not for another.

    What it finds
        An indicator with the label, the total and the periods of an earlier one, that has the same figure for one
        period at least, and another for the last of the others.

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
            total = of.of.value if of.of else None
            called = " ".join(of.name.casefold().split()), total, *(figure.period for figure in of.figures)
            first = seen.setdefault(called, of)
            pairs = list(zip(first.figures, of.figures, strict=True))
            other = [at for at, (one, two) in enumerate(pairs) if (one.value, one.unit) != (two.value, two.unit)]
            if first is not of and 0 < len(other) < len(pairs):
                one, two = pairs[other[-1]]
                when = f" for {one.period}" if one.period else ""
                message = f"“{of.name}” is {one.text}{when} as {first.id}, and {two.text} here"
                hint = "correct the figure and keep one of the two, or say in the labels what tells them apart"
                yield self.found(message, _places(written, name.span)[other[-1]], hint)


def _places(written: IndicatorSpec, usual: Span) -> Sequence[Span]:
    """Return where the figures of an indicator stand, earliest first."""
    if written.figures:
        return [amount.span for amount in written.figures.values()]
    return [amount.span if amount else usual for amount in (written.before, written.after)]
