"""What may fill a slot of a slide layout."""

from dataclasses import replace
from enum import Enum

from deckgen.model.charts import Chart
from deckgen.model.figures import Figure
from deckgen.model.images import Image
from deckgen.model.tables import Table
from deckgen.model.text import Paragraph, Runs
from deckgen.units import Emu
from deckgen.values import frozen


@frozen(slots=True)
class TextFill:
    """Paragraphs for a slot; they may also cover the slots ``over``, where nothing else does.

    ``key`` is the key of the slide they were written under. They follow the text in the slot ``behind`` on its
    line, or that in the slot ``below`` under it, wherever that ends, or ``apart`` from it in EMU, but then no lower
    than their own slot, which must be the next one; a caption stands right ``under`` the table or image that fills
    that slot.
    """

    paragraphs: tuple[Paragraph, ...]
    key: str = "title"
    over: tuple[str, ...] = ()
    under: str = ""
    behind: str = ""
    below: str = ""
    apart: Emu = Emu(0)


@frozen(slots=True)
class ChartFill:
    """A chart for a slot; it may also cover the slots ``over``, where nothing else does."""

    chart: Chart
    over: tuple[str, ...] = ()
    key: str = "indicators"


class RowPlace(Enum):
    """Where a text stands beside the row of a chart."""

    MIDDLE = "middle"
    MARK = "mark"


@frozen(slots=True)
class RowsFill:
    """Paragraphs for each row of the chart in the slot ``beside``; none leave their row free."""

    texts: tuple[tuple[Paragraph, ...], ...]
    place: RowPlace
    beside: str = "chart"
    key: str = "indicators"


@frozen(slots=True)
class TagsFill:
    """A framed word at some rows of the chart in the slot ``beside``; an empty one leaves its row free."""

    words: tuple[str, ...]
    colors: tuple[str, ...]
    beside: str = "chart"
    key: str = "indicators"


@frozen(slots=True)
class DotsFill:
    """A field of as many dots as ``figure`` says, in one to three rows."""

    figure: Figure
    alt_text: str
    key: str = "indicators"


@frozen(slots=True)
class BoxFill:
    """A rectangle in a colour of the palette that fills its slot, as decoration: such as a rule on the finding.

    A ``round`` one is a circle as wide as its slot.
    """

    color: str
    round: bool = False


@frozen(slots=True)
class ShareFill:
    """A bar over ``share`` of its slot, 0 to 1, in a colour of the palette; behind it a ``track`` of the whole."""

    share: float
    color: str
    alt_text: str
    track: bool = True


@frozen(slots=True)
class TableFill:
    """A table for a slot; it may also cover the slots ``over``, where nothing else does."""

    table: Table
    alt_text: str
    over: tuple[str, ...] = ()
    key: str = "table"


@frozen(slots=True)
class ImageFill:
    """An image for a slot; it may also cover the slots ``over``, where nothing else does.

    One that is smaller than its slot stands at its top, and at the ``right`` or the left.
    """

    image: Image
    over: tuple[str, ...] = ()
    right: bool = False
    key: str = "image"


Fill = TextFill | ChartFill | RowsFill | TagsFill | DotsFill | BoxFill | ShareFill | TableFill | ImageFill


def called_out(runs: Runs) -> TextFill:
    """Return a callout for the slot of that name: its bold words in the accent colour."""
    return TextFill(
        (Paragraph(tuple(replace(run, color="accent-text") if run.bold else run for run in runs)),), "callout"
    )
