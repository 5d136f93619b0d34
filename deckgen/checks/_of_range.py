"""A number typed at one end of “from … to …”, at the other end of which an indicator is referred to."""

import re
from functools import cache

from deckgen.checks._numbers import Quantity, either
from deckgen.checks._sight import Sight
from deckgen.checks._speaking import years
from deckgen.checks._verdict import Verdict
from deckgen.model.figures import UnitKind
from deckgen.source.words import claim_words


def of_range(at: Sight) -> Verdict | None:
    """Return what to say of “from {hours.before} to 11”, where it is 24 now; where it is the figure, it is typed."""
    if at.wanted or at.number.quantity.points:
        return None
    before, behind = _patterns(at.figures.checked.deck.facts.words.lang)
    text, start = at.sentence.text, at.number.start
    first = before.search(text[:start])
    last = behind.match(text, start + len(at.number.text)) if not first and _begins(at) else None
    found = first or last
    of = at.figures.indicators.get(found["of"]) if found else None
    if not found or not of or not of.before or not of.latest or {one.id for one in at.referred} != {of.id}:
        return None
    meant, field = (of.latest, "after") if first else (of.before, "before")
    exact = Quantity.of(meant.value, meant.unit)
    if not (at.number.bare if meant.unit.kind is UnitKind.COUNT else exact.alike(at.number.quantity)):
        return None
    references = [f"{of.id}.{field}"]
    if at.number.quantity.value == exact.value:
        return at.typed(references)
    # “From {x.before} to 12 in 2022” is of another year.
    return None if years(text) else at.outdated([of], references)


def _begins(at: Sight) -> bool:
    """Return whether a word such as “from” stands right before the number."""
    plain = claim_words(at.figures.checked.deck.facts.words.lang)["plain"]
    return bool(re.search(rf"(?<!\w)(?i:{either(plain['from'])})\s[*_]*$", at.sentence.text[: at.number.start]))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of “from {x.before} to” before a number, and of “to {x.after}” behind one."""
    plain = claim_words(language)["plain"]
    begin, end = (rf"(?<!\w)(?i:{either(plain[name])})(?:\s|(?<=[’']))" for name in ("from", "to"))
    few = r"[*_]*(?:\s[^\W\d_]+){0,2},?\s"
    before = re.compile(rf"{begin}[*_]*\{{\s*(?P<of>[\w-]+)\.before\s*\}}{few}{end}[*_]*$")
    return before, re.compile(rf"{few}{end}[*_]*\{{\s*(?P<of>[\w-]+)(?:\.after|\.value)?\s*\}}")
