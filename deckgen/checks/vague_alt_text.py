"""Alternative texts that name the image and not what it shows."""

import re
from collections.abc import Iterator

from deckgen.checks._images import ALT_HINT, alt_texts
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity


class VagueAltText(Check):
    """An alternative text that says only that there is an image.

    What it finds
        An alternative text that is a word such as “photo”, “image”, “chart” or “logo”, with or without a number.

    Why it matters
        Who cannot see the image learns nothing of it, and cannot tell whether it mattered.

    Example:
        alt: Photo 2

    Instead
        Say in a sentence what the image shows, or write decorative: true if it says nothing.

    """

    code = "A503"
    name = "vague-alt-text"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each alternative text that says nothing of what is seen."""
        vague = checked.deck.facts.words.lists["vague-alt-texts"]
        for told in alt_texts(checked):
            bare = re.sub(r"[\W\d_]+", " ", told.plain).strip().casefold()
            if bare in vague or not bare:
                message = f"the alternative text “{told.plain}” does not say what the image shows"
                yield self.found(message, told.span, ALT_HINT)
