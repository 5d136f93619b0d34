"""Whether the figures of an indicator bear what a text claims of them."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction

from deckgen.model.bounds import Bounds, Extent, Measure
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.model.wording import signed
from deckgen.resolve import numbers
from deckgen.resolve.claims import Claims
from deckgen.values import frozen

_FIGURES: dict[str, Callable[[Indicator], Figure | None]] = {
    "": lambda indicator: indicator.latest,
    "value": lambda indicator: indicator.latest,
    "after": lambda indicator: indicator.latest,
    "share": lambda indicator: indicator.latest,
    "before": lambda indicator: indicator.before,
    "unconfirmed": lambda indicator: indicator.unconfirmed,
}
_CHANGES = ("", "change", "ratio")
CLAIMED = (*filter(None, _FIGURES), "change", "ratio")
"""The fields of which something may be claimed."""
_MOST_LISTED = 4
_CLOSE = 0.75
"""How alike words must be to be taken for a claim that is misspelt; 1 for the same."""


@frozen(slots=True)
class Wrong:
    """Why a claim cannot stand: the code and name of its diagnostic, what is wrong, what to do."""

    code: str
    name: str
    message: str
    hint: str


@frozen
class Claimed:
    """An indicator, and the field of it, of which something is claimed."""

    indicator: Indicator
    field: str

    def bears(self, text: str, claims: Claims) -> bool:
        """Return whether ``text`` may be said of it."""
        if self._worded:
            return self._bears_in_words(text, claims)
        extent = self.asked(text, claims)
        number = self.measured(extent.measure) if extent else None
        return extent is not None and number is not None and extent.bounds.hold(number)

    def asked(self, text: str, claims: Claims) -> Extent | None:
        """Return what ``text`` claims of it: of what the words may mean, the first that can be measured."""
        readings = claims.readings(text)
        return next((one for one in readings if self.measured(one.measure) is not None), None)

    def measured(self, measure: Measure) -> Fraction | None:
        """Return what the figures come to, exactly; None where there are none for it."""
        figure = _FIGURES[self.field](self.indicator) if self.field in _FIGURES else None
        before, latest, total = self.indicator.before, self.indicator.latest, self.indicator.of
        if measure is Measure.VALUE:
            return Fraction(figure.value) if figure else None
        if measure is Measure.SHARE:
            if figure and figure.unit.kind is UnitKind.PERCENT:
                return Fraction(figure.value) / 100
            shared = figure and total and total.value > 0 and total.unit == figure.unit
            return Fraction(figure.value) / Fraction(total.value) if shared and figure and total else None
        if self.field not in _CHANGES or before is None or latest is None or before.unit != latest.unit:
            return None
        if measure is Measure.DIFFERENCE:
            return Fraction(latest.value) - Fraction(before.value)
        known = before.value > 0 and latest.value >= 0
        return Fraction(latest.value) / Fraction(before.value) if known else None

    def told(self, text: str, claims: Claims) -> str:
        """Return the figures of which ``text`` is claimed, and what they come to."""
        extent = self.asked(text, claims)
        return self._told(extent) if extent else ""

    @property
    def _worded(self) -> bool:
        """Whether no more is known than its change in words."""
        return self.indicator.change is not None and not self.indicator.before and self.field in _CHANGES

    def _bears_in_words(self, text: str, claims: Claims) -> bool:
        """Return whether the change in words says just this, or that there was a rise or fall at all."""
        words = self.indicator.change.text if self.indicator.change else ""
        if signed(words, claims.words) == signed(text, claims.words):
            return True
        known = [one for one in claims.readings(words) if one.measure in (Measure.RATIO, Measure.DIFFERENCE)]
        said = [one for one in claims.readings(text) if one.measure in (Measure.RATIO, Measure.DIFFERENCE)]
        return any(
            (one.measure, one.bounds) == (other.measure, other.bounds) or _follows(one, other)
            for one in said[:1]
            for other in known[:1]
        )

    def wrong(self, text: str, claims: Claims, every: Sequence["Claimed"]) -> Wrong | None:
        """Return why ``text`` cannot be said of it, or None; what is suggested may be said of ``every`` one."""
        if self.bears(text, claims):
            return None
        if self._worded and text:
            return self._beyond_words(text)
        readings, extent = claims.readings(text), self.asked(text, claims)
        if not readings:
            return self._unknown(text, claims, every)
        if extent is None:
            return self._lacking(text, readings[0].measure)
        group = "share" if extent.measure is Measure.SHARE else "change"
        would = next(suggestions(every, claims, group), "") if extent.measure is not Measure.VALUE else ""
        figure = f"mend the words or the figures; {{{self.indicator.id}}} shows the figure itself"
        name = ".".join(filter(None, (self.indicator.id, self.field)))
        message = f"“{name}” is {self._told(extent)}: “{text}” needs {needed(extent)}"
        return Wrong("R380", "claim-not-held", message, f"“{would}” would hold" if would else figure)

    def _beyond_words(self, text: str) -> Wrong:
        known = self.indicator.change.text if self.indicator.change else ""
        message = f"of “{self.indicator.id}” no more is known than “{known}”, which does not say “{text}”"
        hint = f"say “{known}”, or write before: and after: with its figures in place of change:"
        return Wrong("R380", "claim-not-held", message, hint)

    def _unknown(self, text: str, claims: Claims, every: Sequence["Claimed"]) -> Wrong:
        if not text:
            hint = f"write the words that the figures must bear: {{{self.indicator.id} | more than half}}"
            return Wrong("R381", "unknown-claim", "nothing is claimed after the |", hint)
        message, would = f"“{text}” is no claim that deckgen can measure", _listed(suggestions(every, claims))
        close = get_close_matches(text.lower(), claims.known(), n=1, cutoff=_CLOSE)
        hint = f"did you mean “{close[0]}”? " if close else ""
        if "*" in text:
            hint = "write the signs of emphasis around the braces, not within; "
        hint += f"these would hold: {would}; " if would else ""
        return Wrong("R381", "unknown-claim", message, f"{hint}or say under claims: what it means")

    def _lacking(self, text: str, measure: Measure) -> Wrong:
        name, before, latest = self.indicator.id, self.indicator.before, self.indicator.latest
        if measure is Measure.SHARE:
            lacks, hint = "has no share", "write its figure in per cent, or its total under of:"
        elif self.field not in _CHANGES:
            lacks, hint = f"has no change in “{self.field}”", f"write {{{name} | {text}}}"
        elif before and latest:
            lacks = f"goes from {before.text} to {latest.text}"
            hint = "no figure is a multiple of such: say that it rose or fell, or leave the claim out"
        else:
            lacks, hint = "has no earlier figure", "add before:, or write the words without braces"
        message = f"“{name}” {lacks}, so “{text}” cannot be measured"
        return Wrong("R382", "claim-without-figure", message, hint)

    def _told(self, extent: Extent) -> str:
        """Return the figures that are claimed of, and what they come to."""
        before, total = self.indicator.before, self.indicator.of
        figure = _FIGURES[self.field](self.indicator) if self.field in _FIGURES else self.indicator.latest
        shown, number = figure.text if figure else "", self.measured(extent.measure) or Fraction(0)
        if extent.measure is Measure.SHARE and figure and figure.unit.kind is not UnitKind.PERCENT:
            return f"{shown} of {total.text if total else ''}, {_decimal(number * 100, extent.bounds, 100)}%"
        if extent.measure in (Measure.RATIO, Measure.DIFFERENCE) and before:
            shown = f"{before.text} → {shown}"
        return f"{shown}, ×{_decimal(number, extent.bounds)}" if extent.measure is Measure.RATIO else shown


def suggestions(claimed: Sequence[Claimed], claims: Claims, first: str = "") -> Iterator[str]:
    """Yield words that may be said of all of ``claimed``, those for a share or a change ``first``."""
    for group in sorted(("change", "share"), key=lambda group: group != first):
        for text in claims.suggested(group):
            if all(one.bears(text, claims) for one in claimed):
                yield text


def needed(extent: Extent) -> str:
    """Return in words within what bounds a measure must be."""
    bounds, scale = extent.bounds, 100 if extent.measure is Measure.SHARE else 1

    def said(end: Fraction) -> str:
        sign = "×" if extent.measure is Measure.RATIO else ""
        return f"{sign}{_short(end * scale)}{'%' if extent.measure is Measure.SHARE else ''}"

    if extent.measure is Measure.DIFFERENCE and 0 in (bounds.low, bounds.high):
        return _direction(bounds)
    low = "" if bounds.low is None else said(bounds.low)
    high = "" if bounds.high is None else said(bounds.high)
    if low and low == high:
        return f"exactly {low}"
    if low and high:
        return f"{'more than ' * bounds.above}{low} to {'under ' * bounds.below}{high}"
    return f"{'more than' if bounds.above else 'at least'} {low}" if low else f"{_under(bounds)} {high}"


def _direction(bounds: Bounds) -> str:
    if bounds.low == bounds.high:
        return "two figures that are the same"
    return f"a later figure that is {'higher' if bounds.low == 0 else 'lower'}"


def _under(bounds: Bounds) -> str:
    return "less than" if bounds.below else "at most"


def _follows(claim: Extent, known: Extent) -> bool:
    """Return whether a rise or fall of no size is claimed, and the known ratio is all on that side."""
    low, high = known.bounds.low, known.bounds.high
    if claim.measure is not Measure.DIFFERENCE or known.measure is not Measure.RATIO:
        return False
    if claim.bounds == Bounds(low=Fraction(0), above=True):
        return low is not None and (low > 1 or (low == 1 and known.bounds.above))
    if claim.bounds == Bounds(high=Fraction(0), below=True):
        return high is not None and (high < 1 or (high == 1 and known.bounds.below))
    return False


def _listed(would: Iterator[str]) -> str:
    return ", ".join(f"“{text}”" for text, _ in zip(would, range(_MOST_LISTED), strict=False))


def _short(number: Fraction) -> str:
    """Return a bound with as few decimals as it has, three at most."""
    text = f"{_rounded(number, 3):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _decimal(number: Fraction, bounds: Bounds, scale: int = 1) -> str:
    """Return a number with decimals enough to be seen outside of ``bounds``, which are ``scale`` times smaller."""
    for places in range(1, 6):
        made = _rounded(number, places)
        if not bounds.hold(Fraction(made) / scale):
            break
    return _short(Fraction(made))


def _rounded(number: Fraction, places: int) -> Decimal:
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return numbers.rounded(exact, places)
