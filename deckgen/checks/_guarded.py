"""What a check finds, or that it broke: one that does must not keep the others, and the deck, from anybody."""

from collections.abc import Iterator
from pathlib import Path
from traceback import extract_tb

from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity, Span

BROKEN = "broken-check"
_LONGEST = 80
"""How many letters of an error are told."""


def found_by(check: Check, checked: Checked) -> Iterator[Diagnostic]:
    """Yield what a check finds, and where it breaks that it did: what it looks for was not looked for to the end."""
    try:
        yield from check.find(checked)
    except Exception as error:
        yield _broke(check, error, checked.whole.slides[0].span.path)


def has_broken(check: str, found: Diagnostic) -> bool:
    """Return whether a finding is that a check broke: nobody knows what it would have found."""
    return found.name == BROKEN and f"“{check}”" in found.message


def _broke(check: Check, error: Exception, content: Path) -> Diagnostic:
    frames = extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
    told = " ".join(f"{type(error).__name__} {error}".split())[:_LONGEST]
    message = f"the check “{check.name}” broke, and did not look at all of the deck ({told}, {where})"
    hint = f"look yourself for what “deckgen explain {check.code}” says, and report this line with the deck"
    return Diagnostic("C220", "broken-check", Severity.WARNING, message, Span(content, 1, 1, 1, 1), hint)
