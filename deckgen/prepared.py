"""What a theme gives to every deck in it, prepared once and kept: the package that slides are added to."""

import json
from dataclasses import replace
from hashlib import sha256
from zlib import ZLIB_RUNTIME_VERSION

from deckgen import store
from deckgen.theme.opc import Package, Part, Relation
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import Frame, Pages, TextFrame

BOUND = 16 * 2**20
"""How many bytes are kept: some ten themes, each in a few languages."""
_LENGTH = 8


def prepared(pages: Pages, theme: Theme) -> Package:
    """Return all of a deck that is not in its slides, made anew or as it was kept."""
    # All that it is made of: see the function of that name in the writer.
    made_of = (ZLIB_RUNTIME_VERSION, theme.digest, pages.facts.lang, pages.facts.footer, _drawn(pages))
    name = sha256(store.version() + repr(made_of).encode()).hexdigest()
    found = _at_hand.get(name)
    if found is None:
        found = _at_hand[name] = _found(name) or _made(name, pages, theme)
        while len(_at_hand) > _MOST_AT_HAND:
            del _at_hand[next(iter(_at_hand))]
    return found


def _drawn(pages: Pages) -> list[tuple[object, list[Frame]]]:
    """Return what is drawn on each layout, in whatever file and line it was written."""
    return [
        (key, [replace(frame, span=None) if isinstance(frame, TextFrame) else frame for frame in frames])
        for key, frames in pages.backdrops.items()
    ]


_MOST_AT_HAND = 4
_at_hand: dict[str, Package] = {}
"""What the last decks of this process had: of many in a row, most are alike."""


def _found(name: str) -> Package | None:
    entry = store.of_user("prepared", ".parts", BOUND).get(name)
    return unpacked(entry) if entry is not None else None


def _made(name: str, pages: Pages, theme: Theme) -> Package:
    from deckgen.writers.pptx import prepared as made

    found = made(pages, theme)
    found = replace(found, parts=tuple(part.ready() for part in found.parts))
    store.of_user("prepared", ".parts", BOUND).put({name: packed(found)})
    return found


def packed(package: Package) -> bytes:
    """Return a package as bytes: what its parts are called and related to, then their data."""
    told = {
        "package": [_told(one) for one in package.relations],
        "parts": [
            [part.name, part.kind, len(part.data), len(part.packed), [_told(one) for one in part.relations]]
            for part in package.parts
        ],
    }
    head = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    data = (data for part in package.parts for data in (part.data, part.packed))
    return b"".join((len(head).to_bytes(_LENGTH, "big"), head, *data))


def unpacked(entry: bytes) -> Package:
    """Return the package that was ``packed``."""
    end = _LENGTH + int.from_bytes(entry[:_LENGTH], "big")
    told = json.loads(entry[_LENGTH:end])
    parts = []
    for name, kind, length, packed, relations in told["parts"]:
        begin, middle, end = end, end + length, end + length + packed
        related = tuple(Relation(*one) for one in relations)
        parts.append(Part(name, kind, entry[begin:middle], related, entry[middle:end]))
    return Package(tuple(parts), tuple(Relation(*one) for one in told["package"]))


def _told(relation: Relation) -> list[object]:
    return [relation.id, relation.kind, relation.target, relation.outside]
