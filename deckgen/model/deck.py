"""A deck: its slides, what stands in each slot, and where it was written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from deckgen.diagnostics import Span
from deckgen.model.content import Facts
from deckgen.model.figures import Source
from deckgen.model.fills import Fill
from deckgen.model.slots import USUAL, Variant
from deckgen.model.text import Paragraph


@dataclass(frozen=True)
class Slide:
    """One slide as meaning: what fills each slot of its layout, in reading order.

    ``places`` says where each key was written, those of a column as ``columns.0.text``.
    """

    number: int
    id: str
    layout: str
    title: str
    span: Span
    fills: Mapping[str, Fill]
    variant: Variant = USUAL
    section: str = ""
    notes: tuple[Paragraph, ...] = ()
    sources: tuple[Source, ...] = ()
    hidden: bool = False
    places: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """A named run of slides, by number, and where its name was written."""

    name: str
    slides: tuple[int, ...]
    span: Span | None = None


@dataclass(frozen=True)
class Deck:
    """The whole deck, for one audience, in one language."""

    facts: Facts
    slides: tuple[Slide, ...]
    sections: tuple[Section, ...]
