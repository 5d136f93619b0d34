"""A phrase in its clause, and what stands around it that an indicator explains, or that leaves open what is said."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from deckgen.checks._around import Around, without_asides, without_passive
from deckgen.checks._naming import Sentence, counts_as
from deckgen.checks._phrases import Claim, Phrase, Phrases, bare, either, plain_words, small_words, words
from deckgen.checks._speaking import Subjects, spanned
from deckgen.model.figures import Indicator
from deckgen.source.words import claim_words
from deckgen.values import frozen


@frozen
class Phrased:
    """A phrase in its clause and sentence, and the sentence ``before`` that.

    ``lists`` are those of words of its language, ``leads`` of its slide.
    """

    language: str
    lists: Mapping[str, tuple[str, ...]]
    subjects: Subjects
    sentence: Sentence
    clause: Sentence
    phrase: Phrase
    leads: tuple[str, ...] = ()
    before: Sentence | None = None

    @property
    def start(self) -> int:
        """Where in its clause the phrase begins."""
        return self.phrase.start - (self.clause.start - self.sentence.start)

    @property
    def end(self) -> int:
        """Where in its clause the phrase ends."""
        return self.phrase.end - (self.clause.start - self.sentence.start)

    @property
    def _begin(self) -> int:
        """Where the phrase begins with an “only” before it."""
        only = re.search(r"[^\W\d_]+\s+$", self.clause.text[: self.start])
        return only.start() if only and self._list_has("only", only[0]) else self.start

    @property
    def _is_loose(self) -> bool:
        """Whether the phrase may also be “one of four measures”, which is no share of anything."""
        return self.phrase.claim is Claim.PART and self._list_has("loosely", self.phrase.text)

    def _list(self, name: str) -> Phrases:
        return plain_words(self.language)[name]

    def _list_has(self, name: str, text: str) -> bool:
        return Around(text, 0, 0, frozenset(), frozenset()).has(self._list(name))

    @property
    def _rest(self) -> Sentence:
        """The clause without the phrase, which names nothing: “almost all” is no “all night” of a label."""
        text = self.clause.text
        rest = text if self.phrase.noun else text[: self.start] + " " * (self.end - self.start) + text[self.end :]
        return Sentence(rest, self.clause.start)

    def _around(self, subject: Indicator) -> Around:
        small = small_words(self.language)
        known = self.subjects.words_of(subject) | self._of_lead(subject) | self._of_every(subject)
        known |= _them(self.language) if self._of_them(subject) else frozenset()
        text = bare(self.clause.text)
        whole = self.subjects.whole_of(subject, small)
        known |= {one.text for one in words(text) if any(counts_as(one.text, word, self.language) for word in whole)}
        text = without_asides(text, self.language)
        return Around(spanned(text, subject, self.lists, self.language) or text, self._begin, self.end, known, small)

    def _of_every(self, subject: Indicator) -> frozenset[str]:
        """Return the words for “fully” where a label says “every” or “all”: those fully tagged are tagged all over."""
        said = claim_words(self.language)
        label = Around(subject.name, 0, 0, frozenset(), frozenset())
        listed = frozenset(said["plain"]["fully"])
        return listed if label.has(Phrases(said["kinds"]["all"])) else frozenset()

    def _of_lead(self, subject: Indicator) -> frozenset[str]:
        """Return what a lead calls that which an indicator is out of: “280 people who left”."""
        if not subject.of:
            return frozenset()
        total = rf"\{{\s*{re.escape(self.subjects.totals.get(subject.id, subject.id + '.of'))}\s*\}}"
        number = "|".join(map(re.escape, (subject.of.text, str(subject.of.value))))
        found = (re.search(rf"{total}|(?<![\d.,])(?:{number})(?![\d%]|[.,]\d)", lead) for lead in self.leads)
        behind = (one.string[one.end() :] for one in found if one)
        whole = self.subjects.names.indicators.get(self.subjects.totals.get(subject.id, ""))
        texts = (*behind, *([whole.name] if whole else []))
        said = frozenset(word.text for text in texts for word in words(bare(text))) - small_words(self.language)
        # “Of those who left” denies nothing where that is what they are called.
        next_ = [word.text for word in words(bare(self.clause.text)) if word.start >= self.end]
        those = next_[: next((at for at, word in enumerate(next_) if word in said), 0)]
        return said | (frozenset(those) & frozenset(claim_words(self.language)["plain"]["those"]))

    def _of_them(self, subject: Indicator) -> bool:
        """Return whether “of them” behind a share are all that a figure is out of: first in a text, all bold said."""
        listed = claim_words(self.language)["plain"]["of-them"]
        found = re.match(rf"\s+(?i:{either(listed)})(?!\w)", self.clause.text[self.end :]) if listed else None
        first = self.before is None and not words(self.sentence.text[: self.phrase.start]) and subject.of is not None
        return bool(found) and first and self.subjects.says_all_bold(subject, self.clause)

    def _open(self, subject: Indicator) -> bool:
        """Return whether something in the clause denies what is said, or in the sentence makes it a hope or demand."""
        whole = without_passive(bare(self.sentence.text), self.language)
        begin = self._begin + self.clause.start - self.sentence.start
        sentence = Around(whole, begin, begin + self.end - self._begin, self._around(subject).known, frozenset())
        denied, supposed = (self._list(name) for name in ("denied", "supposed"))
        around_, them = self._around(subject), _them(self.language)
        if self._of_them(subject):
            text = re.sub(r"\w+", lambda one: " " * len(one[0]) if one[0].casefold() in them else one[0], around_.text)
            around_ = replace(around_, text=text)
        return around_.has(denied) or sentence.has(supposed)


@cache
def _them(language: str) -> frozenset[str]:
    return frozenset(
        word for phrase in claim_words(language)["plain"]["of-them"] for word in re.findall(r"\w+", phrase)
    )
