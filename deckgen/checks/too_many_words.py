"""Slides with more words than people read while they listen."""

import re
from collections import Counter
from collections.abc import Iterator

from deckgen.checks._place import slide_of
from deckgen.checks._wordy import wordiest_cell, words_in, words_on
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.typeset.frames import Frame, Page, TextFrame

_KEY = re.compile(r"(?:columns\.\d+\.)?[^.]+")


class TooManyWords(Check):
    """A slide with more words than the theme has for one.

    What it finds
        A slide whose texts together have more words than stand under words: in the theme, whether they fit or not;
        figures, the source line and the footer do not count, nor do notes. A chart or table with too many rows is
        told by itself. It is told at the text, list or table that has most of them, or at the cell of a table that has
        more than half of all.

    Why it matters
        People read such a slide, and do not hear what is said meanwhile.

    Example:
        Eight bullets of twenty words each.

    Instead
        Keep the words that carry the finding, and say the others: they go into the notes.

    """

    code = "T442"
    name = "too-many-words"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each slide with too many words, even if they do not fit: to make them fit is not enough then."""
        most = checked.theme.words
        for page in checked.pages.pages:
            count = words_on(page)
            if count > most and not any(getattr(frame, "overflow", None) for frame in page.frames if _has_rows(frame)):
                message = f"{page.name} has {count} words; a slide of this theme holds {most}"
                hint = "keep the words that carry the finding, and move the others to its notes, or make two slides"
                yield self.found(message, wordiest_cell(checked, page) or _most(checked, page), hint)


def _most(checked: Checked, page: Page) -> Span:
    """Return where the most words of a slide stand: a text, the first of its paragraphs, the key of a list or table."""
    slide = slide_of(checked, page)
    counts: Counter[str] = Counter()
    for told in slide.told:
        at = _KEY.match(told.key)
        if at and at[0] != "notes":
            counts[at[0]] += words_in(told.plain)
    key = max(counts, key=lambda key: counts[key], default="")
    usual = slide.places.get(key, page.span)
    if key.endswith("text"):
        return slide.places.get(f"{key}.0", usual)
    has_parts = any(name.startswith(f"{key}.") for name in slide.places)
    return slide.keys.get(key, usual) if has_parts else usual


def _has_rows(frame: Frame) -> bool:
    return not isinstance(frame, TextFrame)
