"""The smallest sizes in which a theme may set text, so that it is read from the last row."""

from collections.abc import Iterator, Mapping

from deckgen.spec.base import Name
from deckgen.spec.theme import Points, StyleSpec

HEADINGS, RUNNING, ANY = 26.0, 18.0, 12.0
"""The floor of what says the finding, of what is read line by line, and of anything at all, in points."""

_FLOORS = {
    **dict.fromkeys(("headline", "statement", "cover-title", "closing-title", "section-title"), HEADINGS),
    **dict.fromkeys(("body", "bullets", "bullets-2", "finding", "aside", "callout", "action"), RUNNING),
}


def too_small(styles: Mapping[Name, StyleSpec]) -> Iterator[tuple[str, Points, float]]:
    """Yield the first size of each style that is under its floor, with that floor."""
    for name, style in styles.items():
        floor = _FLOORS.get(name, ANY)
        small = next((size for size in style.sizes if size < floor), None)
        if small is not None:
            yield str(name), small, floor
