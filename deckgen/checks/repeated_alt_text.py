"""Alternative texts that are read twice."""

import re
from collections.abc import Iterator

from deckgen.checks._images import ALT
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Told

_BESIDE = {"title": "title", "caption": "caption"}


class RepeatedAltText(Check):
    """An alternative text that says again what stands beside the image.

    What it finds
        An alternative text that is, word for word, the title of the slide or of the column, or the caption.

    Why it matters
        Who listens to the slide hears the same sentence twice, and not what the image shows.

    Example:
        alt: and caption: that are both “The border crossing in 2024”.

    Instead
        Say in the alternative text what is to be seen.

    """

    code = "A505"
    name = "repeated-alt-text"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each alternative text that stands beside itself."""
        for slide in checked.deck.slides:
            for told in slide.told:
                if told.key.endswith(ALT):
                    others = {_said(one): one.key.rpartition(".")[2] for one in slide.told if one is not told}
                    where = _BESIDE.get(others.get(_said(told), ""))
                    if where:
                        message = f"the alternative text repeats the {where}: “{told.plain}”"
                        yield self.found(message, told.span, "say what is to be seen in the image")


def _said(told: Told) -> str:
    return " ".join(re.findall(r"\w+", told.plain.casefold()))
