"""A slide as it stands in its file, and what of it stands on a slide that it goes on on."""

from collections.abc import Mapping

from deckgen.diagnostics import Span
from deckgen.spec.base import SlideSpec
from deckgen.values import frozen


@frozen
class Share:
    """What of a slide that goes on, ``whole``, stands on one of its slides: the ``number``-th of ``count``.

    ``skipped`` is how many items of each list stand on those before; of all ``items`` ``shown`` stand here, and at
    ``most`` that many on any.
    """

    whole: SlideSpec
    number: int
    count: int
    skipped: Mapping[str, int]
    shown: int
    items: int
    most: int


@frozen
class PlacedSlide:
    """A slide as written, and where it and what each of its keys holds stand, in a column as ``columns.0.text``.

    The items of any list are placed likewise. ``keys`` says by the same names where the keys themselves stand, but
    for those of lists that were begun on a slide before. ``share`` says what of a slide that goes on this one is.
    """

    spec: SlideSpec
    span: Span
    places: Mapping[str, Span]
    keys: Mapping[str, Span]
    share: Share | None = None
