"""What it means on the left, the figures on the right."""

from collections.abc import Mapping
from dataclasses import replace

from pydantic import Field

from deckgen.model.charts import labelled
from deckgen.model.content import Content
from deckgen.model.fills import ChartFill, Fill, RowPlace, RowsFill, TextFill
from deckgen.model.slots import Grid, Slot, SlotKind, Variant, chrome
from deckgen.model.text import Paragraph
from deckgen.spec.base import USUAL_CHART, ChartSpec, ContentSlideSpec, FigureKind, Items, Text, Texts
from deckgen.units import Emu, Rect, in_inches, inches


class TextAndChart(ContentSlideSpec):
    """Text or bullets on the left, a chart of indicators on the right.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council
        sources:
          count: {title: "Invented figures, for illustration only"}

        indicators:
          schools: {label: schools in the count, value: 48}
          patrols: {label: have **adults at the crossing**, value: 31, of: schools}
          slow: {label: lie in a street with **slow traffic**, value: 22, of: schools}
          bicycles: {label: have a **bicycle path**, value: 9, of: schools}

        slides:
          - layout: text-and-chart
            kicker: Schools
            title: Two schools in three have adults at the crossing
            text: Only **{bicycles}** schools can be reached on a **bicycle path**
            lead: Schools, out of {schools}
            indicators: [patrols, slow, bicycles]
            highlight: bicycles

    """

    needs = (
        frozenset({"indicators", "text"}),
        frozenset({"indicators", "bullets"}),
        frozenset({"indicators", "text", FigureKind.PERIODS}),
        frozenset({"indicators", "bullets", FigureKind.PERIODS}),
    )
    default_chart = USUAL_CHART

    lead: Text | None = Field(None, description="what the chart shows, over it")
    text: Texts = Field((), description="paragraphs beside the chart")
    bullets: Items = Field((), description="bullets under the paragraphs")
    indicators: tuple[Text, ...] = Field(min_length=1, description="names of indicators")
    chart: ChartSpec | None = Field(None, description="the kind of chart")
    highlight: Text | None = Field(None, description="the indicator in the accent colour")

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order: the text has the first of three columns, the chart the others."""
        text, middle, last = grid.columns(3)

        def below(column: Rect, y: float, height: float) -> Rect:
            return Rect(column.x, Emu(column.y + inches(y)), column.width, inches(height))

        beside = middle.union(last)
        tall = in_inches(grid.content.height) - 0.72
        chart = below(last, 0.6, tall)
        wider = Rect(Emu(chart.x - inches(0.3)), chart.y, Emu(chart.width + inches(0.3)), chart.height)
        return (
            *chrome(grid),
            Slot("rule left", SlotKind.RULE, below(text, 0, 0.03), ("primary",)),
            Slot("body", SlotKind.TEXT, below(text, 0.2, tall + 0.5), ("aside", "body"), prompt="Text"),
            Slot("rule right", SlotKind.RULE, below(beside, 0, 0.03), ("primary",)),
            Slot("lead", SlotKind.TEXT, below(beside, 0.17, 0.3), ("key",), lines=1, prompt="Lead"),
            Slot(
                "labels",
                SlotKind.TEXT,
                below(middle, 0.6, tall),
                ("category", "note"),
                lines=5,
                right=True,
                prompt="Labels",
            ),
            Slot("room", SlotKind.SHAPES, replace(wider, y=below(last, 0.2, 0).y)),
            Slot("chart", SlotKind.PICTURE, wider, prompt="Chart"),
        )

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        above = () if content.lead else ("room",)
        fills: dict[str, Fill] = {
            "title": TextFill((Paragraph(content.title),)),
            "kicker": TextFill((Paragraph(content.kicker),), key="kicker"),
            "body": TextFill(content.paragraphs, content.key),
            "lead": TextFill((Paragraph(content.lead),), key="lead"),
        }
        if content.chart and content.chart.labels_rows:
            fills["chart"] = ChartFill(content.chart, over=("labels", *above))
        elif content.chart:
            fills["labels"] = RowsFill(tuple(labelled(of) for of in content.chart.rows), RowPlace.MIDDLE)
            fills["chart"] = ChartFill(content.chart, over=above)
        return fills
