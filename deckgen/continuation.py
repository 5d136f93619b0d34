"""Slides with ``overflow: continue``: what does not fit on one goes on on a further slide."""

from collections.abc import Iterator

from deckgen.diagnostics import Diagnostic
from deckgen.model.deck import Deck, Slide
from deckgen.model.fills import TableFill, TextFill
from deckgen.resolve.deck import resolve
from deckgen.spec.base import SlideSpec
from deckgen.spec.deck import DeckSpec
from deckgen.spec.placed import PlacedSlide
from deckgen.spec.split import Measures, items_of, leads_on, least_of, shared_out, split
from deckgen.theme.scale import extra_steps, with_sizes
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import Page, Pages, SetParagraph, TableFrame, TextFrame
from deckgen.typeset.pages import Charts, Typeset, typeset
from deckgen.values import frozen

CONTINUE = "continue"
STEPS = 1
"""How many sizes a list steps down before it rather goes on on a further slide."""
_TRIES, _LESS = 12, 0.05
"""How often the items of a slide are shared out anew, and how much less of a slide is counted on each time."""


@frozen
class Laid:
    """A deck with as many slides as it needs: as written, as meant, as typeset, and what it refers to in vain."""

    spec: DeckSpec
    deck: Deck
    pages: Pages
    found: tuple[Diagnostic, ...]


def laid_out(
    spec: DeckSpec,
    deck: Deck,
    found: tuple[Diagnostic, ...],
    theme: Theme,
    charts: Charts = Charts.ASKED,
    before: Typeset | None = None,
) -> Laid:
    """Return the pages of ``deck``, which is what ``spec`` means; slides that may go on do so where they need to.

    What is as it was ``before`` is not set again.
    """
    pages, setter = typeset(deck, theme, charts, before), _Setter(spec, theme, charts)
    slides: list[PlacedSlide] = []
    for placed, slide, page in zip(spec.slides, deck.slides, pages.pages, strict=True):
        goes_on = _may_go_on(placed, spec, found) and not _Own.of(slide, page, placed.spec).fits(theme)
        slides += setter.parts(placed) if goes_on else (placed,)
    longer = setter.laid(tuple(slides)) if len(slides) > len(spec.slides) else None
    return longer or Laid(spec, deck, pages, found)


def _may_go_on(placed: PlacedSlide, spec: DeckSpec, found: tuple[Diagnostic, ...]) -> bool:
    """Return whether a slide is to go on where it is too long: one with mistakes is not yet what it will be."""
    if (placed.spec.overflow or spec.overflow) != CONTINUE or len(items_of(placed.spec)) < 2:
        return False
    begin, end = ((placed.span.line, placed.span.column), (placed.span.end_line, placed.span.end_column))
    return not any(begin <= (one.span.line, one.span.column) < end for one in found)


@frozen
class _Setter:
    """Typesets slides of a deck by themselves."""

    spec: DeckSpec
    theme: Theme
    charts: Charts

    def laid(self, slides: tuple[PlacedSlide, ...], theme: Theme | None = None) -> Laid | None:
        """Return the deck with ``slides`` alone; None for one without a language."""
        spec = self.spec.model_copy(update={"slides": slides})
        deck, found = resolve(spec)
        return Laid(spec, deck, typeset(deck, theme or self.theme, self.charts), found) if deck else None

    def parts(self, placed: PlacedSlide) -> tuple[PlacedSlide, ...]:
        """Return the slides that a slide goes on on: as few as there can be, about as full as each other."""
        first: tuple[PlacedSlide, ...] = (placed,)
        measures = self._measures(placed)
        if measures is None:
            return first
        for attempt in range(_TRIES):
            ends = shared_out(measures, 1 - _LESS * attempt, least_of(placed.spec))
            if len(ends) < 2:
                continue
            made = split(placed, ends)
            if self._all_fit(made):
                return made
            first = made if len(first) < 2 else first
        return first

    def _measures(self, placed: PlacedSlide) -> Measures | None:
        """Return how tall each item of a slide is in the first size, and how much room there is; None if enough."""
        items = items_of(placed.spec)
        joined = tuple(leads_on(item) for item in items)
        alone = self.laid((placed,), with_sizes(self.theme, 1))
        own = _Own.of(alone.deck.slides[0], alone.pages.pages[0], placed.spec) if alone else _Own((), ())
        if not any(frame.overflow.lines for frame in own.frames if frame.overflow):
            return None
        heights = tuple(own.heights())
        if len(heights) == len(items):
            return Measures(heights, own.room(), joined)
        return Measures((1,) * len(items), len(items) / 2 + 0.5, joined)

    def _all_fit(self, parts: tuple[PlacedSlide, ...]) -> bool:
        """Return whether all parts stand in one size that is large enough; an item alone, as well as it can."""
        laid = self.laid(parts)
        if laid is None:
            return True
        shown = [
            _Own.of(slide, page, placed.spec)
            for placed, slide, page in zip(parts, laid.deck.slides, laid.pages.pages, strict=True)
            if placed.share and placed.share.shown > 1
        ]
        return all(own.fits(self.theme) for own in shown) and len({own.step(self.theme) for own in shown}) < 2


@frozen
class _Own:
    """The frames of a page in which the items that may go on stand."""

    texts: tuple[TextFrame, ...]
    tables: tuple[TableFrame, ...]

    @property
    def frames(self) -> tuple[TextFrame | TableFrame, ...]:
        """All of them."""
        return (*self.texts, *self.tables)

    @classmethod
    def of(cls, slide: Slide, page: Page, spec: SlideSpec) -> "_Own":
        """Return those of a page."""
        continued = {key.partition(".")[0] for key in spec.continues}
        own = {
            slot
            for slot, fill in slide.fills.items()
            if (isinstance(fill, TableFill) or (isinstance(fill, TextFill) and not fill.under))
            and fill.key.partition(".")[0] in continued
        }
        frames = [frame for frame in page.frames if frame.name in own]
        texts = tuple(frame for frame in frames if isinstance(frame, TextFrame))
        return cls(texts, tuple(frame for frame in frames if isinstance(frame, TableFrame)))

    def fits(self, theme: Theme) -> bool:
        """Return whether all has room, without stepping down as far as is reason enough for a further slide."""
        whole = not any(frame.overflow for frame in self.frames)
        return whole and self.step(theme) <= extra_steps(theme.scale) + STEPS

    def step(self, theme: Theme) -> int:
        """Return how many sizes the text has stepped down."""
        return max((_steps(theme.styles[of.style].sizes, of.size) for of in self._paragraphs()), default=0)

    def heights(self) -> Iterator[int]:
        """Yield how tall each item is, with what stands below it."""
        yield from (row.height for table in self.tables for row in table.rows[1:])
        for frame in self.texts:
            height = 0
            for paragraph in frame.paragraphs:
                if paragraph.source.level == 0 and height:
                    yield height
                    height = 0
                height += paragraph.before + paragraph.height
            yield height

    def room(self) -> int:
        """Return how tall all items together may be."""
        tables = (
            table.rect.height - table.rows[0].height - (table.overflow.height if table.overflow else 0)
            for table in self.tables
        )
        return sum(frame.rect.height for frame in self.texts) + sum(tables)

    def _paragraphs(self) -> Iterator[SetParagraph]:
        yield from (paragraph for frame in self.texts for paragraph in frame.paragraphs)
        cells = (cell for table in self.tables for row in table.rows for cell in row.cells)
        yield from (paragraph for cell in cells for paragraph in cell.paragraphs)


def _steps(sizes: tuple[float, ...], size: float) -> int:
    """Return how many of its sizes a text has stepped down; none where a table is set larger than usual."""
    return sizes.index(size) if size in sizes else 0
