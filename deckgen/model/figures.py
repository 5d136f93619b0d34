"""Indicators and their figures: exact numbers, each with the text that a slide shows."""

from decimal import Decimal
from enum import Enum

from deckgen.model.text import Runs, plain
from deckgen.values import frozen


class UnitKind(Enum):
    """What a figure counts."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    OTHER = "other"


@frozen(slots=True)
class Unit:
    """The unit of a figure: ``symbol`` is a currency code or a word, ``scale`` a word such as ``bn``."""

    kind: UnitKind = UnitKind.COUNT
    symbol: str = ""
    scale: str = ""


@frozen(slots=True)
class Figure:
    """One value of an indicator: ``value`` in its unit (39 for 39%), ``text`` in the deck's language."""

    value: Decimal
    unit: Unit
    text: str
    period: str = ""


@frozen(slots=True)
class Change:
    """The difference of two figures; ``size`` and ``ratio`` are 0 where only words are known."""

    text: str
    words: str
    size: Decimal = Decimal(0)
    ratio: Decimal = Decimal(0)


@frozen(slots=True)
class Source:
    """Where figures are from; ``link`` is its ``url`` where a slide can link to that, else empty."""

    id: str
    title: str
    publisher: str = ""
    short: str = ""
    date: str = ""
    url: str = ""
    link: str = ""

    @property
    def at_foot(self) -> str:
        """The title as it stands at the foot of a slide."""
        return self.short or self.title


@frozen(slots=True)
class Indicator:
    """What is measured, its figures joined.

    ``latest`` is the value or the later figure; ``figures`` are all there are, earliest first; ``sentence`` says
    what they come to in words, ``brief`` says it without naming the periods. ``periods`` are the earlier and the
    later one, for changes without figures.
    """

    id: str
    label: Runs
    latest: Figure | None = None
    before: Figure | None = None
    of: Figure | None = None
    change: Change | None = None
    unconfirmed: Figure | None = None
    new: bool = False
    note: Runs = ()
    short: Runs = ()
    source: Source | None = None
    sentence: str = ""
    brief: str = ""
    figures: tuple[Figure, ...] = ()
    periods: tuple[str, str] = ("", "")

    @property
    def name(self) -> str:
        """The label without emphasis."""
        return plain(self.label)

    @property
    def row_label(self) -> Runs:
        """The label for narrow places, such as the row of a chart."""
        return self.short or self.label
