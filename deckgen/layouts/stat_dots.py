"""Two to four counts out of a total: a large number each, and a dot for each of the total."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pydantic import Field

from deckgen.model.content import Content
from deckgen.model.fills import BoxFill, ChartFill, Fill, TextFill, called_out
from deckgen.model.slots import Grid, Slot, SlotKind, Variant, callout, chrome
from deckgen.model.statistics import label_of, number_of, standing, total_of
from deckgen.model.text import Paragraph
from deckgen.plot.dots import DotField, refusal, whole
from deckgen.spec.base import MOST_DOTS, ContentSlideSpec, FigureKind, Refusal, Text
from deckgen.units import Emu, Rect, inches
from deckgen.values import frozen


@frozen(slots=True)
class _Measures:
    """Where the parts of a count stand, in inches below its rule; ``style`` and ``size`` are those of the number.

    ``dots`` are a top and a height, ``label`` a top, its height and that of the note below. ``aside`` is how far the
    dots stand right of the number's left; 0 puts them below the number.
    """

    rule: float
    baseline: float
    dots: tuple[float, float]
    label: tuple[float, float, float]
    style: str = "figure"
    size: float = 60
    pitch: float = 0
    aside: float = 0


_MEASURES = {
    Variant(4): _Measures(2.4, 0.87, (0.265, 0.61), (1.09, 0.66, 0.26), pitch=2.08, aside=1.62),
    Variant(4, callout=True): _Measures(2.29, 0.77, (0.165, 0.61), (0.95, 0.38, 0.26), pitch=1.69, aside=1.62),
    Variant(3): _Measures(2.4, 1.14, (1.4, 0.6), (2.16, 1.0, 0.85), "statistic", 88),
    Variant(3, callout=True): _Measures(2.34, 0.86, (1.07, 0.58), (1.77, 0.87, 0.6)),
    Variant(2): _Measures(2.4, 1.14, (1.4, 0.86), (2.42, 0.87, 0.71), "statistic", 88),
    Variant(2, callout=True): _Measures(2.36, 0.87, (1.12, 0.86), (2.15, 0.66, 0.44)),
}


class StatDots(ContentSlideSpec):
    """Two to four counts out of a known total, each as a number and as dots, with or without a callout.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council
        sources:
          count: {title: "Invented figures, for illustration only"}

        indicators:
          schools: {label: schools in the count, value: 48}
          patrols: {label: have **adults at the crossing**, value: 31, of: schools}
          slow: {label: lie in a street with **slow traffic**, value: 22, of: schools}
          bicycles: {label: have a **bicycle path**, note: at least to the next crossing, value: 9, of: schools}

        slides:
          - layout: stat-dots
            kicker: Schools
            title: Two schools in three have adults at the crossing
            lead: Schools, out of {schools}; one dot is one school
            indicators: [patrols, slow, bicycles]
            highlight: bicycles
            callout: "**Children need a path of their own**, above all where traffic is fast"

    """

    needs = (frozenset({"indicators", FigureKind.COUNTS}),)
    least = 2
    most = 4
    variants = tuple(_MEASURES)

    lead: Text | None = Field(None, description="what one dot is, and what those mean that are not counted")
    indicators: tuple[Text, ...] = Field(
        min_length=2, max_length=4, description=f"names of indicators: counts out of a total of up to {MOST_DOTS}"
    )
    highlight: Text | None = Field(None, description="the indicator in the accent colour")
    callout: Text | None = Field(None, description="a call for action, in a band below; its bold words stand out")

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order: rule, number, what it is out of, dots and label of each count."""
        of, made = _MEASURES[variant], list[Slot]()
        across = 2 if of.pitch else variant.items
        for index in range(variant.items):
            column = grid.columns(across)[index % across]
            top = of.rule + index // across * of.pitch
            made += _slots(index + 1, column, top, of)
        lead = Slot("lead", SlotKind.TEXT, grid.band(1.92, 0.3), ("key",), lines=1, prompt="Lead")
        return (*chrome(grid), lead, *made, *(callout(grid, 5.68, 0.76) if variant.callout else ()))

    @classmethod
    def variant(cls, content: Content) -> Variant:
        """Return how many counts there are, and whether there is a callout."""
        return Variant(len(content.indicators), callout=bool(content.callout))

    @classmethod
    def refusal(cls, content: Content) -> Refusal | None:
        """Return why the figures cannot be shown as dots, or None."""
        return refusal(content.indicators)

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        fills: dict[str, Fill] = {
            "title": TextFill((Paragraph(content.title),)),
            "kicker": TextFill((Paragraph(content.kicker),), key="kicker"),
            "lead": TextFill((Paragraph(content.lead),), key="lead"),
            "callout": called_out(content.callout),
        }
        words, highlight = content.facts.words, content.highlight
        largest = max(whole(of.of) for of in content.indicators)
        for number, of in enumerate(content.indicators, start=1):
            if of.id == highlight:
                fills[f"accent {number}"] = BoxFill("accent")
            fills[f"statistic {number}"] = number_of(of, highlight, "indicators")
            out_of = Paragraph.plain(total_of(of, words))
            fills[f"of {number}"] = TextFill((out_of,), "indicators", behind=f"statistic {number}")
            fills[f"dots {number}"] = ChartFill(DotField((of,), highlight, words, largest))
            label = (label_of(of, words, highlight),)
            fills[f"label {number}"] = TextFill(label, "indicators", over=(f"note {number}",))
            fills[f"note {number}"] = TextFill((Paragraph(of.note),), "indicators", below=f"label {number}")
        return fills


def _slots(number: int, column: Rect, top: float, of: _Measures) -> Iterator[Slot]:
    """Yield the slots of one count, its rule at ``top`` in inches."""

    def band(y: float, height: float, left: Emu = Emu(0)) -> Rect:
        return Rect(Emu(column.x + left), inches(top + y), Emu(column.width - left), inches(height))

    baseline, right = top + of.baseline, inches(of.aside)
    wide = right or Emu(inches(0.1) + inches(of.size * 3 * 0.56 / 72))
    yield Slot(f"rule {number}", SlotKind.RULE, band(0, 0.03), ("primary",))
    yield Slot(f"accent {number}", SlotKind.SHAPES, band(0, 0.03))
    yield standing(f"statistic {number}", (column.x, baseline, wide), of.size, of.style, prompt="00")
    if not right:
        rest = Emu(column.x + wide), baseline, Emu(column.width - wide)
        yield standing(f"of {number}", rest, 20, "of", prompt="of 00")
    yield Slot(f"dots {number}", SlotKind.SHAPES, band(*of.dots, left=right))
    label = band(*of.label[:2])
    note = replace(label, y=label.bottom, height=inches(of.label[2]))
    yield Slot(f"label {number}", SlotKind.TEXT, label, ("label",), "labels", lines=6, prompt="Label")
    yield Slot(f"note {number}", SlotKind.TEXT, note, ("remark",), "notes", lines=6, prompt="Note")
