"""The head of a line of YAML: its indentation, the dashes of items, its key, and where its value begins."""

import re
from functools import lru_cache

from deckgen.values import frozen

KEY = re.compile(r"[a-z][a-z0-9_-]*(?=:(?:\s|$))")
"""A key as decks have them, with its colon."""

_HEAD = re.compile(
    r"(?P<indent>\s*)(?P<dashes>(?:- +)*(?:-(?=$))?)"
    r"""(?:(?P<key>"(?:[^"\\]|\\.){0,200}"|'[^']{0,200}'|"""
    r"[\w(<?](?:[^:#]|:(?=\S)|(?<=\S)#){0,200}?) {0,9}:(?: +|$))?"
)


@frozen(slots=True)
class Head:
    """Where the parts of a line begin, in columns from 0; ``dashes`` are the columns of its dashes."""

    indent: int
    dashes: tuple[int, ...]
    content: int
    key: str
    value: int

    @classmethod
    def of(cls, text: str) -> "Head":
        """Return the head of a line."""
        return _head(text)

    @property
    def parent(self) -> int:
        """The column that what goes on below must stand right of."""
        if self.key:
            return self.content
        return self.dashes[-1] if self.dashes else self.indent - 1

    @property
    def bare(self) -> bool:
        """Whether the line is neither a key nor an item."""
        return not self.key and not self.dashes


@lru_cache(2048)
def _head(text: str) -> Head:
    """Return the head of a line, which is asked for some three times, and again in decks that are like this one."""
    match = _HEAD.match(text)
    if not match:
        return Head(0, (), 0, "", 0)
    dashes = tuple(at for at in range(match.start("dashes"), match.end("dashes")) if text[at] == "-")
    return Head(match.end("indent"), dashes, match.end("dashes"), match["key"] or "", match.end())


def indent(text: str) -> int:
    """Return how many spaces a line begins with."""
    return len(text) - len(text.lstrip(" "))


def idle(text: str) -> bool:
    """Return whether a line is empty or a comment."""
    bare = text.lstrip()
    return not bare or bare.startswith("#")
