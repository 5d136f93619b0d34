"""What to make of a typed number with its unit: a share, money, percentage points, or what indicators measure in."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from deckgen.checks._aims import of_rule
from deckgen.checks._known import comparable, figures_of, rest_of
from deckgen.checks._naming import Sentence, one_word, words_of
from deckgen.checks._numbers import Quantity, Typed, either, masked
from deckgen.checks._sight import SMALL, Sight, says
from deckgen.checks._verdict import Finding, Verdict
from deckgen.model.figures import Indicator, UnitKind
from deckgen.source.words import claim_words

_NEAR_LETTERS = 32
"""In how many letters around a number a word for others says that it is theirs."""
_DIGITS = 3
"""With fewer digits, a number that nothing else connects with an indicator may be its figure by chance."""


def of_measure(at: Sight) -> Verdict | None:
    """Return what is to be said of a number with its unit; the first rule that applies decides."""
    rules = (_of_named, _of_unmeasured, _of_touched, _of_unconfirmed, _of_contradicted, _of_any, _of_stray)
    return next(filter(None, (rule(at) for rule in rules)), None)


def _of_named(at: Sight) -> Verdict | None:
    """Return that the number is a figure of an indicator that is named, or is said of today and was one before."""
    percent = at.number.quantity.kind is UnitKind.PERCENT and not at.number.quantity.points
    worded = [of.id for of in at.named if percent and at.number.quantity.value in _in_words(of)]
    mine = at.showing(at.named) or tuple(worded)
    return at.outdated(past(at, mine)) or at.typed(mine)


def _of_unmeasured(at: Sight) -> Verdict | None:
    """Return that a number is fine that is an aim, or that follows from what is named.

    “Others” far from a number that no indicator has do not tell where it is from.
    """
    if at.measured and not at.follows(*at.named):
        return None
    return _of_stray(at) if _is_of_others_elsewhere(at) else at.fine()


def _is_of_others_elsewhere(at: Sight) -> bool:
    """Return whether words for others are all that a sentence says of what is not measured, none of them near."""
    others = at.figures.lists["of-others"]
    if at.measured or at.on_slide or not at.only_unmeasured_by(others):
        return False
    begin, end = at.number.start - _NEAR_LETTERS, at.number.start + len(at.number.text) + _NEAR_LETTERS
    if says(at.sentence.text[max(begin, 0) : end], others):
        return False
    return not any(at.number.quantity.rounds(rest) for of in at.figures.indicators.values() for rest in rest_of(of))


def _of_touched(at: Sight) -> Verdict | None:
    return at.typed(at.showing(at.of(at.touched), computed=False))


def _of_unconfirmed(at: Sight) -> Verdict | None:
    """Return that what is said to be unconfirmed is not the unconfirmed figure of the one that is spoken of."""
    word = at.figures.checked.deck.facts.words.say("unconfirmed")
    unsure = {of.id: of for of in (*at.named, *at.referred) if of.unconfirmed}
    if len(unsure) != 1 or not says(at.sentence.text, (word,)):
        return None
    ((name, of),) = unsure.items()
    alike = of.unconfirmed and Quantity.of(of.unconfirmed.value, of.unconfirmed.unit).alike(at.number.quantity)
    return at.outdated([of], [f"{name}.unconfirmed"]) if alike and not at.follows(of) else None


def _of_contradicted(at: Sight) -> Verdict | None:
    return None if at.wanted else at.outdated(contradicted(at))


def _of_any(at: Sight) -> Verdict | None:
    """Return that the number is a figure of the slide, or of the deck if it is too particular to be so by chance.

    That of a law or a goal may be alike.
    """
    if at.wanted or of_rule(at):
        return None
    near = at.showing((*at.shown, *at.of(at.touched), *at.referred), computed=False)
    return at.typed(near or (at.showing_anywhere() if _is_particular(at.number) else _only(at)))


def _only(at: Sight) -> tuple[str, ...]:
    """Return the reference to the only share of the deck that is the number, if a word of its label is said."""
    found = at.showing_anywhere()
    quantity = at.number.quantity
    if len(found) != 1 or quantity.kind is not UnitKind.PERCENT or quantity.points:
        return ()
    name, _, field = found[0].partition(".")
    of = at.figures.indicators[name]
    said = words_of(masked(at.sentence.text))
    if any(one_word(word, other) for word in words_of(of.name) for other in said):
        return found
    # “In 2021 it was {x.before}; in 2025 it was 1.4%” says of what it is in the sentence before.
    figure = of.before if field == "before" else of.latest
    dated = figure and figure.period and figure.period in at.sentence.text
    return found if dated and re.search(rf"\{{\s*{re.escape(name)}\b", at.told.text) else ()


def _is_particular(number: Typed) -> bool:
    """Return whether a number has so many digits that no other is alike by chance; zeros at its end are none."""
    digits = re.sub(r"\D", "", number.text).strip("0")
    return len(digits) >= _DIGITS


def _of_stray(at: Sight) -> Verdict | None:
    """Return that no indicator in sight has the number: over figures of its unit it is missed there."""
    quantity = at.number.quantity
    if quantity.points or at.follows(*at.shown, *at.referred) or _is_known(at):
        return None
    alike = [of for of in at.shown if of.latest and Quantity.of(of.latest.value, of.latest.unit).alike(quantity)]
    if alike and at.on_slide:
        return at.verdict(Finding.STRAY, (), alike)
    return None if of_rule(at) else at.verdict(Finding.UNKNOWN)


def _is_known(at: Sight) -> bool:
    """Return whether an indicator has the number; what others than those in sight come to may be alike by chance."""
    near = (*at.shown, *at.of(at.touched))
    return bool(at.showing(near) or at.showing_anywhere())


def contradicted(at: Sight) -> tuple[Indicator, ...]:
    """Return the indicators that are named, and have other figures than the number that is said of them."""
    quantity = at.number.quantity
    referred = {name for name, field in at.sentence.references if field not in ("before", "label")}
    free = [of for of in at.named if of.id not in referred]
    about = tuple(of for of in free if comparable(quantity, of))
    if not about and quantity.kind is UnitKind.PERCENT and not quantity.points:
        about = tuple(of for of in free if _in_words(of))
    # The distance of two indicators is no change of one of them.
    others = at.shown if quantity.points else ()
    apart = {abs(one - other) for one in _shares(about) for other in _shares(others)}
    return () if quantity.value in apart else about


def _shares(among: Iterable[Indicator]) -> list[Decimal]:
    return [of.latest.value for of in among if of.latest and of.latest.unit.kind is UnitKind.PERCENT]


def past(at: Sight, references: tuple[str, ...]) -> tuple[Indicator, ...]:
    """Return the indicators whose earlier figure is said to be that of today."""
    once = [of for of in at.named if references == (f"{of.id}.before",) and of.before and of.latest]
    text = at.sentence.text
    now = {of.latest.period for of in once if of.latest} - {""}
    then = {of.before.period for of in once if of.before} - {""}
    if "{" in text or any(period in text for period in then):
        return ()
    if not (says(text, at.figures.lists["now"]) or any(period in text for period in now) or _is_today(at)):
        return ()
    latest = {known.quantity.value for of in once for known in figures_of(of) if known.reference.endswith(".after")}
    return () if any(typed.quantity.value in latest for typed in at.figures.numbers(text)) else tuple(once)


def _is_today(at: Sight) -> bool:
    """Return whether a number stands behind “is”, in a sentence that has no other number and no word for the past."""
    plain = claim_words(at.figures.checked.deck.facts.words.lang)["plain"]
    is_ = re.search(rf"(?<!\w)(?i:{either(plain['is-today'])})\s+$", at.number.follows)
    alone = len(list(at.figures.numbers(at.sentence.text))) == 1
    return bool(is_) and alone and not says(at.sentence.text, plain["past"])


def _in_words(of: Indicator) -> tuple[Decimal, ...]:
    """Return the numbers of per cent in a change that is known in words only."""
    if not of.change or of.latest:
        return ()
    return tuple(Decimal(said.replace(",", ".")) for said in re.findall(r"(\d+(?:[.,]\d+)?)\s?%", of.change.text))


# A number that is not meant exactly


_APPROXIMATE = ("almost", "more-than", "about", "less-than")


def approximate(at: Sight) -> str:
    """Return which of the lists has the words right before the number, such as “almost”; none for an exact one."""
    for name in _APPROXIMATE:
        if re.search(rf"(?<!\w)(?i:{either(at.figures.lists[name])})\s$", at.number.follows):
            return name
    return ""


def of_approximate(at: Sight, said: str) -> Verdict | None:
    """Return that no figure of the one indicator that is named is near enough to what is said of it.

    A count must be one of what the deck counts, or out of the total that is said.
    """
    about, number = contradicted(at), at.number.quantity
    if not about and _is_unheard_of(at, said):
        return at.verdict(Finding.UNKNOWN)
    if len(about) != 1 or at.number.named_total or not at.measured or at.wanted:
        return None
    whole = about[0].of.value if about[0].of else None
    if at.number.total != whole if at.number.total is not None else at.number.bare and not _is_counted(at):
        return None
    # The “than” of “more than” leaves nothing open.
    text, start = at.sentence.text, at.number.start
    before = re.sub(rf"(?<!\w)(?i:{either(at.figures.lists[said])})\s$", "", text[:start])
    rest = replace(at, sentence=Sentence(before + text[start:], at.sentence.start))
    near = (known.value for known in rest.sayable(about[0]) if known.alike(number))
    return None if any(_near(said, number.value, value) for value in near) else at.outdated(about)


def _is_unheard_of(at: Sight, said: str) -> bool:
    """Return whether no share of the deck may be the one that is said to be “about” so much."""
    number = at.number.quantity
    if number.kind is not UnitKind.PERCENT or number.points or at.named or not at.measured or at.wanted or of_rule(at):
        return False
    known = (known.quantity for listed in at.figures.known.values() for known in listed)
    return not any(one.alike(number) and _near(said, number.value, one.value) for one in known)


def _is_counted(at: Sight) -> bool:
    return at.is_counted and at.number.quantity.value > SMALL


def _near(said: str, round_: Decimal, exact: Decimal) -> bool:
    """Return whether “almost”, “more than”, “about” or “less than” ``round_`` may be said of ``exact``."""
    tenth = abs(round_) / 10
    if said == "less-than":
        return exact < round_
    least = {"almost": round_ - 2 * tenth, "more-than": round_, "about": round_ - tenth}[said]
    most = {"almost": round_, "more-than": round_ * 2, "about": round_ + tenth}[said]
    return least <= exact <= most
