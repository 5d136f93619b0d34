"""A clause on a slide with figures: what it says of them, and what leaves open that it says anything."""

from collections.abc import Mapping
from functools import cached_property

from deckgen.checks._around import Around, without_passive
from deckgen.checks._evidence import Evidence
from deckgen.checks._naming import Sentence
from deckgen.checks._phrases import bare, plain_words, small_words
from deckgen.checks._speaking import Subjects, years
from deckgen.resolve.claims import Claims
from deckgen.values import frozen

Place = tuple[int, int]
"""Where in a clause something begins and ends."""
_HOPES = ("supposed", "elsewhen", "between-figures")
"""What in a sentence makes it a hope, no sentence of today, or one of what lies between figures."""


@frozen
class Spoken:
    """A clause of a sentence, and the ``evidence`` of its slide."""

    subjects: Subjects
    claims: Claims
    evidence: Evidence
    sentence: Sentence
    clause: Sentence

    @property
    def language(self) -> str:
        """The language of the deck."""
        return self.subjects.language

    @property
    def lists(self) -> Mapping[str, tuple[str, ...]]:
        """The lists of words of the language."""
        return self.claims.words.lists

    @cached_property
    def text(self) -> str:
        """The clause without references and emphasis, as long as it was."""
        return bare(self.clause.text)

    def known(self, evidence: Evidence | None = None) -> frozenset[str]:
        """Return the words of figures, of all those of the slide unless others are given."""
        return frozenset[str]().union(*map(self.subjects.words_of, (evidence or self.evidence).figures))

    def around(self, place: Place, evidence: Evidence | None = None) -> Around:
        """Return what stands around a place in the clause, beside the words of figures."""
        return Around(self.text, *place, self.known(evidence), small_words(self.language))

    def has(self, listed: str, place: Place = (0, 0)) -> bool:
        """Return whether a phrase of a list stands in the clause, but for a place in it."""
        return Around(self.text, *place, frozenset(), frozenset()).has(plain_words(self.language)[listed])

    def of(self, place: Place) -> Evidence:
        """Return the figures of which the clause says what sets them apart, but for a place in it; else all."""
        return self.evidence.said_in(self.clause, *place, self.subjects, self.lists["left-open"])

    @property
    def is_of_another_time(self) -> bool:
        """Whether the clause has a year in which none of the figures begins or ends."""
        ends = (figure.period for of in self.evidence.figures for figure in (*of.figures[:1], *of.figures[-1:]))
        return bool(years(self.clause.text) - years(" ".join(ends)))

    def leaves_open(self, place: Place, *, share: bool) -> bool:
        """Return whether the sentence makes a hope of what stands at a place, or the clause denies it or tells where.

        A share may be denied: then what is left of it was looked at as well.
        """
        language, offset, known = self.language, self.clause.start - self.sentence.start, self.known()
        plain, small = plain_words(language), small_words(language)
        sentence = without_passive(bare(self.sentence.text), language)
        whole = Around(sentence, offset + place[0], offset + place[1], known, small)
        part = Around(self.subjects.timeless(self.clause), *place, known, small)
        if any(whole.has(plain[name]) for name in _HOPES) or part.limits(plain["places"]):
            return True
        denied, negative = part.has(plain["denied"]), part.has(plain["negative"])
        return denied and not negative if share else denied or negative
