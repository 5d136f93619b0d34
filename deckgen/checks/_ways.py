"""The clauses of a deck that say of a figure that it went another way than it did."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from deckgen.checks._aims import later, under_aims
from deckgen.checks._around import LONG, Around, is_said, without_asides, without_passive
from deckgen.checks._clauses import around, clauses, first_part, opening
from deckgen.checks._directions import Direction, Lists, changes, direction, tells
from deckgen.checks._leads import leads
from deckgen.checks._naming import Sentence, sentences
from deckgen.checks._phrases import bare, grammar, plain_words, small_words, texts_of
from deckgen.checks._ranked import compares
from deckgen.checks._sight import phrases, said, says
from deckgen.checks._speaking import Subjects, spanned, years
from deckgen.checks._then import figures_since, then, without_then
from deckgen.checks._together import Together
from deckgen.checks.base import Checked
from deckgen.model.deck import Slide, Told
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.source.words import claim_words
from deckgen.values import frozen

_OTHER = 2
"""How many words that no label has say another thing than it."""


@frozen
class WrongWay:
    """Words for a way that an indicator did not go, and where in a text they stand."""

    told: Told
    way: Direction
    start: int
    of: Indicator


def wrong_ways(checked: Checked) -> tuple[WrongWay, ...]:
    """Return what goes the other way in a deck: more than one check asks."""
    if wrong_ways not in checked.known:
        checked.known[wrong_ways] = tuple(_wrong_ways(checked))
    found: tuple[WrongWay, ...] = checked.known[wrong_ways]
    return found


def _wrong_ways(checked: Checked) -> Iterator[WrongWay]:
    reader = _Reader(checked, Subjects.of_deck(checked))
    for slide, told in checked.told:
        if told.key.startswith("indicators.") or later(slide, told, checked.deck):
            continue
        if tells(told.text, reader.subjects.language) and not under_aims(slide, told, checked.deck.facts.words.lists):
            before, listed = None, tuple(sentences(told))
            for sentence in listed:
                for clause, way, wrong in reader.read(sentence, slide, before, alone=len(listed) == 1):
                    yield WrongWay(told, way, clause.start + way.start, wrong)
                before = sentence


@frozen
class _Reader:
    """Reads the sentences of one deck."""

    checked: Checked
    subjects: Subjects

    @property
    def _lists(self) -> Lists:
        return self.checked.deck.facts.words.lists

    @property
    def _language(self) -> str:
        return self.checked.deck.facts.words.lang

    def read(
        self, sentence: Sentence, slide: Slide | None, before: Sentence | None, *, alone: bool
    ) -> Iterator[tuple[Sentence, Direction, Indicator]]:
        """Yield the clauses of a sentence that go another way than the figures they speak of, and one of these.

        ``alone`` tells whether the sentence is a text by itself.
        """
        if not tells(sentence.text, self._language):
            return
        parts = clauses(sentence, self._language, lambda text: changes(text, self._language))
        together = tuple(one for part in parts for one in self._together(part, sentence, slide)) if slide else ()
        yield from together
        parts = tuple(part for part in parts if part.start not in {one.start for one, _, _ in together})
        ways = [(part, way) for part in parts if (way := direction(part, self._lists, self._language))]
        said_of = [
            (part, way, self._about(self._timeless(part, way), sentence, way, slide, alone=len(ways) == 1))
            for part, way in ways
        ]
        if len(ways) == 1 and not said_of[0][2]:
            ((part, way),) = ways
            said_of = [(part, way, self._unnamed(part, way, slide, before if part.text == sentence.text else None))]
        for part, way, about in said_of:
            # What rose until one year and fell from then on went neither way; a clause without a subject has this one,
            # but one that begins with “More” has a noun of its own.
            turns = {
                other.way
                for _, other, others in said_of
                if (not others and not other.begins) or set(others) & set(about) or other is way
            }
            moved = _from_to(part)
            wrong = _against(way, about, self._lists, moved) if len(turns) == 1 else None
            if not wrong and alone and len(ways) == 1:
                wrong = next((of for of in about if self._turned_against(part, way, of)), None)
            if wrong and _about_unchanged(way, part, wrong, self._lists):
                continue
            if wrong and not self._open(sentence, part, way, wrong):
                yield part, way, wrong

    def _together(
        self, clause: Sentence, sentence: Sentence, slide: Slide
    ) -> Iterator[tuple[Sentence, Direction, Indicator]]:
        """Yield the one of several names in a clause, of each of which a way is said, that went another way."""
        names = Together(clause, self.subjects, slide.indicators, leads(slide))
        part = names.without if names.may_be else None
        way = direction(part, self._lists, self._language) if part else None
        if part and way and not way.midst:
            wrong = _against(way, names.said_of(way), self._lists)
            if wrong and not self._open(sentence, part, way, wrong):
                yield part, way, wrong

    def _timeless(self, part: Sentence, way: Direction) -> Sentence:
        """Return a clause that begins with “More” without “than three years ago”, which says when, and not of what."""
        return Sentence(without_then(part.text, self._language), part.start) if way.begins else part

    def _about(
        self, part: Sentence, sentence: Sentence, way: Direction, slide: Slide | None, *, alone: bool
    ) -> tuple[Indicator, ...]:
        """Return the indicators that a clause speaks of: one, those of one enumeration, or the one of its sentence."""
        shown = slide.indicators if slide else ()
        if way.begins:
            return self._about_begun(part, way, shown)
        # “Young donors have increased, and many return” says of young donors that they have increased.
        # What happened for what reason is another matter.
        reason = phrases(claim_words(self._language)["plain"]["because"]).search(part.text, way.start + len(way.said))
        part = Sentence(part.text[: reason.start()], part.start) if reason else part
        inner = self.subjects.parted(part, way.start, way.start + len(way.said))
        part = inner if inner.start == part.start else part
        about = self._called(part, shown)
        if not about:
            only = self.subjects.wholly(part, shown, way.start, way.start + len(way.said))
            about = (only,) if only else ()
        if not about and alone:
            about = self._called(sentence, shown)
        if len(about) != 1 and not _enumerated(sentence, about):
            return ()
        if len(about) == 1 and (self._of_others(part, way, about[0]) or not self.subjects.may_be(part, about[0])):
            return ()
        return about

    def _about_begun(self, part: Sentence, way: Direction, shown: tuple[str, ...]) -> tuple[Indicator, ...]:
        """Return the indicator of which a clause says that there is more or less, or those of one enumeration."""
        if compares(part, self.subjects):
            return ()
        if way.midst:
            counted = self.subjects.counted_within(part, shown, way.start + len(way.said))
            return (counted,) if counted else ()
        # “Since the test was changed, more tractors overturn”
        later = way.start > opening(part.text, self._language)
        part, way = Sentence(part.text[way.start :], part.start + way.start), replace(way, start=0)
        # “Fewer tenders end with one bid, and small firms win more often” says of small firms that they win.
        text, at_comma = first_part(part.text, self._language)
        first = Sentence(text, part.start)
        part = first if at_comma else part
        about = self._called(part, shown)
        if not about:
            # “More exams” may be set than there were, however many pass one.
            only = self.subjects.wholly(first, shown, 0, len(way.said))
            only = only if only and self.subjects.says_most(only, first) else None
            only = only or self.subjects.counted_first(first, shown, len(way.said))
            about = (only,) if only else ()
        if len(about) != 1 and not _enumerated(part, about):
            return ()
        called = self._called(first, shown) or about
        about = tuple(of for of in about if of in called and self._is_surely(part, way, of, about))
        # “Every year, more volunteers put out fires” is said of volunteers.
        return () if later and not all(self._counts(part, way, of) for of in about) else about

    def _counts(self, part: Sentence, way: Direction, of: Indicator) -> bool:
        """Return whether what there is more of is a word of an indicator."""
        end, small = way.start + len(way.said), small_words(self._language)
        next_ = Around(bare(part.text), 0, end, self.subjects.words_of(of), small).behind[:1]
        return bool(next_) and is_said(next_[0].text, self.subjects.words_of(of))

    def _is_surely(self, part: Sentence, way: Direction, of: Indicator, about: tuple[Indicator, ...]) -> bool:
        """Return whether nothing else is said than of an indicator, where it is the only one that is spoken of."""
        if len(about) > 1:
            return True
        open_ = self._does_other(part, way, of) or self._of_others(part, way, of)
        return not open_ and self.subjects.may_be(part, of)

    def _unnamed(
        self, part: Sentence, way: Direction, slide: Slide | None, before: Sentence | None
    ) -> tuple[Indicator, ...]:
        """Return what a clause speaks of that names nothing: “It rose”, or “Both rose” of what a slide shows."""
        start, end = way.start, way.start + len(way.said)
        carried = self.subjects.carried(before, part, start, end) or self.subjects.collected(part, start, end)
        if carried:
            return (carried,)
        return self._every(part, way, slide) if slide and before is None else ()

    def _every(self, part: Sentence, way: Direction, slide: Slide) -> tuple[Indicator, ...]:
        """Return all that a slide shows, where “All” or “Both” is what a clause speaks of."""
        names, plain, numbers = self.subjects.names, plain_words(self._language), grammar(self._language).numbers
        shown = tuple(names.indicators[name] for name in slide.indicators if name not in names.totals)
        end = way.start + len(way.said)
        found = Around(bare(part.text), way.start, end, frozenset(), small_words(self._language))
        counted = (plain["both"].end(found.words, 0) if len(shown) == 2 else 0) or plain["every"].end(found.words, 0)
        rest = [word for word in found.words[counted:] if numbers.get(word.text) != len(shown)]
        return shown if counted and len(shown) > 1 and not any(found.is_long(word) for word in rest) else ()

    def _called(self, part: Sentence, shown: tuple[str, ...]) -> tuple[Indicator, ...]:
        names = self.subjects.names
        called = [name for name, _ in part.references if name in names.indicators]
        called += names.named(part, shown)
        if not called:
            only = self.subjects.only(part, shown)
            return (only,) if only else ()
        return tuple(names.indicators[name] for name in dict.fromkeys(called) if name not in names.totals)

    def _of_others(self, part: Sentence, way: Direction, of: Indicator) -> bool:
        """Return whether other words than those of an indicator stand before the verb, or behind “More”."""
        begin, inner = around(part, way.start, way.start + len(way.said))
        known, small = self.subjects.words_of(of), small_words(self._language)
        found = Around(bare(part.text), way.start, way.start + len(way.said), known, small)
        if way.begins:
            others = self.subjects.names.indicators.values()
            next_ = found.behind[:1]
            return any(word in found.strange for word in next_) and any(
                other.id != of.id and Around(other.name, 0, 0, frozenset(), small).says(word)
                for other in others
                for word in next_
            )
        if self._is_of(found, way.start):
            return True
        before = [word for word in found.strange if begin <= word.start < way.start]
        return bool(before) and of.id not in {one.id for one in self._called(Sentence(inner, 0), (of.id,))}

    def _does_other(self, part: Sentence, way: Direction, of: Indicator) -> bool:
        """Return whether more of something did what no label says: “Fewer towns sent proposals by post”."""
        end, small = way.start + len(way.said), small_words(self._language)
        found = Around(bare(part.text), 0, end, self.subjects.words_of(of), small)
        noun = next((word.text for word in found.words if found.is_long(word)), "")
        return (
            len(found.strange) >= _OTHER
            and not self.subjects.is_bold(noun, of)
            and not self.subjects.says_all_bold(of, part)
        )

    def _is_of(self, found: Around, end: int) -> bool:
        """Return whether something is said of something else of an indicator: “rents for social housing rose”."""
        before = [word for word in found.words if word.start < end]
        first = next((at for at, word in enumerate(before) if found.is_long(word)), len(before))
        known = next((at for at, word in enumerate(before) if found.is_long(word) and found.knows(word)), first)
        plain = plain_words(self._language)
        between = range(first + 1, known)
        return any(plain[name].end(before, at) for name in ("of", "within") for at in between)

    def _turned_against(self, part: Sentence, way: Direction, of: Indicator) -> bool:
        """Return whether figures that went both ways went the other in the end, and since the first of them.

        A clause must say no more, such as that they did at first; what begins with “More” is said of today.
        """
        values = [figure.value for figure in of.figures]
        if len(values) < 3 or not way.way or years(part.text) or not _is_of_label(way, of, self._lists):
            return False
        if not all((values[-1] - earlier) * way.way < 0 for earlier in (values[0], values[-2])):
            return False
        if way.begins:
            return not then(way.rest, self._language)
        known, small = self.subjects.words_of(of), small_words(self._language)
        return not Around(bare(part.text), way.start, way.start + len(way.said), known, small).strange

    def _open(self, sentence: Sentence, part: Sentence, way: Direction, of: Indicator) -> bool:
        """Return whether a sentence tells of a hope, a demand or a condition, or a clause of another time or place."""
        known, plain = self.subjects.words_of(of), plain_words(self._language)
        said_now = without_passive(bare(sentence.text), self._language)
        if Around(said_now, 0, 0, known, frozenset()).has(plain["supposed"]):
            return True
        end = way.start + len(way.said)
        compares_time = way.begins and then(way.rest, self._language)
        text = without_then(part.text, self._language) if compares_time else part.text
        text = without_asides(bare(text), self._language)
        found = Around(text, way.start, end, known, small_words(self._language))
        # “In three years” is no other time where that many lie between its figures.
        span = spanned(found.text, of, self._lists, self._language)
        timeless = Around(span or "", way.start, end, known, found.small)
        if span is None or found.has(plain["elsewhen"]) or timeless.limits(plain["places"]):
            return True
        # The number of those may rise whose share does not.
        if of.latest and of.latest.unit.kind is UnitKind.PERCENT and found.has(plain["counted"]):
            return True
        periods = [figure.period for figure in of.figures if figure.period]
        return bool(periods) and any(not any(year in one for one in periods) for year in years(part.text))


def _from_to(part: Sentence) -> frozenset[str]:
    """Return the indicators of which a clause has both figures: “from {x.before} to {x.after}”."""
    fields = set(part.references)
    return frozenset(name for name, field in fields if field == "before" and {(name, "after"), (name, "")} & fields)


def _against(
    way: Direction, about: tuple[Indicator, ...], lists: Lists, moved: frozenset[str] = frozenset()
) -> Indicator | None:
    """Return the first indicator whose figures all go another way.

    A label that speaks of change tells nothing. What leaves the sentence open does not where the label says it too:
    “costs” in the sentence are those that were measured.
    """
    for of in about:
        direction, figures = _beside_time(way, of, lists)
        values = [figure.value for figure in figures]
        steps = {(later > earlier) - (later < earlier) for earlier, later in pairwise(values)}
        # “More judgments are appealed” where their share is the same, and there are more.
        if direction.begins and steps == {0} and of.latest and of.latest.unit.kind is UnitKind.PERCENT:
            continue
        # Who writes both figures surely means them, whatever their label leaves open.
        sure = of.id in moved and not direction.open
        if len(steps) == 1 and direction.way not in steps and (sure or _is_of_label(direction, of, lists)):
            return of
    return None


def _beside_time(way: Direction, of: Indicator, lists: Lists) -> tuple[Direction, tuple[Figure, ...]]:
    """Return a way without what it compares in time, and which figures that compares; all where it does not."""
    found = then(way.rest, way.language) if way.begins else None
    if not found:
        return way, of.figures
    rest = without_then(way.rest, way.language)
    return replace(way, rest=rest, open=said(rest, lists["left-open"])), figures_since(found, of, way.language)


def _is_of_label(direction: Direction, of: Indicator, lists: Lists) -> bool:
    """Return whether a label speaks of no change, and a way leaves the same open as it."""
    if any(says(of.name, lists[name]) for name in ("said-risen", "said-fallen")):
        return False
    return direction.leaves_open_as(of.name, _left_open(direction, of, lists))


def _left_open(direction: Direction, of: Indicator, lists: Lists) -> frozenset[str]:
    """Return what the label of an indicator leaves open.

    “Under” and the like do not in “donors under thirty”, if they are called “young” as the indicator is.
    """
    open_ = said(of.name, lists["left-open"])
    name = texts_of(of.id.replace("-", " ")) - texts_of(of.name) if open_ else frozenset()
    if not any(len(word) >= LONG and is_said(word, texts_of(bare(direction.rest))) for word in name):
        return open_
    return said(phrases((*lists["less-than"], *lists["more-than"])).sub(" ", of.name), lists["left-open"])


def _about_unchanged(direction: Direction, part: Sentence, of: Indicator, lists: Lists) -> bool:
    """Return whether figures stayed at “about a fifth”, and the last is within a tenth of the first."""
    behind = part.text[direction.start + len(direction.said) :].lstrip()
    rounded = any(re.match(rf"{re.escape(word)}(?!\w)", behind, re.IGNORECASE) for word in lists["about"])
    first, last = of.figures[0].value, of.figures[-1].value
    return direction.way == 0 and rounded and abs(last - first) * 10 <= abs(first)


def _enumerated(sentence: Sentence, about: tuple[Indicator, ...]) -> bool:
    """Return whether indicators stand in one list: a comma or one word, not a verb, between their labels."""
    places = sorted(found for of in about for found in _places(sentence.text, of))
    gaps = [sentence.text[end:start] for (_, end), (start, _) in pairwise(places)]
    return len(places) == len(about) > 1 and all(re.fullmatch(r"\W+(?:[^\W\d_]{1,3}\W+)?", gap) for gap in gaps)


def _places(text: str, of: Indicator) -> Iterator[tuple[int, int]]:
    """Yield where a reference to an indicator, or what is bold in its label, stands word for word."""
    bold = "".join(run.text for run in of.label if run.bold) or of.name
    for part in (re.escape(bold), rf"\{{{re.escape(of.id)}[^}}]*\}}"):
        yield from (found.span() for found in re.finditer(part, text, re.IGNORECASE))
