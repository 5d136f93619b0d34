"""What a typed number is beside the figures of a deck, and where it stands."""

from enum import Enum

from deckgen.diagnostics import Span
from deckgen.model.deck import Told
from deckgen.model.figures import Indicator
from deckgen.spec.base import Text
from deckgen.values import frozen


class Finding(Enum):
    """What a typed number is beside the figures of the deck."""

    FINE = "nothing to be said of"
    TYPED = "the figure of an indicator"
    OUTDATED = "said of an indicator that has another figure"
    STRAY = "in the unit of the figures on its slide, and none of them"
    UNKNOWN = "in no indicator"


@frozen(slots=True)
class Verdict:
    """A typed number, where it stands, and what it is; ``references`` show it, ``about`` are whom it contradicts."""

    finding: Finding
    number: str
    span: Span
    references: tuple[str, ...] = ()
    about: tuple[Indicator, ...] = ()
    points: bool = False


def place(told: Told, part: str, start: int) -> Span:
    """Return where ``part`` of a text stands in the file, which begins at ``start`` of the text."""
    skipped, at = 0, told.text.find(part)
    while 0 <= at < start:
        skipped, at = skipped + 1, told.text.find(part, at + 1)
    return Text(told.text, told.span, told.raw).place(part, skipped)
