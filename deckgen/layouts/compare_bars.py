"""Indicators before and after: labels, bars, and the change of each."""

from pydantic import Field

from deckgen.spec.base import Text
from deckgen.spec.comparing import ComparingSlideSpec


class CompareBars(ComparingSlideSpec):
    """Indicators before and after, as bars with a column of changes.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council
        sources:
          count: {title: "Invented figures, for illustration only"}
        periods: {before: "2023", after: "2026"}

        indicators:
          walking: {label: Children who **walk** to school, before: 34%, after: 46%}
          crossings: {label: Schools with a **safe crossing**, before: 52%, after: 71%}
          night: {label: Crossings **lit at night**, value: 38%, new: true}

        slides:
          - layout: compare-bars
            kicker: Ways to school
            title: More children walk, and more schools have a safe crossing
            lead: Share of the schools or children counted
            indicators: [walking, crossings, night]
            highlight: night

    """

    needs = (frozenset({"indicators"}),)
    default_chart = "before-after"

    lead: Text | None = Field(None, description="what the bars show")
