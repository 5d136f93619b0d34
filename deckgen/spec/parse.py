"""Nodes to specs: every mistake of a file at once, each at its own place, in the officer's words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from deckgen.diagnostics import Diagnostic, Severity, Span, did_you_mean
from deckgen.source import nodes
from deckgen.source.nodes import Node, Scalar, Sequence
from deckgen.spec.base import ChartSpec, Name, PlacedSlide, SlideSpec, Spec
from deckgen.spec.deck import DeckSpec

AnySpec = TypeVar("AnySpec", bound=Spec)

_CODES = {
    "unknown-key": "C201",
    "missing-key": "C202",
    "not-a-text": "C203",
    "empty-text": "C204",
    "not-a-mapping": "C205",
    "not-a-list": "C206",
    "not-a-figure": "C207",
    "not-true-or-false": "C208",
    "not-a-date": "C209",
    "unknown-layout": "C210",
    "no-layout-fits": "C211",
    "no-slides": "C212",
    "not-a-number": "C213",
    "not-a-colour": "C214",
    "unknown-chart": "C215",
    "wrong-count": "C216",
    "unknown-direction": "C230",
    "wrong-value": "C299",
}


def parse(node: Node, model: type[AnySpec]) -> tuple[AnySpec | None, tuple[Diagnostic, ...]]:
    """Return the spec that ``node`` describes, or None and all its mistakes."""
    if not isinstance(node, nodes.Mapping):
        hint = _spaced(node) or "write it as “key: value”, one on each line"
        return None, (_error("not-a-mapping", "keys with their values are expected here", node.span, hint),)
    try:
        return model.model_validate(plain_data(node)), ()
    except ValidationError as error:
        return None, tuple(_diagnostic(detail, node, model) for detail in error.errors(include_url=False))


def _spaced(node: Node) -> str:
    """Return a hint to put a space after the colon of a key, where that is what is missing."""
    match = re.fullmatch(r"([a-z][a-z-]*):([^\s/:].*)", node.text) if isinstance(node, Scalar) and node.plain else None
    return f"put a space after the colon: {match[1]}: {match[2]}" if match else ""


@dataclass(frozen=True)
class Vocabulary:
    """The layouts and charts there are, by the names authors give them."""

    layouts: Mapping[str, type[SlideSpec]]
    charts: Mapping[str, type[ChartSpec]]


def parse_deck(node: Node, known: Vocabulary) -> tuple[DeckSpec | None, tuple[Diagnostic, ...]]:
    """Return the deck that ``node`` describes, its slides parsed by their own layouts, and all mistakes."""
    if not isinstance(node, nodes.Mapping):
        return parse(node, DeckSpec)
    entries = tuple(entry for entry in node.entries if entry[0].text != "slides")
    deck, found = parse(nodes.Mapping(entries, node.span), DeckSpec)
    listed = node.get("slides")
    if not isinstance(listed, Sequence) or not listed.items:
        key = node.key("slides")
        hint = "write slides: and below it an item, such as - layout: cover"
        return None, (
            *found,
            _error("no-slides", "the deck has no slides", key.span if key else node.span, hint),
        )
    slides = []
    for item in listed.items:
        slide, more = parse_slide(item, known)
        found += more
        if slide:
            slides.append(slide)
    if deck is None or len(slides) < len(listed.items):
        return None, found
    return deck.model_copy(update={"slides": tuple(slides)}), found


def parse_slide(node: Node, known: Vocabulary) -> tuple[PlacedSlide | None, tuple[Diagnostic, ...]]:
    """Return the slide that ``node`` describes, by the layout it names or the one that its keys ask for."""
    if not isinstance(node, nodes.Mapping):
        return None, parse(node, DeckSpec)[1]
    layout, found = _layout(node, known.layouts)
    if layout is None:
        return None, found
    chart, found = _chart(node, layout, known.charts)
    drawn = tuple(entry for entry in node.entries if entry[0].text != "chart" or not layout.default_chart)
    slide, more = parse(nodes.Mapping(drawn, node.span), layout)
    if slide is None or found:
        return None, (*found, *more)
    slide = slide.model_copy(update={"chart": chart}) if chart else slide
    return PlacedSlide(slide, node.span, {key.text: value.span for key, value in node.entries}), more


def _layout(
    node: nodes.Mapping, layouts: Mapping[str, type[SlideSpec]]
) -> tuple[type[SlideSpec] | None, tuple[Diagnostic, ...]]:
    """Return the layout that a slide names, or the one that needs the most of its keys and no other."""
    named = node.get("layout")
    if named is None:
        layout = _inferred({key.text for key, _ in node.entries}, layouts)
        return layout, () if layout else tuple(_why_none(node, layouts))
    return _named(named, layouts, "layout")


def _why_none(node: nodes.Mapping, layouts: Mapping[str, type[SlideSpec]]) -> Iterator[Diagnostic]:
    """Yield why a slide has no layout: keys that none knows, or else that its keys ask for none."""
    known = {str(field.alias) for layout in layouts.values() for field in layout.model_fields.values()}
    strangers = [key for key, _ in node.entries if key.text not in known]
    for key in strangers:
        hint = did_you_mean(key.text, known, "name the layout to see which keys it takes")
        yield _error("unknown-key", f"the key “{key.text}” is not known here", key.span, hint)
    if not strangers:
        message = "no layout is named, and none follows from what the slide holds"
        yield _error("no-layout-fits", message, node.span, f"name one of: {', '.join(sorted(layouts))}")


def _chart(
    node: nodes.Mapping, layout: type[SlideSpec], charts: Mapping[str, type[ChartSpec]]
) -> tuple[ChartSpec | None, tuple[Diagnostic, ...]]:
    """Return what a slide says of its chart, or the layout's usual one; None where the layout has no chart."""
    written = node.get("chart")
    if not layout.default_chart:
        return None, ()
    if written is None:
        return charts[layout.default_chart](), ()
    if isinstance(written, Scalar):
        kind, found = _named(written, charts, "chart")
        return (kind() if kind else None), found
    kind_of = written.get("kind") if isinstance(written, nodes.Mapping) else None
    if kind_of is None:
        return parse(written, charts[layout.default_chart])
    kind, found = _named(kind_of, charts, "chart")
    return parse(written, kind) if kind else (None, found)


AnyType = TypeVar("AnyType")


def _named(
    node: Node, known: Mapping[str, type[AnyType]], what: str
) -> tuple[type[AnyType] | None, tuple[Diagnostic, ...]]:
    name = node.text if isinstance(node, Scalar) else ""
    if name in known:
        return known[name], ()
    message = f"no {what} is called “{name}”" if name else f"the name of a {what} is expected here"
    return None, (_error(f"unknown-{what}", message, node.span, did_you_mean(name, known)),)


def _inferred(keys: set[str], layouts: Mapping[str, type[SlideSpec]]) -> type[SlideSpec] | None:
    """Return the layout that needs the most of ``keys`` and no other."""
    fitting = [(len(needs), name) for name in sorted(layouts) for needs in layouts[name].needs if needs <= keys]
    return layouts[max(fitting)[1]] if fitting else None


def plain_data(node: Node) -> object:
    """Return mappings as dicts and lists as lists, scalars as they are."""
    if isinstance(node, nodes.Mapping):
        return {Name.at(key.text, key.span): plain_data(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain_data(item) for item in node.items]
    return node


def _diagnostic(detail: ErrorDetails, node: Node, model: type[Spec]) -> Diagnostic:
    path = tuple(step for step in detail["loc"] if step != "[key]")
    kind, context = detail["type"], detail.get("ctx", {})
    key = str(path[-1]) if path else ""
    if kind == "extra_forbidden":
        keys = _keys_at(model, path[:-1])
        hint = _spaced(Scalar(key, node.span)) or did_you_mean(
            key, keys, f"the keys here are: {', '.join(sorted(keys))}"
        )
        return _error("unknown-key", f"the key “{key}” is not known here", nodes.place_of_key(node, path), hint)
    if kind == "missing":
        return _error("missing-key", f"the key “{key}” is missing", nodes.place(node, path[:-1]), f"add {key}:")
    span = nodes.place(node, path)
    shape = next((found for kinds, found in _SHAPES.items() if kind in kinds), None)
    if shape:
        return _error(shape[0], shape[1], span, shape[2])
    if kind in ("too_short", "too_long"):
        return _counted(context, span)
    known = kind in _CODES
    message = str(context["message"]) if known else "this value cannot be used here"
    return _error(
        kind if known else "wrong-value", message, span, str(context["hint"]) if known else f"see what “{key}” takes"
    )


_SHAPES = {
    ("model_type", "model_attributes_type", "dict_type"): (
        "not-a-mapping",
        "keys with their values are expected here",
        "write it as “key: value”, one on each line",
    ),
    ("tuple_type", "list_type"): (
        "not-a-list",
        "a list is expected here",
        "write each item on a line of its own, after “- ”",
    ),
}


def _counted(context: dict[str, object], span: Span) -> Diagnostic:
    """Return the diagnostic of a list with too few or too many items."""
    least, most, found = context.get("min_length"), context.get("max_length"), context.get("actual_length")
    limit = f"at least {least}" if least is not None else f"at most {most}"
    return _error("wrong-count", f"{limit} items are expected here, found {found}", span, "add or take away items")


def _keys_at(model: type[Spec], path: tuple[str | int, ...]) -> tuple[str, ...]:
    """Return the keys that may stand at ``path`` below ``model``."""
    for step in path:
        if isinstance(step, int):
            continue
        field = next((field for field in model.model_fields.values() if field.alias == step), None)
        below = next(_specs_in(field.annotation), None) if field else None
        model = below or model
    return tuple(str(field.alias) for field in model.model_fields.values())


def _specs_in(annotation: object) -> Iterator[type[Spec]]:
    """Yield the specs that a type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Spec):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _specs_in(inner)


def _error(name: str, message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic(_CODES[name], name, Severity.ERROR, message, span, hint)
