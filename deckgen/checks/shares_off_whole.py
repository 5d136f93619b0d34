"""Shares of one whole that do not come to the whole."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from deckgen.checks._numbers import either
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.model.words import Words

_WHOLE = Decimal(100)
_LEAST = 3
"""How many parts a whole has at least: two that come to a hundred may do so by chance."""
_FARTHEST = Decimal(10)
"""Shares that come to so much more or less than a hundred in one period are not meant as parts of it there."""


class SharesOffWhole(Check):
    """Shares of one whole that come to it in all periods but one, or parts that come to more than their total.

    What it finds
        Three or more percentages on one slide that come to a hundred in every period but one; and counts out of one
        total, on a slide whose lead says by what they are told apart (“by state of the works”), that come to more.

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
                if len(shown) < _LEAST:
                    continue
                message = _of_periods(shown, words) or _of_total(shown, leads.get(f"{prefix}lead", ""), words)
                if message:
                    span = slide.places.get(f"{prefix}indicators", slide.span)
                    yield self.found(message, span, "correct the figure that is wrong, or show what is left out")


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


def _of_total(shown: Sequence[Indicator], lead: str, words: Words) -> str:
    """Return that counts that a lead tells apart come to more than their total."""
    totals = {of.of.value if of.of else None for of in shown}
    whole = shown[0].of
    counts = [of.latest for of in shown if of.latest and of.latest.unit.kind is UnitKind.COUNT and not of.before]
    if (
        len(totals) != 1
        or whole is None
        or len(counts) != len(shown)
        or not _apart(words.lists["told-apart-by"]).search(lead)
    ):
        return ""
    come_to = sum((figure.value for figure in counts), Decimal(0))
    if come_to <= whole.value:
        return ""
    listed = ", ".join(f"{of.id} {figure.text}" for of, figure in zip(shown, counts, strict=True))
    return f"the parts come to {words.figure(come_to, whole.unit)}, more than their total of {whole.text}: {listed}"


@cache
def _apart(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(phrases)})(?!\w)", re.IGNORECASE)
