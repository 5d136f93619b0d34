"""The clauses of a sentence, each of which may say another thing of another figure."""

import re
from collections.abc import Callable, Iterator

from deckgen.checks._naming import Sentence

_STRONG = re.compile(r"[;:]\s+|\s[–—-]\s+")
_COMMA = re.compile(r",\s+")


def clauses(sentence: Sentence, joins: re.Pattern[str], tells: Callable[[str], bool]) -> tuple[Sentence, ...]:
    """Return the clauses of a sentence.

    A comma, or one of the words that ``joins`` finds, parts two of them where each ``tells`` something.
    """
    return tuple(one for part in _cut(sentence, _STRONG.finditer(sentence.text)) for one in _parted(part, joins, tells))


def around(clause: Sentence, start: int, end: int) -> tuple[int, str]:
    """Return what of a clause stands between the commas around a part of it, and where that begins."""
    text = clause.text
    cuts = [0, *(found.end() for found in _COMMA.finditer(text)), len(text)]
    begin = max((cut for cut in cuts if cut <= start), default=0)
    return begin, text[begin : min((cut for cut in cuts if cut >= end), default=len(text))]


def _parted(part: Sentence, joins: re.Pattern[str], tells: Callable[[str], bool]) -> Iterator[Sentence]:
    cuts = sorted(
        {found.end() for found in _COMMA.finditer(part.text)} | {at.start() for at in joins.finditer(part.text)}
    )
    start = 0
    for cut in cuts:
        if tells(part.text[start:cut]) and tells(part.text[cut:]):
            yield Sentence(part.text[start:cut], part.start + start)
            start = cut
    yield Sentence(part.text[start:], part.start + start)


def _cut(sentence: Sentence, found: Iterator[re.Match[str]]) -> Iterator[Sentence]:
    start = 0
    for match in found:
        yield Sentence(sentence.text[start : match.start()], sentence.start + start)
        start = match.end()
    yield Sentence(sentence.text[start:], sentence.start + start)
