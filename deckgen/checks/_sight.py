"""A typed number in sight of all that tells what it means: its sentence, its slide, and the deck."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, cached_property

from deckgen.checks._dates import is_day
from deckgen.checks._known import Known, figures_of, rest_of, told_from
from deckgen.checks._naming import Names, Sentence, counts_as
from deckgen.checks._numbers import Quantity, Typed, either, masked, numbers
from deckgen.checks._verdict import Finding, Verdict, place
from deckgen.checks.base import Checked
from deckgen.model.deck import Slide, Told
from deckgen.model.figures import Indicator, UnitKind
from deckgen.spec.base import Text
from deckgen.values import frozen

SMALL = 12
"""Counts up to this are written for much that no indicator counts."""
MANY = 100
"""Counts from this on are not met twice by chance on one slide."""

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d)")
_FIRST_TWO = 2
_ON_SLIDE = re.compile(r"(columns\.\d+\.)?(title|lead|callout|kicker)")


@cache
def phrases(listed: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of one of the phrases ``listed``, whole words only."""
    return re.compile(rf"(?<!\w)(?i:{either(listed)})(?!\w)")


def says(text: str, listed: tuple[str, ...]) -> bool:
    """Return whether one of the phrases ``listed`` is said in ``text``."""
    return bool(phrases(listed).search(text))


def said(text: str, listed: tuple[str, ...]) -> frozenset[str]:
    """Return which of the phrases ``listed`` are said in ``text``."""
    return frozenset(found.casefold() for found in phrases(listed).findall(text))


def totals_of(checked: Checked) -> Mapping[str, str]:
    """Return, of each indicator that is out of another, the name of that other."""
    written = checked.spec.indicators.items()
    return {str(name): of.of.text for name, of in written if isinstance(of.of, Text)}


@frozen
class Figures:
    """The figures of a deck, and the words it has for them."""

    checked: Checked

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """The indicators by name."""
        return self.checked.deck.indicators

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Which of the indicators each is, in the order of the deck."""
        return {name: place for place, name in enumerate(self.indicators)}

    @cached_property
    def lists(self) -> Mapping[str, tuple[str, ...]]:
        """The lists of words of the language."""
        return self.checked.deck.facts.words.lists

    @cached_property
    def totals(self) -> Mapping[str, str]:
        """The indicator that another is out of."""
        return totals_of(self.checked)

    @cached_property
    def names(self) -> Names:
        """What the indicators are called."""
        return Names.of(self.checked.deck, set(self.totals.values()))

    @cached_property
    def known(self) -> Mapping[str, tuple[Known, ...]]:
        """What references show of each indicator."""
        return {name: tuple(figures_of(of)) for name, of in self.indicators.items()}

    @cached_property
    def by_value(self) -> Mapping[Decimal, Sequence[Known]]:
        """What references show of all indicators, but for what is computed, under how much it is."""
        found: dict[Decimal, list[Known]] = {}
        for listed in self.known.values():
            for known in listed:
                if not known.computed:
                    found.setdefault(known.quantity.value, []).append(known)
        return found

    @cached_property
    def _units(self) -> tuple[str, ...]:
        figures = (of.latest or of.before for of in self.indicators.values())
        return tuple({figure.unit.symbol for figure in figures if figure and figure.unit.kind is UnitKind.OTHER})

    @cached_property
    def counted(self) -> frozenset[str]:
        """What this deck counts: the words behind its references to counts, and those of its totals."""
        found: set[str] = set()
        for _, told in self.checked.told:
            for name, word in re.findall(r"\{([\w-]+)(?:\.\w+)?\}\s+([^\W\d_]{2,})", told.text):
                of = self.indicators.get(name)
                if of and of.latest and of.latest.unit.kind is UnitKind.COUNT and _is_noun(word):
                    found.add(word.casefold())
        for name in set(self.totals.values()) & set(self.indicators):
            found |= {word.casefold() for word in re.findall(r"[^\W\d_]{5,}", self.indicators[name].name)}
        return frozenset(found)

    def numbers(self, text: str) -> Iterator[Typed]:
        """Yield the numbers that are typed in a text, without the days of dates."""
        language = self.checked.deck.facts.words.lang
        found = numbers(text, language, self.lists, self._units)
        yield from (number for number in found if not is_day(number, language))


def _is_noun(word: str) -> bool:
    """Return whether a word may be one for what is counted: a long one, or one in capitals, such as pS."""
    return len(word) > len("and") or not word.islower()


def _goes_on(behind: str, label: str) -> bool:
    """Return whether what stands behind a number begins as a label does that is written to be read on from a number.

    The first two words are enough, or the first where all others of the label are said in some order.
    """
    said, named = (re.findall(r"\w+", text.casefold()) for text in (behind, label))
    if len(said) < _FIRST_TWO or len(named) < _FIRST_TWO or said[0] != named[0]:
        return False
    return said[1] == named[1] or (len(named) > _FIRST_TWO and set(named) <= set(said))


@frozen
class Sight:
    """A number, the sentence and the text it stands in, and what these speak of.

    ``shown`` are the indicators of its slide, ``named`` those that the sentence names by their labels, without totals;
    of those ``touched`` it has a word that is theirs alone. ``wanted`` tells whether it stands under aims, ``slide``
    where.
    """

    figures: Figures
    number: Typed
    sentence: Sentence
    told: Told
    shown: tuple[Indicator, ...]
    named: tuple[Indicator, ...]
    touched: frozenset[str]
    wanted: bool = False
    slide: Slide | None = None

    def verdict(self, finding: Finding, references: Iterable[str] = (), about: Iterable[Indicator] = ()) -> Verdict:
        """Return what is found of the number, at its place."""
        number = self.number
        span = place(self.told, number.text, self.sentence.start + number.start)
        points = number.quantity.points
        return Verdict(finding, number.text, span, tuple(dict.fromkeys(references)), tuple(about), points)

    def typed(self, references: Iterable[str]) -> Verdict | None:
        """Return that the number is what ``references`` show, if there are any."""
        listed = tuple(references)
        return self.verdict(Finding.TYPED, listed) if listed else None

    def outdated(self, about: Iterable[Indicator], references: Iterable[str] = ()) -> Verdict | None:
        """Return that the number is not what ``about`` are, if there are any."""
        listed = tuple(about)
        return self.verdict(Finding.OUTDATED, references, listed) if listed else None

    def fine(self) -> Verdict:
        """Return that there is nothing to be said of the number."""
        return Verdict(Finding.FINE, self.number.text, self.told.span)

    @property
    def on_slide(self) -> bool:
        """Whether the text stands over the figures of a slide."""
        return bool(_ON_SLIDE.fullmatch(self.told.key))

    @property
    def measured(self) -> bool:
        """Whether the sentence speaks of what was measured, not of aims, averages or others.

        An average waiting time may be what was measured: then its label says so. What is told of a year after the
        latest figure is an aim.
        """
        return not self._is_later and not self._unmeasured

    def only_unmeasured_by(self, listed: tuple[str, ...]) -> bool:
        """Return whether it is one of ``listed`` words, and no other, that speaks of what was not measured."""
        return not self._is_later and self._unmeasured <= {word.casefold() for word in listed}

    @cached_property
    def _unmeasured(self) -> frozenset[str]:
        """The words that speak of what was not measured."""
        listed = self.figures.lists["not-measured"]
        labels = " · ".join(of.name for of in self.named)
        return said(masked(self.sentence.text), listed) - said(labels, listed)

    @property
    def _is_later(self) -> bool:
        periods = [of.latest.period for of in self.named if of.latest]
        known = [year for period in periods for year in _YEAR.findall(period)]
        return bool(known) and any(year > max(known) for year in _YEAR.findall(masked(self.sentence.text)))

    @property
    def referred(self) -> tuple[Indicator, ...]:
        """The indicators that the sentence refers to."""
        known = self.figures.indicators
        return tuple(known[name] for name, _ in self.sentence.references if name in known)

    @property
    def on_same_slide(self) -> tuple[Indicator, ...]:
        """The indicators that the texts of the slide refer to."""
        texts = self.slide.told if self.slide else ()
        return self.of(name for told in texts for name, _ in Sentence(told.text, 0).references)

    def of(self, names: Iterable[str]) -> tuple[Indicator, ...]:
        """Return the indicators of ``names``, in the order of the deck."""
        places = self.figures.places
        wanted = sorted({name for name in names if name in places}, key=places.__getitem__)
        return tuple(self.figures.indicators[name] for name in wanted)

    def showing(self, among: Iterable[Indicator], *, computed: bool = True) -> tuple[str, ...]:
        """Return the references that show the number, those that are ``computed`` from figures too."""
        one = self.number.quantity
        known = (known for of in among for known in self.figures.known[of.id] if computed or not known.computed)
        return tuple(
            other.reference
            for other in known
            if (one.rounds(other.quantity) if other.computed else one.equals(other.quantity))
        )

    def showing_anywhere(self) -> tuple[str, ...]:
        """Return the references to any indicator of the deck that show the number, none of them computed."""
        one = self.number.quantity
        return tuple(
            known.reference for known in self.figures.by_value.get(one.value, ()) if one.equals(known.quantity)
        )

    def sayable(self, *among: Indicator) -> Iterator[Quantity]:
        """Yield what may be said of indicators without a contradiction; the rest of a whole where that is meant."""
        meant = (*self.figures.lists["left-open"], *self.figures.lists["not-measured"])
        rest = says(self.sentence.text, meant)
        for of in among:
            yield from (known.quantity for known in self.figures.known[of.id])
            yield from told_from(of)
            if rest:
                yield from rest_of(of)

    def follows(self, *among: Indicator) -> bool:
        """Return whether the number is, or follows from, a figure of one ``among`` them."""
        return any(self.number.quantity.rounds(known) for known in self.sayable(*among))

    @property
    def is_counted(self) -> bool:
        """Whether one of the two words behind the number is what the deck counts."""
        words = re.match(r"\W{0,3}([^\W\d_]{2,})(?:\s+([^\W\d_]{2,}))?", self.number.behind)
        behind = [word.casefold() for word in words.groups() if word] if words else []
        language = self.figures.checked.deck.facts.words.lang
        if any(counts_as(word, known, language) for word in behind for known in self.figures.counted):
            return True
        return any(_goes_on(self.number.behind, of.name) for of in (*self.named, *self.shown))

    @property
    def is_told(self) -> bool:
        """Whether the number ends what is said, as in “Parcels opened: 26,100”, and so counts nothing behind it."""
        now = either(self.figures.lists["now"])
        return bool(re.match(rf"\W*$|\s?[.;,)]|\s(?i:{now})(?!\w)", self.number.behind))
