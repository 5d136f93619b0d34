"""Text that has stepped down as far as it can."""

from collections.abc import Iterator

from deckgen.checks._overflow import remedy
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.slots import SlotKind
from deckgen.theme.scale import extra_steps
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import Page, TextFrame

STEPS = 2
"""How many sizes a text has stepped down that is worth a word: one step is hardly seen."""


class SmallestSize(Check):
    """Text in the smallest size of its style, since there is so much of it.

    What it finds
        A headline or a list that has stepped down two sizes or more, to the smallest of its style.

    Why it matters
        There is no room for another word, and the slide looks different from the others.

    Example:
        Eight bullets of two lines each.

    Instead
        Shorten the text, or let it go on on a further slide: ``overflow: continue``.

    """

    code = "T432"
    name = "smallest-size"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each text that can step down no further."""
        for page in checked.pages.pages:
            for frame in page.frames:
                if isinstance(frame, TextFrame) and not frame.overflow and _is_smallest(frame, checked.theme):
                    yield self._diagnostic(checked, page, frame)

    def _diagnostic(self, checked: Checked, page: Page, frame: TextFrame) -> Diagnostic:
        size = max(paragraph.size for paragraph in frame.paragraphs)
        message = f"the {frame.slot.name} of {page.name} stands in {size:g} pt, the smallest size that it has"
        hint = remedy(checked, page, frame.name, "shorten the text, or tell it on two slides")
        return self.found(message, frame.span or page.span, hint)


def _is_smallest(frame: TextFrame, theme: Theme) -> bool:
    """Return whether a text that stands by itself has stepped down to the last of several sizes."""
    if frame.slot.kind not in (SlotKind.TITLE, SlotKind.TEXT) or frame.slot.group or not frame.paragraphs:
        return False
    sizes = theme.styles[frame.paragraphs[0].style].sizes[extra_steps(theme.scale) :]
    return len(sizes) > STEPS and frame.paragraphs[0].size == sizes[-1]
