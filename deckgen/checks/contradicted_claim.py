"""Words for a share or a change, beside a figure that does not bear them."""

import re
from collections.abc import Callable, Iterator
from hashlib import sha256

from deckgen.checks._aims import later, under_aims
from deckgen.checks._all_but import all_but, may_leave_out
from deckgen.checks._claimed import Spot
from deckgen.checks._clauses import clauses, pieces
from deckgen.checks._compared import compared, multiplied
from deckgen.checks._every_time import every_time, may_each_time
from deckgen.checks._extremes import extremes, may_top
from deckgen.checks._gone_on import gone_on
from deckgen.checks._holding import Said
from deckgen.checks._leads import figures_on, leads
from deckgen.checks._multiples import may_begin_multiplied, multiplies
from deckgen.checks._naming import Sentence, sentences
from deckgen.checks._overtaken import may_overtake, overtaken
from deckgen.checks._phrases import Grammar, bare, grammar
from deckgen.checks._ranked import Unlike, foremost, is_foremost, ranked, ranks
from deckgen.checks._reached import may_reach, reached
from deckgen.checks._sight import phrases
from deckgen.checks._sound import is_sound, note_sound
from deckgen.checks._speaking import Subjects, years
from deckgen.checks._the_rest import may_have_rest, the_rest
from deckgen.checks._times_other import times_other
from deckgen.checks._verdict import place
from deckgen.checks._ways import wrong_ways
from deckgen.checks._within import multiplied_within
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Slide, Told
from deckgen.resolve.claims import Claims
from deckgen.resolve.deck import claims_of
from deckgen.values import frozen

_NO_SENTENCE = re.compile(r"indicators\..*|keywords.*|url|author|organisation|footer|(.*\.)?date")
_HEAD = re.compile(r"(.*\.)?(title|lead|kicker|date)")
_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]*[”“»\"]")


class ContradictedClaim(Check):
    """A share or a change in plain words that the figure beside it does not bear.

    What it finds
        Words such as “more than half”, “two in three”, “doubled” or “hardly changed” in a clause that surely speaks of
        one indicator, whose figures say something else; also “three times as many as in 2019”, “half as long as
        before”, “twice as many vendors have a licence” where that is compared with nothing else, “fell to half of what
        it was”, “all but six lighthouses” where another number is left of the total, “{alone | fell} by five points”,
        “more pupils walk than come by car” where both are parts of one whole; and “scales on markets fail twice as
        often as those in shops” of two figures that are three to one; and “in 2014 there were more than in any other
        year”, “the highest ever”, “trout has overtaken perch”, “fewer with every count”, and “the other 14” of 36 of
        which another number is left. What is rounded in words is given a tenth. What is denied, hoped for, demanded,
        compared, or said of another place or time is left alone.

    Why it matters
        Whoever reads both believes neither. Often the figure was corrected, and the sentence was not.

    Example:
        More than half of the schools serve a warm meal, with the value 45%

    Instead
        Say what the figures say, in braces that hold the words to them: {meals | almost half} of the schools

    """

    code = "R384"
    name = "contradicted-claim"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield the words of each claim that does not hold."""
        if not any(of.latest for of in checked.deck.indicators.values()):
            return
        known = _Reader.of(checked).known(checked)
        for slide, told in _by_slide(checked):
            looked_at = (known, slide.indicators if slide else (), tuple((one.key, one.text) for one in told))
            if is_sound(self, *looked_at):
                continue
            found = [one for text in told for one in self._on_slide(checked, known, text, slide)]
            if not found:
                note_sound(self, *looked_at)
            yield from found

    def _on_slide(self, checked: Checked, known: str, told: Told, slide: Slide | None) -> Iterator[Diagnostic]:
        reader = _Reader.of(checked)
        if _NO_SENTENCE.fullmatch(told.key) or not reader.may_claim(told.text):
            return
        # Where another text of the slide was edited, this one need not be read again.
        looked_at = (known, figures_on(slide), _heads(slide), told.key, told.text)
        if is_sound(self, *looked_at):
            return
        found: list[Diagnostic] = []
        if not under_aims(slide, told, checked.deck.facts.words.lists) and not later(slide, told, checked.deck):
            found += self._in_text(checked, reader, told, slide)
        if not found:
            note_sound(self, *looked_at)
        yield from found

    def _in_text(self, checked: Checked, reader: "_Reader", told: Told, slide: Slide | None) -> Iterator[Diagnostic]:
        # What rose by four points, and fell, is told of as what fell.
        ways = [one.start for one in wrong_ways(checked) if one.told is told]
        before = None
        for sentence in sentences(told):
            for found in reader.read(sentence, slide, before):
                start, end = (sentence.start + at for at in (found.phrase.start, found.phrase.end))
                if not any(start <= at < end for at in ways):
                    message, hint = found.told(reader.claims)
                    yield self.found(message, place(told, told.text[start:end], start), hint)
            before = sentence


def _heads(slide: Slide | None) -> tuple[str, ...]:
    """Return the texts of a slide that tell how others are meant."""
    return tuple(one.text for one in slide.told if _HEAD.fullmatch(one.key)) if slide else ()


def _by_slide(checked: Checked) -> Iterator[tuple[Slide | None, tuple[Told, ...]]]:
    """Yield the texts of the deck itself, and those of each slide."""
    yield None, checked.deck.told
    yield from ((slide, slide.told) for slide in checked.deck.slides)


@frozen
class _Reader:
    """Reads the sentences of one deck."""

    language: str
    claims: Claims
    subjects: Subjects

    @classmethod
    def of(cls, checked: Checked) -> "_Reader":
        """Return the reader of a deck."""
        if cls.of not in checked.known:
            words = checked.deck.facts.words
            checked.known[cls.of] = cls(words.lang, claims_of(checked.spec, words), Subjects.of_deck(checked))
        found: _Reader = checked.known[cls.of]
        return found

    def known(self, checked: Checked) -> str:
        """Return all that texts are held to: the figures of a deck, its day, and what it lets its words claim."""
        held = (self.language, self.subjects.names.indicators, self.subjects.totals, self.claims.own)
        return sha256(repr((*held, checked.deck.facts.date)).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def _grammar(self) -> Grammar:
        return grammar(self.language)

    def read(self, sentence: Sentence, slide: Slide | None, before: Sentence | None) -> Iterator[Said | Unlike]:
        """Yield what a sentence claims, ``before`` which another stands, and figures do not bear; no question does."""
        if not self.may_claim(sentence.text) or sentence.text.rstrip().endswith("?"):
            return
        quoted = [found.span() for found in _QUOTED.finditer(bare(sentence.text))]
        beside = self._beside(sentence, self._shown(slide), before)
        unlike = tuple(
            one for one in beside if not any(start < one.phrase.start and one.phrase.end < end for start, end in quoted)
        )
        yield from unlike
        for said in self._said(sentence, slide, before):
            if not any(said.phrase.start < one.phrase.end and one.phrase.start < said.phrase.end for one in unlike):
                yield said

    def _shown(self, slide: Slide | None) -> tuple[str, ...]:
        return tuple(name for name in figures_on(slide) if name in self.subjects.names.indicators)

    def may_claim(self, text: str) -> bool:
        """Return whether a text may claim something: this is asked of every text of a deck."""
        asked = (
            ranks,
            may_begin_multiplied,
            is_foremost,
            may_leave_out,
            may_top,
            may_overtake,
            may_each_time,
            may_have_rest,
        )
        return self._grammar.finds(text) or any(may(text, self.language) for may in asked)

    def _beside(self, sentence: Sentence, shown: tuple[str, ...], before: Sentence | None) -> Iterator[Said | Unlike]:
        """Yield what is said beside braces or of two figures beside each other."""
        yield from self._unlike(sentence, shown)
        if may_have_rest(sentence.text, self.language):
            yield from the_rest(sentence, before, self.subjects, shown)
        if "|" in sentence.text:
            yield from gone_on(sentence, self.subjects, self.claims)

    def _unlike(self, sentence: Sentence, shown: tuple[str, ...]) -> Iterator[Unlike]:
        """Yield what a sentence says of two figures beside each other."""
        if multiplies(sentence.text, self.language):
            yield from compared(sentence, self.subjects, self.claims, shown)
        if may_begin_multiplied(sentence.text, self.language):
            yield from self._multiplied(sentence, shown)
        yield from self._by_clause(sentence, shown)
        if may_reach(sentence.text, self.language):
            parts = clauses(sentence, self.language, self._tells)
            yield from reached(sentence, parts, self.subjects, self.claims, shown)

    def _by_clause(self, sentence: Sentence, shown: tuple[str, ...]) -> Iterator[Unlike]:
        """Yield what each clause says of two figures beside each other, or of a figure and its total."""
        subjects, claims = self.subjects, self.claims
        readers: tuple[tuple[Callable[[str, str], bool], Callable[[Sentence], Iterator[Unlike]]], ...] = (
            (ranks, lambda part: ranked(part, part.start - sentence.start, subjects)),
            (is_foremost, lambda part: foremost(part, part.start - sentence.start, subjects, shown)),
            (
                may_begin_multiplied,
                lambda part: times_other(part, part.start - sentence.start, subjects, claims, shown),
            ),
            (may_overtake, lambda part: overtaken(part, part.start - sentence.start, subjects, shown)),
            (may_each_time, lambda part: every_time(part, sentence, subjects, claims, shown)),
            (may_top, lambda part: extremes(part, sentence, subjects, claims, shown)),
            (may_leave_out, lambda part: all_but(part, sentence, subjects, claims, shown)),
        )
        for may, read in readers:
            if may(sentence.text, self.language):
                for part in clauses(sentence, self.language, self._tells):
                    yield from read(part)

    def _multiplied(self, sentence: Sentence, shown: tuple[str, ...]) -> Iterator[Unlike]:
        for clause in clauses(sentence, self.language, self._tells):
            yield from multiplied_within(clause, sentence, self.subjects, self.claims, shown)
            for part in pieces(clause, self.language):
                yield from multiplied(part, part.start - sentence.start, self.subjects, self.claims, shown)

    def _said(self, sentence: Sentence, slide: Slide | None, before: Sentence | None) -> Iterator[Said]:
        text = bare(sentence.text)
        all_ = self._grammar.phrases(text)
        if not all_:
            return
        lists = self.claims.words.lists
        shown = self._shown(slide)
        quoted = [found.span() for found in _QUOTED.finditer(text)]
        parts = clauses(sentence, self.language, self._tells)
        for clause in parts:
            begin = clause.start - sentence.start
            inside = [one for one in all_ if begin <= one.start and one.end <= begin + len(clause.text)]
            for phrase in inside:
                if any(start < phrase.start and phrase.end < end for start, end in quoted):
                    continue
                part = self.subjects.parted(clause, phrase.start - begin, phrase.end - begin)
                spot = Spot(self.language, lists, self.subjects, sentence, part, phrase, leads(slide), before)
                claimed = spot.claimed(shown, alone=len(inside) == 1, only=len(all_) == 1)
                said = Said(phrase, claimed, bool(years(part.text)))
                if claimed and not said.holds(self.claims):
                    yield said

    def _tells(self, text: str) -> bool:
        lists = self.claims.words.lists
        ways = any(phrases(lists[name]).search(text) for name in ("said-risen", "said-fallen", "said-unchanged"))
        return ways or bool(self._grammar.phrases(bare(text)))
