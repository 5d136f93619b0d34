"""What to make of each number that is typed in a text where a reference could stand."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache, cached_property

from deckgen.checks._known import Known, comparable, figures_of, told_from
from deckgen.checks._naming import Names, Sentence, one_word, sentences
from deckgen.checks._numbers import Quantity, Typed, either, masked, numbers
from deckgen.checks.base import Checked
from deckgen.diagnostics import Span
from deckgen.model.deck import Slide, Told
from deckgen.model.figures import Indicator, UnitKind
from deckgen.model.tables import is_figure
from deckgen.spec.base import Text


class Finding(Enum):
    """What a typed number is beside the figures of the deck."""

    TYPED = "the figure of an indicator"
    OUTDATED = "said of an indicator that has another figure"
    STRAY = "in the unit of the figures on its slide, and none of them"
    UNKNOWN = "in no indicator"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A typed number, where it stands, and what it is; ``references`` show it, ``about`` are whom it contradicts."""

    finding: Finding
    number: str
    span: Span
    references: tuple[str, ...] = ()
    about: tuple[Indicator, ...] = ()


_ON_SLIDE = re.compile(r"(columns\.\d+\.)?(title|lead|callout|kicker)")
_NAMES_ITSELF = re.compile(r"indicators\..*\.(label|short)|keywords.*|url|author|organisation|footer|.*\.date|date")
_CELL = re.compile(r"(columns\.\d+\.)?table\.(rows|columns)\..*")
_SMALL = 12
"""Counts up to this are written for much that no indicator counts."""
_ROUND = {Decimal(value) for value in (0, 1, 2, 3, 5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 100)}
"""Values that are said of much; alone they do not tell which figure is meant."""


def verdicts(checked: Checked, *wanted: Finding) -> Iterator[Verdict]:
    """Yield the typed numbers of a deck, its table cells apart, that are one of ``wanted``."""
    judge = _Judge(checked)
    for slide, told in checked.told:
        if _NAMES_ITSELF.fullmatch(told.key) or (_CELL.fullmatch(told.key) and is_figure(told.plain)):
            continue
        if any(character.isdecimal() for character in masked(told.text)):
            yield from (found for found in judge.text(slide, told) if found.finding in wanted)


def place(told: Told, part: str, start: int) -> Span:
    """Return where ``part`` of a text stands in the file, which begins at ``start`` of the text."""
    skipped, at = 0, told.text.find(part)
    while 0 <= at < start:
        skipped, at = skipped + 1, told.text.find(part, at + 1)
    return Text(told.text, told.span, told.raw).place(part, skipped)


def totals_of(checked: Checked) -> Mapping[str, str]:
    """Return, of each indicator that is out of another, the name of that other."""
    written = checked.spec.indicators.items()
    return {str(name): of.of.text for name, of in written if isinstance(of.of, Text)}


@cache
def _phrases(listed: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{either(listed)})(?!\w)")


def says(text: str, listed: tuple[str, ...]) -> bool:
    """Return whether one of the phrases ``listed`` is said in ``text``."""
    return bool(_phrases(listed).search(text))


@dataclass(frozen=True, slots=True)
class _Place:
    """A number where it stands: in a sentence of a text of a slide, and what that speaks of."""

    number: Typed
    sentence: Sentence
    told: Told
    shown: tuple[Indicator, ...]
    named: tuple[Indicator, ...]
    touched: frozenset[str]


@dataclass(frozen=True)
class _Judge:
    checked: Checked

    @cached_property
    def _indicators(self) -> Mapping[str, Indicator]:
        return self.checked.deck.indicators

    @cached_property
    def _lists(self) -> Mapping[str, tuple[str, ...]]:
        return self.checked.deck.facts.words.lists

    @cached_property
    def _totals(self) -> Mapping[str, str]:
        return totals_of(self.checked)

    @cached_property
    def _names(self) -> Names:
        return Names.of(self.checked.deck, set(self._totals.values()))

    @cached_property
    def _units(self) -> tuple[str, ...]:
        figures = (of.latest or of.before for of in self._indicators.values())
        return tuple({figure.unit.symbol for figure in figures if figure and figure.unit.kind is UnitKind.OTHER})

    @cached_property
    def _counted(self) -> frozenset[str]:
        """What this deck counts: the words behind its references to counts, and those of its totals."""
        found: set[str] = set()
        for _, told in self.checked.told:
            for name, word in re.findall(r"\{([\w-]+)(?:\.\w+)?\}\s+([^\W\d_]{2,})", told.text):
                of = self._indicators.get(name)
                if of and of.latest and of.latest.unit.kind is UnitKind.COUNT and (len(word) > 3 or not word.islower()):  # noqa: PLR2004
                    found.add(word.casefold())
        for name in set(self._totals.values()) & set(self._indicators):
            found |= {word.casefold() for word in re.findall(r"[^\W\d_]{5,}", self._indicators[name].name)}
        return frozenset(found)

    def text(self, slide: Slide | None, told: Told) -> Iterator[Verdict]:
        """Yield what is to be said of the numbers in one text."""
        language = self.checked.deck.facts.words.lang
        shown = tuple(self._indicators[name] for name in (slide.indicators if slide else ()))
        note = re.fullmatch(r"indicators\.(.+)\.note", told.key)
        for sentence in sentences(told):
            found = [*numbers(sentence.text, language, self._lists, self._units)]
            if not found:
                continue
            names = self._names.named(sentence, {of.id for of in shown})
            named = tuple(self._indicators[name] for name in names if name not in self._names.totals)
            touched = self._names.touched(sentence)
            for number in found:
                if number.year:
                    continue
                at = _Place(number, sentence, told, shown, named, touched)
                verdict = self._in_note(at, note[1]) if note else self._of(at)
                if verdict:
                    yield verdict

    def _verdict(
        self, finding: Finding, at: _Place, references: Iterable[str] = (), about: Iterable[Indicator] = ()
    ) -> Verdict:
        number = at.number
        span = place(at.told, number.text, at.sentence.start + number.start)
        return Verdict(finding, number.text, span, tuple(dict.fromkeys(references)), tuple(about))

    def _in_note(self, at: _Place, name: str) -> Verdict | None:
        """Return that the note of an indicator types its figure; it may say much else."""
        references = () if at.number.bare else self._showing(at.number, (self._indicators[name],))
        return self._verdict(Finding.TYPED, at, references) if references else None

    def _of(self, at: _Place) -> Verdict | None:
        number = at.number
        if self._approximate(at):
            return self._of_approximate(at)
        if number.total is not None or number.named_total:
            return self._of_pair(at)
        return self._of_count(at) if number.bare else self._of_measure(at)

    # A number with its unit

    def _of_measure(self, at: _Place) -> Verdict | None:
        number = at.number
        mine = self._showing(number, at.named)
        if mine:
            past = self._said_of_now(at, mine)
            return self._verdict(Finding.OUTDATED, at, (), past) if past else self._verdict(Finding.TYPED, at, mine)
        if says(at.sentence.text, self._lists["not-measured"]):
            return None
        if any(number.quantity.rounds(known) for of in at.named for known in _all(of)):
            return None
        in_sight = {of.id for of in at.shown} | at.touched
        near = self._showing(number, (of for name, of in self._indicators.items() if name in at.touched))
        if near:
            return self._verdict(Finding.TYPED, at, near)
        about = self._contradicted(at)
        if about:
            return self._verdict(Finding.OUTDATED, at, (), about)
        near = self._showing(number, (of for name, of in self._indicators.items() if name in in_sight))
        if not near and not self._round(number):
            near = self._showing(number, self._indicators.values())
        if near:
            return self._verdict(Finding.TYPED, at, near)
        return self._of_unknown(at)

    def _of_unknown(self, at: _Place) -> Verdict | None:
        """Return what to say of a number with a unit that no indicator in sight has."""
        number = at.number
        if any(number.quantity.rounds(known) for of in (*at.shown, *self._referred(at)) for known in _all(of)):
            return None
        if self._showing(number, self._indicators.values()) or number.quantity.points:
            return None
        alike = [of for of in at.shown if of.latest and Quantity.of(of.latest.value, of.latest.unit).alike(number.quantity)]
        if alike and _ON_SLIDE.fullmatch(at.told.key):
            return self._verdict(Finding.STRAY, at, (), alike)
        return self._verdict(Finding.UNKNOWN, at)

    def _contradicted(self, at: _Place) -> tuple[Indicator, ...]:
        """Return the indicators that are named, and have other figures than the number that is said of them."""
        referred = {name for name, field in at.sentence.references if field not in ("before", "label")}
        about = [of for of in at.named if of.id not in referred and comparable(at.number.quantity, of)]
        if not about and at.named and not at.named[0].latest:
            about = [of for of in at.named if of.id not in referred and _in_words(at.number, of)]
        others = self._indicators.values() if at.number.quantity.points else ()
        values = [of.latest.value for of in others if of.latest]
        mine = [of.latest.value for of in about if of.latest]
        if any(abs(one - other) == at.number.quantity.value for one in mine for other in values):
            return ()
        return tuple(about)

    def _said_of_now(self, at: _Place, references: Iterable[str]) -> tuple[Indicator, ...]:
        """Return the indicators whose earlier figure is said to be that of today."""
        before = [of for of in at.named if references == (f"{of.id}.before",) and of.before and of.latest]
        now = {of.latest.period for of in before if of.latest} - {""}
        text = at.sentence.text
        then = {of.before.period for of in before if of.before} - {""}
        if any(period in text for period in then) or not (
            says(text, self._lists["now"]) or any(period in text for period in now)
        ):
            return ()
        latest = {known.quantity.value for of in before for known in figures_of(of) if known.reference.endswith("after")}
        typed = numbers(text, self.checked.deck.facts.words.lang, self._lists, self._units)
        return () if any(number.quantity.value in latest for number in typed) or "{" in text else tuple(before)

    def _showing(self, number: Typed, among: Iterable[Indicator]) -> tuple[str, ...]:
        """Return the references that show ``number``."""
        return tuple(known.reference for of in among for known in (*figures_of(of),) if _is(number, known))

    def _round(self, number: Typed) -> bool:
        return number.quantity.kind is UnitKind.PERCENT and number.quantity.value in _ROUND

    def _referred(self, at: _Place) -> Iterator[Indicator]:
        yield from (self._indicators[name] for name, _ in at.sentence.references if name in self._indicators)

    # A number out of a total

    def _of_pair(self, at: _Place) -> Verdict | None:
        number = at.number
        of_total = {name: of for name, of in self._indicators.items() if of.of and of.latest}
        total = self._total(number)
        same = [of for of in of_total.values() if _whole(of) == total and of.latest and of.latest.value == number.quantity.value]
        near = [of for of in same if of in (*at.named, *at.shown) or of.id in at.touched] or same
        if near:
            return self._verdict(Finding.TYPED, at, (of.id for of in near))
        if says(at.sentence.text, self._lists["not-measured"]):
            return None
        value = number.quantity.value
        if total not in {_whole(of) for of in of_total.values()}:
            about = [of for of in at.named if of.id in of_total and of.latest and of.latest.value == value]
            about = about or [of for of in at.shown if of.id in of_total and of.latest and of.latest.value == value > _SMALL]
            return self._verdict(Finding.OUTDATED, at, (), about) if about and (total or 0) > _SMALL else None
        if any(value == (known.value) for of in (*at.named, *at.shown) for known in told_from(of)):
            return None
        about = [of for of in at.named if of.id in of_total]
        if about:
            return self._verdict(Finding.OUTDATED, at, (), about)
        alike = [of for of in at.shown if _whole(of) == total]
        if alike and _ON_SLIDE.fullmatch(at.told.key):
            return self._verdict(Finding.STRAY, at, (), alike)
        return self._verdict(Finding.UNKNOWN, at)

    def _total(self, number: Typed) -> Decimal | None:
        named = self._indicators.get(number.named_total)
        return named.latest.value if named and named.latest else number.total

    # A bare count

    def _of_count(self, at: _Place) -> Verdict | None:
        number, value = at.number, at.number.quantity.value
        if value != value.to_integral_value() or value < 0:
            return None
        out_of = self._of_total_alone(at)
        if out_of:
            return out_of
        counted = self._is_counted(number)
        likely = counted or value > _SMALL
        counts = [of for of in at.named if of.latest and of.latest.unit.kind is UnitKind.COUNT]
        mine = self._showing(number, counts)
        if mine and likely:
            return self._verdict(Finding.TYPED, at, mine)
        totals = (self._indicators[name] for name in self._names.named(at.sentence) if name in self._names.totals)
        whole = self._showing(number, totals) if likely else ()
        if whole:
            return self._verdict(Finding.TYPED, at, whole)
        in_sight = [of for of in at.shown if of.id in at.touched or of.id in self._names.totals]
        near = self._showing(number, in_sight) if counted else ()
        if near:
            return self._verdict(Finding.TYPED, at, near)
        return self._of_wrong_count(at, counts, counted=counted)

    def _of_wrong_count(self, at: _Place, counts: list[Indicator], *, counted: bool) -> Verdict | None:
        value = at.number.quantity.value
        known = {known.value for of in (*counts, *at.shown, *self._referred(at)) for known in (*told_from(of),)}
        aims = says(at.sentence.text, self._lists["not-measured"])
        if aims or value in known or not counted:
            return None
        referred = {name for name, _ in at.sentence.references}
        about = [of for of in counts if of.id not in referred]
        if about:
            return self._verdict(Finding.OUTDATED, at, (), about)
        alike = [of for of in at.shown if of.of and of.id in at.touched and of.id not in referred]
        if alike and _ON_SLIDE.fullmatch(at.told.key):
            return self._verdict(Finding.STRAY, at, (), alike)
        return None

    def _of_total_alone(self, at: _Place) -> Verdict | None:
        """Return what to say of “out of 57” where what is out of that is shown on the slide."""
        number = at.number
        behind = re.compile(rf"(?<!\w)(?i:{either(self._lists['out-of'])})\s$")
        if not behind.search(number.follows) or number.quantity.value <= _SMALL:
            return None
        wholes = {_whole(of) for of in at.shown if of.of}
        if len(wholes) != 1:
            return None
        if number.quantity.value in wholes:
            names = [self._totals.get(of.id, f"{of.id}.of") for of in at.shown if of.of]
            return self._verdict(Finding.TYPED, at, names[:1])
        values = {known.quantity.value for of in self._indicators.values() for known in figures_of(of)}
        if number.quantity.value in values:
            return None
        return self._verdict(Finding.OUTDATED, at, (), [of for of in at.shown if of.of])

    def _is_counted(self, number: Typed) -> bool:
        """Return whether the word behind a number is one of what the deck counts."""
        words = re.match(r"\W{0,3}([^\W\d_]{2,})(?:\s+([^\W\d_]{2,}))?", number.behind)
        return bool(words) and any(one_word(word.casefold(), known) for word in words.groups() if word for known in self._counted)  # type: ignore[union-attr]

    # A number that is not meant exactly

    def _approximate(self, at: _Place) -> str:
        """Return which of the lists has the words right before the number, such as “almost”; none for an exact one."""
        for name in ("almost", "more-than", "about"):
            if re.search(rf"(?<!\w)(?i:{either(self._lists[name])})\s$", at.number.follows):
                return name
        return ""

    def _of_approximate(self, at: _Place) -> Verdict | None:
        """Return that no figure of the one indicator that is named is near enough to what is said of it."""
        said, number = self._approximate(at), at.number
        about = self._contradicted(at)
        if number.bare or number.total is not None or len(about) != 1:
            return None
        near = (known for known in _all(about[0]) if known.alike(number.quantity))
        if says(at.sentence.text, self._lists["not-measured"]) or any(_near(said, number.quantity.value, of.value) for of in near):
            return None
        return self._verdict(Finding.OUTDATED, at, (), about)


def _near(said: str, round_: Decimal, exact: Decimal) -> bool:
    """Return whether “almost”, “more than” or “about” ``round_`` may be said of ``exact``."""
    tenth = abs(round_) / 10
    least = {"almost": round_ - 2 * tenth, "more-than": round_, "about": round_ - tenth}[said]
    most = {"almost": round_, "more-than": round_ * 2, "about": round_ + tenth}[said]
    return least <= exact <= most


def _is(number: Typed, known: Known) -> bool:
    one, other = number.quantity, known.quantity
    if not one.alike(other):
        return False
    computed = known.reference.endswith((".share", ".change"))
    return one.rounds(other) if computed else one.value == other.value


def _all(of: Indicator) -> Iterator[Quantity]:
    yield from (known.quantity for known in figures_of(of))
    yield from told_from(of)


def _whole(of: Indicator) -> Decimal | None:
    return of.of.value if of.of else None


def _in_words(number: Typed, of: Indicator) -> bool:
    """Return whether the change of an indicator, known in words only, has another number of per cent in it."""
    said = re.findall(r"(\d+(?:[.,]\d+)?)\s?%", of.change.text) if of.change and not of.latest else []
    return bool(said) and number.quantity.kind is UnitKind.PERCENT and str(number.quantity.value) not in said
