"""A walk through all texts that an author wrote in one part of a deck."""

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
    elif isinstance(part, Spec):
        # All that is below a key; most keys hold a text, or nothing.
        for name, value in part.__dict__.items():
            if value is not None:
                _walk(value, f"{at}.{_key(name)}" if at else _key(name), found)
    elif isinstance(part, tuple):
        for place, value in enumerate(part):
            _walk(value, f"{at}.{place}" if at else str(place), found)
    elif isinstance(part, dict):
        for name, value in part.items():
            _walk(value, f"{at}.{name}" if at else str(name), found)


@cache
def _key(name: str) -> str:
    """Return how a field is called in a deck."""
    return name.replace("_", "-")
