"""Indicators before and after, where the step between is what matters: labels, arrows, and the change of each."""

from pydantic import Field

from deckgen.spec.base import Text
from deckgen.spec.comparing import ComparingSlideSpec


class CompareArrows(ComparingSlideSpec):
    """The change of each indicator, as an arrow from the earlier to the later figure; for up to 12 indicators.

    Example:
        title: Water in the valley
        organisation: Example Water Board
        sources:
          meters: {title: "Invented figures, for illustration only"}
        periods: {before: "2020", after: "2026"}

        indicators:
          losses: {label: Water **lost in pipes**, before: 31%, after: 18%}
          meters: {label: Homes with a **water meter**, before: 44%, after: 67%}
          rain: {label: Homes that **collect rain**, before: 12%, after: 19%}
          wells: {label: Wells **safe to drink from**, before: 72%, after: 81%}
          reuse: {label: Water **used twice**, before: 9%, after: 9%}
          leaks: {label: Leaks **mended in a day**, before: 38%, after: 59%}

        slides:
          - layout: compare-arrows
            kicker: Supply
            title: Less water is lost, and more homes know what they use
            lead: Share of the homes, wells, leaks or water counted
            indicators: [losses, meters, rain, wells, reuse, leaks]
            highlight: losses

    """

    default_chart = "arrows"

    lead: Text | None = Field(None, description="what the arrows show")
