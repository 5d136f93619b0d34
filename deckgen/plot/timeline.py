"""Names of periods under an axis, each below its place."""

from collections.abc import Sequence
from itertools import pairwise

from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Label
from deckgen.model.text import Run, plain
from deckgen.plot.periods import are_years
from deckgen.typeset.lines import Measured, as_line, settled, words
from deckgen.units import Emu, inches, points
from deckgen.values import frozen

LEADING, TOP = 1.14, 0.95
APART = inches(0.12)


@frozen(slots=True)
class _Name:
    """The name of a period, broken into lines, around the middle ``x``."""

    x: int
    lines: tuple[tuple[str, int], ...]

    @property
    def width(self) -> int:
        return max(width for _, width in self.lines)


@frozen
class Timeline:
    """The names of ``periods`` at ``xs``, in a chart of ``width``.

    Of years that stand too close some are named, the first and the last among them; other names break into lines.
    """

    periods: Sequence[str]
    xs: Sequence[int]
    width: int
    style: ChartStyle

    @property
    def height(self) -> int:
        """How much height the names take."""
        return points(self.style.key * LEADING) * max(len(name.lines) for name in self._names())

    @property
    def lack(self) -> int:
        """By how much names that stand side by side lack room."""
        names = self._names()
        sides = [(self._start(name), self._start(name) + name.width) for name in names]
        between = [one[1] + points(4) - other[0] for one, other in pairwise(sides)]
        return max(0, *(name.width - self.width for name in names), *between)

    def marks(self, top: int) -> tuple[Label, ...]:
        """Return the names, their first lines at ``top``."""
        made = []
        for name in self._names():
            for number, (text, width) in enumerate(name.lines):
                x = self._start(name) + (name.width - width) // 2
                y = top + points(self.style.key * (TOP + number * LEADING))
                made.append(Label(text, Emu(x), Emu(y), self.style.key, "muted"))
        return tuple(made)

    def _start(self, name: _Name) -> int:
        return max(0, min(name.x - name.width // 2, self.width - name.width))

    def _names(self) -> tuple[_Name, ...]:
        if are_years(self.periods):
            return self._thinned(
                [_Name(x, self._lines(p, self.width)) for p, x in zip(self.periods, self.xs, strict=True)]
            )
        spaces = [other - one for one, other in pairwise(self.xs)]
        room = min(spaces, default=self.width) - APART
        return tuple(_Name(x, self._lines(p, room)) for p, x in zip(self.periods, self.xs, strict=True))

    def _thinned(self, names: Sequence[_Name]) -> tuple[_Name, ...]:
        """Return the years that have room: the first, the last, and from the left those between."""
        if len(names) < 3:
            return tuple(names)
        last, kept = names[-1], [names[0]]
        for name in names[1:-1]:
            if all(abs(name.x - other.x) >= (name.width + other.width) // 2 + APART for other in (kept[-1], last)):
                kept.append(name)
        return (*kept, last)

    def _lines(self, period: str, room: int) -> tuple[tuple[str, int], ...]:
        def width(run: Run) -> Emu:
            return self.style.measure(run.text, self.style.key, run.bold)

        setting = settled([Measured(words((Run(period),), width))], max(1, room), balanced=True)
        return tuple((plain(line.runs), line.width) for line in map(as_line, setting.paragraphs[0]))
