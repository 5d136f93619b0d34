"""What a chart of indicators says in words: its alternative text, and the whole of it for the notes."""

from dataclasses import field, replace
from decimal import Decimal
from typing import Self

from deckgen.model.chart_data import ChartData
from deckgen.model.figures import Indicator
from deckgen.model.words import Words
from deckgen.values import frozen

LONGEST_ALT_TEXT = 249


@frozen
class IndicatorChart:
    """A chart of some indicators, in the order drawn; a kind of chart adds how it is drawn.

    ``highlight`` is the indicator in the accent colour, or empty; ``native`` asks for a chart of PowerPoint's own.
    """

    rows: tuple[Indicator, ...]
    highlight: str
    words: Words
    native: bool = field(default=False, kw_only=True)

    @property
    def labels_rows(self) -> bool:
        """Whether the chart labels its rows itself, so that nothing is to stand beside it."""
        return False

    def natively(self) -> Self:
        """Return the same chart, to be written as one of PowerPoint's own."""
        return replace(self, native=True)

    def data(self) -> ChartData | None:
        """Return what PowerPoint's own chart is drawn from; None for a kind that it does not have."""
        return None

    def alt_text(self) -> str:
        """Return what changed most, then as many of the others as there is room for."""
        spoken = self._by_change()
        text, told = spoken[0].sentence, 1
        if len(text) > LONGEST_ALT_TEXT - 20:
            text = f"{spoken[0].brief[: LONGEST_ALT_TEXT - 20]}…"
        separator = self.words.say("separator")
        for indicator in spoken[1:]:
            more = text + separator + indicator.brief
            rest = self._more(len(spoken) - told - 1)
            if len(more + rest) > LONGEST_ALT_TEXT:
                break
            text, told = more, told + 1
        return text + self._more(len(spoken) - told)

    def _more(self, left: int) -> str:
        """Return how many indicators are not told."""
        said = self.words.say_number("and-more", Decimal(left), count=left) if left else ""
        return self.words.say("separator") + said if said else ""

    def description(self) -> str:
        """Return all that the chart shows, in words."""
        return self.words.say("separator").join(indicator.sentence for indicator in self._by_change())

    def color(self, indicator: Indicator) -> str:
        """Return the palette's colour of an indicator's marks; its texts have the same with ``-text`` behind."""
        return "accent" if indicator.id == self.highlight else "primary"

    def _by_change(self) -> tuple[Indicator, ...]:
        """Return the largest change first, then figures without one."""

        def key(of: Indicator) -> tuple[bool, Decimal, Decimal]:
            change = of.change if of.before else None
            return (
                change is None,
                -abs(change.size) if change else Decimal(0),
                -change.ratio if change else Decimal(0),
            )

        return tuple(sorted(self.rows, key=key))
