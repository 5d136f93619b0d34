"""What to make of a typed count, alone or out of a total."""

import re
from collections.abc import Callable
from decimal import Decimal

from deckgen.checks._alone import of_alone
from deckgen.checks._measures import past
from deckgen.checks._naming import counts_as, one_word, words_of
from deckgen.checks._numbers import either
from deckgen.checks._of_label import of_label, of_nearly
from deckgen.checks._of_slide import of_all, of_counted, of_slide
from deckgen.checks._out_of import out_of_total, total_behind
from deckgen.checks._parts import is_open, of_part
from deckgen.checks._phrases import small_words
from deckgen.checks._sight import MANY, SMALL, Sight, phrases, says
from deckgen.checks._verdict import Finding, Verdict
from deckgen.model.figures import Indicator, UnitKind
from deckgen.source.words import claim_words

_BEFORE_AND_AFTER = 2
_LARGE = 1000
_NEAR = Decimal("0.3")
"""How far a number may be from a count that it was once, as a share: farther, it may count something else."""
_TEXT = re.compile(r"text(\.\d+)?")


def of_pair(at: Sight) -> Verdict | None:
    """Return what is to be said of “14 of 57”, the total typed or referred to."""
    counts = [of for of in at.figures.indicators.values() if of.of and of.latest]
    total, value = _total(at), at.number.quantity.value
    same = [of for of in counts if _whole(of) == total and _value(of) == value]
    near = [of for of in same if of in (*at.named, *at.shown) or of.id in at.touched] or same
    if near:
        return at.typed(of.id for of in near)
    if not at.measured or at.wanted:
        return None
    if total not in {_whole(of) for of in counts}:
        return _of_wrong_total(at, total)
    return _of_wrong_part(at, total)


def _of_wrong_total(at: Sight, total: Decimal | None) -> Verdict | None:
    """Return that a count is right, and said to be out of another total than it is; or no longer right."""
    if total is None or total <= SMALL:
        return None
    part = _of_named_part(at)
    if part:
        return part
    value = at.number.quantity.value
    named = [of for of in at.named if of.of and _value(of) == value]
    return at.outdated(named or [of for of in at.shown if of.of and _value(of) == value and value > SMALL])


def _of_named_part(at: Sight) -> Verdict | None:
    """Return that “6900 of {target}” is not the one count that is named, which has no total of its own, and near."""
    value = at.number.quantity.value
    named = [of for of in _counts(at) if not of.of and of.id != at.number.named_total and of not in at.referred]
    if not at.number.named_total or value <= SMALL or len(named) != 1 or at.follows(*named):
        return None
    return at.outdated(named) if _is_near(at, named[0]) else None


def _is_near(at: Sight, of: Indicator) -> bool:
    """Return whether a number is as near to a figure of an indicator as if it had been that once."""
    value = at.number.quantity.value
    return any(abs(value / figure.value - 1) <= _NEAR for figure in of.figures if figure.value)


def _of_wrong_part(at: Sight, total: Decimal | None) -> Verdict | None:
    """Return that the total is right, and the count is none of the indicators in sight."""
    if at.follows(*at.named, *at.shown):
        return None
    named = [of for of in at.named if of.of]
    alike = [of for of in at.shown if _whole(of) == total]
    if not named and alike and at.on_slide:
        return at.verdict(Finding.STRAY, (), alike)
    return at.outdated(named) or at.verdict(Finding.UNKNOWN)


def of_count(at: Sight) -> Verdict | None:
    """Return what is to be said of a count without a unit; the first rule that applies decides."""
    value = at.number.quantity.value
    if value != value.to_integral_value() or value < 0 or _is_article(at):
        return None
    return next(filter(None, (rule(at) for rule in _rules())), None)


def _rules() -> tuple[Callable[[Sight], Verdict | None], ...]:
    """Return what is asked of a count, in order."""
    named = (_of_total_alone, _of_past, _of_series, _of_named, _of_whole, _of_shown, of_counted, _of_noun)
    near = (of_part, of_alone, of_label, _of_fine, _of_wrong, _of_only, _of_told)
    return (*named, *near, out_of_total, total_behind, of_nearly, of_slide, of_all)


def _of_total_alone(at: Sight) -> Verdict | None:
    """Return what to say of “out of 57” where what is out of that is shown on the slide."""
    behind = rf"(?<!\w)(?i:{either(at.figures.lists['out-of'])})\s$"
    parts = [of for of in at.shown if of.of]
    value, wholes = at.number.quantity.value, {_whole(of) for of in parts}
    if not re.search(behind, at.number.follows) or value <= SMALL or len(wholes) != 1:
        return None
    totals = [at.figures.totals.get(of.id, f"{of.id}.of") for of in parts]
    if value in wholes:
        return at.typed(totals[:1])
    if at.showing(at.figures.indicators.values()):
        return None
    return at.outdated(at.of(totals) or parts, totals[:1])


def _of_noun(at: Sight) -> Verdict | None:
    """Return that the number is the only count of the deck that is so much, of what stands right behind it."""
    value, known = at.number.quantity.value, at.figures.by_value.get(at.number.quantity.value, ())
    references = at.showing_anywhere()
    if value <= SMALL or at.wanted or not at.measured or len(known) != 1 or len(references) != 1:
        return None
    of = at.figures.indicators[references[0].partition(".")[0]]
    noun = re.match(r"\s([^\W\d_]{4,})", at.number.behind)
    language = at.figures.checked.deck.facts.words.lang
    if not noun or noun[1].casefold() in small_words(language) or is_open(at, of):
        return None
    said = any(counts_as(noun[1].casefold(), word, language) for word in words_of(of.name))
    return at.typed(references) if said else None


def _counts(at: Sight) -> list[Indicator]:
    return [of for of in at.named if of.latest and of.latest.unit.kind is UnitKind.COUNT]


def _likely(at: Sight) -> bool:
    return at.is_counted or at.number.quantity.value > SMALL


def _of_past(at: Sight) -> Verdict | None:
    """Return that a count is said of today, and is the earlier one of what is named."""
    return at.outdated(past(at, at.showing(_counts(at), computed=False)))


def _of_series(at: Sight) -> Verdict | None:
    """Return that a count is said of the latest time, and is that of a time between of the one that is named."""
    named = [of for of in _counts(at) if len(of.figures) > _BEFORE_AND_AFTER and of.latest]
    if len(named) != 1 or at.referred or not at.measured or at.wanted:
        return None
    *once, latest = named[0].figures
    text, value = at.sentence.text, at.number.quantity.value
    of_once = any(of.period and of.period in text for of in once)
    said = not of_once and ((bool(latest.period) and latest.period in text) or says(text, at.figures.lists["now"]))
    earlier = {one.value for one in once} - {latest.value}
    return at.outdated(named, [named[0].id]) if said and value in earlier else None


def _of_named(at: Sight) -> Verdict | None:
    return at.typed(at.showing(of for of in _counts(at) if not is_open(at, of))) if _likely(at) else None


def _of_whole(at: Sight) -> Verdict | None:
    """Return that the number is that of a total which the sentence names."""
    names = at.figures.names
    return at.typed(at.showing(at.of(set(names.named(at.sentence)) & names.totals))) if _likely(at) else None


def _of_shown(at: Sight) -> Verdict | None:
    near = [of for of in at.shown if of.id in at.touched or of.id in at.figures.names.totals]
    found = at.showing(near) if at.is_counted else ()
    # A large count is not met twice by chance.
    return at.typed(found or (at.showing(at.of(at.touched)) if at.number.quantity.value >= _LARGE else ()))


def _of_fine(at: Sight) -> Verdict | None:
    """Return that a count is fine which is an aim, or follows from what is spoken of."""
    counts = _counts(at)
    near = [of for of in at.shown if not counts or of.id in at.touched]
    return at.fine() if not at.measured or at.wanted or at.follows(*counts, *near, *at.referred) else None


def _of_wrong(at: Sight) -> Verdict | None:
    """Return that the number of what the deck counts is not that of the indicators which are named."""
    referred = {name for name, _ in at.sentence.references}
    if not at.is_counted or _is_difference(at):
        return None
    about = [of for of in _counts(at) if of.id not in referred]
    alike = [of for of in at.shown if of.of and of.id in at.touched - referred]
    if not about and alike and at.on_slide:
        return at.verdict(Finding.STRAY, (), alike)
    return at.outdated(about)


def _is_difference(at: Sight) -> bool:
    """Return whether a number is so many more, or fewer, than there were or are elsewhere."""
    plain = claim_words(at.figures.checked.deck.facts.words.lang)["plain"]
    behind = re.match(rf"[*_]*\s(?i:{either((*plain['more'], *plain['fewer']))})(?!\w)", at.number.behind)
    return bool(behind) and says(at.sentence.text, plain["than"])


def _of_only(at: Sight) -> Verdict | None:
    """Return that a count is not the only one of its slide, which the sentence names."""
    if len(at.shown) != 1 or at.referred or at.number.quantity.value <= SMALL:
        return None
    (only,) = at.shown
    counts = only.latest and only.latest.unit.kind is UnitKind.COUNT
    on_slide = at.on_slide or _TEXT.fullmatch(at.told.key)
    named = counts and on_slide and only.id in at.figures.names.named(at.sentence, {only.id}) and _counts_it(at, only)
    return at.verdict(Finding.STRAY, (), at.shown) if named else None


def _counts_it(at: Sight, of: Indicator) -> bool:
    """Return whether a number counts what an indicator does: its words, or nothing, stand behind it.

    Members “aged 16 to 24”, “after 22 h” or “per 1,000” are not so many.
    """
    words = re.match(r"\W{0,3}([^\W\d_]{2,})(?:\s+([^\W\d_]{2,}))?", at.number.behind)
    behind = [word.casefold() for word in words.groups() if word] if words else []
    label = re.findall(r"[^\W\d_]{4,}", of.name.casefold())
    if any(one_word(word, other) for word in behind for other in label):
        return True
    return at.is_told and _stands_apart(at)


def _stands_apart(at: Sight) -> bool:
    """Return whether a number stands behind a sign: “Active members: 48,200”."""
    return bool(re.search(r"(?:^|[:=,–—(])\s*$", at.number.follows))


def _is_article(at: Sight) -> bool:
    """Return whether a number is that of an article of law."""
    before = at.number.follows.rstrip()
    return any(found.end() == len(before) for found in phrases(at.figures.lists["ruled"]).finditer(before))


def _of_told(at: Sight) -> Verdict | None:
    """Return that a number is not the count of the one indicator that it is told of, and near to it."""
    referred = {name for name, _ in at.sentence.references}
    about = [of for of in _counts(at) if of.id not in referred]
    value = at.number.quantity.value
    # Ages and hours are smaller: “members under 30”, “calls after 22”.
    if len(about) != 1 or not at.is_told or value <= SMALL or (value < MANY and not _stands_apart(at)):
        return None
    return at.outdated(about) if _is_near(at, about[0]) else None


def _total(at: Sight) -> Decimal | None:
    named = at.figures.indicators.get(at.number.named_total)
    return named.latest.value if named and named.latest else at.number.total


def _whole(of: Indicator) -> Decimal | None:
    return of.of.value if of.of else None


def _value(of: Indicator) -> Decimal | None:
    return of.latest.value if of.latest else None
