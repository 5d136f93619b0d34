"""What words in braces and those beside them say together: “{alone | fell} by five points”."""

import re
from collections.abc import Iterator
from functools import cache

from deckgen.checks._around import Around
from deckgen.checks._claimed import Spot
from deckgen.checks._holding import Said
from deckgen.checks._naming import Sentence
from deckgen.checks._phrases import Claim, Phrase, bare, either, grammar, plain_words, small_words, texts_of
from deckgen.checks._speaking import Subjects, years
from deckgen.model.figures import Indicator
from deckgen.resolve.bearing import Claimed
from deckgen.resolve.claims import Claims
from deckgen.source.words import claim_words
from deckgen.values import frozen

_CLAIM = re.compile(r"\{\s*(?P<of>[\w-]+)(?:\.(?:change|ratio))?\s*\|\s*(?P<words>[^{}|]*[^{}|\s])\s*\}")
_ELSEWHERE = ("elsewhen", "spans")
_STOP = re.compile(r"[.;:!()]|,\s|\s[–—-]\s")


@frozen(slots=True)
class Braced:
    """A sentence with the words of one claim in the place of its braces.

    ``start`` and ``end`` are where these words stand in its text, ``longer`` is by how much their braces are.
    """

    of: Indicator
    text: str
    start: int
    end: int
    longer: int

    def goes_on(self, start: int, end: int) -> bool:
        """Return whether a part of the text has some of the words, and others beside them."""
        return start < self.end and self.start < end and (start < self.start or self.end < end)

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part that ``goes_on`` stands in the sentence as it is written, with its braces."""
        return min(start, self.start), max(end, self.end) + self.longer

    def surely(self, start: int, end: int, subjects: Subjects, claims: Claims) -> bool:
        """Return whether nothing leaves open what a part says, and what follows tells of no other place or time."""
        sentence, small = Sentence(self.text, 0), small_words(subjects.language)
        # “Fell by five points, to {alone}” says no more: “to” may mean “until”.
        reached = _reached(subjects.language).search(self.text, end)
        # “Those who go alone fell by five points”: what stands before is what the braces name.
        clause = Sentence(" " * start + self.text[start : reached.start() if reached else None], 0)
        phrase = Phrase(Claim.CHANGE, self.text[start:end], start, end)
        ahead = Around(bare(self.text[:start]), 0, 0, frozenset(), frozenset())
        if ahead.has(plain_words(subjects.language)["negative"]):
            return False
        if not Spot(subjects.language, claims.words.lists, subjects, sentence, clause, phrase).leaves_nothing(self.of):
            return False
        stop = _STOP.search(self.text, end)
        behind = bare(self.text[end : stop.start() if stop else None])
        found = Around(behind, 0, 0, subjects.words_of(self.of), small)
        plain = plain_words(subjects.language)
        periods = [figure.period for figure in self.of.figures]
        strange_years = any(not any(year in period for period in periods) for year in years(self.text))
        return not found.strange and not strange_years and not any(found.has(plain[name]) for name in _ELSEWHERE)


@cache
def _reached(language: str) -> re.Pattern[str]:
    """Return a pattern of the figure that something came to."""
    return re.compile(rf",\s+(?i:{either(claim_words(language)['plain']['to'])})\s+\**\{{")


def braced(sentence: Sentence, subjects: Subjects) -> Iterator[Braced]:
    """Yield a sentence once for each claim in it that may be one of a change."""
    for found in _CLAIM.finditer(sentence.text):
        of = subjects.names.indicators.get(found["of"])
        if of and of.before:
            start, words = found.start(), found["words"]
            text = sentence.text[:start] + words + sentence.text[found.end() :]
            yield Braced(of, text, start, start + len(words), len(found[0]) - len(words))


def gone_on(sentence: Sentence, subjects: Subjects, claims: Claims) -> Iterator[Said]:
    """Yield by how much figures changed that words in braces say to have changed, where that is not by how much."""
    for one in braced(sentence, subjects):
        for phrase in grammar(subjects.language).phrases(bare(one.text)):
            if phrase.claim is not Claim.CHANGE or not one.goes_on(phrase.start, phrase.end):
                continue
            # “Paths ploughed over {ploughed | halved}” says no more than that they did.
            if phrase.end == one.end and texts_of(one.text[phrase.start : one.start]) <= texts_of(one.of.name):
                continue
            written = Phrase(Claim.CHANGE, phrase.text, *one.written(phrase.start, phrase.end))
            said = Said(written, (Claimed(one.of, ""),))
            if not said.holds(claims) and one.surely(phrase.start, phrase.end, subjects, claims):
                yield said
