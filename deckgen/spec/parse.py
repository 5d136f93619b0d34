"""Nodes to specs: every mistake of a file at once, each at its own place, in the officer's words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from deckgen.diagnostics import Diagnostic, Severity, Span, did_you_mean
from deckgen.source import nodes
from deckgen.source.nodes import Node, Scalar, Sequence
from deckgen.spec.base import ChartSpec, Name, Passage, PassageSpec, SlideSpec, Spec
from deckgen.spec.cut import cut_text
from deckgen.spec.deck import DeckSpec
from deckgen.spec.inference import FigureKinds, Vocabulary, chart_for, kinds_of, layout_for
from deckgen.spec.placed import PlacedSlide
from deckgen.values import mutable

AnySpec = TypeVar("AnySpec", bound=Spec)

_CODES = {
    "unknown-key": "C201",
    "missing-key": "C202",
    "not-a-text": "C203",
    "empty-text": "C204",
    "not-a-mapping": "C205",
    "not-a-list": "C206",
    "not-a-figure": "C207",
    "figure-too-long": "S126",
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
    "unknown-scale": "C240",
    "not-a-row": "C250",
    "no-alt-text": "C241",
    "alt-and-decorative": "C242",
    "alt-is-file-name": "C243",
    "unknown-choice": "C244",
    "not-bounds": "R383",
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
        details = [detail for detail in error.errors(include_url=False) if not _is_counted(detail, node)]
        # A text that is cut at several commas is told once.
        return None, tuple(dict.fromkeys(_diagnostic(detail, node, model) for detail in details))


def _spaced(node: Node) -> str:
    """Return a hint to put a space after the colon of a key, where that is what is missing."""
    match = re.fullmatch(r"([a-z][a-z-]*):([^\s/:].*)", node.text) if isinstance(node, Scalar) and node.plain else None
    return f"put a space after the colon: {match[1]}: {match[2]}" if match else ""


def parse_deck(node: Node, known: Vocabulary) -> tuple[DeckSpec | None, tuple[Diagnostic, ...]]:
    """Return the deck that ``node`` describes, its slides parsed by their own layouts, and all mistakes."""
    if not isinstance(node, nodes.Mapping):
        return parse(node, DeckSpec)
    entries = tuple(entry for entry in node.entries if entry[0].text != "slides")
    deck, found = parse(nodes.Mapping(entries, node.span), DeckSpec)
    listed = node.get("slides")
    if not isinstance(listed, Sequence) or not listed.items:
        return None, (*found, _slideless(node))
    slides = []
    kinds = kinds_of(node)
    for item in listed.items:
        slide, more = parse_slide(item, known, kinds)
        found += more
        if slide:
            slides.append(slide)
    if deck is None or len(slides) < len(listed.items):
        return None, found
    key = node.key("slides")
    return deck.model_copy(update={"slides": tuple(slides), "slides_key": key.span if key else None}), found


def _slideless(node: nodes.Mapping) -> Diagnostic:
    """Return that a deck has no slides, or that the first of them is no item of a list."""
    key, listed = node.key("slides"), node.get("slides")
    if isinstance(listed, nodes.Mapping) and listed.entries:
        first = listed.entries[0][0]
        hint = f"write - before its first key: - {first.text}:"
        return _error("no-slides", "the slides are a list, and no dash begins this slide", first.span, hint)
    hint = "write slides: and below it an item, such as - layout: cover"
    return _error("no-slides", "the deck has no slides", key.span if key else node.span, hint)


def parse_slide(node: Node, known: Vocabulary, kinds: FigureKinds) -> tuple[PlacedSlide | None, tuple[Diagnostic, ...]]:
    """Return the slide that ``node`` describes, by the layout it names or the one that what it holds asks for."""
    if not isinstance(node, nodes.Mapping):
        return None, parse(node, DeckSpec)[1]
    layout, found = _layout(node, known, kinds)
    if layout is None:
        return None, found
    drawing = _Charts(known.charts, kinds)
    chart, drawn = drawing.parsed(node, layout.default_chart)
    columns, drawn = drawing.columns(drawn, layout)
    slide, more = parse(drawn, layout)
    found = (*drawing.found, *more)
    if slide is None or drawing.found:
        return None, found
    slide = slide.model_copy(update={"chart": chart}) if chart else slide
    if any(columns):
        written = zip(getattr(slide, "columns", ()), columns, strict=True)
        charted = (column.model_copy(update={"chart": chart}) for column, chart in written)
        slide = slide.model_copy(update={"columns": tuple(charted)})
    places, keys = dict(_places(node)), dict(_keys(node))
    return PlacedSlide(slide, node.span, places, keys), found


def _places(node: Node, within: str = "") -> Iterator[tuple[str, Span]]:
    """Yield where the value of each key of a slide stands, each item of its lists, and what is in those."""
    for name, _, value in _below(node, within):
        yield name, value.span
        yield from _places(value, f"{name}.")


def _keys(node: Node, within: str = "") -> Iterator[tuple[str, Span]]:
    """Yield where each key of a slide stands itself, and each in what it holds."""
    for name, key, value in _below(node, within):
        if key:
            yield name, key.span
        yield from _keys(value, f"{name}.")


def _below(node: Node, within: str) -> Iterator[tuple[str, nodes.Scalar | None, Node]]:
    """Yield what a node holds: its name, its key if it has one, and its value."""
    if isinstance(node, nodes.Mapping):
        yield from ((f"{within}{key.text}", key, value) for key, value in node.entries)
    elif isinstance(node, Sequence):
        yield from ((f"{within}{number}", None, item) for number, item in enumerate(node.items))


def _layout(
    node: nodes.Mapping, known: Vocabulary, kinds: FigureKinds
) -> tuple[type[SlideSpec] | None, tuple[Diagnostic, ...]]:
    """Return the layout that a slide names, or the one that needs the most of what it holds and nothing else."""
    named = node.get("layout")
    if named is None:
        inferred = layout_for(node, known.sought, kinds)
        return (known.layouts[inferred], ()) if inferred else (None, tuple(_why_none(node, known.layouts)))
    return _named(named, known.layouts, "layout")


@mutable
class _Charts:
    """Parses what a slide and its columns say of their charts, which may be of any kind there is."""

    charts: Mapping[str, type[ChartSpec]]
    kinds: FigureKinds
    found: list[Diagnostic] = field(default_factory=list)

    def columns(
        self, node: nodes.Mapping, layout: type[SlideSpec]
    ) -> tuple[tuple[ChartSpec | None, ...], nodes.Mapping]:
        """Return the chart of each column of a slide, and the slide without them."""
        listed, usual = node.get("columns"), layout.column_chart
        named = "chart" in _keys_at(layout, ("columns", 0))
        if not usual or not isinstance(listed, Sequence):
            return (), node
        parsed = [
            self.parsed(column, usual, named=named) if isinstance(column, nodes.Mapping) else (None, column)
            for column in listed.items
        ]
        without = replace(listed, items=tuple(column for _, column in parsed))
        entries = tuple((key, without if key.text == "columns" else value) for key, value in node.entries)
        return tuple(chart for chart, _ in parsed), nodes.Mapping(entries, node.span)

    def parsed(self, node: nodes.Mapping, usual: str, *, named: bool = True) -> tuple[ChartSpec | None, nodes.Mapping]:
        """Return what a slide or a column says of its chart, or the ``usual`` one; and the node without it.

        There is no chart where there is no usual one, nor in a column without figures. Where none may be ``named``,
        the key is left in the node, and told as one that is not known.
        """
        written = node.get("chart") if named else None
        if not usual or (written is None and node.get("indicators") is None):
            return None, node
        kept = (entry for entry in node.entries if entry[0].text != "chart" or not named)
        without = nodes.Mapping(tuple(kept), node.span)
        usual = chart_for(usual, node, self.charts, self.kinds)
        if written is None:
            return self.charts[usual](), without
        if isinstance(written, Scalar):
            kind, found = _named(written, self.charts, "chart")
            chart = kind() if kind else None
        else:
            kind_of = written.get("kind") if isinstance(written, nodes.Mapping) else None
            kind, found = (self.charts[usual], ()) if kind_of is None else _named(kind_of, self.charts, "chart")
            chart, more = parse(written, kind) if kind else (None, ())
            found += more
        self.found += found
        return chart, without


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


AnyType = TypeVar("AnyType")


def _named(
    node: Node, known: Mapping[str, type[AnyType]], what: str
) -> tuple[type[AnyType] | None, tuple[Diagnostic, ...]]:
    name = node.text if isinstance(node, Scalar) else ""
    if name in known:
        return known[name], ()
    message = f"no {what} is called “{name}”" if name else f"the name of a {what} is expected here"
    return None, (_error(f"unknown-{what}", message, node.span, did_you_mean(name, known)),)


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
        cut = cut_text(node, path)
        if cut:
            return _error("unknown-key", cut.message, cut.span, cut.hint)
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
        return _counted(context, _length(detail, node), span)
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


def _counted(context: dict[str, object], found: int, span: Span) -> Diagnostic:
    """Return the diagnostic of a list with too few or too many items."""
    least, most = context.get("min_length"), context.get("max_length")
    limit = f"at least {least}" if least is not None else f"at most {most}"
    items = "item is" if 1 in (least, most) else "items are"
    return _error("wrong-count", f"{limit} {items} expected here, found {found}", span, "add or take away items")


def _length(detail: ErrorDetails, node: Node) -> int:
    """Return how many items the list of an error has, be they right or wrong: pydantic counts the right ones."""
    found = nodes.closest(node, detail["loc"])
    counted: int = detail.get("ctx", {}).get("actual_length", 0)
    return len(found.items) if isinstance(found, Sequence) else counted


def _is_counted(detail: ErrorDetails, node: Node) -> bool:
    """Return whether an error is of a list that only seems too short, since some of its items are wrong."""
    least = detail.get("ctx", {}).get("min_length")
    return detail["type"] == "too_short" and _length(detail, node) >= (least or 0)


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
    elif annotation is Passage:
        yield PassageSpec
    for inner in getattr(annotation, "__args__", ()):
        yield from _specs_in(inner)


def _error(name: str, message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic(_CODES[name], name, Severity.ERROR, message, span, hint)
