"""Two indicators of one name, and of different figures."""

from collections.abc import Iterator
from itertools import chain, combinations

from deckgen.checks._naming import words_of
from deckgen.checks._numbers import Quantity
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic
from deckgen.model.deck import Deck, Slide
from deckgen.model.figures import Figure, Indicator
from deckgen.model.text import plain


class FigureSaidDifferently(Check):
    """Two indicators with one label that have different figures of one time.

    What it finds
        Two indicators with the same label, note and source, on one slide or on slides with the same lead, whose
        figures of one period and unit differ by more than their rounding. Under other leads they may be two things.

    Why it matters
        The deck says two things of one. If they are two things, nobody can tell them apart.

    Example:
        Two indicators called “Sham marriage”, one with the value 39%, the other with 41%

    Instead
        Keep one of them, or give each a label that says what it is.

    """

    code = "R371"
    name = "figure-said-differently"

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield the later of two indicators that contradict each other."""
        names = {str(name): name for name in checked.spec.indicators}
        alike: dict[tuple[str, str], list[Indicator]] = {}
        for indicator in checked.deck.indicators.values():
            alike.setdefault(_called(indicator), []).append(indicator)
        for one, other in chain.from_iterable(combinations(some, 2) for some in alike.values()):
            if one.source != other.source or not _together(checked.deck, one, other):
                continue
            unlike = next(_differing(one, other), None)
            if unlike:
                first, second = unlike
                when = f" {second.period}" if second.period else ""
                message = f"“{other.name}” is {second.text}{when} here, and {first.text} under “{one.id}”"
                yield self.found(message, names[other.id].span, "keep one of them, or give each a label of its own")


def _called(of: Indicator) -> tuple[str, str]:
    return " ".join(of.name.split()).casefold(), plain(of.note).casefold()


def _together(deck: Deck, one: Indicator, other: Indicator) -> bool:
    """Return whether a reader takes two indicators of one label for one; of a single word only on one slide."""
    slides = [{slide.number for slide in deck.slides if of.id in slide.indicators} for of in (one, other)]
    if slides[0] & slides[1]:
        return True
    leads = [{_lead(slide) for slide in deck.slides if slide.number in shown} for shown in slides]
    return len(words_of(one.name)) > 1 and bool(leads[0] & leads[1])


def _lead(slide: Slide) -> str:
    return " ".join(told.plain for told in slide.told if told.key.endswith("lead")).casefold()


def _differing(one: Indicator, other: Indicator) -> Iterator[tuple[Figure, Figure]]:
    """Yield figures of one period that differ in a unit they share."""
    for first in one.figures:
        for second in other.figures:
            earlier = (first is one.before, second is other.before)
            if first.period != second.period or first.unit != second.unit or len(set(earlier)) > 1:
                continue
            coarse, fine = sorted((Quantity.of(of.value, of.unit) for of in (first, second)), key=lambda of: -of.step)
            if coarse.value != fine.value and not (coarse.step != fine.step and coarse.rounds(fine)):
                yield first, second
