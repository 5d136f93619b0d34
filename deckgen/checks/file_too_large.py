"""Decks too large to be mailed."""

from collections.abc import Iterator

from deckgen.checks._place import image_span
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.typeset.frames import ImageFrame

LARGEST = 25_000_000
"""How many bytes most mail servers let through."""
_NAMED = 3
"""How many of its images are named."""


class FileTooLarge(Check):
    """A deck whose file is too large to be mailed.

    What it finds
        A deck whose images together have more than 25 MB; each counts once, however often it is shown.

    Why it matters
        The mail with the deck comes back, or never arrives, on the day it is needed.

    Example:
        Photos as they come from the camera, of 8 MB each.

    Instead
        Save the largest as JPEG, no wider than 3,000 pixels.

    """

    code = "D701"
    name = "file-too-large"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield that a deck is too large, at its largest image."""
        images: dict[bytes, tuple[int, Span]] = {}
        for page in checked.pages.pages:
            for frame in page.frames:
                if isinstance(frame, ImageFrame):
                    images.setdefault(frame.image, (page.number, image_span(checked, page, frame)))
        total = sum(map(len, images))
        if total <= LARGEST:
            return
        largest = sorted(images, key=lambda image: (-len(image), images[image]))[:_NAMED]
        listed = ", ".join(f"slide {images[image][0]} ({megabytes(len(image))})" for image in largest)
        message = (
            f"the images of the deck come to {megabytes(total)}; many mail servers stop at {megabytes(LARGEST)}:"
            f" the largest are on {listed}"
        )
        hint = "save them as JPEG, no wider than 3,000 pixels"
        yield self.found(message, images[largest[0]][1], hint)


def megabytes(size: int) -> str:
    """Return a number of bytes as people say it."""
    return f"{size / 1_000_000:.1f} MB".replace(".0 ", " ")


def written(size: int, at: Span) -> Diagnostic:
    """Return that a file, once written, is too large."""
    message = f"the deck has {megabytes(size)}; many mail servers stop at {megabytes(LARGEST)}"
    hint = "show smaller images, or send a link to the deck"
    return Diagnostic(FileTooLarge.code, FileTooLarge.name, FileTooLarge.severity, message, at, hint)
