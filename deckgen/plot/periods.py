"""Periods that several indicators have figures for: their order, and how far apart they stand."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from deckgen.model.figures import Figure, Indicator
from deckgen.model.words import Words
from deckgen.spec.base import Refusal


def by_period(indicator: Indicator, words: Words) -> dict[str, Figure]:
    """Return the figures of an indicator by period; two without one are before and after."""
    figures = indicator.figures
    if len(figures) == 2:
        names = figures[0].period or words.say("before"), figures[1].period or words.say("after")
        return dict(zip(names, figures, strict=True))
    return {figure.period: figure for figure in figures if figure.period}


def are_years(periods: Sequence[str]) -> bool:
    """Return whether all periods are years, so that their distance is known."""
    return all(period.isdecimal() and len(period) == 4 for period in periods)


def in_time(listed: Sequence[Sequence[str]]) -> tuple[str, ...] | None:
    """Return all periods, each once, earliest first; None if two lists put them in another order."""
    merged: list[str] = []
    for periods in listed:
        place = 0
        for period in periods:
            if period not in merged:
                merged.insert(place, period)
            place = merged.index(period) + 1
    if are_years(merged):
        return tuple(sorted(merged, key=int))
    for periods in listed:
        places = [merged.index(period) for period in periods]
        if places != sorted(places):
            return None
    return tuple(merged)


def places(periods: Sequence[str]) -> tuple[Decimal, ...]:
    """Return where each period stands between the first, 0, and the last, 1: years by their distance in time."""
    at = [int(period) for period in periods] if are_years(periods) else list(range(len(periods)))
    whole = max(1, at[-1] - at[0])
    return tuple(Decimal(one - at[0]) / whole for one in at)


def unlike(indicators: Sequence[Indicator]) -> Refusal | None:
    """Return why the figures of ``indicators`` cannot share one scale over time, or None."""
    blank = next((of.id for of in indicators if of.latest is None), "")
    if blank:
        return Refusal(f"“{blank}” has no figure to draw", "leave it out, or say it in a text")
    if len({figure.unit for of in indicators for figure in of.figures}) > 1:
        return Refusal("figures of different units cannot share one axis", "make two slides, one for each unit")
    doubtful = next((of.id for of in indicators if of.unconfirmed), "")
    if doubtful:
        message = f"“{doubtful}” has an unconfirmed figure, which this chart cannot show"
        return Refusal(message, "write chart: before-after, or say it in a text")
    return None


def with_between(of: Indicator, dated: Mapping[str, Figure], periods: Sequence[str], words: Words) -> str:
    """Return what an indicator says in words, with its figures between the first and the last in brackets."""
    has = [period for period in periods if period in dated]
    between = periods[periods.index(has[0]) + 1 : periods.index(has[-1])]
    missing = words.say("no-figure")
    told = [f"{period}: {dated[period].text if period in dated else missing}" for period in between]
    return f"{of.sentence} ({', '.join(told)})" if told else of.sentence
