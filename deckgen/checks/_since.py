"""A year since which something is said to have changed, before that of its first figure: “halved since 2017”."""

import re
from collections.abc import Iterator
from functools import cache

from deckgen.checks._aims import later, under_aims
from deckgen.checks._around import Around
from deckgen.checks._directions import changes
from deckgen.checks._naming import Sentence, sentences
from deckgen.checks._phrases import bare, either, plain_words
from deckgen.checks._speaking import Subjects
from deckgen.checks._years_in import years_of
from deckgen.checks.base import Checked
from deckgen.model.deck import Slide, Told
from deckgen.model.figures import Indicator
from deckgen.source.words import claim_words
from deckgen.values import frozen


@frozen(slots=True)
class Since:
    """A year that stands at ``start`` in a text, and the indicator whose figures begin in a later one, ``first``."""

    told: Told
    year: str
    start: int
    of: Indicator
    first: int


def since(checked: Checked) -> Iterator[Since]:
    """Yield each year since which a sentence says that its one indicator changed, and that is before its figures."""
    words, subjects = checked.deck.facts.words, Subjects.of_deck(checked)
    pattern = _pattern(words.lang)
    for slide, told in checked.told:
        if not slide or told.key.startswith("indicators.") or not pattern.search(told.text):
            continue
        if later(slide, told, checked.deck) or under_aims(slide, told, words.lists):
            continue
        for sentence in sentences(told):
            found = list(pattern.finditer(sentence.text))
            of = _changed(sentence, slide, subjects) if len(found) == 1 else None
            first = min(years_of(of), default=None) if of and len(of.figures) > 1 else None
            if of and first and int(found[0]["year"]) < first and not _is_open(sentence, words.lang):
                yield Since(told, found[0]["year"], sentence.start + found[0].start("year"), of, first)


def _changed(sentence: Sentence, slide: Slide, subjects: Subjects) -> Indicator | None:
    """Return the one indicator that a sentence refers to or names, if it says that something changed."""
    known = subjects.names.indicators
    referred = {name.strip() for reference, _ in sentence.references for name in reference.split(",")}
    of = known.get(next(iter(referred))) if len(referred) == 1 else None
    if not referred:
        of = subjects.only(sentence, slide.indicators)
    return of if changes(sentence.text, subjects.language) else None


def _is_open(sentence: Sentence, language: str) -> bool:
    plain = plain_words(language)
    whole = Around(bare(sentence.text), 0, 0, frozenset(), frozenset())
    return whole.has(plain["supposed"]) or sentence.text.rstrip().endswith("?")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Return what finds “since 2017”."""
    begins = either(way.partition("{n}")[0].strip() for way in claim_words(language)["plain"]["since"])
    return re.compile(rf"(?<!\w)(?i:{begins})\s(?P<year>(?:19|20)\d\d)(?!\d|[–-]\d)")
