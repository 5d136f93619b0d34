"""The words of a language, from the file of its name in ``deckgen/words``."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from deckgen.source.nodes import Mapping, Node, Scalar, Sequence
from deckgen.source.yaml import read

Phrases = dict[str, str | dict[str, str]]


@cache
def languages() -> tuple[str, ...]:
    """Return the languages there are words for, such as ``en``."""
    folder = files("deckgen") / "words"
    return tuple(sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml")))


@cache
def phrases(language: str) -> tuple[Phrases, dict[str, tuple[str, ...]]]:
    """Return the phrases and the lists of words of one of ``languages``; they are read once and never changed."""
    name = f"{language}.yaml"
    node, found = read((files("deckgen") / "words" / name).read_bytes(), Path(name))
    if not isinstance(node, Mapping) or found:
        raise ValueError(f"deckgen/words/{name} is damaged: {found}")
    texts = {key.text: _text(value) for key, value in _entries(node, "phrases")}
    lists = {key.text: _items(value) for key, value in _entries(node, "lists")}
    return texts, lists


def _entries(node: Mapping, key: str) -> tuple[tuple[Scalar, Node], ...]:
    below = node.get(key)
    return below.entries if isinstance(below, Mapping) else ()


def _text(node: Node) -> str | dict[str, str]:
    if isinstance(node, Mapping):
        return {key.text: value.text for key, value in node.entries if isinstance(value, Scalar)}
    return node.text if isinstance(node, Scalar) else ""


def _items(node: Node) -> tuple[str, ...]:
    return tuple(item.text for item in node.items if isinstance(item, Scalar)) if isinstance(node, Sequence) else ()
