"""Texts in a list or mapping in brackets that need quotation marks."""

import re
from collections.abc import Iterator
from itertools import pairwise

from deckgen.source.draft import Kind
from deckgen.source.extent import bracket_end, quoted_end
from deckgen.values import frozen

SIGN: Kind = ("S105", "sign-at-start")
COLON: Kind = ("S111", "colon-in-text")
SMART: Kind = ("S119", "smart-quotes")
SIGNS = "*&!%@`|>"
"""What no text may begin with; brackets and # are looked at on their own."""

_KEY = re.compile(r"""\s*(?:"[^"]*"|'[^']*'|[\w-][^:,\[\]{}"'#]{0,200}?)\s{0,9}:\s+""")


@frozen(slots=True)
class Unquoted:
    """A text from ``start`` to ``end`` of a line that needs quotation marks; the mistake shows at ``at``."""

    start: int
    end: int
    at: int
    kind: Kind
    message: str


def begins(sign: str) -> str:
    """Return what is wrong with a text that begins with a sign of YAML."""
    return f"a text that begins with {sign} needs quotation marks"


COLON_MESSAGE = "a text with a colon and a space needs quotation marks"
SMART_MESSAGE = '“ and ” do not hold a text together, as " does'


def unquoted(text: str, start: int, depth: int) -> Iterator[Unquoted]:
    """Yield the texts in the brackets at ``start`` that need quotation marks, if the brackets are closed."""
    extent = bracket_end(text, start, depth)
    if extent.end < 0:
        return
    edges = (start, *extent.commas, extent.end - 1)
    for first, last in pairwise(edges):
        key = _KEY.match(text, first + 1, last) if text[start] == "{" else None
        begin = key.end() if key else first + 1
        part = text[begin:last]
        end = begin + len(part.rstrip())
        begin = min(end, begin + len(part) - len(part.lstrip()))
        if begin < end:
            yield from _value(text, begin, end, depth, colons=0 if key else 1)


def _value(text: str, start: int, end: int, depth: int, *, colons: int) -> Iterator[Unquoted]:
    sign = text[start]
    if sign in "[{":
        if bracket_end(text, start, depth).end == end:
            yield from unquoted(text, start, depth - 1)
            return
        yield Unquoted(start, end, start, SIGN, begins(sign))
    elif sign in SIGNS:
        yield Unquoted(start, end, start, SIGN, begins(sign))
    elif sign in "“„" and quoted_end(text, start) == end and re.search(r",|: ", text[start:end]):
        yield Unquoted(start, end, start, SMART, SMART_MESSAGE)
    elif sign not in "\"'?" and len(re.findall(r":(?:\s|$)", text[start:end])) > colons:
        yield Unquoted(start, end, text.find(":", start), COLON, COLON_MESSAGE)
