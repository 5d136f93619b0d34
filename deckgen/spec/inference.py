"""What follows from what an author wrote on a slide: its layout, and its chart, where none is named."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from decimal import Decimal
from math import inf
from typing import Protocol

from deckgen.source import nodes
from deckgen.source.nodes import Node, Scalar, Sequence
from deckgen.spec.base import MOST_DOTS, USUAL_CHART, ChartSpec, FigureKind, SlideSpec
from deckgen.values import frozen

FigureKinds = Mapping[str, FigureKind]
"""The kind of figures that each indicator of a deck has, by its name."""


class Sought(Protocol):
    """What a layout is found by where a slide names none, as ``SlideSpec`` tells of it."""

    @property
    def needs(self) -> tuple[frozenset[str | FigureKind], ...]:
        """The keys, and the kind of figures, that a slide has."""

    @property
    def least(self) -> int:
        """The least number of indicators."""

    @property
    def most(self) -> int:
        """The largest number of indicators, 0 for any."""

    @property
    def default_chart(self) -> str:
        """The chart that is drawn where none is named."""


@frozen(slots=True)
class Signs:
    """What a layout is found by, known without the layout itself."""

    needs: tuple[frozenset[str | FigureKind], ...]
    least: int
    most: int
    default_chart: str


@frozen
class Vocabulary:
    """The layouts and charts there are, by the names authors give them; ``signs`` of all layouts, or none."""

    layouts: Mapping[str, type[SlideSpec]]
    charts: Mapping[str, type[ChartSpec]]
    signs: Mapping[str, Signs] = field(default_factory=dict)

    @property
    def sought(self) -> Mapping[str, Sought]:
        """What each layout is found by."""
        return self.signs or self.layouts


def kinds_of(deck: nodes.Mapping) -> FigureKinds:
    """Return the kind of figures of each indicator of a deck, whether or not all else in it is right."""
    listed = deck.get("indicators")
    named = {key.text: of for key, of in listed.entries} if isinstance(listed, nodes.Mapping) else {}
    return {name: _kind(of, named) for name, of in named.items() if isinstance(of, nodes.Mapping)}


def _kind(indicator: nodes.Mapping, named: Mapping[str, Node]) -> FigureKind:
    figures, total = indicator.get("figures"), indicator.get("of")
    if isinstance(figures, nodes.Mapping):
        return FigureKind.PERIODS if len(figures.entries) > 2 else FigureKind.PAIRS
    if indicator.key("before") and indicator.key("after"):
        return FigureKind.PAIRS
    if indicator.key("value") and total:
        return FigureKind.MANY if _value(total, named) > MOST_DOTS else FigureKind.COUNTS
    return FigureKind.CHANGES if indicator.key("change") else FigureKind.VALUES


def _value(total: Node, named: Mapping[str, Node]) -> Decimal:
    """Return what counts are out of, a figure or the name of an indicator; 0 where it is neither."""
    of = named.get(total.text) if isinstance(total, Scalar) else None
    if isinstance(of, nodes.Mapping):
        total = of.get("value") or of.get("after") or total
    digits = re.sub(r"[ \u00a0_]", "", total.text) if isinstance(total, Scalar) else ""
    return Decimal(digits) if re.fullmatch(r"\d{1,15}", digits) else Decimal(0)


def kind_on(node: nodes.Mapping, kinds: FigureKinds) -> FigureKind | None:
    """Return what the figures of a slide or a column are: the first kind any of them has; None without figures."""
    named = [kinds.get(name) for name in _indicators(node)]
    return next((kind for kind in FigureKind if kind in named), None)


def layout_for(node: nodes.Mapping, layouts: Mapping[str, Sought], kinds: FigureKinds) -> str:
    """Return the layout that needs the most of what stands on a slide, and nothing else; empty if there is none.

    Of two that need as much, it is the one of the higher ``precedence``.
    """
    has: set[str | FigureKind] = {key.text for key, _ in node.entries}
    kind, count = kind_on(node, kinds), len(_indicators(node))
    has |= {kind} if kind else set()
    # A slide that says something of its chart is of a layout that draws one.
    able = [name for name in sorted(layouts) if layouts[name].default_chart or not {"chart", "indicators"} <= has]
    fitting = [
        (precedence(needs, layouts[name].most), name)
        for name in able
        for needs in layouts[name].needs
        if needs <= has and layouts[name].least <= count <= (layouts[name].most or count)
    ]
    return max(fitting)[1] if fitting else ""


def precedence(needs: frozenset[str | FigureKind], most: int) -> tuple[int, int, float]:
    """Return what decides between two layouts that fit a slide.

    The one that needs more of it; of those the one that needs more keys, since another may not know them; of those
    the one made for fewer indicators, ``most`` being 0 for any number.
    """
    return len(needs), sum(isinstance(need, str) for need in needs), -(most or inf)


def chart_for(usual: str, node: nodes.Mapping, charts: Mapping[str, type[ChartSpec]], kinds: FigureKinds) -> str:
    """Return the chart ``usual`` of a layout; where that is the one of the figures, the name of that."""
    if usual != USUAL_CHART:
        return usual
    kind = kind_on(node, kinds)
    return next((name for name in sorted(charts) if kind in charts[name].usual_for), _FALLBACK)


_FALLBACK = "before-after"


def _indicators(node: nodes.Mapping) -> tuple[str, ...]:
    return tuple(_names(node.get("indicators")))


def _names(node: Node | None) -> Iterable[str]:
    if isinstance(node, Sequence):
        return (item.text for item in node.items if isinstance(item, Scalar))
    return (node.text,) if isinstance(node, Scalar) else ()
