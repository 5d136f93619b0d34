"""What layouts that compare indicators have in common: labels left of a chart, changes right of it."""

from collections.abc import Mapping

from pydantic import Field

from deckgen.model.charts import Chart, labelled
from deckgen.model.content import Content
from deckgen.model.fills import ChartFill, Fill, RowPlace, RowsFill, TagsFill, TextFill
from deckgen.model.slots import Grid, Slot, SlotKind, Variant, chrome
from deckgen.model.text import Paragraph
from deckgen.spec.base import ChartSpec, ContentSlideSpec, Text
from deckgen.units import Emu, Rect, inches


class ComparingSlideSpec(ContentSlideSpec):
    """The keys, slots and fills of a slide that compares indicators in rows; a layout adds its usual chart."""

    lead: Text | None = Field(None, description="what the chart shows")
    indicators: tuple[Text, ...] = Field(min_length=1, description="names of indicators")
    chart: ChartSpec | None = Field(None, description="the kind of chart")
    highlight: Text | None = Field(None, description="the indicator in the accent colour")

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order."""
        left, right = grid.content.x, grid.content.right

        def column(x: Emu, width: Emu) -> Rect:
            return Rect(x, inches(2.34), width, inches(4.03))

        labels, change = inches(3.5), inches(1.5)
        start = Emu(left + labels + inches(0.22))
        side = column(Emu(right - change), change)
        return (
            *chrome(grid),
            Slot("lead", SlotKind.TEXT, grid.band(1.92, 0.3, right=2.0), ("key",), lines=1, prompt="Lead"),
            Slot(
                "labels",
                SlotKind.TEXT,
                column(left, labels),
                ("category", "note"),
                lines=3,
                right=True,
                prompt="Labels",
            ),
            Slot("chart", SlotKind.PICTURE, column(start, Emu(side.x - inches(0.2) - start)), prompt="Chart"),
            Slot(
                "change-title",
                SlotKind.TEXT,
                grid.band(1.92, 0.3, left=9.9),
                ("key",),
                lines=1,
                right=True,
                prompt="Change",
            ),
            Slot("change", SlotKind.TEXT, side, ("change",), lines=1, right=True, prompt="Changes"),
            Slot("tags", SlotKind.SHAPES, side, ("tag",)),
        )

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot; a column that would be empty is left to the chart."""
        fills: dict[str, Fill] = {
            "title": TextFill((Paragraph(content.title),)),
            "kicker": TextFill((Paragraph(content.kicker),), key="kicker"),
            "lead": TextFill((Paragraph(content.lead),), key="lead"),
        }
        chart = content.chart
        if chart is None:
            return fills
        if chart.labels_rows:
            fills["chart"] = ChartFill(chart, over=("labels", "change"))
            return fills
        changes = tuple(_change(chart, row) for row in range(len(chart.rows)))
        tags = tuple(content.facts.words.say("new") if of.new else "" for of in chart.rows)
        fills["labels"] = RowsFill(tuple(labelled(of) for of in chart.rows), RowPlace.MIDDLE)
        fills["chart"] = ChartFill(chart, over=() if any(tags) else ("change",))
        if any(changes):
            fills["change-title"] = TextFill((Paragraph.plain(content.facts.words.say("change")),))
            fills["change"] = RowsFill(changes, RowPlace.MARK)
        if any(tags):
            colors = tuple("accent" if of.id == chart.highlight else "primary" for of in chart.rows)
            fills["tags"] = TagsFill(tags, colors)
        return fills


def _change(chart: Chart, row: int) -> tuple[Paragraph, ...]:
    """Return the change of a row that has bars to see it by."""
    indicator = chart.rows[row]
    return (Paragraph.plain(indicator.change.text),) if indicator.change and indicator.before else ()
