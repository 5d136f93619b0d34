"""Two or three columns side by side, each with what its author puts there."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pydantic import Field

from deckgen.model.charts import labelled
from deckgen.model.content import Content, Part
from deckgen.model.fills import ChartFill, Fill, RowPlace, RowsFill, TextFill
from deckgen.model.slots import Grid, Slot, SlotKind, Variant, chrome
from deckgen.model.text import Paragraph, plain
from deckgen.spec.base import (
    FOR_WHOM,
    USUAL_CHART,
    ChartSpec,
    ContentSlideSpec,
    Items,
    Names,
    Refusal,
    Spec,
    Text,
    Texts,
)
from deckgen.units import Emu, Rect, in_inches, inches
from deckgen.values import frozen

_HEADING, _LEAD = {2: 36, 3: 23}, {2: 45, 3: 29}
"""How many characters of a heading, and of a lead, fit on one line for certain, by the number of columns."""
_BODY, _CHART = 1.14, 2.45
"""Where text and chart begin in a column that has both, in inches from its top."""
_LABELS, _GAP = 0.4, inches(0.15)
"""The share of a column that the labels beside its chart have."""


class ColumnSpec(Spec):
    """One column: a heading, and under it text, figures, or both."""

    title: Text | None = Field(None, description="the heading of the column")
    lead: Text | None = Field(None, description="a line under the heading, such as what the chart shows")
    text: Texts = Field((), description="paragraphs")
    bullets: Items = Field((), description="bullets under the paragraphs")
    numbered: Items = Field((), description="numbered items under the bullets")
    indicators: tuple[Text, ...] = Field((), description="names of indicators, drawn as a chart at the foot")
    chart: ChartSpec | None = Field(None, description="the kind of chart")
    audience: Names = Field((), description=FOR_WHOM)


class Columns(ContentSlideSpec):
    """Two or three columns side by side, each with a heading and text, figures, or both.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council
        sources:
          count: {title: "Invented figures, for illustration only"}

        indicators:
          schools: {label: schools in the count, value: 48}
          patrols: {label: have **adults at the crossing**, value: 31, of: schools}
          bicycles: {label: have a **bicycle path**, value: 9, of: schools}

        slides:
          - layout: columns
            kicker: Schools and towns
            title: Schools watch the crossings; towns can build the paths
            columns:
              - title: What schools have
                lead: Schools, out of {schools}
                indicators: [patrols, bicycles]
              - title: What towns can do
                bullets:
                  - Build **bicycle paths** where children ride already
                  - Slow down **traffic** in the streets around schools
                  - Light every crossing **at night**

    """

    needs = (frozenset({"columns"}),)
    variants = (Variant(2), Variant(3))
    column_chart = USUAL_CHART

    columns: tuple[ColumnSpec, ...] = Field(min_length=2, max_length=3, description="the columns, from the left")
    highlight: Text | None = Field(None, description="the indicator in the accent colour")

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order, column by column."""
        columns = enumerate(grid.columns(variant.items), start=1)
        return (*chrome(grid), *(slot for number, column in columns for slot in _column(number, column)))

    @classmethod
    def refusal(cls, content: Content) -> Refusal | None:
        """Return why a column cannot be shown."""
        for number, part in enumerate(content.columns):
            if not (part.paragraphs or part.indicators):
                hint = "write text:, bullets:, numbered: or indicators: in it"
                return Refusal(f"column {number + 1} has nothing under its heading", hint, f"columns.{number}")
            if part.chart and not part.chart.labels_rows and len(content.columns) > 2:
                message = "in three columns there is no room for labels beside a chart"
                hint = "make two columns, or choose a chart with its labels over or under the bars"
                return Refusal(message, hint, f"columns.{number}.indicators")
        return None

    @classmethod
    def variant(cls, content: Content) -> Variant:
        """Return how many columns there are."""
        return Variant(len(content.columns))

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        fills: dict[str, Fill] = {
            "title": TextFill((Paragraph(content.title),)),
            "kicker": TextFill((Paragraph(content.kicker),), key="kicker"),
        }
        heads = _Heads.of(content)
        for number, part in enumerate(content.columns, start=1):
            fills |= heads.filled(number, part)
            fills |= _charted(number, part, () if heads.led else heads.free(number))
            if part.paragraphs:
                below = () if part.chart else (f"labels {number}", f"beside {number}", f"chart {number}")
                over = (*heads.free(number), *below)
                fills[f"body {number}"] = TextFill(part.paragraphs, f"columns.{number - 1}.{part.key}", over)
        return fills


@frozen(slots=True)
class _Heads:
    """How much of the height over the columns' texts their headings and leads take: the same in all of them."""

    titled: bool
    led: bool
    long: bool

    @classmethod
    def of(cls, content: Content) -> "_Heads":
        """Return it for the columns of a slide: ``long`` if a heading or a lead may have two lines."""
        columns, count = content.columns, len(content.columns)
        lengths = ((len(plain(part.title)) > _HEADING[count], len(plain(part.lead)) > _LEAD[count]) for part in columns)
        return cls(any(part.title for part in columns), any(part.lead for part in columns), any(map(any, lengths)))

    def filled(self, number: int, part: Part) -> dict[str, Fill]:
        """Return the fills of heading and lead; leads beside a long one stand in one text with it."""
        heading, lead = Paragraph(part.title), Paragraph(part.lead, level=1)
        place = f"columns.{number - 1}"
        if not (self.led and self.long):
            over = (f"lead {number}",) if self.long else ()
            return {
                f"heading {number}": TextFill((heading,), f"{place}.title", over),
                f"lead {number}": TextFill((replace(lead, level=0),), f"{place}.lead"),
            }
        both = tuple(paragraph for paragraph in (heading, lead) if paragraph.runs)
        return {f"heading {number}": TextFill(both, f"{place}.title", (f"lead {number}", f"room {number}"))}

    def free(self, number: int) -> tuple[str, ...]:
        """Return the slots over a text that it may cover."""
        if self.led and self.long:
            return ()
        covered = ["room"] if self.led or self.long else ["upper room"]
        covered += [] if self.led or self.titled else ["heading"]
        return tuple(f"{name} {number}" for name in covered)


def _charted(number: int, part: Part, free: tuple[str, ...]) -> dict[str, Fill]:
    """Return the fills of a column's chart, which takes the place of a text that is not there."""
    if part.chart is None:
        return {}
    key, labels, chart = f"columns.{number - 1}.indicators", f"labels {number}", f"chart {number}"
    alone = not part.paragraphs
    if part.chart.labels_rows:
        over = (labels, *((f"body {number}", *free) if alone else ()))
        return {chart: ChartFill(part.chart, over, key)}
    over = (f"beside {number}", *(f"beside {name}" for name in free)) if alone else ()
    rows = RowsFill(tuple(labelled(of) for of in part.chart.rows), RowPlace.MIDDLE, chart, key)
    return {labels: rows, chart: ChartFill(part.chart, over, key)}


def _column(number: int, column: Rect) -> Iterator[Slot]:
    """Yield the slots of one column; the rooms and ``beside`` hold nothing themselves, but lend their place."""

    def part(y: float, height: float, column: Rect = column) -> Rect:
        return Rect(column.x, Emu(column.y + inches(y)), column.width, inches(height))

    tall = in_inches(column.height)
    labels = replace(column, width=Emu(round(column.width * _LABELS)))
    chart = replace(column, x=Emu(labels.right + _GAP), width=Emu(column.width - labels.width - _GAP))
    yield Slot(f"rule {number}", SlotKind.RULE, part(0, 0.03), ("primary",))
    yield Slot(f"heading {number}", SlotKind.TEXT, part(0.15, 0.31), ("heading", "key"), lines=3, prompt="Heading")
    yield Slot(f"lead {number}", SlotKind.TEXT, part(0.46, 0.3), ("key",), lines=1, prompt="Lead")
    yield Slot(f"upper room {number}", SlotKind.SHAPES, part(0.62, 0.3))
    yield Slot(f"room {number}", SlotKind.SHAPES, part(0.9, 0.16))
    yield Slot(
        f"body {number}",
        SlotKind.TEXT,
        part(_BODY, _CHART - _BODY - 0.1),
        ("aside", "body"),
        group="bodies",
        prompt="Text",
    )
    yield Slot(f"beside {number}", SlotKind.SHAPES, part(_BODY, _CHART - _BODY - 0.1, chart))
    for name, top in (("heading", 0.15), ("upper room", 0.62), ("room", 0.9)):
        yield Slot(f"beside {name} {number}", SlotKind.SHAPES, part(top, 0.2, chart))
    yield Slot(
        f"labels {number}",
        SlotKind.TEXT,
        part(_CHART, tall - _CHART, labels),
        ("category", "note"),
        group="labels",
        lines=5,
        right=True,
        prompt="Labels",
    )
    yield Slot(f"chart {number}", SlotKind.PICTURE, part(_CHART, tall - _CHART, chart), prompt="Chart")
