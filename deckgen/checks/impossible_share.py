"""A share of a whole that is more than the whole, or less than nothing."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from deckgen.checks._sight import says
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic
from deckgen.model.bounds import Measure
from deckgen.model.figures import UnitKind
from deckgen.resolve.deck import claims_of
from deckgen.spec.figures import Amount, IndicatorSpec

_CLAIM = re.compile(r"\{\s*([\w-]+)(?:\.\w+)?\s*\|([^{}]*)\}")
_WHOLE = 100


class ImpossibleShare(Check):
    """A percentage over a hundred, or below zero, of an indicator that is a share.

    What it finds
        A figure of more than 100% whose label, or the lead of a slide that shows it, says that it is a share of
        something, of which a share is claimed, which a chart or a slide shows as a share, or which its unconfirmed
        figure takes over the whole. Growth, change and rates may be more.

    Why it matters
        It cannot be true: most often a digit too many.

    Example:
        after: 630%, on a slide with the lead “Share of States”

    Instead
        Correct the figure; if it is no share, say what it is in the label or the lead.

    """

    code = "R368"
    name = "impossible-share"

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each figure that no share can be."""
        lists = checked.deck.facts.words.lists
        shares = {
            *_told_as_shares(checked, lists["share-of"]),
            *_claimed_as_shares(checked),
            *_shown_as_shares(checked),
        }
        for name, written in checked.spec.indicators.items():
            of = checked.deck.indicators[str(name)]
            begins = says(of.name.split(" ", 1)[0], lists["of-total"]) or says(of.name, lists["share-of"])
            share = of.id in shares or begins
            if not of.latest or of.latest.unit.kind is not UnitKind.PERCENT:
                continue
            if share and not says(of.name, lists["beyond-whole"]):
                for amount in _amounts(written):
                    if not 0 <= amount.value <= _WHOLE:
                        yield self._told(checked, str(name), amount, amount.value)
            if (
                of.unconfirmed
                and written.unconfirmed
                and of.latest.value <= _WHOLE < of.latest.value + of.unconfirmed.value
            ):
                yield self._told(checked, str(name), written.unconfirmed, of.latest.value + of.unconfirmed.value)

    def _told(self, checked: Checked, name: str, amount: Amount, value: Decimal) -> Diagnostic:
        unit = checked.deck.indicators[name].latest
        text = checked.deck.facts.words.figure(value, unit.unit) if unit else str(value)
        what = "with what is unconfirmed, " if value != amount.value else ""
        message = f"“{name}” is a share, and {what}comes to {text}"
        return self.found(
            message, amount.span, "correct the figure; if it is no share, say so in the label and the lead"
        )


def _told_as_shares(checked: Checked, phrases: tuple[str, ...]) -> Iterator[str]:
    """Yield the indicators on slides that say over the chart that they show shares."""
    parts: Mapping[str, str]
    for placed, slide in zip(checked.spec.slides, checked.deck.slides, strict=True):
        parts = {told.key: told.plain for told in slide.told if told.key.endswith("lead")}
        for number, part in enumerate((placed.spec, *getattr(placed.spec, "columns", ())), start=-1):
            lead = parts.get("lead" if number < 0 else f"columns.{number}.lead", "")
            if lead and says(lead, phrases):
                yield from (name.text for name in getattr(part, "indicators", ()))


def _shown_as_shares(checked: Checked) -> Iterator[str]:
    """Yield the indicators that a chart, or a column without one, shows as shares of a whole."""
    for placed in checked.spec.slides:
        for number, part in enumerate((placed.spec, *getattr(placed.spec, "columns", ())), start=-1):
            if getattr(getattr(part, "chart", None), "of_whole", False) or number in placed.spec.columns_of_whole:
                yield from (name.text for name in getattr(part, "indicators", ()))


def _claimed_as_shares(checked: Checked) -> Iterator[str]:
    """Yield the indicators of over a hundred per cent that a text holds to a share: “{x | more than four in ten}”."""
    over = {name for name, of in checked.deck.indicators.items() if any(one.value > _WHOLE for one in of.figures)}
    claims = claims_of(checked.spec, checked.deck.facts.words) if over else None
    for _, told in checked.told if claims else ():
        for name, claim in _CLAIM.findall(told.text):
            if claims and name in over and any(one.measure is Measure.SHARE for one in claims.readings(claim.strip())):
                yield name


def _amounts(written: IndicatorSpec) -> Iterator[Amount]:
    yield from filter(None, (written.value, written.before, written.after, written.unconfirmed))
    yield from (written.figures or {}).values()
