"""Where what stands on a page was written: the item of a list, the row of a table, the label of a row."""

from collections.abc import Iterator

from deckgen.checks.base import Checked
from deckgen.diagnostics import Span
from deckgen.model.deck import Slide, Told
from deckgen.model.text import Paragraph, plain
from deckgen.spec.base import Text
from deckgen.spec.walk import texts_of
from deckgen.typeset.frames import ImageFrame, Page


def told_as(checked: Checked, page: Page, paragraph: Paragraph, within: Span | None, nth: int = 0) -> Told | None:
    """Return the text that became ``paragraph``, best one written ``within`` a span; None for what deckgen adds.

    Of several that read alike it is the one after ``nth`` others.
    """
    read = plain(paragraph.runs)
    slide = slide_of(checked, page)
    candidates = [told for told in _candidates(checked, slide) if read in map(plain, told.shown)]
    inside = [told for told in candidates if within and _holds(within, told.span)]
    alike = sorted(inside or candidates[:1], key=lambda told: told.span)
    return alike[min(nth, len(alike) - 1)] if alike else None


def slide_of(checked: Checked, page: Page) -> Slide:
    """Return the slide that a page shows."""
    return checked.deck.slides[page.number - 1]


def word_in(told: Told, word: str) -> Span:
    """Return where ``word`` stands in a text."""
    return Text(told.text, told.span, told.raw).place(word.strip("“”\"'()"))


def _candidates(checked: Checked, slide: Slide) -> Iterator[Told]:
    """Yield the texts that a slide may show: its own, those of its indicators, those of the deck."""
    yield from (told for told in slide.told if not told.key.startswith("notes"))
    mine = tuple(f"indicators.{name}." for name in slide.indicators)
    yield from (told for told in checked.deck.told if told.key.startswith(mine))
    yield from (told for told in checked.deck.told if not told.key.startswith("indicators."))


def _holds(outer: Span, inner: Span) -> bool:
    start, end = (outer.line, outer.column), (outer.end_line, outer.end_column)
    return start <= (inner.line, inner.column) < end


def image_span(checked: Checked, page: Page, frame: ImageFrame) -> Span:
    """Return where the file of an image is named."""
    texts = texts_of(checked.spec.slides[page.number - 1].spec)
    files = [text.span for key, text in texts if key.endswith("image.file")]
    inside = (span for span in files if frame.span and _holds(frame.span, span))
    return next(inside, frame.span or page.span)
