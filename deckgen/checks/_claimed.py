"""Of which figures a phrase is surely said: those put beside it, or those of the one indicator of its clause."""

import re
from functools import cache

from deckgen.checks._around import Around
from deckgen.checks._clauses import around
from deckgen.checks._counted_in import counted_in, nouns_of
from deckgen.checks._multiples import of_year, without
from deckgen.checks._naming import counts_as
from deckgen.checks._phrased import Phrased
from deckgen.checks._phrases import Claim, Word, bare, either, small_words, texts_of, words
from deckgen.checks._sight import phrases
from deckgen.checks._speaking import years
from deckgen.checks._which_is import share_added
from deckgen.model.figures import Indicator, UnitKind
from deckgen.resolve.bearing import Claimed
from deckgen.source.words import claim_words
from deckgen.values import frozen

_OF_BY_CASE = "ru"
"""The language that has no word for “of”."""
_SHORT, _LONG = 3, 4
"""How many letters a short word has that may say something, such as “bus”, and how many the long ones."""
_OWNER_AND_VERB = 2
_MOST_STRANGE = 2
"""With more words that nothing explains, a sentence may be about something else."""


@frozen
class Spot(Phrased):
    """A phrase of which it is asked of what figures it is said."""

    def claimed(self, shown: tuple[str, ...], *, alone: bool, only: bool) -> tuple[Claimed, ...]:
        """Return the figures of which the phrase is surely said, any of which may bear it; none if that is open.

        ``alone`` tells whether it is the only one of its clause, ``only`` whether it is that of its sentence.
        """
        added = share_added(self.sentence, self.phrase, self.subjects)
        return (added,) if added else self._of_clause(shown, alone=alone, only=only)

    def _of_clause(self, shown: tuple[str, ...], *, alone: bool, only: bool) -> tuple[Claimed, ...]:
        """Return the figures of which the phrase is surely said in its clause."""
        beside = self._beside()
        if beside:
            return () if self._open(beside.indicator) else (beside,)
        if not alone:
            return ()
        moved = self._moved()
        if moved:
            return () if self._open(moved) else (Claimed(moved, ""),)
        subject = self._subject(shown, only=only)
        if not subject or self._open(subject) or self._elsewhere(subject):
            return ()
        if self.phrase.claim is Claim.CHANGE:
            return (Claimed(subject, ""),)
        return self._of_share(subject, alone=not self.subjects.of(self.clause, shown))

    def leaves_nothing(self, subject: Indicator) -> bool:
        """Return whether nothing denies what is said, or makes it a hope or demand."""
        return not self._open(subject)

    def surely(self, subject: Indicator) -> bool:
        """Return whether the clause surely speaks of an indicator, as it is measured, and leaves nothing open."""
        return not self._open(subject) and not self._elsewhere(subject)

    def _beside(self) -> Claimed | None:
        """Return the figure that a phrase is put beside: “more than half ({own})”, “{own} schools, a third, …”."""
        if self.phrase.claim is Claim.CHANGE:
            return None
        text = self.clause.text
        behind = re.match(r"\**\s*[(,–—:]\s*\{\s*([\w-]+)(?:\.(\w+))?\s*\}", text[self.end :])
        before = re.search(r"\{\s*([\w-]+)(?:\.(\w+))?\s*\}(?:\s+[^\W\d_]+){0,2}\s*[,(–—]\s*\**$", text[: self._begin])
        closed = before and re.match(r"\**\s*(?:[,)–—]|\.?$)", text[self.end :])
        found = behind or (before if closed else None)
        indicators = self.subjects.names.indicators
        if not found or found[1] not in indicators or found[1] in self.subjects.names.totals:
            return None
        field = found[2] or ""
        return Claimed(indicators[found[1]], field) if field in ("", "value", "after", "before", "share") else None

    def _moved(self) -> Indicator | None:
        """Return what a change is said of, the figures of which stand beside it: “doubled, from {x.before} to {x}”."""
        if self.phrase.claim is not Claim.CHANGE:
            return None
        behind, before = _from_to(self.language)
        text = self.clause.text
        found = behind.match(text, self.end) or before.search(text[: self._begin])
        of = self.subjects.names.indicators.get(found["of"]) if found else None
        return of if of and of.before and not years(found[0] if found else "") - _ends(of) else None

    def _subject(self, shown: tuple[str, ...], *, only: bool) -> Indicator | None:
        subjects = self.subjects
        found = subjects.only(self.clause, shown) or subjects.wholly(self.clause, shown, self.start, self.end)
        found = found or subjects.only(self._rest, shown)
        if not found and self.phrase.claim is Claim.CHANGE:
            found = subjects.collected(self.clause, self.start, self.end)
        elif not found:
            found = counted_in(subjects, self.clause, self.start, self.end, self.phrase.noun)
        if not found and not subjects.of(self.clause, shown):
            if self.phrase.claim is not Claim.CHANGE:
                return subjects.shown_alone(self.clause, shown)
            carried = subjects.carried(self.before, self.sentence, self.phrase.start, self.phrase.end) if only else None
            if carried:
                return carried
            whole = subjects.only(self.sentence, shown) if only else None
            return whole if whole and not self._around(whole).strange else None
        return found

    def _elsewhere(self, subject: Indicator) -> bool:
        """Return whether the clause may speak of another time, place or matter than the indicator."""
        found, lists = self._around(subject), self._list
        # “Most fail because of the trailer” is said of those that fail.
        if self.phrase.claim is not Claim.CHANGE and found.has(lists("because")):
            return True
        if (
            found.has(lists("elsewhen"))
            or found.has(lists("spans"))
            or found.limits(lists("within"))
            or len(found.strange) > _MOST_STRANGE
            or self.subjects.denies_more(subject, self.clause.text)
            or self._is_had(found)
        ):
            return True
        if self.language != "de" and found.names_others():
            return True
        if self.phrase.claim is not Claim.CHANGE and self._is_of_some(found):
            return True
        periods = [figure.period for figure in subject.figures] + list(subject.periods)
        if any(not any(year in period for period in periods) for year in years(self.clause.text)):
            return True
        return self._of_change_elsewhere(subject, found) if self.phrase.claim is Claim.CHANGE else False

    def _is_of_some(self, found: Around) -> bool:
        """Return whether a clause begins with some of all: “of the closed letters, more than half were settled”."""
        before = [word for word in found.words if word.end <= self._begin]
        return bool(self._list("of").end(before, 0)) and any(word in found.strange for word in before)

    def _is_had(self, found: Around) -> bool:
        """Return whether something else has the share: “the hills have most of the cellars” is not said of all."""
        before = [word for word in found.words if word.end <= self._begin]
        if self.phrase.claim is Claim.CHANGE or len(before) < _OWNER_AND_VERB:
            return False
        owner, verb = before[-2:]
        return owner in found.strange and self._list("having").end((verb,), 0) > 0

    def _of_change_elsewhere(self, subject: Indicator, found: Around) -> bool:
        """Return whether a change may be that of something else: of a number where a share is known, of the prices."""
        share = subject.latest and subject.latest.unit.kind is UnitKind.PERCENT
        if share and found.has(self._list("counted")):
            return True
        if years(self.clause.text) - _ends(subject):
            return True
        begin, part = around(self.clause, self.start, self.end)
        strange = [word for word in found.strange if begin <= word.start < begin + len(part)]
        # “The library has doubled its hours” is not said of its loans; “loans have doubled to {loans}” is.
        before = all(word.end <= self.start for word in strange)
        return bool(strange) and not (len(strange) == 1 and before and self._goes_to(subject))

    def _goes_to(self, subject: Indicator) -> bool:
        """Return whether the clause says from what figure to what one an indicator went."""
        return subject.id in _going(self.language).findall(self.clause.text)

    def _of_share(self, subject: Indicator, *, alone: bool) -> tuple[Claimed, ...]:
        """Return the figures that a share may be said of, where it is that of what the indicator counts.

        ``alone`` tells whether a slide shows no other: then the verb may be another too.
        """
        found, lists = self._around(subject), self.lists
        moves = any(phrases(lists[name]).search(self.clause.text) for name in ("said-risen", "said-fallen"))
        if (
            moves
            or not (self._of_them(subject) or self._of_whole(subject, found))
            or self._is_of_another(subject, found)
        ):
            return ()
        other = self._does_other(found) and not alone and not self._says_how(subject, found)
        if other or self._is_done_to(subject, found):
            return ()
        whole = subject.of.value if subject.of else None
        if self._is_loose and whole != self.phrase.whole:
            return ()
        before = subject.before
        if not before:
            return (Claimed(subject, ""),)
        fields = [field for name, field in self.clause.references if name == subject.id]
        if self._says(before.period) or fields == ["before"]:
            return (Claimed(subject, "before"),)
        past = found.has(self._list("past")) or "before" in fields
        return (Claimed(subject, ""), Claimed(subject, "before")) if past else (Claimed(subject, ""),)

    def _is_done_to(self, subject: Indicator, found: Around) -> bool:
        """Return whether a share is what another verb is done to: “sharing saves one ride in five”, of those shared.

        “Growers run one stall in two” is said of the stalls “**run by growers**”: of what the label names.
        """
        before = [word for word in found.words if word.end <= self._begin]
        if len(before) < _OWNER_AND_VERB or before[-1] not in found.strange or not found.is_long(before[-2]):
            return False
        return before[-2].text not in texts_of("".join(run.text for run in subject.label if run.bold))

    def _says(self, period: str) -> bool:
        """Return whether a period is said; “half walk now, twice the share of 2019” says nothing of 2019 but that."""
        text = self.clause.text
        return bool(period) and period in text and period in without(of_year(self.language).search(text), "as", text)

    def _does_other(self, found: Around) -> bool:
        """Return whether something else may be said than the label says: they know a plan, and have none."""
        begin, part = around(self.clause, self.start, self.end)
        stop, narrowing = begin + len(part), self._list("narrowing")
        # Of practices, “which open at night,” something else may be said behind that, and “have a bus” is short.
        narrowed = narrowing.end(words(self.clause.text[stop:]), 0)
        if any(self.end <= word.start and (narrowed or word.start < stop) for word in found.strange):
            return True
        next_ = [word for word in found.words if found.behind and word.start > found.behind[0].start]
        short = (word for word in next_ if _SHORT <= len(word.text) < _LONG and word.text not in found.small)
        return bool(next_ and narrowing.end(next_, 0)) and any(not found.knows(word) for word in short)

    def _says_how(self, subject: Indicator, found: Around) -> bool:
        """Return whether one verb stands between a noun and all that is bold in a label: “visitors come by train”.

        “Is late by train” says more.
        """
        bold = "".join(run.text for run in subject.label if run.bold).strip().casefold()
        how = words(bold)
        if len(how) < 2 or how[0].text not in small_words(self.language) or len(found.strange) != 1:
            return False
        said = [word.text for word in words(bare(self.clause.text))]
        at = said.index(found.strange[0].text)
        return said[at + 1 : at + 1 + len(how)] == [word.text for word in how] and any(
            word.text == said[at - 1] and found.is_long(word) and found.knows(word) for word in found.words
        )

    def _is_of_another(self, subject: Indicator, found: Around) -> bool:
        """Return whether a share is one of something in the label, not of what is counted: “{own} decide most cases”.

        So it is where the label has the share too, “in most cases”, or a reference and its verb stand before it.
        """
        whole = self.subjects.whole_of(subject, small_words(self.language)) | self._of_lead(subject)
        if (
            self.phrase.noun
            or not found.behind
            or any(counts_as(found.behind[0].text, word, self.language) for word in whole)
        ):
            return False
        # “Every second evening” is none of the clinics that open in the evening.
        if self._list_has("ordinal", self.phrase.text):
            return True
        label = {word.text for word in words(subject.name)}
        share = {word.text for word in words(self.phrase.text) if len(word.text) >= _LONG}
        if share and share <= label:
            return True
        verb = re.search(
            rf"\{{\s*{re.escape(subject.id)}[^}}]*\}}(?:\s+[^\W\d_]+){{2,}}\s+$", self.clause.text[: self.start]
        )
        return bool(verb)

    def _of_whole(self, subject: Indicator, found: Around) -> bool:
        """Return whether what follows the phrase may be what the share is one of: “of all homes” is not of grants."""
        if self.phrase.noun:
            nouns = nouns_of(self.phrase.noun)
            # “Three polling stations in four districts” are no share of them.
            within = len(nouns) > 1 and any(
                word in found.strange for word in [one for one in found.words if one.start >= self.end][:1]
            )
            return not within and all(found.knows(Word(noun, 0, 0, apart=False)) for noun in nouns)
        begin, part = around(self.clause, self.start, self.end)
        if not found.behind:
            return self._of_people(subject, found, begin + len(part))
        if found.behind[0] in found.strange or found.behind[0].start >= begin + len(part):
            return False
        next_ = next((word for word in found.words if word.start >= self.end), None)
        lists = self._list
        if next_ is None or lists("within").end((next_,), 0):
            return False
        whole = self.subjects.whole_of(subject, small_words(self.language))
        if any(counts_as(found.behind[0].text, word, self.language) for word in whole | self._of_lead(subject)):
            return True
        # Where a language has a case for it, the first noun is what the share is one of.
        case = self.language == _OF_BY_CASE and self.subjects.is_bold(found.behind[0].text, subject)
        return not (case or lists("of").end((next_,), 0))

    def _of_people(self, subject: Indicator, found: Around, stop: int) -> bool:
        """Return whether a share is said of no more than what the total counts: “for a third of the children”."""
        long = [word.text for word in found.words if self.end <= word.start < stop and len(word.text) >= _LONG]
        whole = self.subjects.whole_of(subject, frozenset()) if subject.of else frozenset[str]()
        return bool(long) and all(any(counts_as(one, word, self.language) for word in whole) for one in long)


@cache
def _from_to(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of “from {x.before} to {x.after}” right behind a phrase, and right before it."""
    plain = claim_words(language)["plain"]
    begin, end = (rf"(?<!\w)(?i:{either(plain[name])})(?:\s+|(?<=[’']))" for name in ("from", "to"))
    earlier, later = r"\**\{\s*(?P<of>[\w-]+)\.before\s*\}\**", r"\**\{\s*(?P=of)(?:\.after|\.value)?\s*\}\**"
    # A year may stand behind each.
    both = rf"{begin}{earlier}(?:\s\w{{1,3}}\s(?:19|20)\d\d)?,?\s+{end}{later}(?:\s\w{{1,3}}\s(?:19|20)\d\d)?"
    return re.compile(rf"\**,?\s+(?:[^\W\d_]+\s+)?{both}"), re.compile(rf"{both}\s+\**$")


@cache
def _going(language: str) -> re.Pattern[str]:
    plain = claim_words(language)["plain"]
    return re.compile(rf"(?<!\w)(?i:{either((*plain['from'], *plain['to']))})\s+\**\{{\s*([\w-]+)")


def _ends(of: Indicator) -> frozenset[str]:
    periods = (figure.period for figure in (of.before, of.latest) if figure)
    return frozenset(year for period in periods for year in years(period))
