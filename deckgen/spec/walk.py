"""A walk through all texts that an author wrote in one part of a deck."""

from collections.abc import Iterable
from functools import cache

from deckgen.spec.base import Spec, Text


def texts_of(part: object, at: str = "") -> list[tuple[str, Text]]:
    """Return each text in ``part`` with the key it was written under, such as ``columns.0.bullets.1.text``."""
    found: list[tuple[str, Text]] = []
    _walk(part, at, found)
    return found


def _walk(part: object, at: str, found: list[tuple[str, Text]]) -> None:
    """Add the texts of ``part`` to what was ``found``."""
    if isinstance(part, Text):
        found.append((at, part))
        return
    for name, value in _below(part):
        if value is not None:
            _walk(value, f"{at}.{name}" if at else str(name), found)


def _below(part: object) -> Iterable[tuple[object, object]]:
    """Return what stands under each key or in each place of ``part``."""
    if isinstance(part, Spec):
        return [(_key(name), value) for name, value in part.__dict__.items()]
    if isinstance(part, tuple):
        return enumerate(part)
    return part.items() if isinstance(part, dict) else ()


@cache
def _key(name: str) -> str:
    """Return how a field is called in a deck."""
    return name.replace("_", "-")
