"""Bars that stand: the earlier figure left of the later one, on one baseline, each pair with its label below."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from decimal import Decimal
from itertools import pairwise

from deckgen.model.charts import ChartStyle, labelled
from deckgen.model.drawing import Bar, Drawing, Label, Line, Mark, Row
from deckgen.model.figures import Figure, Indicator
from deckgen.model.text import Run, Runs, plain
from deckgen.model.words import Words
from deckgen.typeset.lines import Measured, as_line, settled, words
from deckgen.units import Emu, Rect, Size, inches, points
from deckgen.values import frozen, mutable

MOST = 6
"""How many indicators there is room for side by side."""
WIDEST, WIDEST_PAIR = inches(4), inches(1.7)
BETWEEN, APART = inches(0.036), inches(0.3)
THIN = 0.38
"""The share of a pair that the earlier column has."""
AXIS, RULE = inches(0.014), inches(0.0104)
ABOVE, BELOW, GROUP_GAP, ASIDE = inches(0.08), inches(0.11), inches(0.2), inches(0.09)
LOWEST = inches(0.8)
"""The least height that is left to the columns."""
SPACE = points(4)
CAPITALS, LEADING = 0.716, 1.14


@frozen
class Columns:
    """What columns show: ``total`` is the whole they are part of, ``keys`` the periods named at a pair."""

    rows: tuple[Indicator, ...]
    highlight: str
    words: Words
    total: Decimal | None
    keys: Mapping[str, tuple[str, str]]

    def draw(self, size: Size, style: ChartStyle) -> Drawing:
        """Return the marks that fill ``size``, moved right where the name of the first column asks for room."""
        least, most = _Easel(self, size, style, 0, 0).overhangs()
        drawing = self._lowered(size, style, most)
        return self._lowered(size, style, least) if drawing.crowding else drawing

    def _lowered(self, size: Size, style: ChartStyle, left: int) -> Drawing:
        """Return the drawing with its columns lowered until what stands over them has room."""
        headroom = 0
        for _ in range(5):
            easel = _Easel(self, size, style, left, headroom)
            drawing = easel.drawing()
            if easel.highest >= 0:
                break
            headroom += points(1) - easel.highest
        return drawing


@frozen(slots=True)
class _Words:
    """One line of text in a chart."""

    text: str
    size: float
    color: str
    bold: bool = False


@frozen(slots=True)
class _Column:
    """Where a column stands; its texts are centred, or begin at the side ``seam`` where they are wider."""

    x: int
    width: int
    seam: str = ""

    def start(self, width: int) -> int:
        """Return the x at which a text of ``width`` begins."""
        if width > self.width and self.seam:
            return self.x + self.width - width if self.seam == "right" else self.x
        return self.x + (self.width - width) // 2


@mutable
class _Easel:
    """One attempt at a drawing, ``left`` and ``headroom`` kept free at its side and its top."""

    of: Columns
    size: Size
    style: ChartStyle
    left: int
    headroom: int
    marks: list[Mark] = field(default_factory=list)
    taken: list[Rect] = field(default_factory=list)

    def __post_init__(self) -> None:
        rows = self.of.rows
        self.breaks = [(one.before is None) != (other.before is None) for one, other in pairwise(rows)]
        free = self.size.width - self.left - GROUP_GAP * sum(self.breaks)
        self.pitch = min(WIDEST, free // len(rows))
        self.pair = min(WIDEST_PAIR, self.pitch - APART)
        self.labels = self._labels()
        tallest = max(sum(line.pitch for line in label) for label in self.labels)
        self.base = max(LOWEST, self.size.height - tallest - BELOW)
        self.scale = self._scale()

    @property
    def highest(self) -> int:
        """The y of the highest text; below 0 it is outside."""
        return min((rect.y for rect in self.taken), default=Emu(0))

    def drawing(self) -> Drawing:
        """Return all marks; each row reaches from the top of the columns to the end of its label."""
        x, rows = self.left, []
        for index, indicator in enumerate(self.of.rows):
            self._group(indicator, x)
            bottom = self._label(self.labels[index], x)
            rows.append(Row(Emu(0), Emu(bottom), Emu(self.base)))
            x += self.pitch
            if index < len(self.breaks) and self.breaks[index]:
                middle = Emu(x + GROUP_GAP // 2)
                self.marks.insert(0, Line(middle, Emu(0), middle, Emu(self.base), RULE, "rule"))
                x += GROUP_GAP
        self._names()
        lowest = max(row.bottom for row in rows)
        axis = Line(Emu(0), Emu(self.base), Emu(x), Emu(self.base), AXIS, "muted")
        whole = tuple(Row(row.top, lowest, row.mark) for row in rows)
        return Drawing(self.size, (*self.marks, axis), whole, crowding=Emu(max(0, self._lack())))

    def overhangs(self) -> tuple[int, int]:
        """Return how far the first earlier figure, and the name over it, reach out to the left."""
        first = self.of.rows[0]
        earlier, _ = self._columns(first, 0)
        if earlier is None or first.before is None:
            return 0, 0
        figure = self._width(_Words(first.before.text, self.style.key, "muted"))
        name = self.of.keys[first.id][0] if first.id in self.of.keys else first.before.text
        word = max(line.width for line in self._broken((Run(name),), self.style.key, 1)) + ASIDE
        # Room at the left narrows the pairs, which moves the seam to the left again.
        figure, word = (round(max(0, width - earlier.x - earlier.width) * 1.2) for width in (figure, word))
        return figure, max(figure, word)

    def _columns(self, indicator: Indicator, x: int) -> tuple[_Column | None, _Column]:
        """Return the columns of an indicator whose room begins at ``x``."""
        thin = round(self.pair * THIN)
        thick = self.pair - thin - BETWEEN
        if not indicator.before:
            return None, _Column(x + (self.pitch - thick) // 2, thick)
        left = x + (self.pitch - self.pair) // 2
        return _Column(left, thin, "right"), _Column(left + thin + BETWEEN, thick, "left")

    def _group(self, indicator: Indicator, x: int) -> None:
        """Draw the columns of one indicator, and the figures over them."""
        earlier, later = self._columns(indicator, x)
        accent = self._accent(indicator)
        if earlier and indicator.before:
            height = self._bar(earlier, 0, indicator.before.value, "before")
            self._over(earlier, height, [_Words(indicator.before.text, self.style.key, "muted")])
        if self.of.total:
            self._bar(later, 0, self.of.total, "track")
        height = self._bar(later, 0, _value(indicator.latest), accent)
        figure = _Words(_text(indicator.latest), self.style.value, f"{accent}-text", True)
        if indicator.unconfirmed:
            self._unconfirmed(indicator.unconfirmed, later, height, figure)
        elif self.of.total and height + ABOVE + self._capitals(figure) > round(self.of.total * self.scale):
            self._inside(later, height, figure)
        else:
            self._over(later, height, [figure])

    def _unconfirmed(self, more: Figure, column: _Column, height: int, figure: _Words) -> None:
        """Draw what is unconfirmed on top of a column; the figure stands inside where it has room."""
        accent = figure.color.removesuffix("-text")
        top = height + self._bar(column, height, more.value, "unconfirmed", accent)
        texts = [
            _Words(self.of.words.say("unconfirmed"), self.style.key, "ink"),
            _Words(f"+{more.text}", self.style.value, figure.color, True),
        ]
        if height > self._capitals(figure) + 2 * ABOVE and column.width > self._width(figure):
            self._inside(column, height, figure)
        else:
            texts.append(figure)
        self._over(column, top, texts)

    def _bar(self, column: _Column, foot: int, value: Decimal, color: str, outline: str = "") -> int:
        """Draw a bar that stands ``foot`` over the baseline; return its height."""
        height = round(value * self.scale)
        if height:
            rect = Rect(Emu(column.x), Emu(self.base - foot - height), Emu(column.width), Emu(height))
            self.marks.append(Bar(rect, color, outline))
            if color != "track":
                self.taken.append(rect)
        return height

    def _inside(self, column: _Column, height: int, figure: _Words) -> None:
        """Write a figure inside its column, at the top."""
        y = Emu(self.base - height + ABOVE + self._capitals(figure))
        x = Emu(column.start(self._width(figure)))
        self.marks.append(Label(figure.text, x, y, figure.size, "on-mark", bold=True))

    def _over(self, column: _Column, height: int, texts: Sequence[_Words]) -> None:
        """Write ``texts`` over a column, the first lowest."""
        y = self.base - height
        for text in texts:
            y = self._put(text, column.start(self._width(text)), y)

    def _put(self, text: _Words, x: int, floor: int) -> int:
        """Write a text with its foot over ``floor``; return where its capitals end."""
        tall = self._capitals(text)
        rect = Rect(Emu(x), Emu(floor - ABOVE - tall), Emu(self._width(text)), Emu(tall))
        self.taken.append(rect)
        self.marks.append(Label(text.text, rect.x, rect.bottom, text.size, text.color, text.bold))
        return rect.y

    def _names(self) -> None:
        """Write the periods over the pairs that name them: the earlier left of the seam, the later right of it."""
        for index, indicator in enumerate(self.of.rows):
            x = self.left + index * self.pitch + GROUP_GAP * sum(self.breaks[:index])
            earlier, later = self._columns(indicator, x)
            if earlier is None or indicator.id not in self.of.keys:
                continue
            before, after = self.of.keys[indicator.id]
            self._name(before, "muted", earlier.x + earlier.width - BETWEEN, self.pitch // 2, right=True)
            self._name(after, f"{self._accent(indicator)}-text", later.x + BETWEEN, self.pitch * 2 // 3, right=False)

    def _name(self, name: str, color: str, seam: int, room: int, *, right: bool) -> None:
        lines = self._broken((Run(name),), self.style.key, room)
        widest = max(line.width for line in lines)
        start = max(0, seam - widest) if right else max(0, min(seam, self.size.width - widest))
        below = [rect.y for rect in self.taken if rect.x < start + widest and start < rect.right]
        floor = min(below, default=self.base)
        for line in reversed(lines):
            x = start + (widest - line.width if right else 0)
            floor = self._put(_Words(plain(line.runs), self.style.key, color), x, floor)

    def _labels(self) -> list[list["_LabelLine"]]:
        """Return the label below each pair in the largest size at which all have room."""
        for size in self.style.category:
            labels = [list(self._lines_of(indicator, size)) for indicator in self.of.rows]
            if max(line.width for label in labels for line in label) <= self._room:
                break
        return labels

    @property
    def _room(self) -> int:
        return self.pitch - ASIDE

    def _lines_of(self, indicator: Indicator, size: float) -> Iterator["_LabelLine"]:
        """Yield the label of an indicator, its note, and its change or that it is new."""
        for paragraph in labelled(indicator):
            note = paragraph.level > 0
            yield from self._broken(
                paragraph.runs, self.style.key if note else size, self._room, "muted" if note else "body"
            )
        if indicator.before and indicator.change:
            yield from self._apart((Run(indicator.change.text, bold=True),), size, "ink")
        elif indicator.new:
            word = self.of.words.say("new")
            yield from self._apart((Run(word, bold=True),), size, f"{self._accent(indicator)}-text")

    def _apart(self, runs: Runs, size: float, color: str) -> list["_LabelLine"]:
        """Return lines with a little space before them."""
        first, *others = self._broken(runs, size, self._room, color)
        return [replace(first, space=SPACE), *others]

    def _broken(self, runs: Runs, size: float, room: int, color: str = "body") -> list["_LabelLine"]:
        def width(run: Run) -> Emu:
            return self.style.measure(run.text, size, run.bold)

        setting = settled([Measured(words(runs, width))], room, balanced=True)
        lines = [as_line(line) for line in setting.paragraphs[0]]
        return [_LabelLine(line.runs, line.width, size, color) for line in lines]

    def _label(self, lines: Sequence["_LabelLine"], x: int) -> int:
        """Write a label below the baseline, its lines centred; return where it ends."""
        y = self.base + BELOW
        for line in lines:
            y += line.space
            start = x + (self.pitch - line.width) // 2
            baseline = Emu(y + points(line.size * 0.87))
            for run in line.runs:
                # A picture drops the spaces that a text begins with.
                inked = run.text.lstrip(" ")
                start += self.style.measure(" ", line.size, run.bold) * (len(run.text) - len(inked))
                if inked:
                    self.marks.append(Label(inked, Emu(start), baseline, line.size, line.color, run.bold))
                    start += self.style.measure(inked, line.size, run.bold)
            y += line.pitch - line.space
        return y

    def _scale(self) -> Decimal:
        """Return EMU per unit: the most at which no column with its figures leaves the chart."""
        high = max(1, self.base - self.headroom)
        if self.of.total:
            return Decimal(high) / self.of.total
        value, key = points(self.style.value * CAPITALS) + ABOVE, points(self.style.key * CAPITALS) + ABOVE
        room = []
        for of in self.of.rows:
            more = _value(of.unconfirmed)
            room.append((_value(of.latest) + more, value + (value + key if of.unconfirmed else 0)))
            room.append((_value(of.before), key))
        return min((Decimal(max(1, high - texts)) / value for value, texts in room if value), default=Decimal(0))

    def _lack(self) -> int:
        """Return by how much the texts of one indicator are wider than its room."""
        lacks = [line.width - self._room for label in self.labels for line in label]
        reach = [self._reach(of) for of in self.of.rows]
        lacks += [right + BETWEEN - (self.pitch + left) for (_, right), (left, _) in pairwise(reach)]
        return max(*lacks, reach[-1][1] - self.pitch)

    def _reach(self, indicator: Indicator) -> tuple[int, int]:
        """Return where the columns of an indicator with their figures begin and end, from where its room begins."""
        earlier, later = self._columns(indicator, 0)
        after = self._width(_Words(_text(indicator.latest), self.style.value, "ink", True))
        left, right = min(later.x, later.start(after)), max(later.x + later.width, later.start(after) + after)
        if earlier and indicator.before:
            left = earlier.start(self._width(_Words(indicator.before.text, self.style.key, "muted")))
            left = min(left, earlier.x)
        return left, right

    def _accent(self, indicator: Indicator) -> str:
        return "accent" if indicator.id == self.of.highlight else "primary"

    def _width(self, text: _Words) -> int:
        return self.style.measure(text.text, text.size, text.bold)

    @staticmethod
    def _capitals(text: _Words) -> int:
        return points(text.size * CAPITALS)


@frozen(slots=True)
class _LabelLine:
    """One line of a label below the columns."""

    runs: Runs
    width: Emu
    size: float
    color: str
    space: int = 0

    @property
    def pitch(self) -> int:
        """The height of the line, with the space before it."""
        return self.space + points(self.size * LEADING)


def _value(figure: Figure | None) -> Decimal:
    return figure.value if figure else Decimal(0)


def _text(figure: Figure | None) -> str:
    return figure.text if figure else ""
