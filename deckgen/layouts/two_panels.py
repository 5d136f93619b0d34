"""Two themes side by side, each with up to three figures."""

from collections.abc import Iterator, Mapping

from pydantic import Field

from deckgen.model.charts import Chart
from deckgen.model.content import Content, Part
from deckgen.model.figures import Indicator
from deckgen.model.fills import BoxFill, ChartFill, Fill, TextFill, called_out
from deckgen.model.slots import Grid, Slot, SlotKind, Variant, callout, chrome
from deckgen.model.statistics import label_of, number_of, standing, total_of
from deckgen.model.text import Paragraph
from deckgen.model.words import Words
from deckgen.plot import dots, shares
from deckgen.spec.base import FOR_WHOM, ContentSlideSpec, Names, Refusal, Spec, Text
from deckgen.units import Emu, Rect, inches
from deckgen.values import frozen

RULE, BIG, SMALL = 2.02, 60, 40
"""The y of the rules in inches, and the sizes in points of a number alone in its panel and of one among others."""
ASIDE = 1.95
"""How far right of its number the bar of a figure among others begins, in inches."""

TALL = 0.88
"""How tall the dots of a figure alone are at most, in inches."""


@frozen(slots=True)
class _Measures:
    """Where figures stand, in inches: baselines ``pitch`` apart, the last label ``last`` tall.

    ``alone`` is the row in whose place the label of a figure alone stands.
    """

    baseline: float
    pitch: float
    last: float
    rows: int
    alone: int = 2
    compact: bool = False

    def label(self, row: int) -> tuple[float, float]:
        """Return the top and the height of the label of a row: below its number, or beside it where it is compact."""
        baseline = self.baseline + (row - 1) * self.pitch
        if self.compact:
            return baseline - 0.4, 0.6
        height = self.last if row == self.rows else 0.58  # two lines of 18 points
        return baseline + 0.12, height

    def mark(self, row: int) -> tuple[float, float]:
        """Return the top and the height of the mark of a row."""
        baseline = self.baseline + (row - 1) * self.pitch
        return (baseline - 0.6, 0.16) if self.compact else (baseline - 0.4, 0.4)


_MEASURES = {
    Variant(2): _Measures(3.33, 1.55, 1.3, rows=2),
    Variant(2, callout=True): _Measures(3.25, 1.28, 0.95, rows=2),
    Variant(3): _Measures(3.25, 1.24, 0.59, rows=3),
    Variant(3, callout=True): _Measures(3.25, 0.95, 0.6, rows=3, alone=3, compact=True),
}


class PanelSpec(Spec):
    """One theme: its heading, and its figures."""

    title: Text = Field(description="the heading of the panel")
    indicators: tuple[Text, ...] = Field(
        min_length=1, max_length=3, description="names of indicators: percentages, or counts out of a total"
    )
    audience: Names = Field((), description=FOR_WHOM)


class TwoPanels(ContentSlideSpec):
    """Two themes side by side, each with a heading and one to three figures, with or without a callout.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council
        sources:
          count: {title: "Invented figures, for illustration only"}

        indicators:
          schools: {label: schools in the count, value: 48}
          patrols: {label: have **adults at the crossing** every morning, value: 31, of: schools}
          walking: {label: of children **walk** to school, value: 46%}
          belts: {label: of children in cars **wear no belt**, value: 12%}

        slides:
          - layout: two-panels
            kicker: Schools and children
            title: Schools guard their crossings, yet few children walk
            columns:
              - title: What schools do
                indicators: [patrols]
              - title: What children do
                indicators: [walking, belts]
            callout: Parents walk where others walk, so **begin with the youngest**

    """

    needs = (frozenset({"columns", "callout"}),)
    variants = tuple(_MEASURES)
    columns_of_whole = (0, 1)

    columns: tuple[PanelSpec, ...] = Field(min_length=2, max_length=2, description="the two panels, each a theme")
    highlight: Text | None = Field(None, description="the indicator in the accent colour")
    callout: Text | None = Field(None, description="what follows, in a band below; its bold words stand out")

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order: heading, then number, mark and label of each figure, panel by panel."""
        made: list[Slot] = []
        for panel, column in enumerate(grid.columns(2)):
            made += _panel(panel, column, _MEASURES[variant])
        return (*chrome(grid), *made, *(callout(grid, 5.68, 0.76) if variant.callout else ()))

    @classmethod
    def variant(cls, content: Content) -> Variant:
        """Return how many figures a panel has at most, and whether there is a callout."""
        most = max(len(part.indicators) for part in content.columns)
        return Variant(max(2, most), callout=bool(content.callout))

    @classmethod
    def refusal(cls, content: Content) -> Refusal | None:
        """Return why a figure is no share that a panel could show, or None."""
        for number, part in enumerate(content.columns):
            refused = shares.refusal(part.indicators)
            if refused:
                return Refusal(refused.message, refused.hint, _key(number))
        return None

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        fills: dict[str, Fill] = {
            "title": TextFill((Paragraph(content.title),)),
            "kicker": TextFill((Paragraph(content.kicker),), key="kicker"),
            "callout": called_out(content.callout),
        }
        measures, words = _MEASURES[cls.variant(content)], content.facts.words
        for panel, part in enumerate(content.columns):
            fills[f"heading {panel + 1}"] = TextFill((Paragraph(part.title),), f"columns.{panel}.title")
            if part.highlight:
                fills[f"accent {panel + 1}"] = BoxFill("accent")
            if len(part.indicators) == 1:
                fills |= _alone(panel, part, measures, words)
            else:
                fills |= _rows(panel, part, words)
        return fills


def _key(panel: int) -> str:
    return f"columns.{panel}.indicators"


def _number(panel: int, row: int) -> int:
    """Return the number of a figure: rows from 1, those of the left panel odd, of the right one even."""
    return 2 * row - 1 + panel


def _alone(panel: int, part: Part, of: _Measures, words: Words) -> dict[str, Fill]:
    """Return the fills of a panel of one figure: a large number, its mark as wide as the panel, its label below."""
    indicator, first, last = part.indicators[0], _number(panel, 1), _number(panel, of.alone)
    key, highlight = _key(panel), part.highlight
    label = _label(indicator, words, highlight, total=of.compact)
    below = tuple(_number(panel, row) for row in range(of.alone + 1, of.rows + 1))
    over = [f"{name} {number}" for number in below for name in ("statistic", "label")]
    over += [f"statistic {last}"] if of.compact else []
    behind = Paragraph.plain(total_of(indicator, words))
    return {
        f"statistic {first}": number_of(indicator, highlight, key),
        f"of {panel + 1}": TextFill((behind,), key, behind=f"statistic {first}"),
        f"whole {panel + 1}": ChartFill(_mark(indicator, part, words), key=key),
        f"label {last}": TextFill(label, key, tuple(over)),
    }


def _rows(panel: int, part: Part, words: Words) -> dict[str, Fill]:
    """Return the fills of a panel of several figures, one below the other."""
    fills: dict[str, Fill] = {}
    for row, indicator in enumerate(part.indicators, start=1):
        number, key = _number(panel, row), _key(panel)
        fills[f"statistic {number}"] = number_of(indicator, part.highlight, key, level=1)
        bar = shares.ShareOnly((indicator,), part.highlight, words)
        fills[f"mark {number}"] = ChartFill(bar, key=key)
        fills[f"label {number}"] = TextFill(_label(indicator, words, part.highlight, total=True), key)
    return fills


def _label(of: Indicator, words: Words, highlight: str, *, total: bool) -> tuple[Paragraph, ...]:
    """Return the label of an indicator, and its note below."""
    label = label_of(of, words, highlight, total=total)
    return (label, Paragraph(of.note, level=1)) if of.note else (label,)


def _mark(indicator: Indicator, part: Part, words: Words) -> Chart:
    """Return the dots of a count, or the bar of what is no count or out of too many."""
    if dots.refusal((indicator,)):
        return shares.ShareOnly((indicator,), part.highlight, words)
    return dots.DotField((indicator,), part.highlight, words, dots.whole(indicator.of))


def _panel(panel: int, column: Rect, of: _Measures) -> Iterator[Slot]:
    def band(y: float, height: float, left: float = 0) -> Rect:
        return Rect(Emu(column.x + inches(left)), inches(y), Emu(column.width - inches(left)), inches(height))

    rule, aside = band(RULE, 0.03), ASIDE if of.compact else 0
    yield Slot(f"rule {panel + 1}", SlotKind.RULE, rule, ("primary",))
    yield Slot(f"accent {panel + 1}", SlotKind.SHAPES, rule)
    heading = band(RULE + 0.1, 0.3)
    yield Slot(f"heading {panel + 1}", SlotKind.TEXT, heading, ("heading",), lines=1, prompt="Heading")
    for row in range(1, of.rows + 1):
        number, baseline = _number(panel, row), of.baseline + (row - 1) * of.pitch
        wide = inches(ASIDE - 0.1 if of.compact or row > 1 else 3)
        size = BIG if row == 1 else SMALL
        # A number alone stands a little higher than a smaller one in its place, since both end at one line.
        place = column.x, baseline + 0.119 - size * 0.215 / 72, wide
        yield standing(f"statistic {number}", place, size, "figure", "figure-small", prompt="00")
        if row == 1:
            rest = Emu(column.x + wide), place[1], Emu(column.width - wide)
            if not of.compact:
                yield standing(f"of {panel + 1}", rest, 20, "of", prompt="of 00")
            middle = (baseline + 0.1 + of.label(of.alone)[0]) / 2
            yield Slot(f"whole {panel + 1}", SlotKind.SHAPES, band(middle - TALL / 2, TALL))
        yield Slot(f"mark {number}", SlotKind.SHAPES, band(*of.mark(row), left=ASIDE))
        label = band(*of.label(row), left=aside)
        yield Slot(f"label {number}", SlotKind.TEXT, label, ("label", "remark"), "labels", lines=6, prompt="Label")
