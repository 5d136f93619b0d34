"""One leading figure on the left, bars with their labels over them on the right."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pydantic import Field

from deckgen.model.charts import Chart, labelled
from deckgen.model.content import Content, Part
from deckgen.model.fills import BoxFill, Fill, ShareFill, TextFill
from deckgen.model.shares import shares, total
from deckgen.model.slots import Anchor, Grid, Slot, SlotKind, Variant, chrome
from deckgen.model.text import Paragraph, Run
from deckgen.spec.base import FOR_WHOM, ContentSlideSpec, Names, Refusal, Spec, Text, Texts
from deckgen.units import Emu, Rect, inches
from deckgen.values import frozen

MOST = 4
"""How many bars there is room for."""


class ColumnSpec(Spec):
    """One of the two columns: the figure, or the bars."""

    indicators: tuple[Text, ...] = Field(
        min_length=1, description=f"on the left the leading figure alone, on the right one to {MOST} names"
    )
    lead: Text | None = Field(None, description="what the bars show, over them; only on the right")
    text: Texts = Field((), description="what is to be said besides, under the figure; only on the left")
    audience: Names = Field((), description=FOR_WHOM)


class StatAndBars(ContentSlideSpec):
    """One leading share on the left, and one to four bars on the right, each with its label over it.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council
        sources:
          count: {title: "Invented figures, for illustration only"}

        indicators:
          walking: {label: of children **walk** to school, value: 46%}
          schools: {label: schools in the count, value: 48}
          patrols: {label: have **adults at the crossing**, value: 31, of: schools}
          slow: {label: lie in a street with **slow traffic**, value: 22, of: schools}
          bicycles: {label: can be reached on a **bicycle path**, value: 9, of: schools}

        slides:
          - layout: stat-and-bars
            kicker: Schools
            title: Nearly half of the children walk; few schools have a bicycle path
            columns:
              - indicators: [walking]
                text: The **youngest** still need company on their way
              - lead: Schools, out of {schools}; the others do not, or did not say
                indicators: [patrols, slow, bicycles]
            highlight: bicycles

    """

    variants = (Variant(3), Variant(1), Variant(2), Variant(MOST))
    column_chart = "count-bars"
    columns_of_whole = (0,)

    columns: tuple[ColumnSpec, ...] = Field(
        min_length=2, max_length=2, description="two: the one with the leading figure, then the one with the bars"
    )
    highlight: Text | None = Field(None, description="the indicator in the accent colour")

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order: first those of the figure, then those of the bars."""
        content, start = grid.content, inches(_LEFT + _BETWEEN)
        left = replace(content, width=inches(_LEFT))
        right = replace(content, x=Emu(content.x + start), width=Emu(content.width - start))

        def figure(name: str, style: str, y: float, height: float, lines: int, group: str = "") -> Slot:
            rect, prompt = _below(left, y, height), name.capitalize()
            return Slot(name, SlotKind.TEXT, rect, (style, "note"), group, lines, prompt=prompt)

        rows = [slot for number in range(1, variant.items + 1) for slot in _row(right, variant.items, number)]
        return (
            *chrome(grid),
            Slot("rule left", SlotKind.RULE, _below(left, 0, 0.03), ("primary",)),
            figure("statistic", "statistic", 0.08, 1.4, 1),
            Slot("share", SlotKind.SHAPES, _below(left, 1.5, 0.24)),
            figure("label", "label", 1.88, 1.0, 3, "beside"),
            Slot("aside rule", SlotKind.SHAPES, _below(left, 3.02, 0.012)),
            figure("aside", "body", 3.14, 1.3, 4, "beside"),
            Slot("rule right", SlotKind.RULE, _below(right, 0, 0.03), ("primary",)),
            Slot("lead", SlotKind.TEXT, _below(right, 0.17, 0.3), ("key",), lines=1, prompt="Lead"),
            *rows,
        )

    @classmethod
    def variant(cls, content: Content) -> Variant:
        """Return how many bars there are."""
        return Variant(len(content.columns[1].indicators) or MOST)

    @classmethod
    def refusal(cls, content: Content) -> Refusal | None:
        """Return what does not belong in a column, or None."""
        return next(_misplaced(*content.columns), None)

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        left, right = content.columns
        return {
            "title": TextFill((Paragraph(content.title),)),
            "kicker": TextFill((Paragraph(content.kicker),), key="kicker"),
            "lead": TextFill((Paragraph(right.lead),), key="columns.1.lead"),
            **(_figure(left.chart) if left.chart else {}),
            **_aside(left),
            **(_bars(right.chart) if right.chart else {}),
        }


def _misplaced(left: Part, right: Part) -> Iterator[Refusal]:
    """Yield what does not belong in the column that it stands in."""
    if len(left.indicators) > 1:
        message = f"the left column shows one leading figure, found {len(left.indicators)}"
        yield Refusal(message, "name the others in the right column", "columns.0.indicators")
    for number, column in enumerate((left, right)):
        beyond = next((of.id for of in column.indicators if of.unconfirmed), "")
        if beyond:
            message = f"“{beyond}” has an unconfirmed part, which these bars do not show"
            yield Refusal(message, "say it in a text, or write layout: count-bars", f"columns.{number}.indicators")
    if left.chart and total(left.indicators) is None:
        message = f"“{left.indicators[0].id}” is not a share, which the bar under the leading figure shows"
        yield Refusal(message, "name a percentage up to 100, or a count with of:", "columns.0.indicators")
    if left.lead:
        yield Refusal("a lead stands over the bars, in the right column", "write it there", "columns.0.lead")
    if right.text:
        yield Refusal("the right column has no text", "write it in the left column", "columns.1.text")
    if len(right.indicators) > MOST:
        message = f"the right column has room for {MOST} bars, found {len(right.indicators)}"
        yield Refusal(message, "show fewer, or write layout: count-bars", "columns.1.indicators")


def _below(column: Rect, y: float, height: float) -> Rect:
    """Return a band of a column, ``y`` inches under its top."""
    return Rect(column.x, Emu(column.y + inches(y)), column.width, inches(height))


@frozen(slots=True)
class _Pitch:
    """How tall a row is, and its label and bar, in inches; ``lines`` is the most its label may have."""

    row: float
    label: float
    bar: float
    lines: int


_PITCHES = {
    1: _Pitch(1.5, 0.86, 0.5, 3),
    2: _Pitch(1.72, 0.86, 0.5, 3),
    3: _Pitch(1.29, 0.58, 0.44, 2),
    4: _Pitch(0.97, 0.53, 0.32, 2),
}
_LEFT, _BETWEEN = 4.05, 0.75
"""How wide the left column is, and what is left between the two, in inches."""
_FIRST, _OVER, _VALUE, _ASIDE, _TALL = 0.54, 0.06, 1.0, 0.12, 0.4
"""In inches: where the first row begins, what is left over a bar, how wide its value is, how far off, and how tall."""


def _row(column: Rect, rows: int, number: int) -> Iterator[Slot]:
    """Yield the label of one row, and under it its bar and its value."""
    pitch = _PITCHES[rows]
    top = _FIRST + (number - 1) * pitch.row
    label = _below(column, top, pitch.label)
    bar = top + pitch.label + _OVER
    width = Emu(column.width - inches(_VALUE + _ASIDE))
    across = _below(column, bar, pitch.bar)
    value = _below(column, bar + (pitch.bar - _TALL) / 2, _TALL)
    yield Slot(
        f"label {number}",
        SlotKind.TEXT,
        label,
        ("category", "note"),
        "labels",
        pitch.lines,
        anchor=Anchor.BOTTOM,
        prompt="Label",
    )
    yield Slot(f"bar {number}", SlotKind.SHAPES, Rect(across.x, across.y, width, across.height))
    yield Slot(
        f"statistic {number}",
        SlotKind.TEXT,
        Rect(Emu(column.right - inches(_VALUE)), value.y, inches(_VALUE), value.height),
        ("change",),
        "values",
        lines=1,
        anchor=Anchor.MIDDLE,
        prompt="00",
    )


def _figure(chart: Chart) -> dict[str, Fill]:
    """Return the leading figure, large, with its bar and its label."""
    indicator, color = chart.rows[0], _color(chart, 0)
    key = "columns.0.indicators"
    shown = Run(indicator.latest.text if indicator.latest else "", color=f"{color}-text")
    return {
        "statistic": TextFill((Paragraph((shown,)),), key),
        "share": ShareFill(shares(chart.rows)[0], color, chart.alt_text()),
        "label": TextFill(labelled(indicator), key),
    }


def _aside(column: Part) -> dict[str, Fill]:
    """Return what is said under the figure, with the rule over it."""
    if not column.text:
        return {}
    paragraphs = tuple(Paragraph(runs) for runs in column.text)
    return {"aside rule": BoxFill("rule"), "aside": TextFill(paragraphs, "columns.0.text")}


def _bars(chart: Chart) -> dict[str, Fill]:
    """Return each row in the order of the chart: its label, its bar and its value."""
    fills: dict[str, Fill] = {}
    whole, key = total(chart.rows), "columns.1.indicators"
    for row, (indicator, share) in enumerate(zip(chart.rows, shares(chart.rows), strict=True)):
        number, color = row + 1, _color(chart, row)
        shown = Run(indicator.latest.text if indicator.latest else "", color=f"{color}-text")
        fills[f"label {number}"] = TextFill(labelled(indicator), key)
        if whole or share:
            fills[f"bar {number}"] = ShareFill(share, color, indicator.sentence, track=whole is not None)
        fills[f"statistic {number}"] = TextFill((Paragraph((shown,)),), key)
    return fills


def _color(chart: Chart, row: int) -> str:
    return "accent" if chart.rows[row].id == chart.highlight else "primary"
