"""What is asked of a build, and what came of it: values that need none of the stages to be understood."""

from collections.abc import Callable
from pathlib import Path

from deckgen.diagnostics import Diagnostic
from deckgen.values import frozen

PPI = 144
"""How many pixels to the inch of a slide a PNG has, where nothing else is asked for."""

SLIDES = ".slides"
"""How the folder ends that holds a picture of each slide of a deck, called by its number."""

Progress = Callable[[str], None]
"""Is told what is being done, in a few words."""


@frozen
class Wanted:
    """What is asked for beside the content: a theme, a scale, whom the deck is for, and whether a warning stops it."""

    theme: str | None = None
    scale: str | None = None
    audience: str = ""
    strict: bool = False
    native: bool = False
    """Whether every chart that PowerPoint has is one of its own."""


@frozen
class Edition:
    """How a deck is given out: in which formats, and with a handout of slides and notes.

    ``slides`` are the numbers of those wanted, all where there are none; a .pptx always holds all. ``ppi`` is of a PNG.
    """

    formats: tuple[str, ...] = ("pptx",)
    handout: bool = False
    slides: frozenset[int] = frozenset()
    ppi: float = PPI


@frozen
class Built:
    """What came of one content file: the files that were written, or none, and all that was found.

    It is ``refused`` if what was found keeps it from being written. ``slides_for_others`` and ``parts_for_others``
    are how many slides, and parts of the slides shown, are not for this audience.
    """

    content: Path
    outputs: tuple[Path, ...]
    slides: int
    theme: str
    diagnostics: tuple[Diagnostic, ...]
    refused: bool = False
    audience: str = ""
    slides_for_others: int = 0
    parts_for_others: int = 0


def name_of(content: Path, audience: str = "") -> str:
    """Return what the deck in ``content`` is called for an audience: the name of its file without the ending."""
    return f"{content.stem}.{audience}" if audience else content.stem


def contents(folder: Path) -> tuple[Path, ...]:
    """Return the content files of a folder, by name."""
    return tuple(sorted((*folder.glob("*.yaml"), *folder.glob("*.yml"))))
