"""Where what stands on a page was written: the item of a list, the row of a table, the label of a row."""

import re
from collections.abc import Iterator

from deckgen.checks.base import Checked
from deckgen.diagnostics import Span
from deckgen.model.deck import Slide, Told
from deckgen.model.text import Paragraph, plain
from deckgen.spec.base import Text
from deckgen.spec.walk import texts_of
from deckgen.typeset.frames import ImageFrame, Page


def told_as(checked: Checked, page: Page, paragraph: Paragraph, within: Span | None, nth: int = 0) -> Text | None:
    """Return the text that became ``paragraph``, best one written ``within`` a span; None for what deckgen adds.

    Of several that read alike it is the one after ``nth`` others. A paragraph that deckgen put together is told at the
    longest text it is made of.
    """
    read = plain(paragraph.runs)
    candidates = [told for told in _candidates(checked, slide_of(checked, page)) if read in map(plain, told.shown)]
    inside = [told for told in candidates if within and holds(within, told.span)]
    alike = sorted(inside or candidates[:1], key=lambda told: told.span)
    if alike:
        told = alike[min(nth, len(alike) - 1)]
        return Text(told.text, told.span, told.raw)
    parts = [text for text in _parts(checked, page) if text.text and text.text in read]
    return max(parts, key=lambda text: len(text.text), default=None)


def slide_of(checked: Checked, page: Page) -> Slide:
    """Return the slide that a page shows."""
    return checked.deck.slides[page.number - 1]


def word_in(text: Text, word: str) -> Span:
    """Return where the word of which ``word`` is a piece stands in a text: it may break behind “/” or “-”."""
    piece = word.strip("“”\"'()")
    # Emphasis may begin or end within a word.
    found = re.search(r"[*_]*".join(map(re.escape, piece)), text.raw) if piece else None
    if not found:
        return text.place(piece)
    before = re.search(r"\S*$", text.raw[: found.start()])
    # A quotation mark of YAML, a bracket or a star is none of its letters.
    lead = before[0].lstrip("“”\"'()*_[") if before else ""
    return text.place(lead + found[0])


def _parts(checked: Checked, page: Page) -> Iterator[Text]:
    """Yield the texts of which deckgen puts paragraphs together: captions and credits, sources, names of sections."""
    for told in slide_of(checked, page).told:
        if not told.key.startswith("notes"):
            yield Text(told.plain, told.span, told.raw)
    for source in checked.spec.sources.values():
        yield from (text for _, text in texts_of(source))
    yield from (Text(section.name, section.span) for section in checked.deck.sections if section.span)


def _candidates(checked: Checked, slide: Slide) -> Iterator[Told]:
    """Yield the texts that a slide may show: its own, those of its indicators, those of the deck."""
    yield from (told for told in slide.told if not told.key.startswith("notes"))
    mine = tuple(f"indicators.{name}." for name in slide.indicators)
    yield from (told for told in checked.deck.told if told.key.startswith(mine))
    yield from (told for told in checked.deck.told if not told.key.startswith("indicators."))


def holds(outer: Span, inner: Span) -> bool:
    """Return whether ``inner`` begins within ``outer``."""
    start, end = (outer.line, outer.column), (outer.end_line, outer.end_column)
    return start <= (inner.line, inner.column) < end


def image_span(checked: Checked, page: Page, frame: ImageFrame) -> Span:
    """Return where the file of an image is named."""
    texts = texts_of(checked.spec.slides[page.number - 1].spec)
    files = [text.span for key, text in texts if key.endswith("image.file")]
    inside = (span for span in files if frame.span and holds(frame.span, span))
    return next(inside, frame.span or page.span)
