"""A walk through all texts that an author wrote in one part of a deck."""

from collections.abc import Iterator

from deckgen.spec.base import Spec, Text


def texts_of(part: object, at: str = "") -> Iterator[tuple[str, Text]]:
    """Yield each text below ``part`` with the key it was written under, such as ``columns.0.bullets.1.text``."""
    if isinstance(part, Text):
        yield at, part
        return
    below: list[tuple[object, object]] = []
    if isinstance(part, Spec):
        below = [(name.replace("_", "-"), value) for name, value in part]
    elif isinstance(part, tuple):
        below = [*enumerate(part)]
    elif isinstance(part, dict):
        below = [*part.items()]
    for name, value in below:
        yield from texts_of(value, f"{at}.{name}" if at else str(name))
