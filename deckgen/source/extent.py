"""How far a value of YAML goes: quoted texts, lists and mappings in brackets, comments."""

import re

from deckgen.values import frozen

DEEPEST = 24
"""How many lists and mappings may stand within each other."""

MOST_NODES = 60_000
"""How many values one file may hold."""

TOO_MUCH = ("S106", "too-much-yaml")
"""The code and the name of a file that goes beyond either."""

TOO_DEEP_HINT = "delete the brackets or the dashes that are too many"

BLOCK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])\s*(?:\s#.*)?")
"""The sign of a block text, and nothing else on its line."""

_CLOSERS = {"[": "]", "{": "}"}
_QUOTED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL),
    "'": re.compile(r"'(?:[^']|'')*'"),
    "“": re.compile(r"“[^“”\n]*”|„[^“”„\n]*[“”]|”[^“”\n]*”"),
}
_PLAIN = re.compile(r"""[^\[\]{},\s:"'“”„#]+|\s+|.""", re.DOTALL)


@frozen(slots=True)
class Extent:
    """Where a value in brackets ends, -1 if never; ``commas`` split it, ``missing`` would close it.

    ``too_deep`` is where it nests beyond what a file may, -1 if nowhere.
    """

    end: int
    commas: tuple[int, ...] = ()
    missing: str = ""
    depth: int = 0
    too_deep: int = -1


def comment_at(text: str, start: int = 0) -> int:
    """Return where the comment of a line begins, or the end of what stands before its last spaces."""
    match = re.compile(r"(?<!\S)#").search(text, start)
    return len(text[: match.start() if match else len(text)].rstrip())


def closed(text: str) -> bool:
    """Return whether nothing but a comment stands in ``text``."""
    return not text.strip() or bool(re.match(r"\s+#", text))


def quoted_end(text: str, start: int) -> int:
    """Return where the quoted text that begins at ``start`` ends, -1 if it is not closed."""
    match = _QUOTED["“" if text[start] in "“”„" else text[start]].match(text, start)
    return match.end() if match else -1


def bracket_end(text: str, start: int, limit: int) -> Extent:
    """Return how far the brackets opened at ``start`` go; the depth is over ``limit`` where that is too far to look."""
    open_: list[str] = []
    commas: list[int] = []
    deepest, at, fresh = 0, start, True
    while at < len(text) and deepest <= limit and len(commas) <= MOST_NODES:
        sign = text[at]
        if sign in "\"'“„" and fresh and (end := quoted_end(text, at)) > 0:
            at, fresh = end, False
            continue
        fresh = _value_next(text, at, fresh)
        if sign == "#" and text[at - 1] in " \n":
            at = text.find("\n", at) % (len(text) + 1)
            continue
        if sign in _CLOSERS:
            open_.append(_CLOSERS[sign])
            deepest = max(deepest, len(open_))
        elif sign in "]}" and open_:
            open_.pop()
            if not open_:
                return Extent(at + 1, tuple(commas), "", deepest)
        elif sign == "," and len(open_) == 1:
            commas.append(at)
        at = _next(text, at)
    depth = deepest if at >= len(text) else limit + 1
    return Extent(-1, tuple(commas), "".join(reversed(open_)), depth, at - 1 if deepest > limit else -1)


def _value_next(text: str, at: int, before: bool) -> bool:
    """Return whether a value or key may begin after the sign at ``at``; elsewhere " is part of a text."""
    if text[at].isspace():
        return before
    return text[at] in "[{," or (text[at] == ":" and text[at + 1 : at + 2] in (" ", "\n", '"', "'"))


def _next(text: str, at: int) -> int:
    match = _PLAIN.match(text, at)
    return match.end() if match else at + 1
