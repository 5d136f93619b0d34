"""The clauses of a sentence, each of which may say another thing of another figure."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from deckgen.checks._naming import Sentence
from deckgen.source.words import claim_words

_STRONG = re.compile(r"[;:]\s+|\s[–—-]\s+")
_COMMA = re.compile(r",\s+")


def clauses(sentence: Sentence, language: str, tells: Callable[[str], bool]) -> tuple[Sentence, ...]:
    """Return the clauses of a sentence.

    A comma, or a word such as “and”, parts two of them where each ``tells`` something.
    """
    strong = _cut(sentence, _STRONG.finditer(sentence.text))
    return tuple(one for part in strong for one in _parted(part, _joins(language), tells))


def opening(text: str, language: str) -> int:
    """Return where the first word of a clause stands but for one such as “and”."""
    first = re.match(r"\W*", text)
    begin = first.end() if first else 0
    join = _joins(language).match(text, begin)
    return join.end() if join else begin


@cache
def _joins(language: str) -> re.Pattern[str]:
    """Return a pattern of the words of a language that begin another clause."""
    words = "|".join(map(re.escape, claim_words(language)["plain"]["joins"]))
    return re.compile(rf"(?:(?<=\s)|^)(?:{words})\s+")


def first_part(text: str, language: str) -> tuple[str, bool]:
    """Return what stands in a clause before its first comma, or word such as “and”, and whether it is a comma."""
    begin = opening(text, language)
    ends = [
        found.start() if found else len(text)
        for found in (_COMMA.search(text, begin), _joins(language).search(text, begin))
    ]
    return text[: min(ends)], ends[0] < ends[1]


def last_part(text: str, at: int, language: str) -> int:
    """Return where the part of a clause begins that a place is in: behind a comma, or with a word such as “and”."""
    commas = (found.end() for found in _COMMA.finditer(text, 0, at))
    return max((*commas, *(found.start() for found in _joins(language).finditer(text, 0, at))), default=0)


def joined(text: str, language: str) -> Iterator[int]:
    """Yield where a word such as “while” begins, behind a comma."""
    return (found.start() for found in _joins(language).finditer(text) if text[: found.start()].rstrip().endswith(","))


def pieces(clause: Sentence, language: str) -> Iterator[Sentence]:
    """Yield what of a clause stands before and behind each comma with a word such as “while”."""
    cuts = (0, *joined(clause.text, language), len(clause.text))
    return (Sentence(clause.text[start:end], clause.start + start) for start, end in pairwise(cuts))


def around(clause: Sentence, start: int, end: int) -> tuple[int, str]:
    """Return what of a clause stands between the commas around a part of it, and where that begins."""
    text = clause.text
    cuts = [0, *(found.end() for found in _COMMA.finditer(text)), len(text)]
    begin = max((cut for cut in cuts if cut <= start), default=0)
    return begin, text[begin : min((cut for cut in cuts if cut >= end), default=len(text))]


def _parted(part: Sentence, words: re.Pattern[str], tells: Callable[[str], bool]) -> Iterator[Sentence]:
    cuts = sorted(
        {found.end() for found in _COMMA.finditer(part.text)} | {at.start() for at in words.finditer(part.text)}
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
