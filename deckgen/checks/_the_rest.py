"""How many others there are said to be: “24 of 36 towns have a form; the other 14 have none”, of which twelve have."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from deckgen.checks._all_but import numbers_in
from deckgen.checks._around import Around
from deckgen.checks._naming import Sentence, counts_as
from deckgen.checks._number_words import number_words, said_number
from deckgen.checks._phrases import Claim, Phrase, bare, either, longest_words, plain_words, small_words, words_in
from deckgen.checks._ranked import Unlike
from deckgen.checks._speaking import Subjects
from deckgen.model.figures import Indicator, UnitKind
from deckgen.source.words import claim_words

FEW = 5
"""Fewer others, of which no noun is said, may be others of anything: “the other two are estimates”."""


def the_rest(
    sentence: Sentence, before: Sentence | None, subjects: Subjects, shown: tuple[str, ...]
) -> Iterator[Unlike]:
    """Yield “the other 14” of a sentence where a count of a total, said there or ``before``, leaves another rest."""
    language, text = subjects.language, bare(sentence.text)
    others = others_said(text, language)
    if others is None:
        return
    found, number = others
    spoken = f"{before.text if before else ''} {sentence.text[: found.start()]} {sentence.text[found.end() :]}"
    of = _count(spoken, subjects, shown)
    if (
        not of
        or not of.of
        or not of.latest
        or number in rests(tuple(subjects.names.indicators[name] for name in shown))
    ):
        return
    plain = plain_words(language)
    around = Around(bare(spoken), 0, 0, frozenset(), frozenset())
    if any(around.has(plain[name]) for name in ("supposed", "nearly")) or not _counts(
        text[found.end() :], number, of, subjects, shown
    ):
        return
    phrase = Phrase(Claim.PART, sentence.text[found.start() : found.end()], found.start(), found.end())
    rest = of.of.value - of.latest.value
    message = f"“{phrase.text}” is said beside “{of.id}”, which is {of.latest.text} of {of.of.text}"
    yield Unlike(phrase, message, f"say what the figures say: {rest:f} others")


def others_said(text: str, language: str) -> tuple[re.Match[str], int] | None:
    """Return where a bare text says how many others there are, and how many; None where it does more than once."""
    every = list(_others(language).finditer(text))
    if len(every) != 1:
        return None
    return every[0], said_number(next(one for one in every[0].groups()[1:] if one), language)


def may_have_rest(text: str, language: str) -> bool:
    """Return whether a text may say how many others there are: this is asked of every text."""
    return not _keys(language).isdisjoint(words_in(text))


def _count(spoken: str, subjects: Subjects, shown: tuple[str, ...]) -> Indicator | None:
    """Return the only count out of a total of which a text says the figure, and no other."""
    counts = [subjects.names.indicators[name] for name in shown]
    counts = [of for of in counts if of.of and of.latest and of.latest.unit.kind is UnitKind.COUNT]
    said = {name for name, _ in Sentence(spoken, 0).references}
    numbers = set(numbers_in(bare(spoken), subjects.language))
    found = [
        of for of in counts if of.id in said or (of.latest and of.of and {of.latest.value, of.of.value} <= numbers)
    ]
    if len(found) != 1 or "%" in spoken:
        return None
    of = found[0]
    known = {int(one.value) for one in (of.latest, of.of) if one}
    return of if not numbers - known and said <= {of.id, subjects.totals.get(of.id, "")} else None


def rests(figures: Sequence[Indicator]) -> set[int]:
    """Return the numbers that figures, and what they leave of each other, may bear."""
    values = {int(one.value) for of in figures for one in (*of.figures, of.of) if one}
    pairs = {abs(one - other) for one, other in combinations(values, 2)}
    return values | pairs | {abs(one - value) for one in pairs for value in values}


def _counts(behind: str, number: int, of: Indicator, subjects: Subjects, shown: tuple[str, ...]) -> bool:
    """Return whether the others are surely those of the total: its noun follows, or a verb that has none."""
    language = subjects.language
    next_ = re.match(r"\s+([^\W\d_]+)", behind)
    if not next_:
        return False
    word = next_[1].casefold()
    counted = subjects.counted_by(of) | subjects.whole_of(of, small_words(language))
    if any(counts_as(word, one, language) for one in counted):
        return True
    return word in _verbs(language) and number > max(len(shown), FEW)


@cache
def _verbs(language: str) -> frozenset[str]:
    """Return with what begins what is said of others of whom no noun is said."""
    plain = claim_words(language)["plain"]
    listed = (one for name in ("they-do", "having", "negative") for one in plain[name])
    return frozenset(found[0].casefold() for one in listed if (found := re.search(r"[^\W\d_]+", one)))


@cache
def _keys(language: str) -> frozenset[str]:
    return longest_words(claim_words(language)["plain"]["the-rest"])


@cache
def _others(language: str) -> re.Pattern[str]:
    """Return a pattern of “the other 14” and “the 14 others”, the groups of which but the first are the numbers."""
    number = rf"((?i:{either(number_words(language))})|\d{{1,4}}(?![\d%]|[.,/-]\w|\s?%))"
    listed = claim_words(language)["plain"]["the-rest"]
    parts = ([either([part.strip()]) for part in one.split("{n}")] for one in listed)
    phrases = (r"\s+".join(one for one in (begin, number, end) if one) for begin, end in parts)
    return re.compile(rf"(?<!\w)(?P<said>(?i:{'|'.join(phrases)}))(?!\w)")
