"""The annex: where the figures are from, how they were counted, what the words mean."""

from collections.abc import Mapping
from dataclasses import replace

from pydantic import Field

from deckgen.model.content import Content
from deckgen.model.figures import Source
from deckgen.model.fills import Fill, TextFill
from deckgen.model.slots import Grid, Slot, SlotKind, Variant, chrome
from deckgen.model.text import Paragraph, Run, plain
from deckgen.spec.base import ContentSlideSpec, Items, Refusal, Text, Texts
from deckgen.units import Emu, inches

_ONE, _TWO = Variant(1), Variant(2)
_LINE, _COLUMN_LINE = 100, 58
"""About how many characters of fine print a line of the one column holds, and a line of one of two columns."""
_LONGEST_ADDRESS, _LONGEST_DATE = 50, 25
_MOST_LINES = 11
"""How long an address and a date are that stand on one line; up to how many lines one column is easier to read."""


class Sources(ContentSlideSpec):
    """An annex in small type: method, totals, definitions; without a text, all sources of the deck.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council
        sources:
          count:
            title: "Invented figures, for illustration only"
            publisher: Example Road Safety Council
            date: 2026-09-01
            url: https://www.example.org/schools
          map:
            title: Map of dangerous places
            publisher: Example Town
            date: "2025"

        slides:
          - layout: sources

    """

    title: Text | None = Field(None, description="the headline; “Sources” if left out")  # type: ignore[assignment]
    text: Texts = Field((), description="paragraphs, in place of the sources of the deck")
    bullets: Items = Field((), description="bullets after the paragraphs")

    variants = (_ONE, _TWO)
    continues = ("text", "bullets")

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order."""
        columns = grid.columns(2)
        if variant == _ONE:
            # A longer line is hard to find one's way back on.
            columns = (replace(grid.content, width=min(inches(9.6), grid.content.width)),)
        bodies = (
            Slot(
                f"body {number}",
                SlotKind.TEXT,
                replace(column, y=Emu(column.y + inches(0.2)), height=Emu(column.height - inches(0.2))),
                ("fine-print", "fine-print"),
                group="bodies",
                prompt="Text",
            )
            for number, column in enumerate(columns, start=1)
        )
        return (*chrome(grid), Slot("rule", SlotKind.RULE, grid.band(2.02, 0.03), ("primary",)), *bodies)

    @classmethod
    def untitled(cls, content: Content) -> str:
        """Return the title of a slide for which none is written."""
        return content.facts.words.say("source-list")

    @classmethod
    def refusal(cls, content: Content) -> Refusal | None:
        """Return why there is nothing to show."""
        if content.paragraphs or content.facts.sources:
            return None
        return Refusal("the deck has no sources to list", "write them under sources:, or text: on this slide", "layout")

    @classmethod
    def variant(cls, content: Content) -> Variant:
        """Return in how many columns the text is set."""
        paragraphs = _paragraphs(content)
        lines = sum(_lines(paragraph, _LINE) for paragraph in paragraphs)
        return _ONE if lines <= _MOST_LINES or len(paragraphs) == 1 else _TWO

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot: in two columns, as much in one as in the other."""
        paragraphs = _paragraphs(content)
        end = len(paragraphs) if cls.variant(content) == _ONE else _balanced(paragraphs)
        key = content.key if content.paragraphs else "layout"
        title = content.title or (Run(cls.untitled(content)),)
        return {
            "title": TextFill((Paragraph(title),)),
            "kicker": TextFill((Paragraph(content.kicker),), key="kicker"),
            "body 1": TextFill(paragraphs[:end], key),
            "body 2": TextFill(paragraphs[end:], key),
        }


def _paragraphs(content: Content) -> tuple[Paragraph, ...]:
    return content.paragraphs or tuple(_entry(source) for source in content.facts.sources)


def _entry(source: Source) -> Paragraph:
    """Return a source as far as it is known: its title in bold, publisher, date, address."""
    title = source.title.rstrip(".")
    date = source.date.replace(" ", "\u00a0") if len(source.date) < _LONGEST_DATE else source.date
    known = ", ".join(part for part in (source.publisher, date) if part)
    runs = [Run(f"{title}.", bold=True)]
    runs += [Run(f" {known.rstrip('.')}.")] if known else []
    runs += [Run(" "), Run(_shown(source.url), link=source.link)] if source.url else []
    return Paragraph(tuple(runs))


def _shown(url: str) -> str:
    """Return an address as it is read: without https://, and only its site where it is too long for a line."""
    address = url.partition("://")[2].rstrip("/") or url
    return address if len(address) <= _LONGEST_ADDRESS else f"{address.partition('/')[0]}/…"


def _lines(paragraph: Paragraph, line: int) -> int:
    """Return about how many lines a paragraph has."""
    return -(-max(1, len(plain(paragraph.runs))) // line)


def _balanced(paragraphs: tuple[Paragraph, ...]) -> int:
    """Return how many paragraphs stand in the first column, so that it is about as long as the second.

    What stands below an item stays with it.
    """
    heights = [_lines(paragraph, _COLUMN_LINE) + 0.4 for paragraph in paragraphs]
    ends = [end for end in range(1, len(paragraphs)) if paragraphs[end].level == 0]
    return min(ends, key=lambda end: (abs(sum(heights[:end]) - sum(heights[end:])), -end), default=len(paragraphs))
