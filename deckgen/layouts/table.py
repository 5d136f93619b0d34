"""Exact values in rows and columns."""

from collections.abc import Mapping

from pydantic import Field

from deckgen.model.content import Content
from deckgen.model.fills import Fill, TableFill, TextFill
from deckgen.model.slots import Grid, Slot, SlotKind, Variant, chrome
from deckgen.model.tables import Table as Cells
from deckgen.model.tables import one_period_each
from deckgen.model.text import Paragraph
from deckgen.spec.base import ContentSlideSpec, Refusal, Text
from deckgen.spec.tables import WrittenTable


class Table(ContentSlideSpec):
    """Exact values in up to about seven rows and five columns, written as a table or taken from indicators.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council
        sources:
          count: {title: "Invented figures, for illustration only"}

        slides:
          - layout: table
            kicker: Schools
            title: The east has half of the schools that still lack a safe crossing
            lead: Schools counted in 2026, by region
            source: count
            table:
              columns: [Region, Schools, Safe crossing, Still lack one, Share]
              rows:
                - [North, 14, 12, 2, 86%]
                - [East, 19, 11, 8, 58%]
                - [South, 11, 9, 2, 82%]
                - [West, 12, 8, 4, 67%]
                - [All regions, 56, 40, 16, 71%]
              total: true
            highlight: East

    """

    needs = (frozenset({"table"}),)
    continues = ("table.rows", "indicators")

    lead: Text | None = Field(None, description="what the table shows")
    table: WrittenTable | None = Field(None, description="the table: its columns and rows")
    indicators: tuple[Text, ...] = Field((), description="in place of a table: names of indicators, a row for each")
    highlight: Text | None = Field(
        None, description="the row in the accent colour: what stands in its first cell, or its indicator"
    )

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order."""
        return (
            *chrome(grid),
            Slot("lead", SlotKind.TEXT, grid.band(1.92, 0.3), ("key",), lines=1, prompt="Lead"),
            Slot("table", SlotKind.TABLE, grid.band(2.36, 3.56), ("cell", "note", "cell-heading"), prompt="Table"),
            Slot("caption", SlotKind.TEXT, grid.band(6.0, 0.46), ("caption",), lines=2, prompt="Remark"),
        )

    @classmethod
    def refusal(cls, content: Content) -> Refusal | None:
        """Return why there is no one table to show."""
        if content.table and content.indicators:
            hint = "keep one of the two, or make two slides"
            return Refusal("the slide has both a table and indicators", hint)
        if not content.table and not content.indicators:
            return Refusal("the slide has nothing for a table", "add table: or indicators:", "layout")
        if not one_period_each(content.indicators):
            hint = "make a table for each, or leave out their own periods"
            return Refusal("figures of different periods cannot stand in one column", hint)
        return None

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        words, key = content.facts.words, "table" if content.table else "indicators"
        table = content.table or _of_indicators(content)
        fills: dict[str, Fill] = {
            "title": TextFill((Paragraph(content.title),)),
            "kicker": TextFill((Paragraph(content.kicker),), key="kicker"),
            "lead": TextFill((Paragraph(content.lead),), key="lead"),
            "table": TableFill(table, table.alt_text(words), over=("lead", "caption"), key=key),
            "caption": TextFill((Paragraph(table.note),), key=key, under="table"),
        }
        return fills


def _of_indicators(content: Content) -> Cells:
    """Return the table of the figures on a slide, its columns those of all slides that it goes on on."""
    listed = content.among or content.indicators
    table = Cells.of_indicators(listed, content.highlight, content.facts.words)
    begin = listed.index(content.indicators[0])
    return table.part(begin, begin + len(content.indicators), content.most)
