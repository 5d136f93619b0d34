"""The earlier figure of an indicator, said of today: “Today there are {donors.before} donors”."""

import re
from collections.abc import Mapping

from deckgen.checks._around import Around
from deckgen.checks._clauses import around
from deckgen.checks._naming import Sentence
from deckgen.checks._phrases import bare, plain_words, small_words
from deckgen.checks._sight import says
from deckgen.checks._speaking import Subjects
from deckgen.model.figures import Indicator
from deckgen.source.words import claim_words

_REFERENCE = re.compile(r"\{\s*(?P<of>[\w-]+)\.before\s*\}")
_OPEN = ("past", "elsewhen", "than", "from", "supposed", "negative", "denied")
"""What tells of more than today: “from {donors.before} to what they are today”."""


def of_today(
    sentence: Sentence, subjects: Subjects, lists: Mapping[str, tuple[str, ...]]
) -> tuple[re.Match[str], Indicator] | None:
    """Return the reference to an earlier figure that is all a sentence has, and is said of today."""
    found = _REFERENCE.search(sentence.text)
    of = subjects.names.indicators.get(found["of"]) if found else None
    now, language = lists["now"], subjects.language
    if not found or not of or not of.before or not of.latest or of.before.value == of.latest.value:
        return None
    text = bare(sentence.text)
    # “It took {wait.before} months, and adults wait longer today”
    _, part = around(sentence, *found.span())
    if len(list(sentence.references)) != 1 or not says(bare(part), now) or re.search(r"\d", text) or "?" in text:
        return None
    linking = (*now, *claim_words(language)["plain"]["to-figure"])
    small = small_words(language) | frozenset(word.casefold() for phrase in linking for word in phrase.split())
    beside = Around(text, *found.span(), subjects.words_of(of), small)
    # “We are now below {x.before}”, “the crowds of {x.before} are history now”
    if beside.strange or says(text, (*lists["less-than"], *lists["more-than"])):
        return None
    return None if any(beside.has(plain_words(language)[name]) for name in _OPEN) else (found, of)
