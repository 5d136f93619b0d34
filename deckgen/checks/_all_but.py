"""How many of a total are left out: “All but six lighthouses”, of which four are."""

import re
from collections.abc import Iterator
from functools import cache

from deckgen.checks._around import Around
from deckgen.checks._claimed import Spot
from deckgen.checks._naming import Sentence, counts_as
from deckgen.checks._number_words import number_words, said_number
from deckgen.checks._phrases import (
    Claim,
    Phrase,
    bare,
    either,
    longest_words,
    plain_words,
    small_words,
    words,
    words_in,
)
from deckgen.checks._ranked import Unlike
from deckgen.checks._speaking import Subjects
from deckgen.model.figures import Indicator, UnitKind
from deckgen.resolve.claims import Claims
from deckgen.source.words import claim_words

_MANY = re.compile(r"\s[а-яё]+(?:ых|их)(?!\w)")
"""What stands behind a number in Russian, and says which ones."""
_REFERENCE = re.compile(r"\{[^{}]*\}")


def all_but(
    clause: Sentence, sentence: Sentence, subjects: Subjects, claims: Claims, shown: tuple[str, ...]
) -> Iterator[Unlike]:
    """Yield “all but six” of a total, where another number is left of it."""
    language, text = subjects.language, bare(clause.text)
    found = next((one for pattern in _patterns(language) if (one := pattern.search(text))), None)
    of = _subject(clause, subjects, shown) if found else None
    if not found or not of or not of.of:
        return
    number, whole = said_number(found["number"], language), of.of.value
    others = set(numbers_in(text[: found.start("number")] + " " + text[found.end("number") :], language))
    if others - {int(whole)} or not _counts(found, text, of, subjects, shown):
        return
    begin = clause.start - sentence.start
    start, end = (begin + at for at in found.span("said"))
    phrase = Phrase(Claim.PART, sentence.text[start:end], start, end)
    spot = Spot(language, claims.words.lists, subjects, sentence, clause, phrase)
    if (
        _is_limited(found, text, of, subjects)
        or not spot.surely(of)
        or number in {int(whole - figure.value) for figure in of.figures}
    ):
        return
    rest = whole - of.latest.value if of.latest else whole
    message = f"“{phrase.text}” is said of “{of.id}”, which is {of.latest.text if of.latest else ''} of {of.of.text}"
    yield Unlike(phrase, message, f"say what the figures say: all but {rest:f}")


def may_leave_out(text: str, language: str) -> bool:
    """Return whether a text may say how many are left out: this is asked of every text."""
    said = words_in(text)
    return all(not keys.isdisjoint(said) for keys in _keys(language))


def _subject(clause: Sentence, subjects: Subjects, shown: tuple[str, ...]) -> Indicator | None:
    """Return the only count out of a total of which a clause says what its label says."""
    of = subjects.only(clause, shown) or subjects.labelled(clause, shown) or subjects.shown_alone(clause, shown)
    if not of or not of.latest or of.latest.unit.kind is not UnitKind.COUNT or of.of is None:
        return None
    return of if subjects.says_most(of, clause) else None


def _counts(found: re.Match[str], text: str, of: Indicator, subjects: Subjects, shown: tuple[str, ...]) -> bool:
    """Return whether the total of an indicator is what the number is left out of.

    Its noun is said, or the slide shows no other total and nothing else is said.
    """
    language, small = subjects.language, small_words(subjects.language)
    around = Around(text, *found.span("said"), subjects.words_of(of), small)
    between = [word for word in words(text) if found.start("said") <= word.start < found.end("said")]
    behind = [word for word in around.behind[:1] if not text[found.end("said") : word.start].strip("., ").count(",")]
    nouns = [word.text for word in (*between, *behind)]
    counted = subjects.counted_by(of) | subjects.whole_of(of, small)
    if any(counts_as(noun, word, language) for noun in nouns for word in counted):
        # “Bis auf ein paar” leaves out more than one.
        one = said_number(found["number"], language) == 1 and not found["number"].isdecimal()
        next_ = re.match(r"\s([^\W\d_]+)", text[found.end("number") :])
        return not one or not next_ or any(counts_as(next_[1].casefold(), word, language) for word in counted)
    every = (subjects.names.indicators[name] for name in shown)
    return not around.strange and {other.of.value for other in every if other.of} == {of.of.value if of.of else 0}


def _is_limited(found: re.Match[str], text: str, of: Indicator, subjects: Subjects) -> bool:
    """Return whether only some of the total are meant: “all but six of the north”, “all but six northern ones”."""
    language, plain = subjects.language, plain_words(subjects.language)
    around = Around(text, *found.span("said"), subjects.words_of(of), small_words(language))
    behind = text[found.end("number") :]
    if any(around.limits(plain[name]) for name in ("of", "within")) or (language == "ru" and _MANY.match(behind)):
        return True
    nouns = [word for word in around.behind if around.knows(word)]
    next_ = around.behind[:1]
    counted = subjects.counted_by(of)
    first = bool(nouns) and any(counts_as(nouns[0].text, word, language) for word in counted)
    return first and any(word in around.strange for word in next_) and "," not in behind.partition(nouns[0].text)[0]


_DIGITS = 12
"""Of more digits no count is said, and not every number of them can be read."""


def numbers_in(text: str, language: str) -> Iterator[int]:
    """Yield the numbers of a text, in words and in digits, but for one, which may be an article."""
    for word in re.findall(r"\w+", _REFERENCE.sub(" ", text).lower()):
        if word.isdecimal() and len(word) <= _DIGITS:
            yield int(word)
        elif (value := number_words(language).get(word, 1)) > 1:
            yield value


@cache
def _keys(language: str) -> tuple[frozenset[str], ...]:
    """Return of which words a text has one of each."""
    plain = claim_words(language)["plain"]
    return tuple(longest_words(plain[name]) for name in ("all-of", "but-for"))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns of “all lighthouses but six”, and “but for six, all”."""
    plain = claim_words(language)["plain"]
    every, but = (rf"(?<!\w)(?i:{either(plain[name])})" for name in ("all-of", "but-for"))
    number = rf"(?P<number>(?i:{either(number_words(language))})|\d{{1,4}})(?![\w%]|[.,/-]\w|\s?%)"
    few = r"(?:\s+[^\W\d_]+){0,3},?\s+"
    return (
        re.compile(rf"(?P<said>{every}(?!\w){few}{but}(?:\s+|(?<=[’'])){number})"),
        re.compile(rf"(?P<said>{but}(?:\s+|(?<=[’'])){number}{few}{every})(?!\w)"),
    )
