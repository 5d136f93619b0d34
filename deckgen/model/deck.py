"""A deck: its slides, what stands in each slot, and where it was written."""

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property

from deckgen.diagnostics import Span
from deckgen.model.content import Facts
from deckgen.model.figures import Indicator, Source
from deckgen.model.fills import Fill
from deckgen.model.slots import USUAL, Variant
from deckgen.model.text import Paragraph, Runs, plain
from deckgen.values import frozen


@frozen(slots=True)
class Mention:
    """A reference in braces: the indicator and the field it names, empty for none, where, and what it shows.

    ``claim`` are the words that it shows instead of a figure, if the figures bear them; one for each indicator.
    """

    indicator: str
    field: str
    shown: str
    span: Span
    claim: str = ""


@frozen
class Told:
    """A text that is shown, or spoken: as it was written, and as it is read.

    ``key`` is what it was written under, such as ``title``, ``columns.0.lead`` or ``notes.0``. ``text`` and ``raw``
    are what a spec's text has: its characters, and those of the file. ``shown`` has the paragraphs it became.
    """

    key: str
    text: str
    raw: str
    span: Span
    shown: tuple[Runs, ...]
    mentions: tuple[Mention, ...] = ()

    @cached_property
    def plain(self) -> str:
        """What is read, without emphasis; paragraphs on lines of their own."""
        return "\n".join(map(plain, self.shown))


@frozen
class Slide:
    """One slide as meaning: what fills each slot of its layout, in reading order.

    ``places`` says where what each key holds was written, in a column as ``columns.0.text``, and ``keys`` where the
    key itself was. ``indicators`` are the names of those that it shows as figures, ``told`` are all its texts, without
    those that stand on an earlier slide which this one continues. It is ``rigid`` if nothing on it may be set in less
    than its first size.
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
    keys: Mapping[str, Span] = field(default_factory=dict)
    indicators: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    rigid: bool = False


@frozen(slots=True)
class Section:
    """A named run of slides, by number, and where its name was written."""

    name: str
    slides: tuple[int, ...]
    span: Span | None = None


@frozen
class Deck:
    """The whole deck, for one audience, in one language; ``told`` are the texts that stand on no slide of their own."""

    facts: Facts
    slides: tuple[Slide, ...]
    sections: tuple[Section, ...]
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    told: tuple[Told, ...] = ()
