"""Changes known in words only, side by side: the words large, and bars drawn to them."""

from collections.abc import Iterator, Mapping

from pydantic import Field

from deckgen.model.charts import Panelled, labelled
from deckgen.model.content import Content
from deckgen.model.fills import ChartFill, Fill, TextFill
from deckgen.model.slots import Anchor, Grid, Slot, SlotKind, Variant, chrome
from deckgen.model.text import Paragraph, Run
from deckgen.spec.base import ChartSpec, ContentSlideSpec, FigureKind, Refusal, Text
from deckgen.units import Emu, Rect, inches

MOST = 4
"""How many changes there is room for."""


class Multiples(ContentSlideSpec):
    """One to four changes without figures, such as “doubled”: the author’s own words, over bars drawn to them.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council
        sources:
          count: {title: "Invented changes, for illustration only"}
        periods: {before: "2023", after: "2026"}

        indicators:
          bicycles: {label: schools with a **bicycle path**, change: almost doubled}
          patrols: {label: schools with **adults at the crossing**, change: +50%}
          lights: {label: crossings **lit at night**, change: ×2}

        slides:
          - layout: multiples
            kicker: Schools
            title: Schools have more bicycle paths, patrols and lights
            indicators: [bicycles, patrols, lights]

    """

    needs = (frozenset({"indicators", FigureKind.CHANGES}),)
    default_chart = "multiples"
    variants = (Variant(3), Variant(1), Variant(2), Variant(MOST))

    indicators: tuple[Text, ...] = Field(
        min_length=1, max_length=MOST, description="names of indicators of which only the change is known, in words"
    )
    chart: ChartSpec | None = Field(None, description="the kind of chart; only multiples has a panel for each change")
    highlight: Text | None = Field(None, description="the indicator in the accent colour")

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order: words, label and bars of each change, then what the bars follow."""
        columns = grid.columns(max(2, variant.items))
        if variant.items == 1:
            whole = columns[0].union(columns[1])
            made = list(_item(1, whole, columns[0], _below(columns[1], 0.25, 3.85), 0))
        else:
            # Narrow columns need more lines for the same words.
            more = 0.25 if variant.items == MOST else 0
            charts = [_below(column, 2.0 + 2 * more, 2.1 - 2 * more) for column in columns]
            items = enumerate(zip(columns, charts, strict=True), start=1)
            made = [slot for number, (column, chart) in items for slot in _item(number, column, column, chart, more)]
        caption = Slot("caption", SlotKind.TEXT, grid.band(6.24, 0.25), ("caption",), lines=1, prompt="Caption")
        return (*chrome(grid), *made, caption)

    @classmethod
    def variant(cls, content: Content) -> Variant:
        """Return how many changes there are."""
        return Variant(len(content.indicators) or MOST)

    @classmethod
    def refusal(cls, content: Content) -> Refusal | None:
        """Return that the chart has no panels, or None."""
        if content.chart is None or isinstance(content.chart, Panelled):
            return None
        return Refusal(
            "this layout shows the chart multiples only", "leave out chart:, or name another layout", "chart"
        )

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        fills: dict[str, Fill] = {
            "title": TextFill((Paragraph(content.title),)),
            "kicker": TextFill((Paragraph(content.kicker),), key="kicker"),
        }
        chart = content.chart
        if not isinstance(chart, Panelled):
            return fills
        for number, (of, panel) in enumerate(zip(chart.rows, chart.panels, strict=True), start=1):
            color = "accent-text" if of.id == chart.highlight else ""
            said = Run(of.change.text if of.change else "", color=color)
            fills[f"statistic {number}"] = TextFill((Paragraph((said,)),), "indicators")
            fills[f"label {number}"] = TextFill(labelled(of), "indicators")
            fills[f"chart {number}"] = ChartFill(panel)
        fills["caption"] = TextFill((Paragraph.plain(chart.remark),), "indicators")
        return fills


def _item(number: int, ruled: Rect, column: Rect, chart: Rect, more: float) -> Iterator[Slot]:
    """Yield the slots of one change, its words and its label ``more`` inches taller than usual."""
    words, label = _below(column, 0.1, 0.78 + 1.5 * more), _below(column, 0.88 + 1.5 * more, 1.0 + more / 2)
    yield Slot(f"rule {number}", SlotKind.RULE, _below(ruled, 0, 0.03), ("primary",))
    yield Slot(
        f"statistic {number}",
        SlotKind.TEXT,
        words,
        ("figure-small",),
        "words",
        lines=3 if more else 2,
        anchor=Anchor.MIDDLE,
        prompt="Change in words",
    )
    yield Slot(
        f"label {number}", SlotKind.TEXT, label, ("label", "note"), "labels", lines=5 if more else 4, prompt="Label"
    )
    yield Slot(f"chart {number}", SlotKind.PICTURE, chart, prompt="Chart")


def _below(column: Rect, y: float, height: float) -> Rect:
    """Return a band of a column, ``y`` inches under its top."""
    return Rect(column.x, Emu(column.y + inches(y)), column.width, inches(height))
