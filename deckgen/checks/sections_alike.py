"""Sections that cannot be told apart."""

import re
from collections.abc import Iterator

from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity


class SectionsAlike(Check):
    """Two sections whose names differ only in case or spaces.

    What it finds
        A section that is called as an earlier one, but for capitals, spaces and signs.

    Why it matters
        Most often it is one section that was written in two ways; the agenda then shows it twice.

    Example:
        section: Next steps on one slide, and section: Next Steps on a later one.

    Instead
        Write it as it stands on the slide where it begins, or leave it out: it holds until the next.

    """

    code = "A515"
    name = "sections-alike"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each section that is called nearly as an earlier one."""
        seen: dict[str, str] = {}
        for section in checked.deck.sections:
            said = " ".join(re.findall(r"\w+", section.name.casefold()))
            first = seen.setdefault(said, section.name) if said else section.name
            if first != section.name and section.span:
                message = f"the sections “{first}” and “{section.name}” have nearly one name"
                hint = "if they are one, leave the second out: a section holds until the next; else name it apart"
                yield self.found(message, section.span, hint)
