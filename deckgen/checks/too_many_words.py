"""Slides with more words than people read while they listen."""

import re
from collections.abc import Iterator

from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.slots import SlotKind
from deckgen.model.text import Paragraph, plain
from deckgen.typeset.frames import Frame, Page, TableFrame, TextFrame

_FRAMING = frozenset((SlotKind.SOURCE, SlotKind.FOOTER, SlotKind.SECTION, SlotKind.NUMBER))
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
"""What begins with a letter: figures are read at a glance."""


class TooManyWords(Check):
    """A slide with more words than the theme has for one.

    What it finds
        A slide whose texts together have more words than stand under words: in the theme, whether they fit or not;
        figures, the source line and the footer do not count, nor do notes. A chart or table with too many rows is
        told by itself.

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
            count = _words(page)
            if count > most and not any(getattr(frame, "overflow", None) for frame in page.frames if _has_rows(frame)):
                message = f"{page.name} has {count} words; a slide of this theme holds {most}"
                hint = "keep the words that carry the finding, and move the others to its notes, or make two slides"
                yield self.found(message, page.span, hint)


def _has_rows(frame: Frame) -> bool:
    return not isinstance(frame, TextFrame)


def _words(page: Page) -> int:
    return sum(len(_WORD.findall(plain(paragraph.runs))) for frame in page.frames for paragraph in _paragraphs(frame))


def _paragraphs(frame: Frame) -> Iterator[Paragraph]:
    """Yield what is read in a frame, without what frames every slide."""
    if isinstance(frame, TextFrame) and frame.slot.kind not in _FRAMING:
        yield from (paragraph.source for paragraph in frame.paragraphs)
    elif isinstance(frame, TableFrame):
        yield from (part.source for row in frame.rows for cell in row.cells for part in cell.paragraphs)
