"""The shares and multiples of a clause of which no figure of its slide is one: “two thirds”, “twice as long”."""

import re
from functools import cache, cached_property

from deckgen.checks._around import Around
from deckgen.checks._comparatives import may_compare
from deckgen.checks._compared import times_bounds
from deckgen.checks._multiples import as_in_year, is_compared, may_begin_multiplied, measure_of, times_said
from deckgen.checks._numbers import YEAR
from deckgen.checks._phrases import Claim, Phrase, Word, grammar, plain_words, small_words, words
from deckgen.checks._spoken import Place, Spoken
from deckgen.source.words import claim_words
from deckgen.values import frozen

_TWO = 2
_EITHER_WAY = ("fast", "cheap", "much")
"""What is twice as fast takes half of the time."""
_MOSTLY = ("majority", "large-majority", "almost-all")
"""“Most” is said of much that no figure of a slide is about."""
_OF_NO_SHARE = ("spans", "again", "articles", "as-other")
"""What stands behind a share that is none of something: “half a metre”, “half as deadly”, “half again as many”."""


@frozen
class Quantities:
    """The shares and multiples of a clause; it is false where it has none."""

    spoken: Spoken

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return bool(self._times or self._phrases)

    @cached_property
    def _times(self) -> re.Match[str] | None:
        text, language = self.spoken.text, self.spoken.language
        return times_said(language).search(text) if may_begin_multiplied(text, language) else None

    @property
    def _phrases(self) -> tuple[Phrase, ...]:
        return grammar(self.spoken.language).phrases(self.spoken.text)

    def is_share(self, place: Place) -> bool:
        """Return whether what begins where ``place`` does is a share."""
        return any(one.start == place[0] and one.claim is not Claim.CHANGE for one in self._phrases)

    def unborne(self) -> Place | None:
        """Return where the only quantity stands, if no figure bears it."""
        times, phrases = self._times, self._phrases
        if times and not self._is_multiple_denied(times):
            return None
        # The half of “half as long” is none.
        if times and phrases and not self._is_read(phrases[0]):
            return times.span()
        if phrases and not (len(phrases) == 1 and self._is_denied(phrases[0])):
            return None
        if times:
            return times.span()
        return None if self._has_digits(phrases[0]) else (phrases[0].start, phrases[0].end)

    def _is_multiple_denied(self, times: re.Match[str]) -> bool:
        spoken = self.spoken
        rest = spoken.clause.text[times.end() :]
        year = as_in_year(rest, spoken.language)
        if is_compared(rest[: year.start()] + rest[year.end() :] if year else rest, spoken.language):
            return False
        # “Four years ago it was three times as many” goes back.
        past = spoken.has("past", times.span())
        either_way = past or measure_of(times["times"], rest, spoken.language) in _EITHER_WAY
        bounds = times_bounds(times, spoken.claims)
        since = year["year"] if year else ""
        return spoken.of(times.span()).denies_multiple(bounds, either_way=either_way, since=since)

    def _is_denied(self, phrase: Phrase) -> bool:
        spoken, place = self.spoken, (phrase.start, phrase.end)
        of = spoken.of(place)
        around = spoken.around(place, of)
        # “Three quarters of those asked” are no figures, where no word of them is said.
        listed = [word for word in (*around.words, *words(phrase.noun)) if around.is_long(word)]
        if phrase.claim is not Claim.CHANGE and not any(map(around.knows, listed)):
            return False
        # “Nine in ten books come back”, of which one in ten is lost.
        rest = not of.narrowed or bool(around.strange)
        denied, today = spoken.has("negative"), not spoken.has("past")
        return self._is_read(phrase) and of.denies(phrase, spoken.claims, denied=denied, rest=rest, today=today)

    def _is_read(self, phrase: Phrase) -> bool:
        """Return whether a phrase is a share or change of something: not “half a metre”, “every second year”."""
        language = self.spoken.language
        plain, alone = plain_words(language), Around(phrase.text, 0, 0, frozenset(), frozenset())
        if phrase.claim is Claim.PART and alone.has(plain["loosely"]):
            return False
        behind = [word for word in words(self.spoken.text) if word.start >= phrase.end]
        counted = behind and any(known.startswith(behind[0].text) for known in self.spoken.known())
        if alone.has(plain["ordinal"]) and not counted:
            return False
        if any(plain[name].end(behind, 0) for name in _OF_NO_SHARE) or self._is_of_more(phrase, behind):
            return False
        # “A third dearer” is no third of anything.
        if behind and may_compare(behind[0].text, language):
            return False
        said = [word.text for word in words(phrase.text)]
        return not any(said[-len(one) :] == one for one in _mostly(language))

    def _is_of_more(self, phrase: Phrase, behind: list[Word]) -> bool:
        """Return whether a phrase is part of a longer number: “two and a half”, “one in seven or eight”."""
        language = self.spoken.language
        numbers = grammar(language).numbers
        before = [word for word in words(self.spoken.text) if word.end <= phrase.start][-_TWO:]
        if len(before) == _TWO and before[0].text in numbers and before[1].text in small_words(language):
            return True
        goes_on = plain_words(language)["or"].end(behind, 0)
        return bool(goes_on) and len(behind) > 1 and behind[1].text in numbers

    def _has_digits(self, phrase: Phrase) -> bool:
        """Return whether the clause has numbers that are no years, but for the two of “2 in 3”."""
        text = self.spoken.text
        rest = text if phrase.claim is Claim.CHANGE else text[: phrase.start] + " " + text[phrase.end :]
        return bool(re.search(r"\d", YEAR.sub(" ", rest)))


@cache
def _mostly(language: str) -> tuple[list[str], ...]:
    kinds = claim_words(language)["kinds"]
    return tuple([word.text for word in words(one)] for name in _MOSTLY for one in kinds[name])
