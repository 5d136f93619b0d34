"""What is told that no check finds, such as of keys and references: what it means, and what to do."""

from importlib.resources import files
from pathlib import Path

from deckgen.source.nodes import Mapping, Scalar, Sequence
from deckgen.source.yaml import read
from deckgen.values import frozen

_FILE = "codes.yaml"


@frozen
class Code:
    """A code and its name, what it means, and what to do, a sentence each."""

    code: str
    name: str
    sentence: str
    remedy: str


def codes() -> tuple[Code, ...]:
    """Return all that is told beside what checks find, by their codes."""
    node, found = read((files("deckgen") / "cli" / _FILE).read_bytes(), Path(_FILE))
    if not isinstance(node, Mapping) or found:
        raise ValueError(f"deckgen/cli/{_FILE} is damaged: {found}")
    return tuple(
        Code(key.text, *(part.text for part in value.items if isinstance(part, Scalar)))
        for key, value in node.entries
        if isinstance(value, Sequence)
    )
