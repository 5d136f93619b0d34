"""Whether figures bear what plain words say of them: less is asked of these than of words in braces."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from deckgen.checks._phrases import Claim, Phrase
from deckgen.model.bounds import Bounds, Extent, Measure
from deckgen.model.wording import opened, signed
from deckgen.resolve.bearing import Claimed, suggestions
from deckgen.resolve.claims import Claims
from deckgen.source.words import claim_words
from deckgen.values import frozen

_SLACK = Fraction(1, 20)
"""How much farther than in braces “almost” and “about” reach in plain words."""
_HALF_POINT = Fraction(1, 2)
MOST_APART = Fraction(1, 20)
"""How far a share may lie from what it is rounded to in words."""
_OPEN = ("more-than", "less-than", "well-over", "at-least", "at-most")
_LITTLE = (
    Extent(Measure.RATIO, Bounds(Fraction(9, 10), Fraction(11, 10))),
    Extent(Measure.DIFFERENCE, Bounds(Fraction(-1), Fraction(1))),
)
"""Within what a figure may have changed that has hardly changed: a tenth, or one of its unit."""
_MEASURES = {
    Claim.SHARE: (Measure.SHARE, Measure.RATIO),
    Claim.PART: (Measure.SHARE,),
    Claim.CHANGE: (Measure.RATIO, Measure.DIFFERENCE),
}


@frozen(slots=True)
class Said:
    """A phrase, and the figures that it is said of, any of which may bear it.

    ``overall`` tells whether it is said of the time from the first figure to the last.
    """

    phrase: Phrase
    claimed: tuple[Claimed, ...]
    overall: bool = False

    def holds(self, claims: Claims) -> bool:
        """Return whether one of the figures bears the phrase, or there is nothing to measure it by."""
        return any(self._bears(one, claims) for one in self.claimed)

    def told(self, claims: Claims) -> tuple[str, str]:
        """Return what is wrong, and what to do."""
        first = self.claimed[0]
        number = first.told(self.phrase.claimed, claims)
        would = next(suggestions(self.claimed[:1], claims, "" if self.phrase.claim is Claim.CHANGE else "share"), "")
        name = ".".join(filter(None, (first.indicator.id, first.field)))
        hint = f"say what the figures say: {{{name} | {would}}} would hold, and be held to them" if would else ""
        return f"“{self.phrase.text}” is said of “{name}”, which is {number}", hint or "mend the words or the figures"

    def _bears(self, claimed: Claimed, claims: Claims) -> bool:
        phrase, of = self.phrase, claimed.indicator.of
        if phrase.claim is Claim.PART and of and of.value == phrase.whole and claimed.indicator.latest:
            return claimed.indicator.latest.value == phrase.part
        extents = [one for one in _extents(phrase, claims) if one.measure in _MEASURES[phrase.claim]]
        asked = [(one, list(self._measured(claimed, one.measure))) for one in extents]
        return not any(numbers for _, numbers in asked) or any(
            one.bounds.hold(number) for one, numbers in asked for number in numbers
        )

    def _measured(self, claimed: Claimed, measure: Measure) -> Iterator[Fraction]:
        """Yield what the figures come to; of more than two, the changes from each to each later one."""
        number = claimed.measured(measure)
        if number is None:
            return
        yield number
        figures = claimed.indicator.figures
        if measure is not Measure.SHARE and len(figures) > 2 and not self.overall:
            for earlier, later in combinations(figures, 2):
                if measure is Measure.DIFFERENCE:
                    yield Fraction(later.value) - Fraction(earlier.value)
                elif earlier.value > 0:
                    yield Fraction(later.value) / Fraction(earlier.value)


def _extents(phrase: Phrase, claims: Claims) -> Iterator[Extent]:
    """Yield what a phrase may ask, a little wider than it would in braces unless it leaves an end open."""
    text = phrase.claimed
    yield from claims.readings(text)
    # The longest words come first: “just over” is not “over”.
    degree = next((degree for degree, _ in opened(signed(text, claims.words), claims.words)), "")
    if degree in _OPEN:
        return
    about = claims.words.lists["about"][0]
    for read in claims.readings(text if degree else f"{about} {text}"):
        wider = _wider(read, _SLACK if degree else Fraction(0))
        # What is just over a half is no less than that.
        yield Extent(
            read.measure, Bounds(read.bounds.low, wider.high, read.bounds.above) if degree == "just-over" else wider
        )
    if text.casefold() in map(str.casefold, claim_words(claims.words.lang)["kinds"]["hardly-changed"]):
        yield from _LITTLE


def multiple_bounds(degree: str, multiple: str, claims: Claims) -> tuple[Bounds, ...]:
    """Return within what a later figure may be to an earlier of which it is said to be so many times as much."""
    return changed_within(Phrase(Claim.CHANGE, f"{degree} {multiple}".strip(), 0, 0), claims)


def changed_within(phrase: Phrase, claims: Claims) -> tuple[Bounds, ...]:
    """Return within what a later figure may be to an earlier of which a phrase says how it changed."""
    return tuple(one.bounds for one in _extents(phrase, claims) if one.measure is Measure.RATIO)


def share_bounds(text: str, claims: Claims) -> tuple[Bounds, ...]:
    """Return within what a part may be that is called by words for a share."""
    extents = _extents(Phrase(Claim.SHARE, text, 0, 0), claims)
    return tuple(one.bounds for one in extents if one.measure is Measure.SHARE)


def _wider(read: Extent, slack: Fraction) -> Bounds:
    low, high = read.bounds.low, read.bounds.high
    if low is not None and high is not None and read.measure is Measure.DIFFERENCE:
        middle = (low + high) / 2
        return Bounds(middle - _HALF_POINT, middle + _HALF_POINT)
    if low is not None and high is not None and read.measure is Measure.SHARE:
        # “Nine in ten” are not 82%.
        middle, apart = (low + high) / 2, min(MOST_APART, (high - low) / 2)
        low, high = middle - apart, middle + apart
    if read.measure is Measure.DIFFERENCE:
        return read.bounds
    more = slack * (high or low or 0)
    return Bounds(None if low is None else low - more, None if high is None else high + more)
