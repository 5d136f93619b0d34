"""An indicator on a slide that does not say where its figure is from."""

from collections.abc import Iterator

from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity


class NoSource(Check):
    """An indicator that a slide shows without a source, in a deck that names sources.

    What it finds
        An indicator that is shown, or whose figure a text or the notes refer to, and that has no source of its own,
        on a slide that names none under source. The sources of other indicators on the slide are not its own.

    Why it matters
        The figure is the one that is asked about, and the slide does not say where it is from.

    Example:
        Two sources under sources, and an indicator without source

    Instead
        Write source and the name of its source under the indicator.

    """

    code = "R366"
    name = "no-source"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each indicator that is shown without a source."""
        known = sorted(map(str, checked.spec.sources))
        if not known:
            return
        slides = zip(checked.deck.slides, checked.spec.slides, strict=True)
        bare = [slide for slide, placed in slides if not getattr(placed.spec, "source", ())]
        spoken = {at.indicator: slide for slide in bare[::-1] for told in slide.told for at in told.mentions}
        shown = {name: slide for slide in bare[::-1] for name in slide.indicators}
        on_slide = spoken | shown
        indicators = checked.deck.indicators
        # One whose source is not known has been told of that.
        lacking = [
            name
            for name, of in checked.spec.indicators.items()
            if str(name) in on_slide and not indicators[str(name)].source and not of.source
        ]
        hint = f"write source: and one of: {', '.join(known)}"
        if len(lacking) > 1 and not any(of.source for of in indicators.values()):
            yield self.found("no indicator names its source", lacking[0].span, f"{hint}, under each indicator")
            return
        for name in lacking:
            does = "shows" if str(name) in shown else "speaks of"
            message = f"slide {on_slide[str(name)].number} {does} “{name}”, which names no source"
            yield self.found(message, name.span, hint)
