"""Shares of one whole that do not come to the whole."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations

from deckgen.checks._come_to_whole import off_said_whole
from deckgen.checks._numbers import either
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Slide, Told
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.model.words import Words

_WHOLE = Decimal(100)
_LEAST = 3
"""How many parts a whole has at least: two that come to a hundred may do so by chance."""
_MOST_OF_ANSWERS = Decimal("1.1")
"""How many times their total parts come to at most that nothing but an “Other” keeps apart."""
_FARTHEST = Decimal(10)
"""Shares that come to so much more or less than a hundred in one period are not meant as parts of it there."""


class SharesOffWhole(Check):
    """Shares of one whole that come to it in all periods but one, or parts that do not come to their total.

    What it finds
        Three or more percentages on one slide that come to a hundred in every period but one; and counts out of one
        total that come to more than it, where none is counted twice: the lead says by what they are told apart (“by
        state of the works”), or two labels differ in “above” and “below” alone. Where one is “Other matters”, they are
        taken for parts if they come to a tenth more at most: with more, they may be answers of which one may give two.
        Also three or more shares, or counts out of one total, of which a text of the slide says that they are the
        whole, “together they are all adults”, and which come to more or less.

    Why it matters
        A figure is wrong, or a part is left out, and nobody can tell which.

    Example:
        61%, 27% and 12% in 2020, and 64%, 27% and 12% in 2024

    Instead
        Correct the figure that is wrong.

    """

    code = "R378"
    name = "shares-off-whole"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each slide whose parts do not come to their whole."""
        words, known = checked.deck.facts.words, checked.deck.indicators
        for placed, slide in zip(checked.spec.slides, checked.deck.slides, strict=True):
            leads = {told.key: told.plain for told in slide.told if told.key.endswith("lead")}
            for at, part in enumerate((placed.spec, *getattr(placed.spec, "columns", ())), start=-1):
                prefix = f"columns.{at}." if at >= 0 else ""
                shown = [known[name.text] for name in getattr(part, "indicators", ()) if name.text in known]
                message = _of_parts(shown, leads.get(f"{prefix}lead", ""), words)
                if not message and len(shown) >= _LEAST:
                    message = _of_periods(shown, words)
                message = message or off_said_whole(shown, _texts(slide, prefix, placed.spec), words)
                if message:
                    span = slide.keys.get(f"{prefix}indicators", slide.span)
                    yield self.found(message, span, "correct the figure that is wrong, or show what is left out")


def _texts(slide: Slide, prefix: str, spec: object) -> Iterator[Told]:
    """Yield the texts that speak of the figures of a slide, or of one of its columns."""
    if prefix:
        yield from (told for told in slide.told if told.key.startswith(prefix))
    elif not any(getattr(column, "indicators", ()) for column in getattr(spec, "columns", ())):
        yield from slide.told


def _of_periods(shown: Sequence[Indicator], words: Words) -> str:
    """Return that percentages come to a hundred in all periods but one."""
    if any(figure.unit.kind is not UnitKind.PERCENT for of in shown for figure in of.figures):
        return ""
    by_period: dict[str, list[Figure]] = {}
    for of in shown:
        for figure in of.figures:
            by_period.setdefault(figure.period, []).append(figure)
    if len(by_period) < 2 or any(len(figures) != len(shown) for figures in by_period.values()):
        return ""
    sums = {period: sum((figure.value for figure in figures), Decimal(0)) for period, figures in by_period.items()}
    slack = 1 if len(sums) > 2 else 0
    off = [period for period, come_to in sums.items() if abs(come_to - _WHOLE) > slack]
    if len(off) != 1 or not 1 < abs(sums[off[0]] - _WHOLE) <= _FARTHEST:
        return ""
    listed = ", ".join(f"{of.id} {figure.text}" for of, figure in zip(shown, by_period[off[0]], strict=True))
    when = f" in {off[0]}" if off[0] else ""
    come_to = words.figure(sums[off[0]], by_period[off[0]][0].unit)
    return f"the shares come to {come_to}{when}, and to the whole otherwise: {listed}"


def _of_parts(shown: Sequence[Indicator], lead: str, words: Words) -> str:
    """Return that counts of which none is part of another come to more than their total."""
    counts = [of for of in shown if of.of and of.latest and of.latest.unit.kind is UnitKind.COUNT and not of.before]
    if len(counts) == len(shown) >= _LEAST and len({of.of.value for of in counts if of.of}) == 1:
        if _said(words.lists["told-apart-by"]).search(lead):
            return _beyond(counts, words)
        left = _said(words.lists["what-is-left"])
        if any(left.match(of.name) for of in counts):
            return _beyond(counts, words, most=_MOST_OF_ANSWERS)
    pairs = (pair for pair in combinations(counts, 2) if _are_opposite(*pair, words.lists["opposites"]))
    return next((message for pair in pairs if (message := _beyond(pair, words))), "")


def _beyond(parts: Sequence[Indicator], words: Words, most: Decimal | None = None) -> str:
    """Return that parts come to more than their one total, by ``most`` times at most."""
    figures, whole = [of.latest for of in parts if of.latest], parts[0].of
    come_to = sum((figure.value for figure in figures), Decimal(0))
    if whole is None or come_to <= whole.value or (most and come_to > most * whole.value):
        return ""
    listed = ", ".join(f"{of.id} {figure.text}" for of, figure in zip(parts, figures, strict=True))
    return f"the parts come to {words.figure(come_to, whole.unit)}, more than their total of {whole.text}: {listed}"


def _are_opposite(one: Indicator, other: Indicator, opposites: Sequence[str]) -> bool:
    """Return whether two counts out of one total have labels that are alike but for two words that are opposites."""
    if one.of is None or other.of is None or one.of.value != other.of.value:
        return False
    left, right = ([word.casefold() for word in of.name.split()] for of in (one, other))
    while left and right and left[0] == right[0]:
        left, right = left[1:], right[1:]
    while left and right and left[-1] == right[-1]:
        left, right = left[:-1], right[:-1]
    return frozenset((" ".join(left), " ".join(right))) in _pairs(tuple(opposites))


@cache
def _pairs(listed: tuple[str, ...]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(word.casefold() for word in pair.split(" / ")) for pair in listed)


@cache
def _said(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(phrases)})(?!\w)", re.IGNORECASE)
