"""What only follows from something else that is told: a chart that is refused for a figure that is wrong.

Or a number that is none of the figures of a slide, where it is told of which one it is said.
"""

from collections.abc import Iterable, Iterator

from deckgen.diagnostics import Diagnostic, Span
from deckgen.spec.deck import DeckSpec

_REFUSED = frozenset(("chart-refused", "slide-refused"))
_WRONG = frozenset(
    ("impossible-share", "units-differ", "unit-said-twice", "over-total", "negative-part", "no-total", "no-figure")
)
"""What is told of a figure that no chart can show as it is."""


def without_following(found: Iterable[Diagnostic], spec: DeckSpec) -> tuple[Diagnostic, ...]:
    """Return what was found, without refusals to show an indicator whose figure is told to be wrong."""
    listed = _without_stray(tuple(found))
    if not any(one.name in _REFUSED for one in listed):
        return listed
    wrong = {name for one in listed if one.name in _WRONG for name in _indicator_at(one.span, spec)}
    follows = [placed.span for placed in spec.slides if wrong.intersection(_shown(placed.spec))]
    told = tuple(one for one in listed if one.name not in _REFUSED or not any(_holds(of, one.span) for of in follows))
    # A whole that a chart refuses is not told of once more.
    refused = {one.span for one in told if one.name in _REFUSED}
    return tuple(one for one in told if one.name != "shares-off-whole" or one.span not in refused)


def _without_stray(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return what was found, without numbers that are no figures of a slide where another check names the figure."""
    claimed = {(one.span.line, one.span.column) for one in found if one.name == "contradicted-claim"}
    return tuple(one for one in found if one.name != "stray-figure" or (one.span.line, one.span.column) not in claimed)


def _indicator_at(span: Span, spec: DeckSpec) -> Iterator[str]:
    """Yield the name of the indicator that stands at a place: the last that begins before it."""
    begun = [name for name in spec.indicators if (name.span.line, name.span.column) <= (span.line, span.column)]
    yield from map(str, begun[-1:])


def _shown(slide: object) -> Iterator[str]:
    for part in (slide, *getattr(slide, "columns", ())):
        yield from (name.text for name in getattr(part, "indicators", ()))


def _holds(outer: Span, inner: Span) -> bool:
    begin, end = (outer.line, outer.column), (outer.end_line, outer.end_column)
    return begin <= (inner.line, inner.column) < end
