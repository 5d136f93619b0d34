"""Words for a share or a change, beside a figure that does not bear them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.checks._clauses import around, clauses
from deckgen.checks._holding import Said
from deckgen.checks._naming import Names, Sentence, one_word, sentences
from deckgen.checks._phrases import Claim, Grammar, Phrase, Phrases, bare, grammar, plain_words, small_words
from deckgen.checks._sight import phrases, totals_of
from deckgen.checks._speaking import Around, Subjects, years
from deckgen.checks._verdict import place
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Slide, Told
from deckgen.model.figures import Indicator, UnitKind
from deckgen.resolve.bearing import Claimed
from deckgen.resolve.claims import Claims

_NO_SENTENCE = re.compile(r"indicators\..*|keywords.*|url|author|organisation|footer|(.*\.)?date")
_MOST_STRANGE = 2
"""With more words that nothing explains, a sentence may be about something else."""
_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]*[”“»\"]")


class ContradictedClaim(Check):
    """A share or a change in plain words that the figure beside it does not bear.

    What it finds
        Words such as “more than half”, “two in three”, “doubled” or “hardly changed” in a clause that surely speaks
        of one indicator, whose figures say something else. What is rounded in words is given a tenth. What is
        denied, hoped for, demanded, compared, or said of another place or time is left alone.

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
        language = checked.deck.facts.words.lang
        if not any(of.latest for of in checked.deck.indicators.values()):
            return
        reader: _Reader | None = None
        for slide, told in checked.told:
            if _NO_SENTENCE.fullmatch(told.key) or not grammar(language).finds(told.text):
                continue
            reader = reader or _Reader.of(checked)
            for sentence in sentences(told):
                for found in reader.read(sentence, slide.indicators if slide else ()):
                    start, end = found.phrase.start, found.phrase.end
                    span = place(told, sentence.text[start:end], sentence.start + start)
                    message, hint = found.told(reader.claims)
                    yield self.found(message, span, hint)


@dataclass(frozen=True)
class _Reader:
    """Reads the sentences of one deck."""

    language: str
    claims: Claims
    subjects: Subjects

    @classmethod
    def of(cls, checked: Checked) -> "_Reader":
        """Return a reader of a deck."""
        words, totals = checked.deck.facts.words, totals_of(checked)
        own = {str(said): written.extent for said, written in checked.spec.claims.items()}
        return cls(words.lang, Claims(words, own), Subjects(Names.of(checked.deck, set(totals.values())), totals))

    @property
    def _grammar(self) -> Grammar:
        return grammar(self.language)

    def _list(self, name: str) -> Phrases:
        return plain_words(self.language)[name]

    def read(self, sentence: Sentence, shown: tuple[str, ...]) -> Iterator[Said]:
        """Yield what a sentence claims and figures do not bear; a question claims nothing."""
        if not self._grammar.finds(sentence.text) or sentence.text.rstrip().endswith("?"):
            return
        text = bare(sentence.text)
        all_ = tuple(self._grammar.phrases(text))
        if not all_:
            return
        quoted = [found.span() for found in _QUOTED.finditer(text)]
        parts = clauses(sentence, self.language, self._tells)
        for clause in parts:
            begin = clause.start - sentence.start
            inside = [one for one in all_ if begin <= one.start and one.end <= begin + len(clause.text)]
            for phrase in inside:
                if any(start < phrase.start and phrase.end < end for start, end in quoted):
                    continue
                spot = _Spot(self, sentence, clause, phrase, phrase.start - begin, phrase.end - begin)
                claimed = spot.claimed(shown, alone=len(inside) == 1, only=len(all_) == 1)
                said = Said(phrase, claimed, bool(years(clause.text)))
                if claimed and not said.holds(self.claims):
                    yield said

    def _tells(self, text: str) -> bool:
        lists = self.claims.words.lists
        ways = any(phrases(lists[name]).search(text) for name in ("said-risen", "said-fallen", "said-unchanged"))
        return ways or any(True for _ in self._grammar.phrases(bare(text)))


@dataclass(frozen=True)
class _Spot:
    """A phrase in its clause, from ``start`` to ``end`` of that."""

    reader: _Reader
    sentence: Sentence
    clause: Sentence
    phrase: Phrase
    start: int
    end: int

    def claimed(self, shown: tuple[str, ...], *, alone: bool, only: bool) -> tuple[Claimed, ...]:
        """Return the figures of which the phrase is surely said, any of which may bear it; none if that is open.

        ``alone`` tells whether it is the only one of its clause, ``only`` whether it is that of its sentence.
        """
        beside = self._beside()
        if beside:
            return () if self._open(beside.indicator) else (beside,)
        if not alone:
            return ()
        subject = self._subject(shown, only=only)
        if not subject or self._open(subject) or self._elsewhere(subject):
            return ()
        if self.phrase.claim is Claim.CHANGE:
            return (Claimed(subject, ""),)
        return self._of_share(subject)

    def _beside(self) -> Claimed | None:
        """Return the figure that a phrase is put beside: “more than half ({own})”, “{own} schools, a third, …”."""
        if self.phrase.claim is Claim.CHANGE:
            return None
        text = self.clause.text
        behind = re.match(r"\**\s*[(,–—:]\s*\{\s*([\w-]+)(?:\.(\w+))?\s*\}", text[self.end :])
        before = re.search(r"\{\s*([\w-]+)(?:\.(\w+))?\s*\}(?:\s+[^\W\d_]+){0,2}\s*[,(–—]\s*\**$", text[: self._begin])
        closed = before and re.match(r"\**\s*(?:[,)–—]|\.?$)", text[self.end :])
        found = behind or (before if closed else None)
        indicators = self.reader.subjects.names.indicators
        if not found or found[1] not in indicators or found[1] in self.reader.subjects.names.totals:
            return None
        field = found[2] or ""
        return Claimed(indicators[found[1]], field) if field in ("", "value", "after", "before", "share") else None

    @property
    def _begin(self) -> int:
        """Where the phrase begins with an “only” before it."""
        only = re.search(r"[^\W\d_]+\s+$", self.clause.text[: self.start])
        return only.start() if only and self._list_has("only", only[0]) else self.start

    def _list_has(self, name: str, text: str) -> bool:
        return Around(text, 0, 0, frozenset(), frozenset()).has(self.reader._list(name))

    def _subject(self, shown: tuple[str, ...], *, only: bool) -> Indicator | None:
        subjects = self.reader.subjects
        found = subjects.only(self.clause, shown)
        if not found and not subjects.of(self.clause, shown):
            if self.phrase.claim is not Claim.CHANGE:
                return subjects.shown_alone(self.clause, shown)
            whole = subjects.only(self.sentence, shown) if only else None
            return whole if whole and not self._around(whole).strange else None
        return found

    def _around(self, subject: Indicator) -> Around:
        small = small_words(self.reader.language)
        known = self.reader.subjects.words_of(subject)
        return Around(bare(self.clause.text), self._begin, self.end, known, small)

    def _open(self, subject: Indicator) -> bool:
        """Return whether something in the clause denies what is said, or in the sentence makes it a hope or demand."""
        whole = bare(self.sentence.text)
        begin = self._begin + self.clause.start - self.sentence.start
        sentence = Around(whole, begin, begin + self.end - self._begin, self._around(subject).known, frozenset())
        denied, supposed = (self.reader._list(name) for name in ("denied", "supposed"))
        return self._around(subject).has(denied) or sentence.has(supposed)

    def _elsewhere(self, subject: Indicator) -> bool:
        """Return whether the clause may speak of another time, place or matter than the indicator."""
        found, lists = self._around(subject), self.reader._list
        if found.has(lists("elsewhen")) or found.limits(lists("within")) or len(found.strange) > _MOST_STRANGE:
            return True
        if self.reader.language != "de" and found.names_others():
            return True
        periods = [figure.period for figure in subject.figures] + list(subject.periods)
        if any(not any(year in period for period in periods) for year in years(self.clause.text)):
            return True
        return self._of_change_elsewhere(subject, found) if self.phrase.claim is Claim.CHANGE else False

    def _of_change_elsewhere(self, subject: Indicator, found: Around) -> bool:
        """Return whether a change may be that of something else: of a number where a share is known, of the prices."""
        share = subject.latest and subject.latest.unit.kind is UnitKind.PERCENT
        if share and found.has(self.reader._list("counted")):
            return True
        inner = {year for year in years(self.clause.text)} - _ends(subject)
        if inner:
            return True
        begin, part = around(self.clause, self.start, self.end)
        others = (word for word in found.words if begin <= word.start < self.start and len(word.text) > 2)
        strange = any(not found.knows(word) and word.text not in found.small for word in others)
        return strange and not self.reader.subjects.of(Sentence(part, 0), ())

    def _of_share(self, subject: Indicator) -> tuple[Claimed, ...]:
        """Return the figures that a share may be said of, where it is that of what the indicator counts."""
        found, lists = self._around(subject), self.reader.claims.words.lists
        if any(phrases(lists[name]).search(self.clause.text) for name in ("said-risen", "said-fallen")):
            return ()
        if not found.behind or found.behind[0] in found.strange or not self._of_whole(subject, found):
            return ()
        whole = subject.of.value if subject.of else None
        if self.phrase.claim is Claim.PART and self.reader.language in ("en",) and " of " in self.phrase.text:
            if whole != self.phrase.whole:
                return ()
        before = subject.before
        if not before:
            return (Claimed(subject, ""),)
        fields = [field for name, field in self.clause.references if name == subject.id]
        if before.period and before.period in self.clause.text or fields == ["before"]:
            return (Claimed(subject, "before"),)
        past = found.has(self.reader._list("past")) or "before" in fields
        return (Claimed(subject, ""), Claimed(subject, "before")) if past else (Claimed(subject, ""),)

    def _of_whole(self, subject: Indicator, found: Around) -> bool:
        """Return whether what follows the phrase may be what the share is one of: “of all homes” is not of grants."""
        next_ = next((word for word in found.words if word.start >= self.end), None)
        lists = self.reader._list
        if next_ is None or lists("within").end((next_,), 0):
            return False
        if not lists("of").end((next_,), 0):
            return True
        whole = self.reader.subjects.whole_of(subject, small_words(self.reader.language))
        return any(one_word(found.behind[0].text, word) for word in whole)


def _ends(of: Indicator) -> frozenset[str]:
    periods = (figure.period for figure in (of.before, of.latest) if figure)
    return frozenset(year for period in periods for year in years(period))
