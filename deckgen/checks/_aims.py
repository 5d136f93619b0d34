"""What a slide says is wanted, or a rule lays down: no figure of today."""

import re
from collections.abc import Iterable

from deckgen.checks._directions import Lists
from deckgen.checks._sight import Sight, says
from deckgen.model.deck import Slide, Told

_HEAD = re.compile(r"title|lead|kicker")
_COLUMN = re.compile(r"columns\.\d+\.")


def under_aims(slide: Slide | None, told: Told, lists: Lists) -> bool:
    """Return whether a text stands under a heading such as “Goals”: of its column, or else of its slide."""
    if slide is None or told.key.startswith("notes"):
        return False
    column = _COLUMN.match(told.key)
    heads = (_heads(slide.told, column[0]) if column else []) or _heads(slide.told, "")
    return any(says(head.text, lists["aims"]) for head in heads if head is not told)


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
