"""Dates that no calendar has."""

import calendar
from collections.abc import Iterator

from deckgen.checks._dates import Written, dates_in
from deckgen.checks._text import TextCheck
from deckgen.checks._written import Texts, everywhere, spot, words_of
from deckgen.checks.base import Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Told
from deckgen.model.words import Words

_FEBRUARY = 2


class ImpossibleDate(TextCheck):
    """A day that its month does not have, or that is another day of the week than is said.

    What it finds
        “31 June 2026”, “29 February 2027” or “31.11.2026”, and “Friday 23 April 2026”, which is a Thursday; on slides,
        in notes and in alternative texts, with the names of months and days in the language of the deck.

    Why it matters
        Somebody comes on the wrong day, or asks which of the two is meant.

    Example:
        The council decides on Friday 23 April 2026

    Instead
        Look the day up, and correct the date or the day of the week.

    """

    code = "E618"
    name = "impossible-date"
    severity = Severity.WARNING

    def texts(self, checked: Checked) -> Texts:
        """Return the texts that are looked at: all of the deck."""
        return everywhere(checked)

    def look(self, told: Told, words: Words) -> Iterator[Diagnostic]:
        """Yield each date that cannot be."""
        for written in dates_in(words_of(told), words.lang):
            message = _wrong(written)
            if message:
                span = spot(told, written.start, written.start + len(written.text))
                yield self.found(message, span, "correct the date, or the day of the week")


def _wrong(written: Written) -> str:
    """Return what is wrong with a date, or nothing."""
    month = calendar.month_name[written.month]
    if not written.exists:
        of = f" {written.year}" if written.year and written.month == _FEBRUARY else ""
        return f"there is no “{written.text}”: {month}{of} has no day {written.day}" if written.sure else ""
    falls_on = written.falls_on
    if falls_on is None or written.weekday in (None, falls_on):
        return ""
    day = calendar.day_name[falls_on]
    return f"“{written.text}” is said, and {written.day} {month} {written.year} is a {day}"
