"""How many words a slide has, and whether one cell of a table has most of them."""

import re
from collections.abc import Iterator

from deckgen.checks._place import slide_of
from deckgen.checks.base import Checked
from deckgen.diagnostics import Span
from deckgen.model.slots import SlotKind
from deckgen.model.text import Paragraph, plain
from deckgen.typeset.frames import Frame, Page, TableFrame, TextFrame

_FRAMING = frozenset((SlotKind.SOURCE, SlotKind.FOOTER, SlotKind.SECTION, SlotKind.NUMBER))
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
"""What begins with a letter: figures are read at a glance."""
_IN_TABLE = re.compile(r"(?:columns\.\d+\.)?table\.")


def wordiest_cell(checked: Checked, page: Page) -> Span | None:
    """Return where the cell stands that has more than half of the words of a slide, or None."""
    half = words_on(page) / 2
    cells = (told for told in slide_of(checked, page).told if _IN_TABLE.match(told.key))
    return next((told.span for told in cells if words_in(told.plain) > half), None)


def words_on(page: Page) -> int:
    """Return how many words are read on a page."""
    return sum(words_in(plain(paragraph.runs)) for frame in page.frames for paragraph in _paragraphs(frame))


def words_in(text: str) -> int:
    """Return how many words a text has."""
    return len(_WORD.findall(text))


def _paragraphs(frame: Frame) -> Iterator[Paragraph]:
    """Yield what is read in a frame, without what frames every slide."""
    if isinstance(frame, TextFrame) and frame.slot.kind not in _FRAMING:
        yield from (paragraph.source for paragraph in frame.paragraphs)
    elif isinstance(frame, TableFrame):
        yield from (part.source for row in frame.rows for cell in row.cells for part in cell.paragraphs)
