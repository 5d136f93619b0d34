"""Where lines break: opportunities after Unicode Standard Annex 14, filled greedily as PowerPoint does.

A program that draws the deck may measure a little differently. So a width is chosen, not wider than the
frame, at which every line has room to spare and no first word of a next line nearly fits.
"""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from deckgen.model.text import Run, Runs
from deckgen.typeset.frames import Line
from deckgen.units import Emu
from deckgen.values import frozen

RunWidth = Callable[[Run], Emu]
"""How wide a run is on one line, in its own weight."""

SPARE = 0.015
"""The room that a line keeps, as a share of its width."""

_SPACES = frozenset(" \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000")
_DASHES = frozenset("-\u2010\u2012\u2013\u2014")
_PAUSES = frozenset(",;:.!?–—…")


def opportunities(text: str) -> tuple[int, ...]:
    """Return the offsets at which a line may begin, the start and the end of ``text`` left out."""
    found = []
    for offset in range(1, len(text)):
        before, after = text[offset - 1], text[offset]
        if after in _SPACES:
            continue
        hyphenated = before in _DASHES and after.isalpha() and offset > 1 and text[offset - 2].isalnum()
        spaced_dash = before in "\u2013\u2014" and after.isalpha()
        if before in _SPACES or hyphenated or spaced_dash:
            found.append(offset)
    return tuple(found)


@frozen(slots=True)
class Word:
    """What cannot be broken: its runs and how wide they are, then the spaces after it and their width."""

    runs: Runs
    width: Emu
    spaces: Runs
    space: Emu

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(run.text for run in self.runs)


def words(runs: Runs, width: RunWidth) -> tuple[Word, ...]:
    """Return the words of a paragraph, measured by ``width``."""
    text = "".join(run.text for run in runs)
    edges = (0, *opportunities(text), len(text))
    begins = tuple(itertools.accumulate((len(run.text) for run in runs), initial=0))
    made = []
    for start, end in itertools.pairwise(edges):
        inked = start + len(text[start:end].rstrip("".join(_SPACES)))
        parts, spaces = _cut(runs, begins, start, inked), _cut(runs, begins, inked, end)
        made.append(Word(parts, _total(parts, width), spaces, _total(spaces, width)))
    return tuple(made)


def _cut(runs: Runs, begins: Sequence[int], start: int, end: int) -> Runs:
    """Return the part of ``runs``, of which is known where each begins, between two offsets."""
    first, last = bisect_right(begins, start) - 1, bisect_left(begins, end)
    pieces = (
        (run, run.text[max(0, start - at) : end - at])
        for run, at in zip(runs[first:last], begins[first:last], strict=False)
    )
    return tuple(run.saying(piece) for run, piece in pieces if piece)


def _total(runs: Runs, width: RunWidth) -> Emu:
    return Emu(sum(width(run) for run in runs))


def fill(paragraph: Sequence[Word], width: int) -> tuple[tuple[Word, ...], ...]:
    """Return the words of each line, as many on a line as fit ``width``, at least one."""
    lines: list[list[Word]] = []
    room = 0
    for word in paragraph:
        if lines and word.width <= room:
            lines[-1].append(word)
        else:
            lines.append([word])
            room = width
        room -= word.width + word.space
    return tuple(tuple(line) for line in lines)


def line_width(line: Sequence[Word]) -> Emu:
    """Return the width of a line, without the space at its end."""
    return Emu(sum(word.width + word.space for word in line) - (line[-1].space if line else 0))


@frozen(slots=True)
class Measured:
    """The words of a paragraph, and how far its lines stand in from the left of the frame."""

    words: tuple[Word, ...]
    margin: Emu = Emu(0)


Filled = tuple[tuple[tuple[Word, ...], ...], ...]


@frozen(slots=True)
class Setting:
    """Paragraphs broken at one width: the same lines come out from ``tight`` up to ``loose``."""

    paragraphs: Filled
    tight: int
    loose: int

    @property
    def count(self) -> int:
        """How many lines there are."""
        return sum(len(lines) for lines in self.paragraphs)

    @property
    def broken(self) -> bool:
        """Whether any paragraph has more than one line."""
        return any(len(lines) > 1 for lines in self.paragraphs)

    def width_within(self, room: int) -> Emu:
        """Return the width to set at: a little wider than the widest line, but not so that a next word fits."""
        return Emu(min(room, self.loose - 1, round(self.tight * (1 + SPARE))))


def settled(paragraphs: Sequence[Measured], room: int, *, balanced: bool) -> Setting:
    """Return the best setting that takes no more lines than the whole ``room``.

    ``balanced`` asks for lines of like length, broken at sense; else lines are only kept steady.
    """
    first = setting = _set(paragraphs, room)
    narrowest = room * (0.4 if balanced else 0.8)
    candidates = [first]
    while setting.tight > narrowest:
        narrower = _set(paragraphs, setting.tight - 1)
        # A word that is wider than all it is given never gets narrower.
        if narrower.count > first.count or narrower.tight >= setting.tight:
            break
        setting = narrower
        candidates.append(setting)
    return min(candidates, key=lambda candidate: _badness(candidate, room, balanced))


def _set(paragraphs: Sequence[Measured], width: int) -> Setting:
    filled = tuple(fill(paragraph.words, width - paragraph.margin) for paragraph in paragraphs)
    margins = [paragraph.margin for paragraph in paragraphs]
    rows = list(zip(margins, filled, strict=True))
    tight = max((margin + line_width(line) for margin, lines in rows for line in lines), default=0)
    next_fits = [
        margin + line_width((*line, below[0])) for margin, lines in rows for line, below in itertools.pairwise(lines)
    ]
    return Setting(filled, tight, min(next_fits, default=10**12))


def _badness(setting: Setting, room: int, balanced: bool) -> float:
    """Return how far a setting is from steady lines, even lines, and breaks at sense."""
    tight = max(setting.tight, 1)
    steady = min(1.0, (setting.loose / tight - 1) / (2 * SPARE))
    spare = min(1.0, max(0.0, room / tight - 1) / SPARE)
    badness = 8 * (1 - steady) + 4 * (1 - spare)
    for lines in setting.paragraphs:
        badness += sum(8 for line in lines[:-1] if line[-1].text.endswith("-"))
        if len(lines) > 1:
            badness += (_raggedness(lines, room) if balanced else 0) + _orphan(lines, room)
    return badness + (0 if balanced else 6 * (1 - tight / room))


def _raggedness(lines: Sequence[Sequence[Word]], room: int) -> float:
    widths = [line_width(line) for line in lines]
    badness = 10 * (max(widths) - min(widths)) / room
    for line in lines[:-1]:
        badness -= 4 if line[-1].text[-1:] in _PAUSES else 0
        badness += 1.5 if len(line[-1].text) <= 3 else 0
    return badness


def _orphan(lines: Sequence[Sequence[Word]], room: int) -> float:
    """Return a penalty for a last line of one word that is short, or less than half as long as another line."""
    last, widest = line_width(lines[-1]), max(map(line_width, lines))
    return 2.0 if len(lines[-1]) == 1 and (last < room / 3 or 2 * last < widest) else 0.0


def as_line(line: Sequence[Word]) -> Line:
    """Return the words of a line as runs again."""
    pieces = [run for word in line[:-1] for run in (*word.runs, *word.spaces)]
    pieces += line[-1].runs if line else ()
    styles = (tuple(runs) for _, runs in itertools.groupby(pieces, Run.style))
    joined = (runs[0].saying("".join(run.text for run in runs)) for runs in styles)
    return Line(tuple(joined), line_width(line))
