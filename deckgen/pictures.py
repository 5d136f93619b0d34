"""The pictures of a deck: charts painted, or as the cache kept them, and SVGs of its author rasterised."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from functools import partial

from deckgen import cache
from deckgen.model.drawing import Drawing, Picture
from deckgen.model.images import Vector
from deckgen.output import Unusable
from deckgen.processes import can_be_copied, cores, each, is_one_of_several
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import ChartFrame, ImageFrame, Pages
from deckgen.values import mutable

_TOGETHER = 1
"""How many pictures are rasterised at once, of many: Typst holds on to what it drew last, some 4 MB for each."""
MANY = 24
"""From how many charts on other processes are of use: each takes time to begin."""
_SHARE = 12
"""How many charts a process takes at a time, and from how many on they are rasterised one by one."""


def pictures(pages: Pages, theme: Theme, progress: Callable[[str], None]) -> dict[Drawing, Picture]:
    """Return the picture of each chart, painting those that are not in the user's cache."""
    made = _kept(pages, theme)
    lacking = [drawing for drawing, picture in made.items() if picture is None]
    if lacking:
        progress("painting charts")
        fresh = painted(lacking, theme, progress)
        cache.of_user().keep(fresh, theme)
        made |= fresh
    return {drawing: picture for drawing, picture in made.items() if picture}


def missing(pages: Pages, theme: Theme) -> bool:
    """Return whether a chart has to be painted, since the user's cache has it not."""
    return None in _kept(pages, theme).values()


def _kept(pages: Pages, theme: Theme) -> dict[Drawing, Picture | None]:
    """Return the picture of each chart that is in the user's cache, None for the others."""
    kept = cache.of_user()
    return {drawing: kept.get(drawing, theme) for drawing in drawings_of(pages)}


@mutable
class Vectors:
    """The SVGs of charts in one theme, without the pictures that old programs need: each is painted once."""

    theme: Theme
    _made: dict[Drawing, Picture] = field(default_factory=dict)

    def of(self, pages: Pages) -> Mapping[Drawing, Picture]:
        """Return those of ``pages``; those of others are let go."""
        drawings = drawings_of(pages)
        kept = cache.of_user()
        known = {drawing: self._made.get(drawing) or kept.get(drawing, self.theme) for drawing in drawings}
        self._made = {drawing: picture or self._painted(drawing) for drawing, picture in known.items()}
        return self._made

    def _painted(self, drawing: Drawing) -> Picture:
        from deckgen.paint import painted as svg_of

        return Picture(svg_of(drawing, self.theme), b"")


def drawings_of(pages: Pages) -> list[Drawing]:
    """Return the drawing of each chart that is to be painted, each once."""
    frames = (frame for page in pages.pages for frame in page.frames)
    return list(dict.fromkeys(frame.drawing for frame in frames if isinstance(frame, ChartFrame)))


def drawn(pages: Pages, theme: Theme) -> dict[Vector, Picture]:
    """Return the picture of each SVG that an author put on a slide."""
    frames = (frame for page in pages.pages for frame in page.frames)
    vectors = tuple(dict.fromkeys(frame.vector for frame in frames if isinstance(frame, ImageFrame) and frame.is_svg))
    if not vectors:
        return {}
    from deckgen.source.svg import for_raster
    from deckgen.writers.typst.compile import Undrawable, rasterized

    svgs = [for_raster(vector.svg, vector.size) for vector in vectors]
    try:
        pngs = rasterized(svgs, theme.palette["background"].hex)
    except Undrawable as error:
        raise Unusable(f"an SVG of the deck cannot be drawn: {error} (save it as PNG)") from error
    return {vector: Picture(vector.svg, png) for vector, png in zip(vectors, pngs, strict=True)}


def painted(
    drawings: Sequence[Drawing], theme: Theme, progress: Callable[[str], None] = lambda _: None
) -> dict[Drawing, Picture]:
    """Return the picture of each drawing, painted; many are shared out to the cores there are."""
    if len(drawings) < MANY or cores() < 2 or is_one_of_several() or not can_be_copied():
        return _painted(drawings, theme)
    shares = [drawings[at : at + _SHARE] for at in range(0, len(drawings), _SHARE)]
    made: dict[Drawing, Picture] = {}
    for some in each(partial(_painted, theme=theme), shares, cores(), _ready):
        made |= some
        progress(f"painting charts, {len(made)} of {len(drawings)}")
    return made


def _ready() -> None:
    """Import what all charts need, but not what begins threads."""
    from deckgen import paint

    del paint


def _painted(drawings: Sequence[Drawing], theme: Theme) -> dict[Drawing, Picture]:
    """Return the picture of each drawing, painted by this process."""
    from deckgen.paint import painted as svg_of
    from deckgen.paint import settled
    from deckgen.writers.typst.compile import rasterized

    made: dict[Drawing, Picture] = {}
    for ground in dict.fromkeys(drawing.ground for drawing in drawings):
        standing = [drawing for drawing in drawings if drawing.ground == ground]
        together = len(standing) if len(standing) < _SHARE else _TOGETHER
        for some in (standing[at : at + together] for at in range(0, len(standing), together)):
            with settled():
                svgs = [svg_of(drawing, theme) for drawing in some]
            pairs = zip(some, svgs, rasterized(svgs, theme.palette[ground].hex), strict=True)
            made |= {drawing: Picture(svg, png) for drawing, svg, png in pairs}
    return made
