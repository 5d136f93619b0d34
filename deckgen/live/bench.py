"""One deck in one theme, made again and again: what has not changed is taken from the time before."""

from collections.abc import Iterator
from dataclasses import field, replace

from deckgen import pipeline
from deckgen.live.gallery import Gallery
from deckgen.live.items import Items
from deckgen.pictures import Vectors
from deckgen.pipeline import Made, Parsed
from deckgen.publish import Publisher
from deckgen.request import Wanted
from deckgen.typeset.frames import Page
from deckgen.values import frozen, mutable
from deckgen.writers.sheets import Sheets
from deckgen.writers.typst import markup


@frozen
class Shown:
    """A slide as it is shown: ``item`` counts where it stands under ``slides`` from 0, ``picture`` is its key.

    ``item`` is None for one that is not in the file any more.
    """

    number: int
    title: str
    item: int | None
    picture: str
    hidden: bool = False


@frozen
class Seen:
    """A deck at one moment, and its slides: ``fresh``, or those of the last time when all of it could be made."""

    made: Made
    slides: tuple[Shown, ...]
    fresh: bool


@mutable
class Bench:
    """Makes one deck in one theme, and holds what it made the last time that there was something to be shown."""

    wanted: Wanted
    gallery: Gallery
    _last: Made | None = None
    _items: Items = field(default_factory=Items)
    _slides: tuple[Shown, ...] = ()
    _pictures: dict[int, tuple[Page, str]] = field(default_factory=dict)
    _vectors: Vectors | None = None

    @property
    def pictures(self) -> frozenset[str]:
        """The keys of what it has shown last, which it may show again."""
        return frozenset(slide.picture for slide in self._slides)

    def see(self, parsed: Parsed, items: Items) -> Seen:
        """Return what becomes of a deck whose slides are written as ``items``; the checks are not asked yet."""
        made = pipeline.set_only(parsed, self.wanted, self._last)
        if made.pages is None:
            moved = items.places_of(self._items)
            slides = (replace(slide, item=moved.get(slide.item)) for slide in self._slides)
            return Seen(made, tuple(slides), fresh=False)
        self._slides = tuple(self._shown(made, items))
        self._last, self._items = made, items
        return Seen(made, self._slides, fresh=True)

    def _shown(self, made: Made, items: Items) -> Iterator[Shown]:
        """Yield the slides of a deck that could be made."""
        laid, theme = made.laid, made.theme
        if laid is None or theme is None:
            return
        pages = Publisher(laid.deck, laid.pages, theme).painted
        if self._vectors is None or self._vectors.theme is not theme:
            self._vectors = Vectors(theme)
        sheets = Sheets(pages, theme, self._vectors.of(pages))
        self._pictures = {page.number: (page, self._picture(page, sheets)) for page in pages.pages}
        for page in pages.pages:
            picture = self._pictures[page.number][1]
            yield Shown(page.number, page.title, items.at(page.span.line, page.span.column), picture, page.hidden)

    def _picture(self, page: Page, sheets: Sheets) -> str:
        """Return the key of the picture of a page: that of the time before, if it is the same page still."""
        before, key = self._pictures.get(page.number, (None, ""))
        if page is before:
            return key
        return self.gallery.add(markup(replace(sheets, pages=replace(sheets.pages, pages=(page,)))))
