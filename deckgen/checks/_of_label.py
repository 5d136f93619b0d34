"""A typed count in a sentence that says all of a label, or on a slide with a figure it nearly is."""

import re
from decimal import Decimal

from deckgen.checks._around import LONG, is_said
from deckgen.checks._naming import one_word
from deckgen.checks._numbers import either
from deckgen.checks._phrases import bare, small_words, texts_of, words
from deckgen.checks._sight import Sight
from deckgen.checks._verdict import Finding, Verdict
from deckgen.model.figures import Indicator, UnitKind

_LEAST = 2
"""How many long words a label has at least that is told by all of them."""
_LARGE, _NEAR = Decimal(100), Decimal("0.1")
"""From how much on a count that is so near to another, as a share of it, is hardly a count of something else."""


def of_label(at: Sight) -> Verdict | None:
    """Return that a number is, or is not, the count whose whole label a sentence says, with its noun behind it."""
    named = [of for of in at.named if of.latest and of.latest.unit.kind is UnitKind.COUNT]
    if len(at.named) != 1 or not named or named[0] in at.referred or at.wanted or not at.measured:
        return None
    of, language = named[0], at.figures.checked.deck.facts.words.lang
    small = small_words(language)
    label = [word.text for word in words(of.name) if len(word.text) >= LONG and word.text not in small]
    behind = re.match(r"[*_]*\s([^\W\d_]{4,})", at.number.behind)
    said = texts_of(bare(at.sentence.text)) | set(re.findall(r"\d{4}", at.sentence.text))
    if len(label) < _LEAST or not behind or not all(is_said(word, said) for word in label):
        return None
    if not any(one_word(behind[1].casefold(), word) for word in label) or _is_one_of_more(at, of, small):
        return None
    return at.typed(at.showing([of], computed=False)) or (None if at.follows(of) else at.outdated([of]))


def _is_one_of_more(at: Sight, of: Indicator, small: frozenset[str]) -> bool:
    """Return whether a sentence has two words or more that no label has: it may count some of them."""
    known = {*texts_of(of.name), *texts_of(of.id.replace("-", " "))}
    said = [word.text for word in words(bare(at.sentence.text)) if len(word.text) >= LONG and word.text not in small]
    return len([word for word in said if not is_said(word, known) and not word.isdecimal()]) > 1


def of_nearly(at: Sight) -> Verdict | None:
    """Return that a large number which no indicator has is nearly a count, or a total, that its slide shows."""
    value = at.number.quantity.value
    said = either((*at.figures.lists["of-total"], *at.figures.lists["out-of"]))
    is_total = bool(re.search(rf"(?<!\w)(?i:{said})\s[*_]*$", at.number.follows))
    if value < _LARGE or is_total or at.wanted or not at.measured or at.showing_anywhere():
        return None
    counts = [
        figure.value
        for of in (*at.shown, *at.on_same_slide)
        for figure in (of.latest, of.before, of.of)
        if figure and figure.unit.kind is UnitKind.COUNT and figure.value
    ]
    near = any(abs(value / one - 1) <= _NEAR for one in counts)
    return at.verdict(Finding.UNKNOWN) if near and not at.follows(*at.shown, *at.on_same_slide) else None
