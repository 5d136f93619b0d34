"""Steps of a timeline, or times of an agenda, that do not stand in their order."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

from deckgen.checks._dates import month_of, time_of
from deckgen.checks._lists import lists
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.deck import Told
from deckgen.model.words import Words
from deckgen.spec.base import Text

T = TypeVar("T", int, date)

_FIRST_CELL = re.compile(r"(?P<table>(?:.*\.)?table)\.rows\.\d+\.0")
_CLOCK = re.compile(r"\W*(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?!\d|\.\d)(?! ?%)")
_SMALL_HOURS = 5 * 60
"""What begins before this, in minutes, may be of the next day."""


class StepsOutOfOrder(Check):
    """A step of a timeline that was before the one it stands after; so with the times of a list or a table.

    What it finds
        A date of a timeline earlier than the one before it, where every step has a date that is certain: a day, a month
        with its year, a quarter or a year; or where every step has a day or a month without its year, and the date
        is less than three months earlier. A time in a list, or in the first column of a table, all of which begin
        with one, that is earlier than the one before it, while the next is not.

    Why it matters
        A timeline is read from left to right: what stands later was later.

    Example:
        2015, 2024, 2018, 2030

    Instead
        Put the step where it belongs, or correct its date.

    """

    code = "E617"
    name = "steps-out-of-order"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield the first step of each timeline, or list of times, that stands too late."""
        words = checked.deck.facts.words
        for placed in checked.spec.slides:
            yield from self._of_steps([step.date for step in getattr(placed.spec, "timeline", ())], words)
        rows: dict[tuple[int, str], list[Told]] = {}
        for slide in checked.deck.slides:
            for told in slide.told:
                cell = _FIRST_CELL.fullmatch(told.key) if told.key.endswith(".0") else None
                if cell:
                    rows.setdefault((slide.number, cell["table"]), []).append(told)
        for timed in (*(of.items for of in lists(checked)), *rows.values()):
            yield from self._of_times(timed)

    def _of_steps(self, steps: Sequence[Text], words: Words) -> Iterator[Diagnostic]:
        times = [time for step in steps if (time := time_of(step.text, words))]
        months = [month for step in steps if (month := month_of(step.text, words.lang))] if not times else []
        if times and len(times) == len(steps):
            later = next((at for at in range(1, len(times)) if times[at][1] < times[at - 1][0]), 0)
            wrong = _wrong_of_two([first for first, _ in times], later)
        elif months and len(months) == len(steps):
            later = _one_too_late(months) or _one_too_early(months)
            wrong = _wrong_of_two(months, later)
        else:
            return
        if later and wrong == later:
            yield self._told(steps[later].text, steps[later - 1].text, steps[later].span)
        elif later:
            message = f"“{steps[wrong].text.strip()}” stands before “{steps[later].text.strip()}”"
            yield self.found(message, steps[wrong].span, "put it where it belongs, or correct the date")

    def _of_times(self, told: Sequence[Told]) -> Iterator[Diagnostic]:
        read = [_CLOCK.match(one.plain) for one in told] if len(told) > 3 else []
        clocks = [found for found in read if found]
        times = [60 * int(found["hour"]) + int(found["minute"]) for found in clocks]
        at = _one_too_late(times) if len(times) == len(told) else 0
        if at and times[at] >= _SMALL_HOURS:
            yield self._told(clocks[at][0], clocks[at - 1][0], told[at].span)

    def _told(self, step: str, before: str, span: Span) -> Diagnostic:
        message = f"“{step.strip()}” stands after “{before.strip()}”"
        return self.found(message, span, "put it where it belongs, or correct the date")


def _one_too_late(times: Sequence[int]) -> int:
    """Return the number of the only time that is earlier than the one before it; 0 where the next is as well.

    With more than one, or where what follows is earlier too, another day or year begins.
    """
    falls = [at for at in range(1, len(times)) if times[at] < times[at - 1]]
    at = falls[0] if len(falls) == 1 else len(times)
    return at if at < len(times) - 1 and times[at - 1] <= times[at + 1] else 0


_THREE_MONTHS = 300
"""Months count by hundreds here."""


def _one_too_early(months: Sequence[int]) -> int:
    """Return the number of the only step that is a little earlier in the year than the one before it, or else 0.

    It is of the next year, unless the steps would be of more than twelve months then.
    """
    falls = [at for at in range(1, len(months)) if months[at] < months[at - 1]]
    if len(falls) != 1 or months[-1] < months[0]:
        return 0
    return falls[0] if months[falls[0] - 1] - months[falls[0]] < _THREE_MONTHS else 0


def _wrong_of_two(times: Sequence[T], later: int) -> int:
    """Return which step stands wrong, ``later`` or the one before it: that without which all are in their order."""
    without, alone = ([time for at, time in enumerate(times) if at != left_out] for left_out in (later - 1, later))
    return later - 1 if later and without == sorted(without) and alone != sorted(alone) else later
