"""An indicator that no slide shows."""

from collections.abc import Iterator

from deckgen.checks._numbers import REFERENCE
from deckgen.checks._typed import verdicts
from deckgen.checks._verdict import Finding
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
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each indicator that nothing shows.

        Where a name is unknown, which is an error of its own, it may be that of any of them with a mistake in it.
        """
        used = set(_used(checked))
        if not used <= set(map(str, checked.whole.indicators)):
            return
        # One whose figure is typed where it could be referred to has been told of there.
        typed = {
            of.id for what in (Finding.TYPED, Finding.OUTDATED) for one in verdicts(checked, what) for of in one.about
        }
        typed |= {of.partition(".")[0] for one in verdicts(checked, Finding.TYPED) for of in one.references}
        for name in checked.spec.indicators:
            if str(name) not in used | typed:
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
            for found in REFERENCE.finditer(single):
                yield from _named(found[0].strip("{}"))


def _named(reference: str) -> Iterator[str]:
    """Yield the names in a reference: one, or those that a claim before its ``|`` is made of."""
    names = reference.partition("|")[0].split(",")
    return (name.partition(".")[0].strip() for name in names)
