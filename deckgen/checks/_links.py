"""Links in texts."""

import re
from collections.abc import Iterator
from itertools import groupby

from deckgen.checks._written import everywhere, is_notes, shown, spot_of
from deckgen.checks.base import Checked
from deckgen.diagnostics import Span
from deckgen.model.text import plain
from deckgen.values import frozen


@frozen
class Link:
    """Words that lead to an address."""

    words: str
    address: str
    span: Span


def links(checked: Checked, *, in_notes: bool = False) -> Iterator[Link]:
    """Yield each link on a slide, and those ``in_notes`` if they are asked for."""
    notes = (one for one in everywhere(checked) if is_notes(one[1])) if in_notes else ()
    for _, told in (*shown(checked), *notes):
        seen: list[str] = []
        for runs in told.shown:
            for address, of in groupby(runs, key=lambda run: run.link):
                if address:
                    words = plain(of)
                    part = f"[{words}]"
                    span = spot_of(told, part, seen.count(part))
                    seen.append(part)
                    yield Link(words.strip(), address, _within(span, part))


def bare(words: str) -> str:
    """Return words as they are compared: without case, signs at their ends and further spaces."""
    return re.sub(r"\s+", " ", words).strip(" .:;,!?…>→»-–").casefold()


def _within(span: Span, part: str) -> Span:
    """Return a span without the brackets that it begins and ends with."""
    if span.line != span.end_line or span.end_column - span.column != len(part):
        return span
    return Span(span.path, span.line, span.column + 1, span.end_line, span.end_column - 1)
