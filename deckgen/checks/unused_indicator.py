"""An indicator that no slide shows."""

from collections.abc import Iterator

from deckgen.checks._numbers import REFERENCE
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.spec.base import Text
from deckgen.spec.walk import texts_of


class UnusedIndicator(Check):
    """An indicator that no slide, text or label of the deck shows, for any audience.

    What it finds
        A name under indicators that is in no list of indicators, in no reference in braces, and no total of another.

    Why it matters
        A finding may have been left out of its chart; or the name is left over, and is kept up to date for nothing.

    Example:
        An indicator forced-begging, and a chart with the indicators [criminal-activities, sham-marriage].

    Instead
        Show it, refer to it, or delete it.

    """

    code = "R365"
    name = "unused-indicator"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each indicator that nothing shows.

        Where a name is unknown, which is an error of its own, it may be that of any of them with a mistake in it.
        """
        used = set(_used(checked))
        if not used <= set(map(str, checked.whole.indicators)):
            return
        for name in checked.spec.indicators:
            if str(name) not in used:
                hint = "show it on a slide, refer to it, or delete it"
                yield self.found(f"no slide shows “{name}”", name.span, hint)


def _used(checked: Checked) -> Iterator[str]:
    """Yield the name of each indicator that something of the deck shows or is out of."""
    whole = checked.whole
    for of in whole.indicators.values():
        if isinstance(of.of, Text):
            yield of.of.text
    for placed in whole.slides:
        for part in (placed.spec, *getattr(placed.spec, "columns", ())):
            yield from (name.text for name in getattr(part, "indicators", ()))
    for written in (whole, *(placed.spec for placed in whole.slides)):
        for _, text in texts_of(written):
            # Braces that are doubled stand for themselves.
            single = text.text.replace("{{", "").replace("}}", "")
            yield from (found[0].strip("{} ").partition(".")[0].strip() for found in REFERENCE.finditer(single))
