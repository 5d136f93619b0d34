"""What a deck is given out as: every format from the same pages."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import cached_property
from typing import TYPE_CHECKING

from deckgen.model.deck import Deck
from deckgen.output import Unusable
from deckgen.pictures import drawn, missing, pictures
from deckgen.prepared import prepared
from deckgen.request import SLIDES, Edition, Progress
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import NativeChartFrame, Pages
from deckgen.typeset.pages import Charts, typeset
from deckgen.values import mutable

if TYPE_CHECKING:
    from deckgen.writers.sheets import Sheets

FORMATS = ("pptx", "pdf", "png", "svg", "html", "sheet")


@mutable
class Publisher:
    """Makes the files of one deck; pages with charts of PowerPoint's own are typeset again for other formats."""

    deck: Deck
    pages: Pages
    theme: Theme
    progress: Progress = lambda _: None

    def files(self, edition: Edition) -> Iterator[tuple[str, bytes]]:
        """Yield each file: what stands behind the name of the deck, such as ``.pdf``, and its bytes."""
        for kind in edition.formats:
            self.progress(f"writing {kind}")
            yield from _MAKERS[kind](self, edition)
        if edition.handout:
            self.progress("writing handout")
            yield from _handout(self, edition)

    def sheets(self, edition: Edition) -> "Sheets":
        """Return the pages that are wanted, with all their charts painted."""
        from deckgen.writers.sheets import Sheets

        whole = self.painted
        wanted = tuple(page for page in whole.pages if not edition.slides or page.number in edition.slides)
        return Sheets(replace(whole, pages=wanted), self.theme, pictures(whole, self.theme, self.progress))

    @cached_property
    def painted(self) -> Pages:
        """The pages, no chart of them PowerPoint's own."""
        frames = (frame for page in self.pages.pages for frame in page.frames)
        if not any(isinstance(frame, NativeChartFrame) for frame in frames):
            return self.pages
        return typeset(self.deck, self.theme, Charts.PAINTED)


def _pptx(made: Publisher, _edition: Edition) -> Iterator[tuple[str, bytes]]:
    yield ".pptx", presentation(made.pages, made.theme, made.progress)


def _pdf(made: Publisher, edition: Edition) -> Iterator[tuple[str, bytes]]:
    from deckgen.writers.typst import pdf

    yield ".pdf", pdf(made.sheets(edition), built_at(made.pages))


def _handout(made: Publisher, edition: Edition) -> Iterator[tuple[str, bytes]]:
    from deckgen.writers.typst import handout

    yield ".handout.pdf", handout(made.sheets(edition), built_at(made.pages))


def _png(made: Publisher, edition: Edition) -> Iterator[tuple[str, bytes]]:
    from deckgen.writers.typst import pngs

    sheets = made.sheets(edition)
    yield from _numbered(sheets, pngs(sheets, edition.ppi), "png")


def _svg(made: Publisher, edition: Edition) -> Iterator[tuple[str, bytes]]:
    from deckgen.writers.typst import svgs

    sheets = made.sheets(edition)
    yield from _numbered(sheets, svgs(sheets), "svg")


def _sheet(made: Publisher, edition: Edition) -> Iterator[tuple[str, bytes]]:
    from deckgen.writers.typst import contact_sheet

    yield ".sheet.png", contact_sheet(made.sheets(edition))


def _numbered(sheets: "Sheets", pictures: tuple[bytes, ...], kind: str) -> Iterator[tuple[str, bytes]]:
    for page, picture in zip(sheets.pages.pages, pictures, strict=True):
        yield f"{SLIDES}/{page.number:02}.{kind}", picture


def _html(made: Publisher, edition: Edition) -> Iterator[tuple[str, bytes]]:
    from deckgen.writers.html import html

    yield ".html", html(made.sheets(edition))


_MAKERS: dict[str, Callable[[Publisher, Edition], Iterator[tuple[str, bytes]]]] = {
    "pptx": _pptx,
    "pdf": _pdf,
    "png": _png,
    "svg": _svg,
    "html": _html,
    "sheet": _sheet,
}


def presentation(pages: Pages, theme: Theme, progress: Progress = lambda _: None) -> bytes:
    """Return ``pages`` as a .pptx, its charts painted or as they were kept."""
    from deckgen.writers.pptx import Pictures, write

    painted = Pictures(pictures(pages, theme, progress), drawn(pages, theme))
    return write(pages, theme, prepared(pages, theme), painted, built_at(pages))


def ready(pages: Pages, theme: Theme) -> None:
    """Prepare what decks in this theme have in common, and import what paints charts where one has to be painted."""
    prepared(pages, theme)
    if missing(pages, theme):
        from deckgen import paint

        del paint


def built_at(pages: Pages) -> datetime | None:
    """Return the time for the properties of a file: SOURCE_DATE_EPOCH, else the date of the deck."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError):
            raise Unusable(f"SOURCE_DATE_EPOCH: “{epoch}” is no number of seconds since 1970") from None
    date = pages.facts.date
    return datetime.combine(date, time(), UTC) if date else None
