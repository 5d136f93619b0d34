"""Whether figures bear what plain words say of them: less is asked of these than of words in braces."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from deckgen.checks._phrases import Claim, Phrase
from deckgen.model.bounds import Bounds, Extent, Measure
from deckgen.model.figures import UnitKind
from deckgen.model.wording import opened, signed
from deckgen.resolve.bearing import Claimed, Wrong
from deckgen.resolve.claims import Claims

_SLACK = Fraction(1, 20)
"""How much farther than in braces “almost” and “about” reach in plain words."""
_HALF_POINT = Fraction(1, 2)
_OPEN = ("more-than", "less-than", "well-over", "at-least", "at-most")
_LITTLE = Fraction(1, 10)
"""What of a figure may have changed that has hardly changed; or two points, where it is a share."""
_MEASURES = {
    Claim.SHARE: (Measure.SHARE, Measure.RATIO),
    Claim.PART: (Measure.SHARE,),
    Claim.CHANGE: (Measure.RATIO, Measure.DIFFERENCE),
}


def holds(phrase: Phrase, claimed: Sequence[Claimed], claims: Claims) -> bool:
    """Return whether one of the figures bears a phrase, or there is nothing to measure it by."""
    return any(_bears(phrase, one, claims) for one in claimed)


def wrong(phrase: Phrase, claimed: Claimed, claims: Claims) -> Wrong:
    """Return why a phrase cannot be said of a figure that does not bear it."""
    found = claimed.wrong(phrase.text, claims, (claimed,))
    assert found is not None, phrase
    return found


def _bears(phrase: Phrase, claimed: Claimed, claims: Claims) -> bool:
    of = claimed.indicator.of
    if phrase.claim is Claim.PART and of and of.value == phrase.whole and claimed.indicator.latest:
        return claimed.indicator.latest.value == phrase.part
    extents = [one for one in _extents(phrase, claims) if one.measure in _MEASURES[phrase.claim]]
    asked = [(one, list(_measured(claimed, one.measure))) for one in extents]
    return not any(numbers for _, numbers in asked) or any(
        one.bounds.hold(number) for one, numbers in asked for number in numbers
    )


def _extents(phrase: Phrase, claims: Claims) -> Iterator[Extent]:
    """Yield what a phrase may ask, a little wider than it would in braces unless it leaves an end open."""
    text = phrase.text
    yield from claims.readings(text)
    degrees = {degree for degree, _ in opened(signed(text, claims.words), claims.words)}
    if degrees & set(_OPEN):
        return
    about = claims.words.lists["about"][0]
    for read in claims.readings(text if degrees else f"{about} {text}"):
        yield Extent(read.measure, _wider(read))


def _wider(read: Extent) -> Bounds:
    low, high = read.bounds.low, read.bounds.high
    if read.measure is Measure.DIFFERENCE:
        if low is None or high is None:
            return read.bounds
        middle = (low + high) / 2
        return Bounds(middle - _HALF_POINT, middle + _HALF_POINT)
    slack = _SLACK * (high or low or 0)
    return Bounds(None if low is None else low - slack, None if high is None else high + slack)


def _measured(claimed: Claimed, measure: Measure) -> Iterator[Fraction]:
    """Yield what the figures come to; of more than two, the changes from each to each later one."""
    number = claimed.measured(measure)
    if number is None:
        return
    yield number
    figures = claimed.indicator.figures
    if measure is not Measure.SHARE and len(figures) > 2:
        for earlier, later in combinations(figures, 2):
            if measure is Measure.DIFFERENCE:
                yield Fraction(later.value) - Fraction(earlier.value)
            elif earlier.value > 0:
                yield Fraction(later.value) / Fraction(earlier.value)
