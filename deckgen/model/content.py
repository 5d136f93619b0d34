"""What an author wrote on a slide, references resolved; layouts compose slides of it."""

import datetime
from collections.abc import Mapping
from dataclasses import field

from deckgen.diagnostics import Span
from deckgen.model.charts import Chart
from deckgen.model.figures import Indicator, Source
from deckgen.model.images import Image
from deckgen.model.tables import Table
from deckgen.model.text import ListKind, Paragraph, Runs
from deckgen.model.words import Words
from deckgen.values import frozen


@frozen
class Facts:
    """What is true of the whole deck; ``sources`` are those it names, in their order.

    ``link`` is its ``url`` where a slide can link to that, else empty.
    """

    title: str
    lang: str
    words: Words
    subtitle: str = ""
    organisation: str = ""
    author: str = ""
    url: str = ""
    link: str = ""
    date: datetime.date | None = None
    date_text: str = ""
    footer: str = ""
    keywords: tuple[str, ...] = ()
    places: Mapping[str, Span] = field(default_factory=dict)
    """Where each text of the deck was written, by its key."""
    sources: tuple[Source, ...] = ()


@frozen(slots=True)
class Item:
    """One item of a list: its text, the items below it, the section it speaks of."""

    text: Runs
    items: tuple[Runs, ...] = ()
    section: str = ""


@frozen(slots=True)
class Step:
    """One dated step of a timeline; ``highlighted`` if it is in the accent colour."""

    date: Runs
    text: Runs
    title: Runs = ()
    highlighted: bool = False


@frozen
class Part:
    """What stands on a slide or in one of its columns, key by key; a key left out is empty.

    ``highlight`` is the name of the indicator in the accent colour. ``numbers`` are those of its first numbered item,
    and of the last one, which may stand on a further slide; ``among`` are all indicators of a slide that goes on,
    ``most`` is how many items stand on each at most.
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
    numbers: tuple[int, int] = (1, 1)
    among: tuple[Indicator, ...] = ()
    most: int = 0

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its text, then its bullets, then its numbered items, each with what stands below it."""
        made = [Paragraph(runs) for runs in self.text]
        start, last = self.numbers
        for items, kind, digits in (
            (self.bullets, ListKind.BULLET, 0),
            (self.numbered, ListKind.NUMBER, len(str(max(last, start + len(self.numbered) - 1)))),
        ):
            for item in items:
                first = start if kind is ListKind.NUMBER else 1
                made.append(Paragraph(item.text, kind=kind, start=first, digits=digits))
                made += [Paragraph(runs, level=1, kind=ListKind.BULLET, digits=digits) for runs in item.items]
        return tuple(made)

    @property
    def key(self) -> str:
        """The key under which most of its ``paragraphs`` were written, to say where they stand."""
        return "bullets" if self.bullets else "numbered" if self.numbered else "text"


@frozen
class Content(Part):
    """What an author wrote on one slide.

    ``section`` is the section it stands in, wherever that was named; ``sections`` has the slides of each;
    ``number`` is its own.
    """

    facts: Facts = field(kw_only=True)
    number: int = 0
    section: str = ""
    kicker: Runs = ()
    subtitle: Runs = ()
    callout: Runs = ()
    side: str = ""
    quote: Runs = ()
    attribution: Runs = ()
    timeline: tuple[Step, ...] = ()
    columns: tuple[Part, ...] = ()
    sections: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
