"""Shares of one whole that do not come to the whole."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from deckgen.checks._beyond_whole import LEAST, beyond_whole
from deckgen.checks._come_to_whole import off_said_whole
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Slide, Told
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.model.words import Words

_WHOLE = Decimal(100)
_FARTHEST = Decimal(10)
"""Shares that come to so much more or less than a hundred in one period are not meant as parts of it there."""


class SharesOffWhole(Check):
    """Shares of one whole that come to it in all periods but one, or parts that do not come to their total.

    What it finds
        Three or more percentages on one slide that come to a hundred in every period but one; and counts out of one
        total that come to more than it, where none is counted twice: the lead says by what they are told apart (“by
        state of the works”), or two labels differ in “above” and “below” alone. Where one is “Other matters”, or all
        are called alike, “were about late bags”, they are taken for parts if they come to a little more: with more,
        they may be answers of which one may give two.
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
                span = slide.keys.get(f"{prefix}indicators", slide.span)
                texts = " ".join(told.plain for told in slide.told)
                message = _of_periods(shown, words)
                if not message and (said := off_said_whole(shown, _texts(slide, prefix, placed.spec), words)):
                    message, span = said
                message = message or beyond_whole(shown, leads.get(f"{prefix}lead", ""), texts, words)
                if message:
                    yield self.found(message, span, "correct the figure that is wrong, or show what is left out")


def _texts(slide: Slide, prefix: str, spec: object) -> Iterator[Told]:
    """Yield the texts that speak of the figures of a slide, or of one of its columns."""
    if prefix:
        yield from (told for told in slide.told if told.key.startswith(prefix))
    elif not any(getattr(column, "indicators", ()) for column in getattr(spec, "columns", ())):
        yield from slide.told


def _of_periods(shown: Sequence[Indicator], words: Words) -> str:
    """Return that percentages come to a hundred in all periods but one."""
    if len(shown) < LEAST:
        return ""
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
