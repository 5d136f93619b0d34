"""The earlier figure of an indicator, said of today: “Today there are {donors.before} donors”."""

import re
from collections.abc import Mapping

from deckgen.checks._around import Around
from deckgen.checks._clauses import around
from deckgen.checks._naming import Sentence
from deckgen.checks._phrases import bare, plain_words
from deckgen.checks._sight import says
from deckgen.model.figures import Indicator

_REFERENCE = re.compile(r"\{\s*(?P<of>[\w-]+)\.before\s*\}")
_OPEN = ("past", "elsewhen", "than", "from", "supposed", "negative", "denied")
"""What tells of more than today: “from {donors.before} to what they are today”."""


def of_today(
    sentence: Sentence, indicators: Mapping[str, Indicator], now: tuple[str, ...], language: str
) -> tuple[re.Match[str], Indicator] | None:
    """Return the reference to an earlier figure that is all a sentence has, and is said of today."""
    found = _REFERENCE.search(sentence.text)
    of = indicators.get(found["of"]) if found else None
    if not found or not of or not of.before or not of.latest or of.before.value == of.latest.value:
        return None
    text = bare(sentence.text)
    # “It took {wait.before} months, and adults wait longer today”
    _, part = around(sentence, *found.span())
    if len(list(sentence.references)) != 1 or not says(bare(part), now) or re.search(r"\d", text) or "?" in text:
        return None
    beside = Around(text, *found.span(), frozenset(), frozenset())
    return None if any(beside.has(plain_words(language)[name]) for name in _OPEN) else (found, of)
