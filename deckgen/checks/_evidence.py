"""What the figures that a slide shows or refers to would bear, whichever of them a text speaks of."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise, permutations

from deckgen.checks._around import Around, is_said
from deckgen.checks._clauses import around
from deckgen.checks._comparatives import is_measured
from deckgen.checks._compared import ratios_of
from deckgen.checks._holding import MOST_APART, Said, changed_within, share_bounds
from deckgen.checks._naming import Sentence
from deckgen.checks._phrases import Claim, Phrase, bare, small_words
from deckgen.checks._sight import says
from deckgen.checks._speaking import Subjects, years
from deckgen.checks._the_rest import FEW, rests
from deckgen.checks._then import figures_since
from deckgen.model.bounds import Bounds, Measure
from deckgen.model.deck import Slide
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.resolve.bearing import Claimed
from deckgen.resolve.claims import Claims
from deckgen.values import frozen

_TWO = 2
_MOST = 40
"""On a slide with more figures, each of its own time, whatever is said may be said of one."""
_NEAR = Fraction(1, 25)
"""How far, as a part of it, from a share that is said a sum or a rest may lie."""
_SPELT_OUT = Fraction(1, 10)
"""How far from “two in three” a share may lie, in parts of it."""


@frozen
class Evidence:
    """The figures of a slide: those that it shows, and those that its texts and notes refer to, without totals.

    They are ``narrowed`` to those of which a clause says what sets them apart.
    """

    figures: tuple[Indicator, ...]
    narrowed: bool = False

    @classmethod
    def of(cls, slide: Slide, subjects: Subjects) -> "Evidence":
        """Return the figures of a slide; of very many none, as one of them will bear anything."""
        referred = (name for told in slide.told for name, _ in Sentence(told.text, 0).references)
        names = subjects.names
        found = dict.fromkeys(name for name in (*slide.indicators, *referred) if name in names.indicators)
        figures = tuple(names.indicators[name] for name in found if name not in names.totals)
        return cls(figures if sum(len(of.figures) for of in figures) <= _MOST else ())

    def said_in(self, clause: Sentence, start: int, end: int, subjects: Subjects, open_: Sequence[str]) -> "Evidence":
        """Return those of which a clause says what sets them apart; all if it does of none.

        That is a bold word of a label, or one of its name, which no other has, between the commas around what stands
        from ``start`` to ``end``. A label with one of ``open_``, such as “less than”, may be said the other way round.
        """
        begin, part = around(clause, start, end)
        found = Around(bare(part), start - begin, end - begin, frozenset(), small_words(subjects.language))
        said = [word.text for word in found.words if found.is_long(word)]
        known = [(of, subjects.marks_of(of)) for of in self.figures]
        alone = [which for word in said if len(which := [of.id for of, marks in known if is_said(word, marks)]) == 1]
        names = {name for which in alone for name in which}
        figures = tuple(of for of in self.figures if of.id in names and not says(of.name, tuple(open_)))
        return Evidence(figures, narrowed=True) if figures else self

    def measured(self, kind: str, language: str) -> "Evidence":
        """Return those of which a comparative of this kind may be said."""
        return Evidence(tuple(of for of in self.figures if is_measured(of, kind, language)))

    def denies_way(self, way: int, *, every: bool = False) -> bool:
        """Return whether there are figures of more than one time, and none ever went this way: 1 is up, -1 down.

        Where ``every`` one is to, whether there is one that never did.
        """
        series = [of.figures for of in self.figures if len(of.figures) > 1]
        went = [
            any((later.value - earlier.value) * way > 0 for earlier, later in combinations(figures, 2))
            for figures in series
        ]
        return bool(went) and not (all(went) if every else any(went))

    def denies_order(self, name: str, way: int) -> bool:
        """Return whether there are two figures of one unit and time, and that of ``name`` is not the larger for 1."""
        latest = {of.id: of.latest for of in self.figures if of.latest}
        if len({(figure.unit, figure.period) for figure in latest.values()}) != 1 or len(latest) != _TWO:
            return False
        other = next(figure.value for of, figure in latest.items() if of != name)
        return (latest[name].value - other) * way <= 0

    def denies_ago(self, ago: re.Match[str], language: str) -> bool:
        """Return whether there are figures of known years, and none of them is as old as is said."""
        dated = [of for of in self.figures if len(of.figures) > 1 and all(years(one.period) for one in of.figures)]
        return bool(dated) and not any(figures_since(ago, of, language) for of in dated)

    def denies_each_time(self, way: int) -> bool:
        """Return whether there are three figures or more of something, and none went this way from each to the next."""
        series = [of.figures for of in self.figures if len(of.figures) > 2]
        return bool(series) and not any(_goes(figures, way) for figures in series)

    def denies_others(self, number: int) -> bool:
        """Return whether there are counts out of totals, and none leaves so many others."""
        counts = any(of.of and of.latest and of.latest.unit.kind is UnitKind.COUNT for of in self.figures)
        return counts and number > max(FEW, len(self.figures)) and number not in rests(self.figures)

    def denies_in_a_row(self, way: int, number: int) -> bool:
        """Return whether something has more than ``number`` figures, and none went this way so often in a row."""
        series = [of.figures for of in self.figures if len(of.figures) > number]
        runs = (figures[at : at + number + 1] for figures in series for at in range(len(figures) - number))
        return bool(series) and not any(_goes(figures, way) for figures in runs)

    def denies_multiple(self, bounds: Sequence[Bounds], *, either_way: bool, since: str = "") -> bool:
        """Return whether there are figures to compare, and none is within ``bounds`` times another.

        A later figure is to be that of an earlier one; ``either_way`` that may be the other way round. Where there is a
        figure of the year ``since`` it is to be the latest beside that.
        """
        dated = [(of.latest, one) for of in self.figures for one in of.figures[:-1] if since and since in one.period]
        if dated:
            numbers = [
                Fraction(latest.value) / Fraction(one.value) for latest, one in dated if latest and one.value > 0
            ]
            return _none_within(bounds, numbers)
        backward = self._backward() if either_way else ()
        return _none_within(bounds, [*self._forward(), *backward, *self._across()])

    def denies(self, phrase: Phrase, claims: Claims, *, denied: bool, rest: bool, today: bool) -> bool:
        """Return whether there are figures for a phrase, and none bears it; nor, with ``rest``, what is left of one.

        Where a “no” stands, what is left of a share is spoken of as a share is: “one in five lacks a seal”.
        What is said of ``today``, and of whom, is said of the latest figure.
        """
        if phrase.claim is Claim.CHANGE:
            moved = tuple(Claimed(of, "") for of in self.figures if len(of.figures) > 1)
            bounds = changed_within(phrase, claims)
            return bool(moved) and not Said(phrase, moved).holds(claims) and not self._bears_times(bounds)
        latest = today and self.narrowed
        fields = (Claimed(of, field) for of in self.figures for field in (("",) if latest else ("", "before")))
        known = tuple(one for one in fields if one.measured(Measure.SHARE) is not None)
        if known and Said(phrase, known).holds(claims):
            return False
        bounds = share_bounds(phrase.claimed, claims) or _spelt_out(phrase)
        shares = list(self._shares(latest=latest))
        if denied:
            shares += [1 - share for share in shares]
        others = list(self._parts(shares, rest=rest))
        return _none_within(bounds, shares or others) and not any(
            _near(one).hold(part) for one in bounds for part in others
        )

    def _parts(self, shares: Sequence[Fraction], *, rest: bool) -> Iterator[Fraction]:
        """Yield what else may be called a part: some shares in a row, by what part something changed, one of another.

        With ``rest`` it is what is left of each as well. Where it is said which figure is meant, that alone may.
        """
        sums = list(self._sums())
        yield from sums
        if not (self.narrowed and shares and len(self.figures) == 1):
            forward = list(self._forward())
            yield from (*self._across(), *forward, *(1 - times for times in forward))
        if rest:
            yield from (1 - share for share in (*shares, *sums))

    def _bears_times(self, bounds: Sequence[Bounds]) -> bool:
        """Return whether a figure is so many times an earlier one, or another's; or what is left of a share is."""
        return any(one.hold(ratio) for one in bounds for ratio in (*self._forward(), *self._across(), *self._of_rest()))

    def _of_rest(self) -> Iterator[Fraction]:
        """Yield how many times what was left of a share what is left of it later is."""
        for of in () if self.narrowed else self.figures:
            rests = [1 - share for share in Evidence((of,))._shares()]
            yield from (later / earlier for earlier, later in combinations(rests, 2) if earlier > 0 and later > 0)

    def _forward(self) -> Iterator[Fraction]:
        yield from (ratio for of in self.figures for ratio in ratios_of(of) if ratio)

    def _backward(self) -> Iterator[Fraction]:
        yield from (1 / ratio for ratio in self._forward())

    def _across(self) -> Iterator[Fraction]:
        """Yield how many times a figure of another indicator each is."""
        values = [(of.id, Fraction(figure.value)) for of in self.figures for figure in of.figures if figure.value > 0]
        yield from (one / other for (of, one), (another, other) in permutations(values, 2) if of != another)

    def _shares(self, *, latest: bool = False) -> Iterator[Fraction]:
        """Yield the share that each figure is, of whatever time, or the ``latest``."""
        for of in self.figures:
            for figure in of.figures[-1:] if latest else of.figures:
                if figure.unit.kind is UnitKind.PERCENT:
                    yield Fraction(figure.value) / 100
                elif of.of and of.of.value > 0 and of.of.unit == figure.unit:
                    yield Fraction(figure.value) / Fraction(of.of.value)

    def _sums(self) -> Iterator[Fraction]:
        """Yield what latest shares in a row come to, if that is no more than the whole: “high” and “medium”."""
        latest = [share for of in self.figures if (share := Claimed(of, "").measured(Measure.SHARE)) is not None]
        sums = (sum(latest[start:end], Fraction()) for start, end in combinations(range(len(latest) + 1), 2))
        yield from (total for total in sums if total <= 1)


def _goes(figures: Sequence[Figure], way: int) -> bool:
    """Return whether each figure lies this way from the one before: 1 is up, -1 down."""
    return all((later.value - earlier.value) * way > 0 for earlier, later in pairwise(figures))


def _none_within(bounds: Sequence[Bounds], numbers: Sequence[Fraction]) -> bool:
    """Return whether there are numbers and bounds, and none of the numbers is within them."""
    return bool(bounds and numbers) and not any(one.hold(number) for one in bounds for number in numbers)


def _near(bounds: Bounds) -> Bounds:
    """Return bounds for what is no figure itself, and so must come nearer to what is said."""
    if bounds.low is None or bounds.high is None:
        return bounds
    middle, apart = (bounds.low + bounds.high) / 2, (bounds.high - bounds.low) / 2
    apart = min(apart, middle * _NEAR)
    return Bounds(middle - apart, middle + apart)


def _spelt_out(phrase: Phrase) -> tuple[Bounds, ...]:
    """Return within what “two in three” may be."""
    share = Fraction(phrase.part, phrase.whole) if phrase.whole else None
    if share is None:
        return ()
    apart = min(share * _SPELT_OUT, MOST_APART)
    return (Bounds(share - apart, share + apart),)
