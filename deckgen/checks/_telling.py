"""How indicators and their figures are told in messages."""

from collections.abc import Sequence

from deckgen.model.figures import Indicator, UnitKind
from deckgen.model.words import Words

_MOST = 3


def said_of(about: Sequence[Indicator], words: Words, points: bool = False) -> str:
    """Return the names of indicators with what they are, such as “sham-marriage”, which is 23% → 39%.

    Where ``points`` were said, the change is told too.
    """
    more = [f", {of.change.text}" if points and of.change and of.before else "" for of in about]
    told = [f"“{of.id}”, which is {what(of, words)}{change}" for of, change in zip(about, more, strict=True)][:_MOST]
    return "; and of ".join(told) + (" …" if len(about) > _MOST else "")


def what(of: Indicator, words: Words) -> str:
    """Return the figures of an indicator as slides show them."""
    if of.latest and of.before:
        return f"{of.before.text} → {of.latest.text}"
    if of.latest and of.of and of.latest.unit.kind is not UnitKind.PERCENT:
        return words.say("of", value=of.latest.text, total=of.of.text)
    return of.latest.text if of.latest else of.change.text if of.change else ""


def figure(of: Indicator, points: bool = False) -> str:
    """Return the reference to what an indicator is today; to its change in ``points``."""
    if points and of.change:
        return f"{of.id}.change"
    return f"{of.id}.after" if of.before else of.id
