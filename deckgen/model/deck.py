"""A deck: its slides, what stands in each slot, and where it was written."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from deckgen.diagnostics import Span
from deckgen.model.charts import Chart
from deckgen.model.figures import Figure, Indicator, Source
from deckgen.model.text import Paragraph, Runs
from deckgen.model.words import Words


@dataclass(frozen=True)
class Facts:
    """What is true of the whole deck."""

    title: str
    lang: str
    words: Words
    subtitle: str = ""
    organisation: str = ""
    author: str = ""
    url: str = ""
    date: datetime.date | None = None
    date_text: str = ""
    footer: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its text, the items below it, the section it speaks of."""

    text: Runs
    items: tuple[Runs, ...] = ()
    section: str = ""


@dataclass(frozen=True)
class Content:
    """What an author wrote on one slide, key by key, its references resolved; a key left out is empty.

    ``section`` is the section it stands in, wherever that was named.
    """

    facts: Facts
    section: str = ""
    title: Runs = ()
    kicker: Runs = ()
    subtitle: Runs = ()
    lead: Runs = ()
    text: tuple[Runs, ...] = ()
    bullets: tuple[Item, ...] = ()
    numbered: tuple[Item, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    chart: Chart | None = None
    sections: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TextFill:
    """Paragraphs for a slot; they may also cover the slots ``over``, where nothing else does.

    ``key`` is the key of the slide they were written under.
    """

    paragraphs: tuple[Paragraph, ...]
    key: str = "title"
    over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartFill:
    """A chart for a slot; it may also cover the slots ``over``, where nothing else does."""

    chart: Chart
    over: tuple[str, ...] = ()
    key: str = "indicators"


class RowPlace(Enum):
    """Where a text stands beside the row of a chart."""

    MIDDLE = "middle"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class RowsFill:
    """Paragraphs for each row of the chart in the slot ``beside``; none leave their row free."""

    texts: tuple[tuple[Paragraph, ...], ...]
    place: RowPlace
    beside: str = "chart"
    key: str = "indicators"


@dataclass(frozen=True, slots=True)
class TagsFill:
    """A framed word at some rows of the chart in the slot ``beside``; an empty one leaves its row free."""

    words: tuple[str, ...]
    colors: tuple[str, ...]
    beside: str = "chart"
    key: str = "indicators"


@dataclass(frozen=True, slots=True)
class DotsFill:
    """A field of as many dots as ``figure`` says, in three rows where it can be."""

    figure: Figure
    alt_text: str
    key: str = "indicators"


Fill = TextFill | ChartFill | RowsFill | TagsFill | DotsFill


@dataclass(frozen=True)
class Slide:
    """One slide as meaning: what fills each slot of its layout, in reading order.

    ``variant`` tells layouts of one name apart by how many items they hold, 0 where there is only one;
    ``places`` says where each key was written.
    """

    number: int
    id: str
    layout: str
    title: str
    span: Span
    fills: Mapping[str, Fill]
    variant: int = 0
    section: str = ""
    notes: tuple[Paragraph, ...] = ()
    sources: tuple[Source, ...] = ()
    hidden: bool = False
    places: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """A named run of slides, by number."""

    name: str
    slides: tuple[int, ...]


@dataclass(frozen=True)
class Deck:
    """The whole deck, for one audience, in one language."""

    facts: Facts
    slides: tuple[Slide, ...]
    sections: tuple[Section, ...]
