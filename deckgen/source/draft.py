"""A file as it is being repaired: its lines, the columns they had, and what was wrong with them."""

from dataclasses import field
from itertools import pairwise
from pathlib import Path

from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.values import frozen, mutable

MOST_REPAIRS = 50
"""How many mistakes are repaired before the rest of a file is left unread."""

_LONGEST_HINT = 160
_BREAKS = str.maketrans("\x85\u2028\u2029\ufeff", "    ")

Kind = tuple[str, str]
"""The code and the name of a diagnostic."""


class TooManyRepairs(Exception):  # noqa: N818
    """The rest of the file is not repaired."""


@frozen(slots=True)
class Line:
    """One line; ``columns`` says where each character and the end stood at first, None if just there."""

    text: str
    columns: tuple[int, ...] | None = None

    def original(self, column: int) -> int:
        """Return the column, from 0, at which ``column`` stood in the file."""
        if self.columns is None:
            return column
        return self.columns[min(column, len(self.columns) - 1)]

    def replaced(self, start: int, end: int, text: str) -> "Line":
        """Return the line with ``text`` in place of what stands from ``start`` to ``end``."""
        columns = self.columns or tuple(range(len(self.text) + 1))
        new = (columns[start],) * len(text)
        return Line(self.text[:start] + text + self.text[end:], columns[:start] + new + columns[end:])

    def escaped(self, start: int, end: int) -> "Line":
        """Return the line with a backslash before each quotation mark and backslash from ``start`` to ``end``."""
        return self.slashed([at for at in range(start, end) if self.text[at] in '"\\'])

    def slashed(self, places: list[int]) -> "Line":
        """Return the line with a backslash before each of ``places``, which are in order."""
        columns = self.columns or tuple(range(len(self.text) + 1))
        edges = (0, *places, len(self.text))
        text = "\\".join(self.text[first:last] for first, last in pairwise(edges))
        twice = set(places)
        return Line(text, tuple(now for at, now in enumerate(columns) for _ in range(2 if at in twice else 1)))


@mutable
class Draft:
    """The lines of a file; no repair adds or removes one, so that line numbers hold."""

    text: str
    path: Path
    found: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.written = self.text.split("\n")
        # YAML 1.1 breaks lines at these; editors do not, and their line numbers are what is told.
        self.lines = [Line(line.translate(_BREAKS) if line.strip() else line.strip()) for line in self.written]
        self._room = MOST_REPAIRS

    def __str__(self) -> str:
        return "\n".join(line.text for line in self.lines)

    def span(self, line: int, column: int, end_line: int, end_column: int) -> Span:
        """Return the span in the file as written of a stretch of its lines; all count from 0."""
        start = self._place(line, column)
        end = max(start, self._place(end_line, end_column))
        return Span(self.path, start[0] + 1, start[1] + 1, end[0] + 1, end[1] + 1)

    def raw(self, span: Span) -> str:
        """Return what was written at ``span``."""
        if span.line == span.end_line:
            return self.written[span.line - 1][span.column - 1 : span.end_column - 1]
        first, *between, last = self.written[span.line - 1 : span.end_line]
        return "\n".join((first[span.column - 1 :], *between, last[: span.end_column - 1]))

    def shown(self, first: int, last: int) -> str:
        """Return lines as they stand now, as one."""
        text = " ".join(line.text.strip() for line in self.lines[first : last + 1])
        return text if len(text) <= _LONGEST_HINT else f"{text[:_LONGEST_HINT]}…"

    def report(self, kind: Kind, message: str, span: Span, hint: str) -> None:
        """Take down a mistake that is repaired; raise ``TooManyRepairs`` where it is one too many."""
        if self._room == 0:
            self.found.append(
                Diagnostic(
                    "S120",
                    "too-many-mistakes",
                    Severity.ERROR,
                    f"more than {MOST_REPAIRS} lines cannot be read; from here on none is looked at",
                    span,
                    "correct the lines above first",
                )
            )
            raise TooManyRepairs
        self._room -= 1
        self.found.append(Diagnostic(*kind, Severity.ERROR, message, span, hint))

    def _place(self, line: int, column: int) -> tuple[int, int]:
        if line >= len(self.lines):
            return len(self.lines) - 1, len(self.written[-1])
        return line, self.lines[line].original(column)
