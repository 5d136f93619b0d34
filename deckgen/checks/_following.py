"""What only follows from something else that is told: a chart that is refused for a figure that is wrong.

Or what another check tells better, such as a number that is none of the figures of a slide.
"""

from collections.abc import Iterable, Iterator

from deckgen.diagnostics import Diagnostic, Span
from deckgen.spec.deck import DeckSpec

_REFUSED = frozenset(("chart-refused", "slide-refused"))
_WRONG = frozenset(
    ("impossible-share", "units-differ", "unit-said-twice", "over-total", "negative-part", "no-total", "no-figure")
)
"""What is told of a figure that no chart can show as it is."""

_BETTER = {
    # A number that is no figure of its slide, where it is told of which one it is said.
    "stray-figure": frozenset(("contradicted-claim",)),
    "unknown-figure": frozenset(("wrong-whole",)),
    "unsupported-claim": frozenset(
        ("contradicted-claim", "contradicted-direction", "wrong-share", "wrong-difference", "years-apart")
    ),
}
"""What is not told where one of these tells the same better."""


def without_following(found: Iterable[Diagnostic], spec: DeckSpec) -> tuple[Diagnostic, ...]:
    """Return what was found, without refusals to show an indicator whose figure is told to be wrong."""
    listed = tuple(found)
    if not any(one.name in _REFUSED for one in listed):
        return listed
    wrong = {name for one in listed if one.name in _WRONG for name in _indicator_at(one.span, spec)}
    follows = [placed.span for placed in spec.slides if wrong.intersection(_shown(placed.spec))]
    told = tuple(one for one in listed if one.name not in _REFUSED or not any(_holds(of, one.span) for of in follows))
    # A whole that a chart refuses is not told of once more.
    refused = {one.span for one in told if one.name in _REFUSED}
    return tuple(one for one in told if one.name != "shares-off-whole" or one.span not in refused)


def without_vaguer(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return what was found, without what another check tells better at the same words."""
    better = [one for one in found if any(one.name in names for names in _BETTER.values())]
    return tuple(
        one
        for one in found
        if one.name not in _BETTER
        or not any(other.name in _BETTER[one.name] and _meet(one.span, other.span) for other in better)
    )


def _indicator_at(span: Span, spec: DeckSpec) -> Iterator[str]:
    """Yield the name of the indicator that stands at a place: the last that begins before it."""
    begun = [name for name in spec.indicators if (name.span.line, name.span.column) <= (span.line, span.column)]
    yield from map(str, begun[-1:])


def _shown(slide: object) -> Iterator[str]:
    for part in (slide, *getattr(slide, "columns", ())):
        yield from (name.text for name in getattr(part, "indicators", ()))


def _meet(one: Span, other: Span) -> bool:
    """Return whether two spans have something in common."""
    return _holds(one, other) or _holds(other, one)


def _holds(outer: Span, inner: Span) -> bool:
    begin, end = (outer.line, outer.column), (outer.end_line, outer.end_column)
    return begin <= (inner.line, inner.column) < end
