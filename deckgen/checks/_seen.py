"""The texts of a deck that are seen on its slides, as they are written."""

import re
from collections.abc import Iterator

from deckgen.checks.base import Checked
from deckgen.spec.base import Text
from deckgen.spec.walk import texts_of

_NAMES = frozenset(
    (
        "id", "layout", "theme", "lang", "allow", "audience", "file", "kind", "highlight", "side", "source", "of",
        "indicators", "keywords", "url", "alt", "notes",
    )
)  # fmt: skip
"""Keys under which no text stands that is seen: names, addresses, and what is spoken of a slide."""

_ADDRESS = re.compile(r"(?<=\])\([^()\s]*\)")


def seen(checked: Checked) -> Iterator[Text]:
    """Yield each text that is seen on a slide: those of the deck itself, then slide by slide."""
    yield from (text for key, text in texts_of(checked.spec) if _is_seen(key.split(".")))
    for placed in checked.spec.slides:
        yield from (text for key, text in texts_of(placed.spec) if _is_seen(key.split(".")))


def without_addresses(text: str) -> str:
    """Return ``text`` with spaces in the place of the addresses that its links lead to."""
    return _ADDRESS.sub(lambda match: " " * len(match[0]), text)


def _is_seen(key: list[str]) -> bool:
    """Return whether what stands under ``key`` is seen; an indicator's own keys stand below its name."""
    parts = key[2:] if key[0] == "indicators" and len(key) > 2 else key
    if key[0] in ("sources", "periods", "audiences", "defaults"):
        parts = key[-1:]
    return not _NAMES.intersection(parts)
