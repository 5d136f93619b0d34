"""Names at the ends of lines and beside the parts of a bar: figure and label, with a thin line to what they name."""

from collections.abc import Sequence

from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Label, Mark, Path
from deckgen.model.text import Run, Runs
from deckgen.plot.spread import spread
from deckgen.typeset.frames import Line
from deckgen.typeset.lines import Measured, as_line, settled, words
from deckgen.units import Emu, inches, points
from deckgen.values import frozen

LEADER = inches(0.0104)
LEADING, CAPITALS = 1.14, 0.716
GAP, BETWEEN = inches(0.1), inches(0.06)
MOVED = points(5)
"""How far a name stands from what it names before a line leads there."""


@frozen(slots=True)
class End:
    """What is named: the height of its middle, its figure and label, and the colours of both texts.

    ``reach`` is how far it extends above and below its middle; a name within that needs no line.
    """

    y: int
    figure: str
    label: Runs
    color: str
    label_color: str = "body"
    reach: int = MOVED


@frozen(slots=True)
class Names:
    """Names set in one column: ``width`` is all they need, ``lack`` by how much a word is too wide."""

    marks: tuple[Mark, ...]
    width: int
    bottom: int
    lack: int


@frozen
class _Setting:
    """Names in one size, ``between`` one another: how wide figures are, and the lines of each label."""

    value: float
    size: float
    between: int
    figures: int
    lines: tuple[tuple[Line, ...], ...]

    @property
    def heights(self) -> tuple[int, ...]:
        """How much height each name takes, with the space to the next."""
        first = points(max(self.value, self.size) * LEADING)
        more = points(self.size * LEADING)
        return tuple(first + more * max(0, len(lines) - 1) + self.between for lines in self.lines)

    @property
    def width(self) -> int:
        """How wide the widest name is."""
        return self.figures + max((line.width for lines in self.lines for line in lines), default=0)


@frozen
class EndNames:
    """The names of ``ends``, in the largest size at which all stand above one another, within ``room`` and ``high``."""

    ends: tuple[End, ...]
    style: ChartStyle
    room: int
    high: int

    def setting(self) -> _Setting:
        """Return the names, broken into lines."""
        first, *smaller = self.style.category
        steps = [(self.style.value, first, BETWEEN), *((size, size, BETWEEN) for size in smaller)]
        for value, size, between in (*steps, (steps[-1][0], steps[-1][1], points(1))):
            made = self._broken(value, size, between)
            if sum(made.heights) <= self.high and made.width <= self.room:
                break
        return made

    @property
    def width(self) -> int:
        """How wide the names are, up to the room there is."""
        return min(self.room, self.setting().width)

    def drawn(self, x: int, from_x: Sequence[int]) -> Names:
        """Return the names in a column that begins at ``x``; lines lead there from where each end stands."""
        setting = self.setting()
        first = points(max(setting.value, setting.size) * LEADING)
        tops = spread([end.y - first // 2 for end in self.ends], setting.heights, 0, self.high)
        marks: list[Mark] = []
        for end, lines, top, start in zip(self.ends, setting.lines, tops, from_x, strict=True):
            middle = top + first // 2
            if abs(middle - end.y) > end.reach or x - start > inches(0.6):
                marks.append(_leader(start, end.y, x - points(3), middle))
            marks += self._text(end, lines, setting, x, middle)
        bottom = max(
            (top + height - setting.between for top, height in zip(tops, setting.heights, strict=True)), default=0
        )
        return Names(tuple(marks), setting.width, bottom, max(0, setting.width - self.room))

    def _text(self, end: End, lines: Sequence[Line], setting: _Setting, x: int, middle: int) -> list[Mark]:
        baseline = middle + points(max(setting.value, setting.size) * CAPITALS / 2)
        marks: list[Mark] = []
        if end.figure:
            marks.append(Label(end.figure, Emu(x), Emu(baseline), setting.value, end.color, bold=True))
        for number, line in enumerate(lines):
            start = x + setting.figures
            y = baseline + number * points(setting.size * LEADING)
            for run in line.runs:
                # A picture drops the spaces that a text begins with.
                inked = run.text.lstrip(" ")
                start += self.style.measure(" ", setting.size, run.bold) * (len(run.text) - len(inked))
                if inked:
                    marks.append(Label(inked, Emu(start), Emu(y), setting.size, end.label_color, run.bold))
                    start += self.style.measure(inked, setting.size, run.bold)
        return marks

    def _broken(self, value: float, size: float, between: int) -> _Setting:
        figures = max((self.style.measure(end.figure, value, True) for end in self.ends if end.figure), default=Emu(0))
        figures = Emu(figures + GAP) if figures else figures

        def width(run: Run) -> Emu:
            return self.style.measure(run.text, size, run.bold)

        def lines(runs: Runs) -> tuple[Line, ...]:
            if not runs:
                return ()
            set_ = settled([Measured(words(runs, width))], max(1, self.room - figures), balanced=True)
            return tuple(as_line(line) for line in set_.paragraphs[0])

        return _Setting(value, size, between, figures, tuple(lines(end.label) for end in self.ends))


def _leader(x: int, y: int, end_x: int, end_y: int) -> Path:
    """Return a thin line with a short level piece at its end."""
    bend = max(x, end_x - points(4))
    return Path(((Emu(x), Emu(y)), (Emu(bend), Emu(end_y)), (Emu(end_x), Emu(end_y))), LEADER, "muted")
