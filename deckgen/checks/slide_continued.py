"""Slides that go on on further ones."""

from collections.abc import Iterator

from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.spec.placed import PlacedSlide, Share

_BETWEEN = {3: "and"}
"""What stands between the first and the last of the slides that a slide goes on on, by how many it is in all."""


class SlideContinued(Check):
    """A slide that goes on on further ones, since not all of it has room on one.

    What it finds
        A slide with ``overflow: continue`` whose list or table is too long, and where it is parted.

    Why it matters
        A deck with more slides takes longer to present, and the slides after it have other numbers.

    Example:
        Nine long bullets on a slide with ``overflow: continue``: five of them stand on a second slide.

    Instead
        Nothing, if that is how it is to be; else shorten the list, or make two slides that each say what they find.

    """

    code = "T431"
    name = "slide-continued"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each slide that goes on."""
        slides = checked.spec.slides
        for page, placed in zip(checked.pages.pages, slides, strict=True):
            share = placed.share
            if share is None or share.number > 1:
                continue
            first, last = page.number + 1, page.number + share.count - 1
            where = f"slide {first}" if first == last else f"slides {first} {_BETWEEN.get(share.count, 'to')} {last}"
            left, what = share.items - share.shown, "rows" if getattr(share.whole, "table", None) else "items"
            message = f"{page.name} goes on on {where}: {left} of its {share.items} {what} stand there"
            hint = "see that it is parted well, or shorten it"
            yield self.found(message, _begun(slides[page.number]), hint)


def _begun(placed: PlacedSlide) -> Span:
    """Return where the first item of a slide that goes on with another stands."""
    skipped = placed.share.skipped if isinstance(placed.share, Share) else {}
    keys = (f"{key}.0" for key in skipped)
    return next((placed.places[key] for key in keys if key in placed.places), placed.span)
