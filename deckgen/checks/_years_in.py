"""In how many years something is said to have changed: “halved in ten years”, over figures five years apart."""

import re
from collections.abc import Iterator
from itertools import combinations

from deckgen.checks._aims import later, under_aims
from deckgen.checks._around import Around
from deckgen.checks._clauses import clauses
from deckgen.checks._directions import direction, tells
from deckgen.checks._holding import Said
from deckgen.checks._naming import Sentence, sentences
from deckgen.checks._numbers import YEAR
from deckgen.checks._phrases import Claim, Phrase, bare, grammar, plain_words, small_words
from deckgen.checks._speaking import Subjects, years
from deckgen.checks.base import Checked
from deckgen.model.deck import Slide, Told
from deckgen.model.figures import Indicator
from deckgen.resolve.bearing import Claimed
from deckgen.resolve.claims import Claims
from deckgen.resolve.deck import claims_of
from deckgen.values import frozen


@frozen(slots=True)
class Lasted:
    """A number of years that a change is said to have taken, where it stands in a text, and of what it is said.

    ``of_ends`` tells whether the clause refers to the first figure and the last.
    """

    told: Told
    found: re.Match[str]
    start: int
    of: Indicator
    of_ends: bool


def lasted(checked: Checked, pattern: re.Pattern[str]) -> Iterator[Lasted]:
    """Yield each number of years, found by a ``pattern``, in a clause that surely tells of the change of one figure."""
    words = checked.deck.facts.words
    for slide, told in checked.told:
        if not slide or told.key.startswith("indicators.") or not pattern.search(told.text):
            continue
        if later(slide, told, checked.deck) or under_aims(slide, told, words.lists):
            continue
        reader = _Reader(checked, Subjects.of_deck(checked), claims_of(checked.spec, words))
        for sentence in sentences(told):
            for part in clauses(sentence, words.lang, reader.tells):
                found = pattern.search(part.text)
                of = reader.subject(part, sentence, found, slide) if found else None
                if found and of:
                    yield Lasted(told, found, part.start + found.start(), of, refers_to_ends(part, of))


@frozen
class _Reader:
    """Reads the clauses of one deck that tell of a change."""

    checked: Checked
    subjects: Subjects
    claims: Claims

    @property
    def _language(self) -> str:
        return self.checked.deck.facts.words.lang

    def tells(self, text: str) -> bool:
        """Return whether a text tells of a change."""
        return tells(text, self._language) or bool(grammar(self._language).phrases(bare(text)))

    def subject(self, part: Sentence, sentence: Sentence, found: re.Match[str], slide: Slide) -> Indicator | None:
        """Return the indicator that a clause surely speaks of, and that changed as it says; a hope is no change."""
        of = self._about(part, slide) or self._collected(part, found)
        if of is None or len(of.figures) < 2 or not self._changed(part, of):
            return None
        if years(sentence.text) or sentence.text.rstrip().endswith("?"):
            return None
        plain, known = plain_words(self._language), self.subjects.words_of(of)
        around = Around(bare(part.text), found.start(), found.end(), known, small_words(self._language))
        whole = Around(bare(sentence.text), 0, 0, known, frozenset())
        # “Night flights were halved” is said of no other time than the figures that were halved.
        elsewhen = around.has(plain["elsewhen"]) and not self._quantities(part)
        open_ = elsewhen or whole.has(plain["supposed"]) or around.has(plain["negative"])
        return None if open_ or around.limits(plain["places"]) or self._names_others(around) else of

    def _names_others(self, around: Around) -> bool:
        return self._language != "de" and around.names_others()

    def _about(self, part: Sentence, slide: Slide) -> Indicator | None:
        """Return the only indicator that a clause names, or the only one of its slide, if it says a word of that."""
        named = self.subjects.only(part, slide.indicators)
        if named or self.subjects.of(part, slide.indicators):
            return named
        names = self.subjects.names
        shown = [names.indicators[name] for name in slide.indicators if name not in names.totals]
        if len(shown) != 1:
            return None
        small = small_words(self._language)
        said = Around(bare(part.text), 0, 0, self.subjects.words_of(shown[0]), small)
        return shown[0] if any(said.is_long(word) and said.knows(word) for word in said.words) else None

    def _quantities(self, part: Sentence) -> list[Phrase]:
        """Return how much a clause says that something changed by."""
        return [one for one in grammar(self._language).phrases(bare(part.text)) if one.claim is Claim.CHANGE]

    def _collected(self, part: Sentence, found: re.Match[str]) -> Indicator | None:
        said = self._quantities(part)
        rest = part.text[: found.start()] + " " * len(found[0]) + part.text[found.end() :]
        return self.subjects.collected(Sentence(rest, 0), said[0].start, said[0].end) if len(said) == 1 else None

    def _changed(self, part: Sentence, of: Indicator) -> bool:
        """Return whether the figures changed as a clause says, all of it, or it names the first and the last."""
        # Words in braces are held to the figures.
        if refers_to_ends(part, of) or re.search(rf"\{{\s*{re.escape(of.id)}\s*\|", part.text):
            return True
        said = self._quantities(part)
        if said:
            return all(Said(one, (Claimed(of, ""),), overall=True).holds(self.claims) for one in said)
        way = direction(part, self.checked.deck.facts.words.lists, self._language)
        first, last = of.figures[0].value, of.figures[-1].value
        return way is not None and not way.midst and not way.open and way.way == (last > first) - (last < first)


def refers_to_ends(part: Sentence, of: Indicator) -> bool:
    """Return whether a clause refers to the first figure of an indicator and to the last."""
    fields = {field for name, field in part.references if name == of.id}
    return "before" in fields and not fields.isdisjoint(("after", "value", ""))


def years_of(of: Indicator) -> frozenset[int]:
    """Return the years of the figures of an indicator; none where one of them is of no single year."""
    found = [YEAR.findall(figure.period) for figure in of.figures]
    return frozenset(int(years[0]) for years in found) if all(len(years) == 1 for years in found) else frozenset()


def spans(figures: frozenset[int], today: int | None) -> frozenset[int]:
    """Return how many years any two of the figures are apart, or one of them and today."""
    found = {later - earlier for earlier, later in combinations(sorted(figures), 2)}
    return frozenset(found | ({today - year for year in figures} if today else set()))
