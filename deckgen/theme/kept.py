"""Themes as they were read, kept between builds as long as none of their files has changed.

A theme is kept as JSON of its values, never as code: who can write to the folder can change how decks look, no more.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Any

from deckgen import store
from deckgen.color import Color
from deckgen.model.slots import Anchor, Grid, Slot, SlotKind, Variant
from deckgen.source.notes import Notes
from deckgen.theme.theme import Outline, SchemeColor, SlideLayout, Style, Theme
from deckgen.units import Rect

BOUND = 4 * 2**20
"""How many bytes of themes are kept: of some twenty."""

_KINDS: tuple[type, ...] = (Color, Grid, Outline, Rect, SchemeColor, SlideLayout, Slot, Style, Theme, Variant)
_VALUES = {kind.__name__: kind for kind in _KINDS}
_ENUMS: dict[str, type[Enum]] = {one.__name__: one for one in (Anchor, SlotKind)}
_NAMES = {kind: [of.name for of in fields(kind)] for kind in _KINDS}


def kept(folder: Path, scale: str) -> tuple[Theme, Notes] | None:
    """Return the theme in ``folder`` at a scale and what it was read from; None where that is not as it was."""
    entry = _store().get(_name(folder, scale))
    if entry is None:
        return None
    head, told = entry.decode().split("\n", 1)
    contents, links = json.loads(head)
    read = Notes(contents, links, dict.fromkeys((*contents, *links), ())).renewed()
    return (from_json(told), read) if read else None


def keep(folder: Path, scale: str, theme: Theme, read: Notes) -> None:
    """Keep a theme that was ``read`` from ``folder``, if it can be told as JSON."""
    told = as_json(theme)
    if repr(from_json(told)) == repr(theme):
        head = json.dumps([read.contents, read.links])
        _store().put({_name(folder, scale): f"{head}\n{told}".encode()})


def _store() -> store.Store:
    return store.of_user("themes", ".json", BOUND)


def _name(folder: Path, scale: str) -> str:
    told = repr((str(folder.absolute()), scale))
    return sha256(store.version() + told.encode("utf-8", "surrogateescape")).hexdigest()


def as_json(theme: Theme) -> str:
    """Return a theme as JSON, each value under the name of what it is."""
    return json.dumps(_told(theme, {}), ensure_ascii=False, separators=(",", ":"))


def from_json(told: str) -> Theme:
    """Return the theme that was told ``as_json``."""
    slots: list[Slot] = []

    def value(told: dict[str, Any]) -> object:
        """Return the value of which an object of JSON tells; what is in it is one already."""
        ((kind, of),) = told.items()
        if kind == "again":
            return slots[of]
        made: Any = _VALUES[kind](*of) if kind in _VALUES else _ENUMS[kind](of) if kind in _ENUMS else _OTHERS[kind](of)
        if kind == "Slot":
            slots.append(made)
        return made

    theme: Theme = json.loads(told, object_hook=value)
    return theme


def _told(value: Any, slots: dict[str, int]) -> object:
    """Return what JSON says of a value; of a slot that was told before, as most are, only which it was."""
    kind = type(value)
    if kind is Slot:
        told = repr(value)
        if told in slots:
            return {"again": slots[told]}
        slots[told] = len(slots)
    if kind in _NAMES:
        return {kind.__name__: [_told(getattr(value, name), slots) for name in _NAMES[kind]]}
    if kind.__name__ in _ENUMS:
        return {kind.__name__: value.value}
    if isinstance(value, tuple):
        return {"tuple": [_told(one, slots) for one in value]}
    if isinstance(value, Mapping):
        return {"dict": [[_told(key, slots), _told(of, slots)] for key, of in value.items()]}
    return {"bytes": b64encode(value).decode()} if isinstance(value, bytes) else value


_OTHERS: dict[str, Callable[[Any], Any]] = {"tuple": tuple, "dict": dict, "bytes": b64decode}
