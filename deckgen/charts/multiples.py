"""Changes known in words only: each as two bars whose lengths follow the words."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from deckgen.model.charts import Chart, ChartStyle
from deckgen.model.drawing import Bar, Drawing, Label, Line, Mark, Row
from deckgen.model.figures import Indicator
from deckgen.model.text import Run, plain
from deckgen.model.words import Words
from deckgen.plot.bars import AXIS, BETWEEN, CAP_HEIGHT, LABEL_GAP, LEAST_LENGTH, THICK, THIN, legible, risen, thin
from deckgen.plot.figures import crowd
from deckgen.plot.rows import stacked
from deckgen.plot.telling import LONGEST_ALT_TEXT, IndicatorChart
from deckgen.plot.worded_changes import MOST, Factor, examples, factor
from deckgen.spec.base import ChartSpec, FigureKind, Refusal
from deckgen.typeset.lines import Measured, as_line, settled, words
from deckgen.units import Emu, Rect, Size, inches, points
from deckgen.values import frozen

WIDEST, APART = inches(1.7), inches(0.28)
BELOW, LEADING = inches(0.08), 1.2


class Multiples(ChartSpec):
    """Changes that are known in words only, each as a bar before and a bar after; one that is not exact fades out.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council
        sources:
          count: {title: "Invented changes, for illustration only"}
        periods: {before: "2023", after: "2026"}

        indicators:
          bicycles: {label: schools with a **bicycle path**, change: almost doubled}
          patrols: {label: schools with **adults at the crossing**, change: +50%}
          accidents: {label: reported **accidents**, change: −30%}

        slides:
          - layout: text-and-chart
            title: More bicycle paths and patrols, fewer accidents
            text: Schools told how things had changed, not how many there were
            chart: multiples
            indicators: [bicycles, patrols, accidents]
            highlight: accidents

    """

    usual_for = frozenset({FigureKind.CHANGES})

    def chart(self, indicators: tuple[Indicator, ...], highlight: str, words: Words) -> "MultiplesChart | Refusal":
        """Return the chart of ``indicators``, or why there can be none."""
        counted = next((of.id for of in indicators if of.latest), "")
        if counted:
            message = f"“{counted}” has figures, and these bars show changes that are known in words only"
            return Refusal(message, "show it in the chart before-after or count-bars")
        crowded = crowd(indicators)
        if crowded:
            return crowded
        factors = []
        for of in indicators:
            found = factor(of.change.text, words) if of.change else None
            if found is None:
                return _unread(of, words)
            factors.append(found)
        return MultiplesChart(indicators, highlight, words, tuple(factors))


def _unread(indicator: Indicator, words: Words) -> Refusal:
    """Return that no bar can follow the words of an indicator."""
    said = indicator.change.text if indicator.change else ""
    message = f"“{indicator.id}” has the change “{said}”, which no bar can follow"
    return Refusal(message, f"write it in words such as: {examples(words)}, up to ×{MOST}; or say it in a text")


@frozen
class MultiplesChart(IndicatorChart):
    """The chart of some changes, in the order written; ``factors`` is how far each goes."""

    factors: tuple[Factor, ...]

    @property
    def panels(self) -> tuple[Chart, ...]:
        """The panels, in the order of the rows; none says what it is of."""
        return tuple(_Panel((of,), self.highlight, self.words, self, row) for row, of in enumerate(self.rows))

    @property
    def remark(self) -> str:
        """What must be read with the bars."""
        fading = any(of.fade for of in self.factors)
        return self.words.say("bars-of-words-fading" if fading else "bars-of-words")

    @property
    def reach(self) -> Decimal:
        """How long the longest bar is, the earlier figures being 1."""
        return max(Decimal(1), *(of.reach for of in self.factors))

    def description(self) -> str:
        """Return all that the chart shows, in words, and what its bars follow."""
        return f"{super().description()}. {self.remark}"

    def periods(self, row: int) -> tuple[str, str]:
        """Return how the two times of a row are called."""
        before, after = self.rows[row].periods
        return before or self.words.say("before"), after or self.words.say("after")

    def draw(self, size: Size, style: ChartStyle, beside: tuple[Emu, ...]) -> Drawing:
        """Return the marks that fill ``size``, rows of lying bars with the words behind them."""
        small = style.sizes[min(1, len(style.sizes) - 1)][1]
        remark = _broken(self.remark, small, size.width, style)
        foot = BELOW + len(remark) * points(small * LEADING)
        room = Size(size.width, Emu(size.height - foot))
        breaks = [False] * (len(self.rows) - 1)
        stack = stacked(room, [THIN + BETWEEN + THICK] * len(self.rows), beside, breaks, THICK)
        style, texts, scale = self._texts(size.width - AXIS, legible(style, stack.rows))
        marks: list[Mark] = []
        for of, row, parts, indicator in zip(self.factors, stack.rows, texts, self.rows, strict=True):
            marks += _lying(of, row, scale, self.color(indicator))
            # Letters reach below the line, where the later bar is.
            middle = risen(row.top, thin(row), style) - points(style.key * 0.12)
            marks += _behind(parts[0], round(scale), middle, style)
            marks += _behind(parts[1], round(of.reach * scale), row.mark, style)
        bottom = stack.rows[-1].bottom + BELOW
        marks.append(Line(Emu(AXIS // 2), Emu(0), Emu(AXIS // 2), Emu(bottom), AXIS, "muted"))
        marks += _under(remark, 0, bottom, small, "muted", bold=False)
        short = round(size.width * LEAST_LENGTH - self.reach * scale)
        return Drawing(size, tuple(marks), stack.rows, crowding=Emu(max(0, short)))

    def _texts(self, width: int, style: ChartStyle) -> tuple[ChartStyle, list["_Pair"], Decimal]:
        """Return the texts behind the bars, not yet placed, as large as leaves room for bars; the scale."""
        for value, key in style.sizes:
            style = replace(style, value=min(value, style.value), key=min(key, style.key))
            texts = [self._pair(row, style) for row in range(len(self.rows))]
            ends = [
                (_width(part, style), reach)
                for of, (before, after) in zip(self.factors, texts, strict=True)
                for part, reach in ((before, Decimal(1)), (after, of.reach))
            ]
            scale = min((width - text) / reach for text, reach in ends)
            if self.reach * scale >= width * LEAST_LENGTH:
                break
        return style, texts, max(scale, Decimal(0))

    def _pair(self, row: int, style: ChartStyle) -> "_Pair":
        """Return the texts behind the two bars of a row; the periods are said where they are not those above."""
        of, (before, after) = self.rows[row], self.periods(row)
        color = f"{self.color(of)}-text"
        said = Label(of.change.text if of.change else "", Emu(0), Emu(0), style.value, color, bold=True)
        if row and self.periods(row - 1) == (before, after):
            return [], [said]
        earlier = Label(before, Emu(0), Emu(0), style.key, "muted")
        return [earlier], [said, Label(after, Emu(0), Emu(0), style.key, color)]


_Pair = tuple[list[Label], list[Label]]
"""The texts behind the earlier and the later bar."""


def _lying(of: Factor, row: Row, scale: Decimal, color: str) -> list[Mark]:
    thick = 2 * (row.bottom - row.mark)
    earlier = Rect(AXIS, row.top, Emu(round(scale)), Emu(thin(row)))
    later = Rect(AXIS, Emu(row.bottom - thick), Emu(round(of.reach * scale)), Emu(thick))
    return [Bar(earlier, "before"), Bar(later, color, fade=Emu(round(of.faded * scale)), lying=True)]


def _behind(parts: Sequence[Label], length: int, middle: int, style: ChartStyle) -> list[Mark]:
    """Return texts side by side after a bar."""
    made: list[Mark] = []
    x = AXIS + length + LABEL_GAP
    tallest = max((part.size for part in parts), default=0)
    for part in parts:
        y = Emu(middle + points(tallest * CAP_HEIGHT / 2))
        made.append(Label(part.text, Emu(x), y, part.size, part.color, part.bold))
        x += style.measure(part.text, part.size, part.bold) + LABEL_GAP
    return made


def _width(parts: Sequence[Label], style: ChartStyle) -> int:
    return sum(LABEL_GAP + style.measure(part.text, part.size, part.bold) for part in parts)


@frozen
class _Panel(IndicatorChart):
    """One change as two standing bars, the periods under them; ``row`` is which one of ``chart``."""

    chart: MultiplesChart
    row: int

    @property
    def labels_rows(self) -> bool:
        """Whether the chart labels its rows itself: what it is of stands over it."""
        return True

    def alt_text(self) -> str:
        """Return what changed, and what the bars follow if there is room for it."""
        text = super().alt_text()
        whole = f"{text}. {self.chart.remark}"
        return whole if len(whole) <= LONGEST_ALT_TEXT else text

    def draw(self, size: Size, style: ChartStyle, beside: tuple[Emu, ...]) -> Drawing:
        """Return the marks that fill ``size``, to the scale of all panels of their size."""
        del beside
        apart = min(APART, size.width // 8)
        wide = min(WIDEST, (size.width - apart) // 2)
        names, style = self._names(wide + apart // 3, style)
        foot = max(len(lines) for pair in names for lines in pair) * points(style.key * LEADING)
        base = size.height - foot - BELOW
        scale = (base - AXIS) / self.chart.reach
        of, color = self.chart.factors[self.row], self.color(self.rows[0])
        height = round(of.reach * scale)
        marks: list[Mark] = [
            Bar(Rect(Emu(0), Emu(base - round(scale)), Emu(wide), Emu(round(scale))), "before"),
            Bar(
                Rect(Emu(wide + apart), Emu(base - height), Emu(wide), Emu(height)),
                color,
                fade=Emu(round(of.faded * scale)),
            ),
            Line(Emu(0), Emu(base), Emu(2 * wide + apart), Emu(base), AXIS, "muted"),
        ]
        before, after = names[self.row]
        marks += _under(before, wide // 2, base, style.key, "muted", bold=False)
        marks += _under(after, wide + apart + wide // 2, base, style.key, f"{color}-text", bold=True)
        lack = max(0, _widest(names) - wide - apart // 3, -base)
        return Drawing(size, tuple(marks), (Row(Emu(0), size.height, Emu(base)),), crowding=Emu(lack))

    def _names(self, room: int, style: ChartStyle) -> tuple[list[tuple["_Lines", "_Lines"]], ChartStyle]:
        """Return the periods of all panels, as lines that stand under their bars, and the size in which they do."""
        for _, key in style.sizes:
            style = replace(style, key=key)
            names = [
                (_broken(before, key, room, style), _broken(after, key, room, style, bold=True))
                for before, after in map(self.chart.periods, range(len(self.chart.rows)))
            ]
            if _widest(names) <= room:
                break
        return names, style


_Lines = list[tuple[str, Emu]]
"""Lines of text, each with its width."""


def _widest(names: Sequence[tuple[_Lines, _Lines]]) -> int:
    return max(width for pair in names for lines in pair for _, width in lines)


def _broken(text: str, size: float, room: int, style: ChartStyle, *, bold: bool = False) -> _Lines:
    def width(run: Run) -> Emu:
        return style.measure(run.text, size, bold)

    setting = settled([Measured(words((Run(text),), width))], Emu(room), balanced=True)
    return [(plain(line.runs), line.width) for line in map(as_line, setting.paragraphs[0])]


def _under(lines: _Lines, middle: int, top: int, size: float, color: str, *, bold: bool) -> list[Mark]:
    """Return lines of text under ``top``, around ``middle`` but within the chart."""
    made: list[Mark] = []
    for number, (text, width) in enumerate(lines):
        y = top + BELOW + points(size * (LEADING * number + 0.87))
        made.append(Label(text, Emu(max(0, middle - width // 2)), Emu(y), size, color, bold))
    return made
