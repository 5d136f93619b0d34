"""Steps of a timeline, or times of an agenda, that do not stand in their order."""

import re
from collections.abc import Iterator, Sequence

from deckgen.checks._dates import time_of
from deckgen.checks._lists import lists
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.deck import Told
from deckgen.model.words import Words
from deckgen.spec.base import Text

_FIRST_CELL = re.compile(r"(?P<table>(?:.*\.)?table)\.rows\.\d+\.0")
_CLOCK = re.compile(r"\W*(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?!\d|\.\d)(?! ?%)")
_SMALL_HOURS = 5 * 60
"""What begins before this, in minutes, may be of the next day."""


class StepsOutOfOrder(Check):
    """A step of a timeline that was before the one it stands after; so with the times of a list or a table.

    What it finds
        A date of a timeline earlier than the one before it, where every step has a date that is certain: a day, a month
        with its year, a quarter or a year. A time in a list, or in the first column of a table, all of which begin
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
        unsure = (*words.lists["until"], *words.lists["earlier-than"])
        times = [time_of(step.text, words.lang, unsure) for step in steps]
        known = [time for time in times if time]
        if len(known) == len(times):
            later = next((at for at in range(1, len(known)) if known[at][1] < known[at - 1][0]), 0)
            if later:
                yield self._told(steps[later].text, steps[later - 1].text, steps[later].span)

    def _of_times(self, told: Sequence[Told]) -> Iterator[Diagnostic]:
        """Yield the one time that stands too late: with more than one, a list may be of several days."""
        read = [_CLOCK.match(one.plain) for one in told] if len(told) > 3 else []
        times = [60 * int(found["hour"]) + int(found["minute"]) for found in read if found]
        falls = [at for at in range(1, len(times)) if times[at] < times[at - 1]] if len(times) == len(told) else []
        if len(falls) != 1 or falls[0] == len(times) - 1 or times[falls[0]] < _SMALL_HOURS:
            return
        at = falls[0]
        # Where what follows is earlier as well, a second day begins.
        if times[at - 1] <= times[at + 1]:
            later, before = (_CLOCK.match(told[number].plain) for number in (at, at - 1))
            yield self._told(later[0] if later else "", before[0] if before else "", told[at].span)

    def _told(self, step: str, before: str, span: Span) -> Diagnostic:
        message = f"“{step.strip()}” stands after “{before.strip()}”"
        return self.found(message, span, "put it where it belongs, or correct the date")
