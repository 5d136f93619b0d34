"""A sentence that says a figure rose where it fell, or the other way round."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from deckgen.checks._clauses import around, clauses
from deckgen.checks._directions import Direction, Lists, direction, tells
from deckgen.checks._naming import Names, Sentence, sentences
from deckgen.checks._phrases import bare, either, plain_words, small_words
from deckgen.checks._sight import said, says, totals_of
from deckgen.checks._speaking import Around, Subjects
from deckgen.checks._telling import what
from deckgen.checks._verdict import place
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic
from deckgen.model.deck import Slide, Told
from deckgen.model.figures import Indicator
from deckgen.source.words import claim_words


class ContradictedDirection(Check):
    """A sentence that says of a figure that it rose, fell or stayed, which it did not.

    What it finds
        A clause that names one indicator, or several in one enumeration, and says in plain words which way they
        went: not the way their figures go; and “from {x.after} to {x.before}”. What is denied, compared or hoped for
        is left alone.

    Why it matters
        The headline says the opposite of the chart under it.

    Example:
        Sham marriage fell to {sham-marriage.after}, with before: 23% and after: 39%

    Instead
        Write what the figures say, or correct them: before and after may have changed places.

    """

    code = "R369"
    name = "contradicted-direction"

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each clause that goes the other way."""
        totals = totals_of(checked)
        reader = _Reader(checked, Subjects(Names.of(checked.deck, set(totals.values())), totals))
        for slide, told in checked.told:
            if told.key.startswith("indicators."):
                continue
            for sentence in sentences(told):
                for clause, way, wrong in reader.read(sentence, slide):
                    yield self._told(checked, told, clause, way, wrong)
                yield from self._exchanged(checked, told, sentence)

    def _told(self, checked: Checked, told: Told, clause: Sentence, way: Direction, wrong: Indicator) -> Diagnostic:
        span = place(told, way.said, clause.start + way.start)
        phrase = f"{way.said}{way.ends}"
        message = f"“{phrase}” is said of “{wrong.id}”, which is {what(wrong, checked.deck.facts.words)}"
        return self.found(message, span, "say what the figures say, or correct them: have they changed places?")

    def _exchanged(self, checked: Checked, told: Told, sentence: Sentence) -> Iterator[Diagnostic]:
        """Yield where a sentence goes from the later figure to the earlier."""
        if ".before" not in sentence.text:
            return
        for found in _from_to(checked.deck.facts.words.lang).finditer(sentence.text):
            of = checked.deck.indicators.get(found["of"])
            if of and of.before and of.latest:
                message = f"“{found['said']}” goes from the later figure of “{of.id}” to the earlier"
                span = place(told, found["said"], sentence.start + found.start("said"))
                begin, end = f"{found['from']}{{{of.id}.before}}", f"{{{of.id}.after}}"
                yield self.found(message, span, f"write {begin}{found['gap']}{end}")


@cache
def _from_to(language: str) -> re.Pattern[str]:
    """Return a pattern of “from {x.after} to {x.before}”, with one date between."""
    begins, ends = (either(claim_words(language)["plain"][name]) for name in ("from", "to"))
    gap = r"\**(?:\s+\w{1,3}\s+\d{4})?,?\s+"
    return re.compile(
        rf"(?<!\w)(?P<said>(?P<from>(?i:{begins})(?:\s+|(?<=[’']))\**)\{{\s*(?P<of>[\w-]+)(?:\.after|\.value)?\s*\}}"
        rf"(?P<gap>{gap}(?i:{ends})(?:\s+|(?<=[’']))\**)\{{\s*(?P=of)\.before\s*\}})"
    )


@dataclass(frozen=True)
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

    def read(self, sentence: Sentence, slide: Slide | None) -> Iterator[tuple[Sentence, Direction, Indicator]]:
        """Yield the clauses of a sentence that go another way than the figures they speak of, and one of these."""
        if not tells(sentence.text, self._lists, self._language):
            return
        parts = clauses(sentence, self._language, lambda text: tells(text, self._lists, self._language))
        ways = [(part, way) for part in parts if (way := direction(part, self._lists, self._language))]
        said_of = [(part, way, self._about(part, sentence, way, slide, alone=len(ways) == 1)) for part, way in ways]
        for part, way, about in said_of:
            # What rose until one year and fell from then on went neither way.
            turns = {other.way for _, other, others in said_of for of in others if of in about}
            wrong = _against(way, about, self._lists) if len(turns) == 1 else None
            if wrong and not self._open(sentence, wrong):
                yield part, way, wrong

    def _about(
        self, part: Sentence, sentence: Sentence, way: Direction, slide: Slide | None, *, alone: bool
    ) -> tuple[Indicator, ...]:
        """Return the indicators that a clause speaks of: one, those of one enumeration, or the one of its sentence."""
        shown = slide.indicators if slide else ()
        about = self._called(part, shown)
        if not about and alone and not way.begins:
            about = self._called(sentence, shown)
        if len(about) != 1 and not _enumerated(sentence, about):
            return ()
        return () if len(about) == 1 and self._of_others(part, way, about[0]) else about

    def _called(self, part: Sentence, shown: tuple[str, ...]) -> tuple[Indicator, ...]:
        names = self.subjects.names
        called = [name for name, _ in part.references if name in names.indicators]
        called += names.named(part, shown)
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
        before = [word for word in found.strange if begin <= word.start < way.start]
        return bool(before) and of.id not in {one.id for one in self._called(Sentence(inner, 0), (of.id,))}

    def _open(self, sentence: Sentence, of: Indicator) -> bool:
        """Return whether something in a sentence makes it a hope, a demand or a condition."""
        known = self.subjects.words_of(of)
        return Around(bare(sentence.text), 0, 0, known, frozenset()).has(plain_words(self._language)["supposed"])


def _against(direction: Direction, about: tuple[Indicator, ...], lists: Lists) -> Indicator | None:
    """Return the first indicator whose figures all go another way.

    A label that speaks of change tells nothing. What leaves the sentence open does not where the label says it too:
    “costs” in the sentence are those that were measured.
    """
    for of in about:
        values = [figure.value for figure in of.figures]
        steps = {(later > earlier) - (later < earlier) for earlier, later in pairwise(values)}
        turns = any(says(of.name, lists[name]) for name in ("said-risen", "said-fallen"))
        alike = direction.open == said(of.name, lists["left-open"])
        if len(steps) == 1 and direction.way not in steps and alike and not turns:
            return of
    return None


def _enumerated(sentence: Sentence, about: tuple[Indicator, ...]) -> bool:
    """Return whether indicators stand in one list: a comma or one word, not a verb, between their labels."""
    places = sorted(found for of in about for found in _places(sentence.text, of))
    gaps = [sentence.text[end:start] for (_, end), (start, _) in pairwise(places)]
    return len(places) == len(about) > 1 and all(re.fullmatch(r"\W*(?:[^\W\d_]{1,3}\W+)?", gap) for gap in gaps)


def _places(text: str, of: Indicator) -> Iterator[tuple[int, int]]:
    """Yield where a reference to an indicator, or what is bold in its label, stands word for word."""
    bold = "".join(run.text for run in of.label if run.bold) or of.name
    for part in (re.escape(bold), rf"\{{{re.escape(of.id)}[^}}]*\}}"):
        yield from (found.span() for found in re.finditer(part, text, re.IGNORECASE))
