"""Alternative texts that begin by saying that there is an image."""

from collections.abc import Iterator

from deckgen.checks._images import alt_texts
from deckgen.checks._written import spot
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity


class AltTextSaysImage(Check):
    """An alternative text that begins with “image of” or the like.

    What it finds
        An alternative text that begins with “image of”, “picture of”, “photo of” and their like.

    Why it matters
        A screen reader says “image” before it reads the text, so that it is heard twice.

    Example:
        alt: Image of a border crossing in winter

    Instead
        Begin with what is seen: “A border crossing in winter”.

    """

    code = "A506"
    name = "alt-text-says-image"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each such beginning."""
        for told in alt_texts(checked):
            begun = told.text.casefold()
            for opening in checked.deck.facts.words.lists["image-of"]:
                if begun.startswith(f"{opening} "):
                    said = told.text[: len(opening)]
                    hint = "begin with what is seen; that it is an image is said without it"
                    yield self.found(f"the alternative text begins with “{said}”", spot(told, 0, len(opening)), hint)
