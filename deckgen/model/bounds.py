"""Between what bounds a figure, a share or a change must lie: ``at least x1.5``, ``more than 50%``, ``1 to 9``.

Ends are exact fractions: a third is 1/3, and 19 of 57 is no more than that.
"""

import re
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from deckgen.values import frozen


class Measure(Enum):
    """What is compared with bounds."""

    SHARE = "share"
    RATIO = "ratio"
    DIFFERENCE = "difference"
    VALUE = "value"


class BadBounds(ValueError):  # noqa: N818
    """A text that says no bounds; its two parts are what is wrong, and what to do."""


@frozen(slots=True)
class Bounds:
    """From ``low`` to ``high``, either of which may be open, or left out for no end at all."""

    low: Fraction | None = None
    high: Fraction | None = None
    above: bool = False
    """Whether it must be above ``low``, not ``low`` itself."""
    below: bool = False
    """Whether it must be below ``high``, not ``high`` itself."""

    def hold(self, number: Fraction) -> bool:
        """Return whether ``number`` lies between the ends."""
        low = self.low is None or number > self.low or (number == self.low and not self.above)
        high = self.high is None or number < self.high or (number == self.high and not self.below)
        return low and high

    def of(self, quantity: Fraction, plus: int = 0) -> "Bounds":
        """Return these bounds, which are parts of a ``quantity``, as numbers; ``plus`` is added to both."""
        one, other = (None if end is None else end * quantity + plus for end in (self.low, self.high))
        if quantity < 0:
            return Bounds(other, one, self.below, self.above)
        return Bounds(one, other, self.above, self.below)


@frozen(slots=True)
class Extent:
    """What must be measured, and between what bounds it must lie; ``written`` is how that was said."""

    measure: Measure
    bounds: Bounds
    written: str = ""

    @classmethod
    def of(cls, key: str, text: str) -> "Extent":
        """Return what ``text`` says under one of the keys ``share``, ``change`` and ``value``.

        Raises ``BadBounds``.
        """
        bounds, kinds = _read(" ".join(text.lower().replace("−", "-").split()), text)
        found = {_MEASURES.get((key, kind)) for kind in kinds}
        measure = next(iter(found))
        if measure is None or len(found) > 1:
            raise BadBounds(f"“{text}” is no {_NAMED[key]}", _HINTS[key])
        return cls(measure, bounds, text)


_HINTS = {
    "share": "write per cent, or a fraction: more than 50%, at least 2/3, 45% to 55%",
    "change": "write at least x1.5, +40% to +60%, at most -30%, or a difference: more than 0, at least 10",
    "value": "write numbers: at least 20, 1 to 9",
}
_NAMED = {"share": "share", "change": "change", "value": "number"}
_MEASURES = {
    ("share", "%"): Measure.SHARE,
    ("share", "/"): Measure.SHARE,
    ("change", "x"): Measure.RATIO,
    ("change", "+%"): Measure.RATIO,
    ("change", ""): Measure.DIFFERENCE,
    ("change", "+"): Measure.DIFFERENCE,
    ("value", ""): Measure.VALUE,
    ("value", "+"): Measure.VALUE,
}
"""What is measured by the key that bounds stand under and the kind of their numbers."""
_NUMBER = r"[x×]?\s?[+-]?\d{1,12}(?:\.\d{1,6})?(?:/[1-9]\d{0,3}|\s?%)?"
_ONE_END = re.compile(
    rf"(?P<how>more than|over|at least|less than|under|at most|up to|exactly|)\s?(?P<number>{_NUMBER})"
)
_TWO_ENDS = re.compile(
    rf"(?P<above>more than |over |at least |from |)(?P<low>{_NUMBER})(?: to | ?– ?)"
    rf"(?P<below>less than |under |at most |)(?P<high>{_NUMBER})"
)


def _read(text: str, written: str) -> tuple[Bounds, frozenset[str]]:
    """Return what bounds a text says, and of what kinds their numbers are."""
    one, two = _ONE_END.fullmatch(text), _TWO_ENDS.fullmatch(text)
    if one:
        end, kind = _number(one["number"])
        return _one_ended(one["how"], end), frozenset((kind,))
    if two is None:
        hint = "write at least, more than, at most, less than, exactly, or two numbers with to between them"
        raise BadBounds(f"“{written}” says no bounds", f"{hint}: at least x1.5, 1 to 9")
    (low, first), (high, second) = _number(two["low"]), _number(two["high"])
    above, below = two["above"] in ("more than ", "over "), two["below"] in ("less than ", "under ")
    if low > high or (low == high and (above or below)):
        raise BadBounds(f"nothing lies within “{written}”", "write the lower number first")
    return Bounds(low, high, above, below), frozenset((first, second))


def _one_ended(how: str, end: Fraction) -> Bounds:
    if how in ("more than", "over", "at least"):
        return Bounds(low=end, above=how != "at least")
    if how in ("less than", "under", "at most", "up to"):
        return Bounds(high=end, below=how in ("less than", "under"))
    return Bounds(end, end)


def _number(text: str) -> tuple[Fraction, str]:
    """Return a number and its kind: x2 is a multiple, +50% a step, 50% and 1/2 are shares."""
    digits, _, parts = re.sub(r"[x×%\s+]", "", text).partition("/")
    number = Fraction(Decimal(digits)) / int(parts or 1)
    signed = "+" if re.search("[+-]", text) else ""
    if text[0] in "x×":
        return number, "x" + "%" * ("%" in text) + "/" * bool(parts)
    if parts:
        return number, signed + "/"
    if "%" in text:
        return number / 100 + (1 if signed else 0), signed + "%"
    return number, signed
