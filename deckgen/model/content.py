"""What an author wrote on a slide, references resolved; layouts compose slides of it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from deckgen.diagnostics import Span
from deckgen.model.charts import Chart
from deckgen.model.figures import Indicator
from deckgen.model.images import Image
from deckgen.model.tables import Table
from deckgen.model.text import Runs
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
    places: Mapping[str, Span] = field(default_factory=dict)
    """Where each text of the deck was written, by its key."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its text, the items below it, the section it speaks of."""

    text: Runs
    items: tuple[Runs, ...] = ()
    section: str = ""


@dataclass(frozen=True)
class Part:
    """What stands on a slide or in one of its columns, key by key; a key left out is empty.

    ``highlight`` is the name of the indicator in the accent colour.
    """

    title: Runs = ()
    lead: Runs = ()
    text: tuple[Runs, ...] = ()
    bullets: tuple[Item, ...] = ()
    numbered: tuple[Item, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    highlight: str = ""
    chart: Chart | None = None
    table: Table | None = None
    image: Image | None = None


@dataclass(frozen=True)
class Content(Part):
    """What an author wrote on one slide.

    ``section`` is the section it stands in, wherever that was named; ``sections`` has the slides of each.
    """

    facts: Facts = field(kw_only=True)
    section: str = ""
    kicker: Runs = ()
    subtitle: Runs = ()
    callout: Runs = ()
    side: str = ""
    columns: tuple[Part, ...] = ()
    sections: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
