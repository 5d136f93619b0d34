"""What an author may write, read off the specs: for people who ask for it."""

import inspect
from collections.abc import Iterator
from textwrap import dedent
from typing import get_origin

from pydantic.fields import FieldInfo

from deckgen.spec.base import ChartSpec, FigureKind, ItemSpec, SlideSpec, Spec
from deckgen.values import frozen


@frozen(slots=True)
class Key:
    """A key with what it means; ``required`` if a slide without it is a mistake."""

    name: str
    description: str
    required: bool


@frozen(slots=True)
class LayoutManual:
    """All there is to know of a layout.

    ``below`` has the keys of what stands under its keys, each group with a heading; ``inferred`` names the
    keys by which the layout is known; ``example`` is a whole deck.
    """

    name: str
    sentence: str
    keys: tuple[Key, ...]
    below: tuple[tuple[str, tuple[Key, ...]], ...]
    inferred: str
    example: str


def example_of(spec: type[Spec]) -> str:
    """Return the deck in the docstring of a layout or chart; empty if there is none."""
    return dedent(_parts(spec)[1]).strip("\n") + "\n" if _parts(spec)[1] else ""


def _parts(spec: type[Spec]) -> tuple[str, str]:
    sentence, _, example = (inspect.getdoc(spec) or "").partition("\n\nExample:\n")
    return sentence, example


def manual(name: str, layout: type[SlideSpec]) -> LayoutManual:
    """Return what there is to know of a layout, from its fields and its docstring."""
    sentence, _ = _parts(layout)
    own = [key for key, field in layout.model_fields.items() if not _is_common(key, field)]
    own.sort(key=lambda key: key != "title")
    inferred = ", or ".join(" and ".join(needed(keys)) for keys in layout.needs)
    keys = tuple(_key(layout.model_fields[key]) for key in own)
    return LayoutManual(name, sentence, keys, tuple(_below(layout, own)), inferred, example_of(layout).rstrip())


def needed(keys: frozenset[str | FigureKind]) -> tuple[str, ...]:
    """Return what a layout needs, in words: keys first, then what the figures are."""
    named = sorted(key for key in keys if isinstance(key, str))
    return (*named, *(key.value for key in FigureKind if key in keys))


def common_keys() -> tuple[Key, ...]:
    """Return the keys that every slide takes and that mean the same on each."""
    return tuple(_key(field) for key, field in SlideSpec.model_fields.items() if _is_common(key, field))


def keys_of(spec: type[Spec]) -> tuple[Key, ...]:
    """Return the keys of a spec in the order they are declared."""
    return tuple(_key(field) for field in spec.model_fields.values())


def _is_common(key: str, field: FieldInfo) -> bool:
    shared = SlideSpec.model_fields.get(key)
    return key != "title" and shared is not None and shared.description == field.description


def _key(field: FieldInfo) -> Key:
    limits = {type(limit).__name__: limit for limit in field.metadata}
    least = getattr(limits.get("MinLen"), "min_length", None)
    most = getattr(limits.get("MaxLen"), "max_length", None)
    count = {
        (True, True): f"; {least} of them" if least == most else f"; {least} to {most} of them",
        (True, False): f"; at least {least}",
        (False, True): f"; at most {most}",
        (False, False): "",
    }[least is not None, most is not None]
    return Key(str(field.alias), f"{field.description or ''}{count}", field.is_required())


def _below(layout: type[SlideSpec], own: list[str]) -> Iterator[tuple[str, tuple[Key, ...]]]:
    """Yield the keys of what stands under the keys of a layout, with a heading."""
    fields = {name: layout.model_fields[name] for name in own}
    for name, spec in specs_below(layout):
        listed_there = get_origin(layout.model_fields[name].annotation) is tuple
        yield f"Each of {name} takes" if listed_there else f"{name} takes", keys_of(spec)
        fields |= spec.model_fields
    listed = [name for name, field in fields.items() if ItemSpec in _within(field.annotation)]
    if listed:
        yield f"An item of {' or '.join(listed)} is a text, or takes", keys_of(ItemSpec)


def specs_below(layout: type[SlideSpec]) -> Iterator[tuple[str, type[Spec]]]:
    """Yield each key of a layout whose values have keys of their own, with those, such as its columns."""
    for name, field in layout.model_fields.items():
        for kind in _within(field.annotation):
            if isinstance(kind, type) and issubclass(kind, Spec) and not issubclass(kind, (ItemSpec, ChartSpec)):
                yield name, kind


def _within(annotation: object) -> Iterator[object]:
    """Yield a type and all that it is made of."""
    yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _within(inner)
