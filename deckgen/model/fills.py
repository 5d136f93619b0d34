"""What may fill a slot of a slide layout."""

from dataclasses import dataclass
from enum import Enum

from deckgen.model.charts import Chart
from deckgen.model.figures import Figure
from deckgen.model.text import Paragraph


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


@dataclass(frozen=True, slots=True)
class BoxFill:
    """A rectangle in a colour of the palette that fills its slot, as decoration: such as a rule on the finding."""

    color: str


@dataclass(frozen=True, slots=True)
class ShareFill:
    """A bar over ``share`` of its slot, 0 to 1, in a colour of the palette; behind it a ``track`` of the whole."""

    share: float
    color: str
    alt_text: str
    track: bool = True


Fill = TextFill | ChartFill | RowsFill | TagsFill | DotsFill | BoxFill | ShareFill
