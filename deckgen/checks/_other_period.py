"""A number typed beside a reference to one figure of an indicator, where its other one should stand."""

import re
from decimal import Decimal
from functools import cache

from deckgen.checks._around import Around
from deckgen.checks._clauses import first_part, last_part
from deckgen.checks._naming import one_word
from deckgen.checks._number_words import number_words
from deckgen.checks._numbers import Quantity
from deckgen.checks._phrases import bare, either, words
from deckgen.checks._sight import Sight, says
from deckgen.checks._speaking import years
from deckgen.checks._verdict import Verdict
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.source.words import claim_words

_NEAR = Decimal("0.5")
"""How far a number may be from the figure that it should be, as a share: farther, it may be of something else."""
_BEGIN = 4
"""How many letters the forms of a verb begin with alike."""
_NOUN = re.compile(r"[*_]*\s+([^\W\d_]{2,})")
_FIELDS = ("before", "after")


def of_other_period(at: Sight) -> Verdict | None:
    """Return what to say of “waited {wait.before} months, and waits 35 months today”, where it is 31: it is outdated.

    Where it is the very figure, it is typed.
    """
    fields = {(name, field) for name, field in at.sentence.references if field in _FIELDS}
    if len(fields) != 1 or at.wanted or not at.measured:
        return None
    ((name, field),) = fields
    of = at.figures.indicators.get(name)
    if not of or not of.before or not of.latest or {one.id for one in at.referred} != {name}:
        return None
    there, meant = (of.before, of.latest) if field == "before" else (of.latest, of.before)
    if not _counts_alike(at, name, field, there) or not _is_of(at, of, meant, now=meant is of.latest):
        return None
    value = at.number.quantity.value
    exact = Quantity.of(meant.value, meant.unit).value
    other = _FIELDS[1 - _FIELDS.index(field)]
    if value == exact:
        return at.typed([f"{name}.{other}"])
    known = {Quantity.of(figure.value, figure.unit).value for figure in of.figures}
    near = exact and abs(value / exact - 1) <= _NEAR
    return at.outdated([of], [f"{name}.{other}"]) if near and value not in known else None


@cache
def _earlier(language: str, listed: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of “four years earlier”, and of “against” before a number, which says that it was so then."""
    numbers = either(number_words(language))
    ways = "|".join(re.escape(one).replace(r"\{n\}", rf"(?:{numbers}|\d{{1,2}})") for one in listed)
    return re.compile(rf"(?<!\w)(?i:{ways})(?!\w)")


def _plain(language: str, *names: str) -> tuple[str, ...]:
    """Return the words of some lists of a language."""
    return tuple(word for name in names for word in claim_words(language)["plain"][name])


def _counts_alike(at: Sight, name: str, field: str, there: Figure) -> bool:
    """Return whether the number has the unit of the figure there, or the same word behind it."""
    if there.unit.kind is not UnitKind.COUNT:
        return Quantity.of(there.value, there.unit).alike(at.number.quantity)
    behind = (_NOUN.match(text) for text in (at.number.behind, *_behind(at.sentence.text, name, field)))
    nouns = [found[1].casefold() if found else "" for found in behind]
    # “Where they used to wait 7” leaves out the years, which stand behind the reference.
    if not nouns[0]:
        return at.number.bare and at.is_told and any(nouns[1:])
    return at.number.bare and any(one_word(nouns[0], other) for other in nouns[1:])


def _behind(text: str, name: str, field: str) -> list[str]:
    found = re.finditer(rf"\{{\s*{re.escape(name)}\.{field}\s*(?:\|[^{{}}]*)?\}}", text)
    return [text[one.end() :] for one in found]


def _is_of(at: Sight, of: Indicator, meant: Figure, *, now: bool) -> bool:
    """Return whether the part of the sentence around a number is of the period that is meant, and of nothing else."""
    text, language = at.sentence.text, at.figures.checked.deck.facts.words.lang
    start = last_part(text, at.number.start, language)
    part = text[start : at.number.start] + first_part(text[at.number.start :], language)[0]
    if "{" in part:
        return False
    dated = bool(meant.period) and meant.period in part
    listed = at.figures.lists["now"] if now else tuple(claim_words(language)["plain"]["used-to"])
    ago = None if now else _earlier(language, at.figures.lists["years-earlier"]).search(part)
    if not dated and not ago and not says(part, listed):
        return False
    if any(year not in meant.period for year in years(part)):
        return False
    rest = words(bare(f"{of.name} {text[:start]} {text[start + len(part) :]}"))
    known = {word for phrase in (*listed, meant.period) for word in phrase.casefold().split()}
    small = frozenset((*at.figures.lists["small-words"], *_plain(language, "joins", "to-figure"), *known))
    # “Waited” and “waits” are of one verb; of “children” nothing else is said.
    others = {word.text[:_BEGIN] for word in rest}
    begin = at.number.start - start
    if ago:
        part = part[: ago.start()] + " " * len(ago[0]) + part[ago.end() :]
    around = Around(bare(part), begin, begin + len(at.number.text), frozenset(), small)
    return all(word.text[:_BEGIN] in others for word in around.words if around.is_long(word))
