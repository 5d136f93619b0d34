"""Specs to JSON Schema (draft 2020-12), by which editors complete and explain keys while an author types."""

import datetime
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from deckgen.color import Color
from deckgen.model.bounds import Extent
from deckgen.spec.base import (
    ChartSpec,
    NamesInPlace,
    OneOf,
    OneOrMore,
    Passage,
    PassageSpec,
    Shorthand,
    SlideSpec,
    Spec,
    Text,
)
from deckgen.spec.deck import DeckSpec
from deckgen.spec.figures import Amount
from deckgen.spec.images import Focus
from deckgen.spec.inference import Vocabulary
from deckgen.spec.theme import MIN_SIZE, Points, ThemeSpec
from deckgen.values import mutable

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
"""What YAML 1.2 makes of an unquoted text: 39 is a number to an editor, and a text to deckgen."""
_SIMPLE: Mapping[object, Schema] = {
    Text: _TEXT,
    Amount: {"type": ["string", "number"]},
    Extent: {"type": ["string", "number"]},
    Color: {"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"},
    bool: {"type": "boolean"},
    float: {"type": "number"},
    Points: {"type": "number", "minimum": MIN_SIZE},
    int: {"type": "integer"},
    str: _TEXT,
    datetime.date: {"type": "string", "format": "date"},
}


def deck_schema(known: Vocabulary, themes: Iterable[str]) -> Schema:
    """Return the schema of a content file: the keys of its top, and of a slide of each layout."""
    schemas = _Schemas(known)
    deck = schemas.keys(DeckSpec)
    deck["properties"]["slides"] = {
        "type": "array",
        "minItems": 1,
        "items": schemas.slide(),
        "description": "the slides, in order",
    }
    deck["required"] = [*deck.get("required", ()), "slides"]
    deck["properties"]["theme"] = _suggested(deck["properties"]["theme"], themes)
    return {"$schema": DIALECT, "title": "A deck for deckgen", **deck, "$defs": schemas.defined}


def theme_schema(known: Vocabulary, themes: Iterable[str], colors: Iterable[str]) -> Schema:
    """Return the schema of a theme.yaml, whose palette has ``colors`` and perhaps more."""
    schemas = _Schemas(known)
    whole = schemas.keys(ThemeSpec)
    keys = whole["properties"]
    keys["extends"] = _suggested(keys["extends"], themes)
    keys["palette"]["properties"] = dict.fromkeys(colors, keys["palette"]["additionalProperties"])
    named = {name: {"description": _sentence(layout)} for name, layout in known.layouts.items()}
    places = keys["layouts"].pop("additionalProperties")
    keys["layouts"] |= {"properties": {name: places | told for name, told in named.items()}}
    keys["layouts"]["additionalProperties"] = False
    # A theme that extends another says only what differs, of its styles and fonts as well; but its own name.
    required = [key for key in whole["required"] if key != "name"]
    whole["required"] = ["name"]
    for made in schemas.defined.values():
        made.pop("required", None)
    complete = {"if": {"not": {"required": ["extends"]}}, "then": {"required": required}}
    return {"$schema": DIALECT, "title": "A theme for deckgen", **whole, **complete, "$defs": schemas.defined}


@mutable
class _Schemas:
    """Makes schemas of specs; those that are named stand under ``defined``."""

    known: Vocabulary
    defined: dict[str, Schema] = field(default_factory=dict)

    def slide(self) -> Schema:
        """Return the schema of any slide: all keys that a layout may take, and for a named layout its own."""
        layouts = self.known.layouts
        found: dict[str, list[Schema]] = {}
        for layout in layouts.values():
            for key, told in self.keys(layout)["properties"].items():
                found.setdefault(key, []).append(told)
        every = {key: _any_of(told) for key, told in found.items()}
        named = [{"const": name, "description": _sentence(layout)} for name, layout in layouts.items()]
        every["layout"] |= {"anyOf": named}
        return {
            "type": "object",
            "properties": every,
            "additionalProperties": False,
            "allOf": [self._of_layout(name, layout) for name, layout in layouts.items()],
        }

    def _of_layout(self, name: str, layout: type[SlideSpec]) -> Schema:
        is_it = {"properties": {"layout": {"const": name}}, "required": ["layout"]}
        own = self.keys(layout)
        then = {"properties": own["properties"], "propertyNames": {"enum": sorted(own["properties"])}}
        return {"if": is_it, "then": then | {"required": own.get("required", [])}}

    def keys(self, spec: type[BaseModel]) -> Schema:
        """Return the schema of a mapping with the keys of ``spec``."""
        fields = {str(told.alias): told for told in spec.model_fields.values() if not told.exclude}
        required = [key for key, told in fields.items() if told.is_required()]
        made: Schema = {
            "type": "object",
            "properties": {key: self._field(told) for key, told in fields.items()},
            "additionalProperties": False,
        }
        return made | ({"required": required} if required else {})

    def _field(self, told: FieldInfo) -> Schema:
        made = self._annotated(told.annotation, told.metadata)
        return made | ({"description": told.description} if told.description else {})

    def _annotated(self, annotation: object, metadata: Iterable[object]) -> Schema:
        """Return the schema of a type with what is noted on it: its counts, and what may stand in its place."""
        made = self._type(annotation)
        for note in metadata:
            least, most = getattr(note, "min_length", None), getattr(note, "max_length", None)
            limits = {"minItems": least, "maxItems": most}
            if made.get("type") == "array":
                made = made | {key: value for key, value in limits.items() if value is not None}
            if isinstance(note, OneOf):
                made = {"enum": list(note.values)}
        if any(isinstance(note, OneOrMore) for note in metadata):
            return {"anyOf": [made["items"], made]}
        if any(isinstance(note, NamesInPlace) for note in metadata):
            made["additionalProperties"] = {"anyOf": [made["additionalProperties"], {"type": "null"}]}
            return {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}, made]}
        if any(isinstance(note, Shorthand) for note in metadata):
            return {"anyOf": [_TEXT, made]}
        return made

    def _type(self, annotation: object) -> Schema:
        if annotation in _SIMPLE:
            return dict(_SIMPLE[annotation])
        origin, inner = get_origin(annotation), get_args(annotation)
        composed: Mapping[object, Callable[[tuple[Any, ...]], Schema]] = {
            Annotated: lambda of: self._annotated(of[0], of[1:]),
            Union: self._union,
            types.UnionType: self._union,
            Literal: lambda of: {"enum": list(of)},
            tuple: lambda of: {"type": "array", "items": self._type(of[0])},
            dict: self._mapping,
        }
        if origin in composed:
            return composed[origin](inner)
        made = self._written(annotation) if isinstance(annotation, type) else None
        if made is None:
            raise TypeError(f"no schema for {annotation!r}")
        return made

    def _written(self, kind: type) -> Schema | None:
        """Return how a value of a type of ours is written; None for a type that is none of them."""
        if issubclass(kind, Enum):
            return {"enum": [one.value for one in kind]}
        if kind is Focus:
            return {"anyOf": [_TEXT, {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}]}
        if kind is Passage:
            return {"anyOf": [_TEXT, self._defined(PassageSpec)]}
        if issubclass(kind, ChartSpec):
            return self._chart()
        return self._defined(kind) if issubclass(kind, Spec) else None

    def _mapping(self, of: tuple[Any, ...]) -> Schema:
        made: Schema = {"type": "object", "additionalProperties": self._type(of[1])}
        names = {"propertyNames": self._type(of[0])} if get_origin(of[0]) is Literal else {}
        return made | names

    def _union(self, of: tuple[Any, ...]) -> Schema:
        made = [self._type(one) for one in of if one is not type(None)]
        return made[0] if len(made) == 1 else {"anyOf": made}

    def _defined(self, spec: type[Spec]) -> Schema:
        name = f"{spec.__module__.rpartition('.')[2]}.{spec.__name__}"
        if name not in self.defined:
            self.defined[name] = {}
            self.defined[name] = self.keys(spec)
        return {"$ref": f"#/$defs/{name}"}

    def _chart(self) -> Schema:
        """Return the schema of what is said of a chart: its name, or its keys."""
        if "chart" not in self.defined:
            charts = self.known.charts
            named: Schema = {"anyOf": [{"const": name, "description": _sentence(of)} for name, of in charts.items()]}
            every: dict[str, Schema] = {}
            for of in charts.values():
                every |= self.keys(of)["properties"]
            every["kind"] = named | {"description": every["kind"]["description"]}
            keys = {"type": "object", "properties": every, "additionalProperties": False}
            self.defined["chart"] = {"anyOf": [named, keys]}
        return {"$ref": "#/$defs/chart"}


def _any_of(made: list[Schema]) -> Schema:
    """Return the schema of what one of several takes, described as the first."""
    bare = [{key: value for key, value in one.items() if key != "description"} for one in made]
    distinct = [one for number, one in enumerate(bare) if one not in bare[:number]]
    whole = distinct[0] if len(distinct) == 1 else {"anyOf": distinct}
    return whole | {"description": made[0].get("description", "")}


def _sentence(spec: type) -> str:
    return " ".join((spec.__doc__ or "").strip().split("\n\n", maxsplit=1)[0].split())


def _suggested(made: Schema, names: Iterable[str]) -> Schema:
    """Return a schema that takes any text and suggests ``names``."""
    return {"anyOf": [{"enum": sorted(names)}, dict(_TEXT)], "description": made.get("description", "")}
