"""What a slide says is wanted, or a rule lays down: no figure of today."""

import re
from collections.abc import Iterable

from deckgen.checks._directions import Lists
from deckgen.checks._sight import Sight, says
from deckgen.model.deck import Deck, Slide, Told

_HEAD = re.compile(r"title|lead|kicker")
_COLUMN = re.compile(r"columns\.\d+\.")
_STEP = re.compile(r"((?:columns\.\d+\.)?timeline\.\d+\.)(?:text|title)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def under_aims(slide: Slide | None, told: Told, lists: Lists) -> bool:
    """Return whether a text stands under a heading such as “Goals”: of its column, or else of its slide."""
    if slide is None or told.key.startswith("notes"):
        return False
    column = _COLUMN.match(told.key)
    heads = (_heads(slide.told, column[0]) if column else []) or _heads(slide.told, "")
    return any(says(head.text, lists["aims"]) for head in heads if head is not told)


def later(slide: Slide | None, told: Told, deck: Deck) -> bool:
    """Return whether a text is that of a step of a later year than the deck: no figure of today either."""
    step = _STEP.fullmatch(told.key)
    if slide is None or step is None or deck.facts.date is None:
        return False
    dates = (one.text for one in slide.told if one.key == f"{step[1]}date")
    return any(int(year) > deck.facts.date.year for date in dates for year in _YEAR.findall(date))


def _heads(texts: Iterable[Told], begin: str) -> list[Told]:
    return [one for one in texts if one.key.startswith(begin) and _HEAD.fullmatch(one.key[len(begin) :])]


def of_rule(at: Sight) -> bool:
    """Return whether a number is one of law, a fine, a fee or a deadline, and so belongs in no indicator."""
    lists, text = at.figures.lists, at.sentence.text
    if says(text, lists["ruled"]):
        return True
    moved = says(text, lists["said-risen"]) or says(text, lists["said-fallen"])
    before = at.number.follows.rstrip()
    return not moved and any(before.casefold().endswith(phrase.casefold()) for phrase in lists["limiting"])
