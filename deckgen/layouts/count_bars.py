"""Counts out of a total, as bars with their labels beside them."""

from collections.abc import Mapping

from pydantic import Field

from deckgen.model.charts import labelled
from deckgen.model.content import Content
from deckgen.model.fills import ChartFill, Fill, RowPlace, RowsFill, TextFill
from deckgen.model.slots import USUAL, Grid, Slot, SlotKind, Variant, chrome
from deckgen.model.text import Paragraph
from deckgen.spec.base import ChartSpec, ContentSlideSpec, FigureKind, Text
from deckgen.units import Emu, Rect, inches

FEW = 4
"""Up to how many rows there is room for larger labels."""
MOST = 12
"""How many rows there is room for at all."""


class CountBars(ContentSlideSpec):
    """Counts out of one total, ranked, each as a bar with a long label beside it.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council
        sources:
          count: {title: "Invented figures, for illustration only"}

        indicators:
          schools: {label: schools in the count, value: 48}
          patrols: {label: have **adults at the crossing** every morning of the school year, value: 31, of: schools}
          slow: {label: lie in a street with **slow traffic**, value: 22, of: schools}
          shelter: {label: offer a **dry place** to leave bicycles and scooters, value: 14, of: schools}
          bicycles: {label: can be reached on a **bicycle path**, value: 9, of: schools}

        slides:
          - layout: count-bars
            kicker: Schools
            title: One school in five can be reached on a bicycle path
            lead: Schools, out of {schools}, that …; the others do not, or did not say
            indicators: [patrols, slow, shelter, bicycles]
            highlight: bicycles

    """

    needs = (frozenset({"indicators", FigureKind.COUNTS}), frozenset({"indicators", FigureKind.MANY}))
    default_chart = "count-bars"
    variants = (USUAL, Variant(MOST))

    lead: Text | None = Field(None, description="what the bars count, and out of how many")
    indicators: tuple[Text, ...] = Field(min_length=1, description=f"names of indicators, up to {MOST}")
    chart: ChartSpec | None = Field(None, description="the kind of chart")
    highlight: Text | None = Field(None, description="the indicator in the accent colour")

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order."""
        top, tall, wide = inches(2.38), inches(4.03), inches(5.05)
        start = Emu(grid.content.x + wide + inches(0.24))
        labels = Rect(grid.content.x, top, wide, tall)
        chart = Rect(start, top, Emu(grid.content.right - start), tall)
        large = "label" if variant == USUAL else "category"
        return (
            *chrome(grid),
            Slot("lead", SlotKind.TEXT, grid.band(1.92, 0.3), ("key",), lines=1, prompt="Lead"),
            Slot("labels", SlotKind.TEXT, labels, (large, "note"), lines=4, right=True, prompt="Labels"),
            Slot("chart", SlotKind.PICTURE, chart, prompt="Chart"),
        )

    @classmethod
    def variant(cls, content: Content) -> Variant:
        """Return whether there is room for larger labels."""
        return USUAL if len(content.indicators) <= FEW else Variant(MOST)

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        fills: dict[str, Fill] = {
            "title": TextFill((Paragraph(content.title),)),
            "kicker": TextFill((Paragraph(content.kicker),), key="kicker"),
            "lead": TextFill((Paragraph(content.lead),), key="lead"),
        }
        chart = content.chart
        if chart and chart.labels_rows:
            fills["chart"] = ChartFill(chart, over=("labels",))
        elif chart:
            fills["labels"] = RowsFill(tuple(labelled(of) for of in chart.rows), RowPlace.MIDDLE)
            fills["chart"] = ChartFill(chart)
        return fills
