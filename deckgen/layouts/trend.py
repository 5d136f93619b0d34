"""Figures over time: lines across the whole slide, with their names at their ends."""

from collections.abc import Mapping

from pydantic import Field

from deckgen.model.content import Content
from deckgen.model.fills import ChartFill, Fill, TextFill
from deckgen.model.slots import Grid, Slot, SlotKind, Variant, chrome
from deckgen.model.text import Paragraph
from deckgen.spec.base import ChartSpec, ContentSlideSpec, FigureKind, Refusal, Text


class Trend(ContentSlideSpec):
    """Indicators over three or more periods, as lines or as shares of a whole.

    Example:
        title: Ways to work
        organisation: Example Transport Office
        sources:
          count: {title: "Invented figures, for illustration only"}

        indicators:
          car: {label: By **car**, figures: {2012: 58%, 2016: 55%, 2020: 47%, 2024: 41%}}
          bicycle: {label: By **bicycle**, figures: {2012: 9%, 2016: 12%, 2020: 21%, 2024: 26%}}
          train: {label: By **bus or train**, figures: {2012: 24%, 2016: 25%, 2020: 19%, 2024: 24%}}

        slides:
          - layout: trend
            kicker: Ways to work
            title: Every fourth person now rides a bicycle to work
            lead: Share of the people asked, by their usual way to work
            indicators: [car, bicycle, train]
            highlight: bicycle

    """

    needs = (frozenset({"indicators", FigureKind.PERIODS}),)
    default_chart = "trend"

    lead: Text | None = Field(None, description="what the lines show")
    indicators: tuple[Text, ...] = Field(min_length=1, description="names of indicators")
    chart: ChartSpec | None = Field(None, description="the kind of chart: one that names its own lines or parts")
    highlight: Text | None = Field(None, description="the indicator in the accent colour")

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order."""
        return (
            *chrome(grid),
            Slot("lead", SlotKind.TEXT, grid.band(1.92, 0.3), ("key",), lines=1, prompt="Lead"),
            Slot("chart", SlotKind.PICTURE, grid.band(2.4, 4.0), prompt="Chart"),
        )

    @classmethod
    def refusal(cls, content: Content) -> Refusal | None:
        """Return why the chart cannot stand alone: its rows would have no names."""
        if content.chart and not content.chart.labels_rows:
            hint = "write chart: trend, or layout: compare-bars for this chart"
            return Refusal("rows of this chart have no place for their labels here", hint, "chart")
        return None

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        fills: dict[str, Fill] = {
            "title": TextFill((Paragraph(content.title),)),
            "kicker": TextFill((Paragraph(content.kicker),), key="kicker"),
            "lead": TextFill((Paragraph(content.lead),), key="lead"),
        }
        if content.chart:
            fills["chart"] = ChartFill(content.chart)
        return fills
