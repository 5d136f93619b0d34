"""Runs and paragraphs: text with its emphasis, references resolved."""

from collections.abc import Iterable
from enum import Enum

from deckgen.values import frozen


class Field(Enum):
    """A text that PowerPoint keeps up to date itself."""

    NONE = ""
    SLIDE_NUMBER = "slidenum"


class ListKind(Enum):
    """What stands before a paragraph."""

    NONE = "none"
    BULLET = "bullet"
    NUMBER = "number"


@frozen(slots=True)
class Run:
    """Characters of one style; ``color`` is a name of the theme's palette, empty for the slot's own."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    color: str = ""
    field: Field = Field.NONE

    def saying(self, text: str) -> "Run":
        """Return a run of the same style with other characters."""
        # dataclasses.replace takes three times as long, and words are cut and joined by the thousand.
        return Run(text, self.bold, self.italic, self.link, self.color, self.field)

    def style(self) -> tuple[bool, bool, str, str, Field]:
        """Return all but the characters."""
        return self.bold, self.italic, self.link, self.color, self.field


Runs = tuple[Run, ...]


@frozen(slots=True)
class Paragraph:
    """Runs set together; ``level`` 0 is the outermost.

    Its list counts from ``start``; it stands in as far as the ``digits`` of the highest number need, 0 without numbers.
    """

    runs: Runs
    level: int = 0
    kind: ListKind = ListKind.NONE
    start: int = 1
    digits: int = 0

    @classmethod
    def plain(cls, text: str, level: int = 0) -> "Paragraph":
        """Return a paragraph of one run."""
        return cls((Run(text),), level)


def plain(runs: Iterable[Run]) -> str:
    """Return the characters of ``runs`` alone."""
    return "".join(run.text for run in runs)
