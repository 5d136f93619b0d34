"""Alternative texts of images."""

from collections.abc import Iterator

from deckgen.checks.base import Checked
from deckgen.model.deck import Told

ALT = "image.alt"
"""How the key of an alternative text ends."""

ALT_HINT = "say in a sentence what it shows; or write decorative: true in its place, if it says nothing"


def alt_texts(checked: Checked) -> Iterator[Told]:
    """Yield the alternative text of each image that has one."""
    return (told for slide in checked.deck.slides for told in slide.told if told.key.endswith(ALT))
