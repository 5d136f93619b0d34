"""Texts that stand twice: notes on two slides, items in one list, rows in one table."""

from collections.abc import Iterator, Sequence

from deckgen.checks._lists import lists
from deckgen.checks._tables import tables
from deckgen.checks._written import is_notes
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity, Span

_LEAST = 4
"""From how many words on notes are no mere “Thank you all”."""


class RepeatedText(Check):
    """An item that stands twice in its list, a row twice in its table, or notes that an earlier slide has.

    What it finds
        An item that says what an earlier one of the list says, but for case and spaces; a row of a table that has all
        the cells of an earlier one; and the notes of a slide, where those of an earlier slide are the same and have
        four words or more.

    Why it matters
        It was copied and never written: one point is missing, or what is said does not belong to the slide.

    Example:
        A last slide with the notes of the slide before it.

    Instead
        Write what belongs there, or delete it.

    """

    code = "E620"
    name = "repeated-text"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each item, each row, and the notes of each slide, that say what was said."""
        for of in lists(checked):
            yield from self._again("items", "list", [(item.plain, item.span) for item in of.items])
        for table in tables(checked):
            rows = [("; ".join(cell.plain for cell in row), row[0].span) for row in table.rows]
            yield from self._again("rows", "table", rows)
        spoken: dict[str, int] = {}
        for slide in checked.deck.slides:
            notes = [told for told in slide.told if is_notes(told)]
            words = _said(" ".join(told.plain for told in notes))
            first = spoken.setdefault(words, slide.number) if len(words.split()) >= _LEAST else slide.number
            if first != slide.number:
                message = f"slide {slide.number} has the notes of slide {first}"
                yield self.found(message, notes[0].span, "write under notes: what is said there, or leave them out")

    def _again(self, called: str, part: str, texts: Sequence[tuple[str, Span]]) -> Iterator[Diagnostic]:
        """Yield each of ``texts`` that is an earlier one."""
        seen: dict[str, int] = {}
        for number, (text, span) in enumerate(texts, start=1):
            first = seen.setdefault(_said(text), number)
            if first != number:
                message = f"{called} {first} and {number} of the {part} are the same: “{text}”"
                yield self.found(message, span, "write what belongs there, or delete one of the two")


def _said(text: str) -> str:
    return " ".join(text.casefold().split())
