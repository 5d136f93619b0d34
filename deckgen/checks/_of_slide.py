"""A typed count beside the figures of its slide, and beside what the totals of the deck count."""

import re

from deckgen.checks._measures import past
from deckgen.checks._naming import counts_as, one_word
from deckgen.checks._parts import is_open, says_count
from deckgen.checks._phrases import small_words
from deckgen.checks._sight import MANY, SMALL, Sight
from deckgen.checks._verdict import Finding, Verdict
from deckgen.model.figures import Indicator
from deckgen.source.words import claim_words


def of_counted(at: Sight) -> Verdict | None:
    """Return that so many of a total are said to be what a label says, of which there are others."""
    value, names = at.number.quantity.value, at.figures.names
    if value <= SMALL or at.wanted or not at.measured or len(at.touched - names.totals) != 1 or at.referred:
        return None
    (of,) = at.of(at.touched - names.totals) or (None,)
    if of is None or not of.of or of.before or at.follows(of) or is_open(at, of):
        return None
    return at.outdated([of]) if says_count(at, of) else None


def of_slide(at: Sight) -> Verdict | None:
    """Return that the number is a figure that its slide shows or refers to: a large one, or one of what that counts."""
    value = at.number.quantity.value
    if value <= SMALL or at.wanted or not at.measured:
        return None
    known = [of for of in (*at.shown, *at.on_same_slide) if value >= MANY or _counts_word(at, of)]
    references = at.showing(known, computed=False)
    return at.outdated(past(at, references)) or at.typed(references)


def _counts_word(at: Sight, of: Indicator) -> bool:
    """Return whether one of the two words behind a number is the noun that a label begins with."""
    behind = [word.casefold() for word in re.findall(r"[^\W\d_]{3,}", at.number.behind)[:2]]
    first = re.match(r"[^\W\d_]{3,}", of.name.casefold())
    small = small_words(at.figures.checked.deck.facts.words.lang)
    if first is None or first[0] in small or of.of:
        return False
    return any(one_word(word, first[0]) for word in behind)


def of_all(at: Sight) -> Verdict | None:
    """Return that the number of what a total counts, by its name or its label, is in no indicator."""
    value = at.number.quantity.value
    if value <= SMALL or at.wanted or not at.measured or at.follows(*at.figures.indicators.values()):
        return None
    names = {word for name in at.figures.names.totals for word in name.split("-")} | at.figures.counted
    noun = re.match(r"\W{0,3}([^\W\d_]{3,})(?:\s+([^\W\d_]+))?", at.number.behind)
    language = at.figures.checked.deck.facts.words.lang
    plain = claim_words(language)["plain"]
    # “The 250 rooms of the palace” are others.
    if noun and (noun[2] or "").casefold() in (*plain["of"], *plain["within"], *plain["places"]):
        return None
    counted = noun and any(counts_as(noun[1].casefold(), known, language) for known in names)
    return at.verdict(Finding.UNKNOWN) if counted else None
