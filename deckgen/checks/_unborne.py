"""The words of a sentence for a change or a share, of which no figure of its slide is one."""

import re
from collections.abc import Iterator
from functools import cache

from deckgen.checks._around import Around, is_said, without_passive
from deckgen.checks._clauses import clauses, opening
from deckgen.checks._comparatives import comparative, may_compare
from deckgen.checks._compared import times_bounds
from deckgen.checks._directions import Direction, changes, direction
from deckgen.checks._every_time import each_time, may_each_time
from deckgen.checks._evidence import Evidence
from deckgen.checks._multiples import as_in_year, is_compared, may_begin_multiplied, measure_of, times_said
from deckgen.checks._naming import Sentence
from deckgen.checks._phrases import Claim, Phrase, Word, bare, either, grammar, plain_words, small_words, words
from deckgen.checks._sight import phrases
from deckgen.checks._speaking import Subjects, years
from deckgen.checks._the_rest import may_have_rest, others_said
from deckgen.checks._then import in_a_row, may_compare_years, then
from deckgen.resolve.claims import Claims
from deckgen.source.words import claim_words
from deckgen.values import frozen

_TWO = 2
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SUBJECT_FIRST = ("en", "de", "fr")
"""The languages in which no statement begins with its verb."""
_EITHER_WAY = ("fast", "cheap", "much")
"""What is twice as fast takes half of the time."""
_HOPES = ("supposed", "elsewhen", "between-figures")
"""What in a sentence makes it a hope, no sentence of today, or one of what lies between figures."""
_MOSTLY = ("majority", "large-majority", "almost-all")
"""“Most” is said of much that no figure of a slide is about."""
_OF_NO_SHARE = ("spans", "again", "articles", "as-other")
"""What stands behind a share that is none of something: “half a metre”, “half as deadly”, “half again as many”."""


def may_claim(text: str, language: str) -> bool:
    """Return whether a text may claim a change or a share: this is asked of every text."""
    if may_begin_multiplied(text, language) or may_have_rest(text, language) or may_compare(text, language):
        return True
    return changes(text, language)


@frozen
class Reader:
    """Reads one sentence on a slide with figures."""

    subjects: Subjects
    claims: Claims
    evidence: Evidence
    sentence: Sentence

    @property
    def _language(self) -> str:
        return self.subjects.language

    @property
    def _known(self) -> frozenset[str]:
        """The words of the figures of the slide."""
        return self._known_of(self.evidence)

    def _known_of(self, evidence: Evidence) -> frozenset[str]:
        return frozenset[str]().union(*map(self.subjects.words_of, evidence.figures))

    def unborne(self) -> Iterator[tuple[int, int]]:
        """Yield where in the sentence words stand that no figure bears."""
        text = self.sentence.text
        if "|" in text or text.rstrip().endswith("?") or not may_claim(text, self._language) or self._of_others():
            return
        # “Share of the helmets or falls counted” says what is measured.
        if phrases(self.claims.words.lists["share-of"]).match(text.lstrip("*_ ")):
            return
        for clause in clauses(self.sentence, self._language, lambda part: may_claim(part, self._language)):
            offset = clause.start - self.sentence.start
            found = None if self._is_of_another_time(clause) else self._claimed(clause) or self._others(clause.text)
            if found:
                yield offset + found[0], offset + found[1]

    def _said(self, clause: Sentence, start: int, end: int) -> Evidence:
        return self.evidence.said_in(clause, start, end, self.subjects, self.claims.words.lists["left-open"])

    def _claimed(self, clause: Sentence) -> tuple[int, int] | None:
        found = self._in_clause(clause)
        if not found and (ago := self._ago(clause)):
            return ago
        share = found and any(one.start == found[0] and one.claim is not Claim.CHANGE for one in self._phrases(clause))
        return found if found and not self._open(clause, *found, denies=not share) else None

    def _ago(self, clause: Sentence) -> tuple[int, int] | None:
        """Return where “than five years ago” stands in a clause, if no figure is so old."""
        text = bare(clause.text)
        ago = then(text, self._language) if may_compare_years(text, self._language) else None
        if not ago or not ago["number"]:
            return None
        return ago.span() if self._said(clause, *ago.span()).denies_ago(ago, self._language) else None

    def _phrases(self, clause: Sentence) -> tuple[Phrase, ...]:
        return grammar(self._language).phrases(bare(clause.text))

    def _is_of_another_time(self, clause: Sentence) -> bool:
        """Return whether a clause has a year in which none of the figures begins or ends."""
        ends = (figure.period for of in self.evidence.figures for figure in (*of.figures[:1], *of.figures[-1:]))
        return bool(years(clause.text) - years(" ".join(ends)))

    def _of_others(self) -> bool:
        """Return whether the sentence has to do with figures that are not those of the slide."""
        names = self.subjects.names
        touched = names.touched(self.sentence) | set(names.named(self.sentence))
        return bool(touched - names.totals - {of.id for of in self.evidence.figures})

    def _open(self, clause: Sentence, start: int, end: int, *, denies: bool) -> bool:
        """Return whether the sentence makes a hope of what stands in a clause, or that ``denies`` it."""
        offset, language = clause.start - self.sentence.start, self._language
        small, plain = small_words(language), plain_words(language)
        sentence = without_passive(bare(self.sentence.text), language)
        whole = Around(sentence, offset + start, offset + end, self._known, small)
        part = Around(self.subjects.timeless(clause), start, end, self._known, small)
        if any(whole.has(plain[name]) for name in _HOPES):
            return True
        # Of a share with a “no” it is looked at what is left as well.
        negative = part.has(plain["negative"])
        return (
            (negative if denies else False)
            or (part.has(plain["denied"]) and (denies or not negative))
            or part.limits(plain["places"])
        )

    def _in_clause(self, clause: Sentence) -> tuple[int, int] | None:
        """Return where in a clause the only claim stands, if no figure bears it."""
        text = bare(clause.text)
        times = times_said(self._language).search(text) if may_begin_multiplied(text, self._language) else None
        claims = self._phrases(clause)
        if times and not self._is_multiple_denied(clause, times):
            return None
        if times and claims and not self._is_read(claims[0], text):
            return times.span()
        if claims and not (len(claims) == 1 and self._is_denied(clause, claims[0])):
            return None
        if times:
            return times.span()
        if claims:
            return None if _has_digits(text, claims[0]) else (claims[0].start, claims[0].end)
        return self._way(clause) or self._comparative(clause) or self._beside_other(clause)

    def _is_multiple_denied(self, clause: Sentence, times: re.Match[str]) -> bool:
        rest = clause.text[times.end() :]
        year = as_in_year(rest, self._language)
        if is_compared(rest[: year.start()] + rest[year.end() :] if year else rest, self._language):
            return False
        past = Around(bare(clause.text), *times.span(), frozenset(), frozenset()).has(
            plain_words(self._language)["past"]
        )
        either_way = past or measure_of(times["times"], rest, self._language) in _EITHER_WAY
        said = self._said(clause, *times.span())
        bounds = times_bounds(times, self.claims)
        return said.denies_multiple(bounds, either_way=either_way, since=year["year"] if year else "")

    def _is_denied(self, clause: Sentence, phrase: Phrase) -> bool:
        said, text = self._said(clause, phrase.start, phrase.end), bare(clause.text)
        denied = Around(text, 0, 0, frozenset(), frozenset()).has(plain_words(self._language)["negative"])
        today = not Around(text, 0, 0, frozenset(), frozenset()).has(plain_words(self._language)["past"])
        around = Around(text, phrase.start, phrase.end, self._known_of(said), small_words(self._language))
        # “Three quarters of those asked” are no figures, where no word of them is said.
        listed = [*around.words, *words(phrase.noun)]
        if phrase.claim is not Claim.CHANGE and not any(around.knows(word) for word in listed if around.is_long(word)):
            return False
        # “Nine in ten books come back”, of which one in ten is lost.
        rest = not said.narrowed or bool(around.strange)
        found = said.denies(phrase, self.claims, denied=denied, rest=rest, today=today)
        return found and self._is_read(phrase, text)

    def _others(self, text: str) -> tuple[int, int] | None:
        """Return where in a clause stands how many others there are, if no figure leaves so many."""
        others = others_said(bare(text), self._language) if may_have_rest(text, self._language) else None
        return others[0].span() if others and self.evidence.denies_others(others[1]) else None

    def _way(self, clause: Sentence) -> tuple[int, int] | None:
        """Return where in a clause stands which way something went, if no figure did, or not each time."""
        way = direction(clause, self.claims.words.lists, self._language)
        if not way or not way.way or way.open or self._says_else(clause, way):
            return None
        row = in_a_row(bare(clause.text), self._language)
        if row and self.evidence.denies_in_a_row(way.way, row[1]):
            return min(row[0].start(), way.start), max(row[0].end(), way.start + len(way.said))
        when = self._each_time(clause.text)
        said = self._said(clause, way.start, way.start + len(way.said))
        if when and said.denies_each_time(way.way):
            return min(when.start(), way.start), max(when.end(), way.start + len(way.said))
        # “Has become more frequent” tells of something that may have no figure, “more content” of those who are.
        if way.midst and not self._counts(clause, way, said):
            return None
        start, end = way.start, way.start + len(way.said)
        both = self._both(clause)
        if both and len(self.evidence.figures) == _TWO:
            denied = self.evidence.denies_way(way.way, every=True)
            return (min(both.start, start), max(both.end, end)) if denied else None
        return (start, end) if said.denies_way(way.way) else None

    def _says_else(self, clause: Sentence, way: Direction) -> bool:
        """Return whether a clause has numbers of its own, or a “more” without a word of what the figures count."""
        text = _YEAR.sub(" ", bare(clause.text))
        around = Around(
            bare(clause.text), way.start, way.start + len(way.said), self._known, small_words(self._language)
        )
        # “More work lies ahead” says nothing of what the figures count.
        if not way.begins and way.start == opening(clause.text, self._language) and self._language in _SUBJECT_FIRST:
            # “Falls with a head injury”
            return True
        ends = way.begins and not any(around.knows(word) for word in around.words if around.is_long(word))
        return ends or bool(re.search(r"\d", text))

    def _comparative(self, clause: Sentence) -> tuple[int, int] | None:
        """Return where in a clause stands a comparative, if what it measures never went that way."""
        found = comparative(bare(clause.text), self._language)
        if not found:
            return None
        measured = self._said(clause, found.start, found.end).measured(found.kind, self._language)
        return (found.start, found.end) if measured.denies_way(found.way) else None

    def _beside_other(self, clause: Sentence) -> tuple[int, int] | None:
        """Return where “fewer … than the native” stands, if of two figures the other than the one named is no less."""
        found = _more_than(self._language).search(bare(clause.text))
        named = self.subjects.only_touched(clause.text[found.end() :]) if found else None
        if not found or named not in self.evidence.figures or len(self.evidence.figures) != _TWO:
            return None
        other = next(of for of in self.evidence.figures if of is not named)
        before = self.subjects.only_touched(clause.text[: found.end()])
        if before not in (None, other):
            return None
        way = 1 if found["more"] else -1
        return found.span() if self.evidence.denies_order(other.id, way) else None

    def _both(self, clause: Sentence) -> Word | None:
        listed, found = plain_words(self._language)["both"], words(bare(clause.text))
        return next((word for at, word in enumerate(found) if listed.end(found, at) == at + 1), None)

    def _counts(self, clause: Sentence, way: Direction, said: Evidence) -> bool:
        """Return whether a word that sets one of the figures apart stands behind a “more”."""
        behind = [word for word in words(bare(clause.text)) if word.start >= way.start + len(way.said)][:1]
        return any(is_said(word.text, self.subjects.marks_of(of)) for word in behind for of in said.figures)

    def _each_time(self, text: str) -> re.Match[str] | None:
        may = may_each_time(text, self._language)
        return each_time(self._language).search(bare(text)) if may else None

    def _is_read(self, phrase: Phrase, text: str) -> bool:
        """Return whether a phrase is a share or change of something: not “half a metre”, “every second year”."""
        plain = plain_words(self._language)
        if phrase.claim is Claim.PART and Around(phrase.text, 0, 0, frozenset(), frozenset()).has(plain["loosely"]):
            return False
        behind = [word for word in words(text) if word.start >= phrase.end]
        ordinal = Around(phrase.text, 0, 0, frozenset(), frozenset()).has(plain["ordinal"])
        if ordinal and not any(known.startswith(word.text) for word in behind[:1] for known in self._known):
            return False
        if any(plain[name].end(behind, 0) for name in _OF_NO_SHARE) or self._is_of_more(phrase, text, behind):
            return False
        # “A third dearer” is no third of anything.
        if behind and may_compare(behind[0].text, self._language):
            return False
        said = [word.text for word in words(phrase.text)]
        return not any(said[-len(one) :] == one for one in _mostly(self._language))

    def _is_of_more(self, phrase: Phrase, text: str, behind: list[Word]) -> bool:
        """Return whether a phrase is part of a longer number: “two and a half”, “one in seven or eight”."""
        numbers = grammar(self._language).numbers
        before = [word for word in words(text) if word.end <= phrase.start][-2:]
        joined = len(before) == _TWO and before[1].text in small_words(self._language) and before[0].text in numbers
        goes_on = plain_words(self._language)["or"].end(behind, 0) and len(behind) > 1 and behind[1].text in numbers
        return joined or bool(goes_on)


def _has_digits(text: str, phrase: Phrase) -> bool:
    """Return whether a text has numbers that are no years, but for the two of “2 in 3”."""
    rest = text if phrase.claim is Claim.CHANGE else text[: phrase.start] + " " + text[phrase.end :]
    return bool(re.search(r"\d", _YEAR.sub(" ", rest)))


@cache
def _more_than(language: str) -> re.Pattern[str]:
    """Return a pattern of “more … than” and “fewer … than”."""
    plain = claim_words(language)["plain"]
    more, fewer, than = (either(plain[name]) for name in ("more", "fewer", "than"))
    return re.compile(rf"(?<!\w)(?i:(?P<more>{more})|{fewer})(?!\w)[^,.;:!?]{{1,60}}?\s(?i:{than})(?!\w)")


@cache
def _mostly(language: str) -> tuple[list[str], ...]:
    kinds = claim_words(language)["kinds"]
    return tuple([word.text for word in words(one)] for name in _MOSTLY for one in kinds[name])
