"""What can still be understood of a deck with mistakes, so that the mistakes behind them are told in the same run."""

from collections.abc import Mapping

from pydantic import ValidationError

from deckgen.source import nodes
from deckgen.source.nodes import Node, Scalar, Sequence
from deckgen.spec.base import Spec
from deckgen.spec.deck import DeckSpec
from deckgen.spec.inference import FigureKinds, Vocabulary, kinds_of
from deckgen.spec.parse import parse, parse_slide, plain_data
from deckgen.spec.placed import PlacedSlide

_STUBS: Mapping[str, tuple[str, ...]] = {"indicators": ("label", "value"), "sources": ("title",), "audiences": ()}
"""The named things that stay known where they are wrong, each with the keys that make it whole."""


def salvaged(node: Node, known: Vocabulary) -> DeckSpec | None:
    """Return the deck without what is wrong in it; None if nothing is left to look at.

    A wrong indicator or source stays as a stub, so that nobody is told that it is missing.
    """
    if not isinstance(node, nodes.Mapping):
        return None
    entries = tuple(entry for entry in node.entries if entry[0].text != "slides")
    head = _without(nodes.Mapping(entries, node.span), DeckSpec)
    if head.get("title") is None:
        name = Scalar("title", node.span)
        head = nodes.Mapping(((name, Scalar("?", node.span)), *head.entries), node.span)
    deck, _ = parse(head, DeckSpec)
    listed = node.get("slides")
    if deck is None or not isinstance(listed, Sequence):
        return None
    kinds = kinds_of(node)
    slides = (_slide(item, known, kinds) for item in listed.items)
    return deck.model_copy(update={"slides": tuple(slide for slide in slides if slide)})


def _slide(item: Node, known: Vocabulary, kinds: FigureKinds) -> PlacedSlide | None:
    """Return a slide, if need be without its wrong keys; None if it is none even so."""
    slide, _ = parse_slide(item, known, kinds)
    named = item.get("layout") if isinstance(item, nodes.Mapping) else None
    if slide or not isinstance(item, nodes.Mapping) or not isinstance(named, Scalar):
        return slide
    layout = known.layouts.get(named.text)
    return parse_slide(_without(item, layout), known, kinds)[0] if layout else None


def _without(node: nodes.Mapping, model: type[Spec]) -> nodes.Mapping:
    """Return ``node`` without the keys whose values ``model`` refuses; what has a stub keeps its name."""
    try:
        model.model_validate(plain_data(node))
    except ValidationError as error:
        wrong = [detail["loc"] for detail in error.errors(include_url=False)]
        kept = (
            _kept(key, value, [place for place in wrong if place[:1] == (key.text,)]) for key, value in node.entries
        )
        return nodes.Mapping(tuple(entry for entry in kept if entry), node.span)
    return node


def _kept(key: Scalar, value: Node, wrong: list[tuple[int | str, ...]]) -> tuple[Scalar, Node] | None:
    if not wrong:
        return key, value
    if key.text not in _STUBS or not isinstance(value, nodes.Mapping) or any(len(place) < 2 for place in wrong):
        return None
    names = {place[1] for place in wrong}
    below = ((name, _stub(name, key.text) if name.text in names else of) for name, of in value.entries)
    return key, nodes.Mapping(tuple(below), value.span)


def _stub(name: Scalar, kind: str) -> nodes.Mapping:
    texts: Mapping[str, str] = {"label": name.text or "?", "title": name.text or "?", "value": "1"}
    entries = ((Scalar(key, name.span), Scalar(texts[key], name.span, plain=False)) for key in _STUBS[kind])
    return nodes.Mapping(tuple(entries), name.span)
