"""The slides of a deck as they stand in its file: which lines, and which of them are those of an earlier moment."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from deckgen.diagnostics import Span
from deckgen.values import frozen


@frozen
class Items:
    """The items under ``slides``, sound or not: ``starts`` are line and column of each, ``texts`` its lines."""

    starts: tuple[tuple[int, int], ...] = ()
    texts: tuple[str, ...] = ()

    @classmethod
    def of(cls, spans: Sequence[Span], text: str) -> "Items":
        """Return those that stand at ``spans`` in ``text``."""
        lines = text.split("\n")
        return cls(tuple((span.line, span.column) for span in spans), tuple(_texts(spans, lines)))

    def at(self, line: int, column: int) -> int | None:
        """Return which item stands at a place, counted from 0; None before the first and after the last."""
        index = bisect_right(self.starts, (line, column)) - 1
        return index if index >= 0 and line <= self.lines(index)[1] else None

    def lines(self, index: int) -> tuple[int, int]:
        """Return the first and the last line of an item."""
        first = self.starts[index][0]
        return first, first + self.texts[index].count("\n")

    def places_of(self, earlier: "Items") -> dict[int | None, int]:
        """Return where each item of an earlier moment stands now; one that was rewritten stands where it stood."""
        matcher = SequenceMatcher(None, earlier.texts, self.texts, autojunk=False)
        blocks = [(range(*was), range(*now)) for _, *at in matcher.get_opcodes() for was, now in [(at[:2], at[2:])]]
        return {was: now for before, after in blocks for was, now in zip(before, after, strict=False)}


def _texts(spans: Sequence[Span], lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of each item, without blank lines and comments that follow it."""
    for span, following in zip_longest(spans, spans[1:]):
        end = following.line - 1 if following else span.end_line - (span.end_column == 1)
        own = list(lines[span.line - 1 : max(span.line, end)])
        while len(own) > 1 and (not own[-1].strip() or own[-1].lstrip().startswith("#")):
            own.pop()
        yield "\n".join(own)
