"""Lists as they stand on slides."""

import re
from collections.abc import Iterator, Sequence

from deckgen.checks.base import Checked
from deckgen.diagnostics import Span
from deckgen.model.deck import Slide, Told
from deckgen.values import frozen

_ITEM = re.compile(r"(?P<list>(?:.*\.)?(?:bullets|numbered))\.(?P<number>\d+)(?:\.text)?")


@frozen
class WrittenList:
    """A list of one level: its key, where that was written, and its items in order.

    A list that goes on from a slide before has no key here, and stands where the first of its items here does.
    """

    slide: Slide
    key: str
    span: Span
    items: Sequence[Told]

    @property
    def outermost(self) -> bool:
        """Whether it stands under no item of another list."""
        return len(re.findall("bullets|numbered", self.key)) == 1


def lists(checked: Checked) -> Iterator[WrittenList]:
    """Yield each list of a deck, those under an item apart from the one that the item is of."""
    for slide in checked.deck.slides:
        found: dict[str, dict[int, Told]] = {}
        for told in slide.told:
            match = _ITEM.fullmatch(told.key)
            if match:
                found.setdefault(match["list"], {})[int(match["number"])] = told
        for key, items in found.items():
            ordered = [items[number] for number in sorted(items)]
            yield WrittenList(slide, key, slide.keys.get(key, ordered[0].span), ordered)
