"""The slides of a deck as they stand in its file: which lines, and which of them are those of an earlier moment."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckgen.diagnostics import Span


@dataclass(frozen=True)
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
        """Return where each item of an earlier moment stands now: the same above and below, the rest in order."""
        here, there = len(self.texts), len(earlier.texts)
        alike = min(here, there)
        head = _alike(self.texts[:alike], earlier.texts[:alike])
        tail = _alike(self.texts[::-1][: alike - head], earlier.texts[::-1][: alike - head])
        middle = min(here, there) - head - tail
        return {
            **{index: index for index in range(head + middle)},
            **{there - back: here - back for back in range(1, tail + 1)},
        }


def _alike(some: Sequence[str], others: Sequence[str]) -> int:
    """Return how many texts at the beginning are the same."""
    return next((index for index, (one, other) in enumerate(zip(some, others, strict=True)) if one != other), len(some))


def _texts(spans: Sequence[Span], lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of each item, without blank lines and comments that follow it."""
    for span, following in zip(spans, (*spans[1:], None), strict=True):
        end = following.line - 1 if following else span.end_line - (span.end_column == 1)
        own = list(lines[span.line - 1 : max(span.line, end)])
        while len(own) > 1 and (not own[-1].strip() or own[-1].lstrip().startswith("#")):
            own.pop()
        yield "\n".join(own)
