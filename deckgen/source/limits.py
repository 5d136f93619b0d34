"""How much one file may hold, so that no deck takes longer than a person waits."""

from collections.abc import Iterator

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.source.nodes import Mapping, Node, Scalar, Sequence

LONGEST_TEXT = 10_000
"""How many characters one text may have: speaker notes of twelve minutes."""

MOST_ITEMS = 500
"""How many items a list may have, such as rows, bullets and indicators of a slide."""

MOST_SLIDES = 2_000
"""How many slides a deck may have."""

MOST_KEYS = 2_500
"""How many keys may stand under one, such as indicators."""


def beyond(node: Node) -> Iterator[Diagnostic]:
    """Yield each text, list and mapping that is longer than deckgen takes."""
    waiting = [("", node)]
    while waiting:
        key, here = waiting.pop()
        if isinstance(here, Scalar):
            if len(here.text) > LONGEST_TEXT:
                message = f"a text of {len(here.text):,} characters; deckgen takes up to {LONGEST_TEXT:,}"
                yield _error("S123", "text-too-long", message, here, "say it in fewer words, or in several texts")
        elif isinstance(here, Mapping):
            if len(here.entries) > MOST_KEYS:
                message = f"{_named(key)} has {len(here.entries):,} keys; deckgen takes up to {MOST_KEYS:,}"
                yield _error("S124", "too-many-items", message, here, "make several decks of it")
            waiting += [(name.text, value) for name, value in here.entries]
            waiting += [("", name) for name, _ in here.entries]
        else:
            yield from _too_many(key, here)
            waiting += [(key, item) for item in here.items]


def _too_many(key: str, here: Sequence) -> Iterator[Diagnostic]:
    count = len(here.items)
    if key == "slides" and count > MOST_SLIDES:
        message = f"the deck has {count:,} slides; deckgen takes up to {MOST_SLIDES:,}"
        yield _error("S125", "too-many-slides", message, here.items[MOST_SLIDES], "make several decks of it")
    elif key != "slides" and count > MOST_ITEMS:
        message = f"{_named(key)} has {count:,} items; deckgen takes up to {MOST_ITEMS:,}"
        yield _error("S124", "too-many-items", message, here.items[MOST_ITEMS], "no slide shows as many: make several")


def _named(key: str) -> str:
    return f"“{key}”" if key else "the file"


def _error(code: str, name: str, message: str, node: Node, hint: str) -> Diagnostic:
    return Diagnostic(code, name, Severity.ERROR, message, node.span, hint)
