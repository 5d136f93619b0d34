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


@cache
def claim_words(language: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the words for claims in one of ``languages``: those of each kind and share, and how numbers are said."""
    whole = _claim_file(f"{language}.yaml")
    return {
        part.text: {key.text: _items(value) for key, value in below.entries}
        for part, below in whole.entries
        if isinstance(below, Mapping)
    }


@cache
def claim_kinds() -> dict[str, dict[str, dict[str, str]]]:
    """Return what claims must measure up to: kinds, shares, multiples and degrees, each with what is said of it."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for part, below in _claim_file("kinds.yaml").entries:
        texts = ((key, _text(value)) for key, value in _entries_of(below))
        found[part.text] = {key.text: told if isinstance(told, dict) else {"is": told} for key, told in texts}
    return found


def _claim_file(name: str) -> Mapping:
    node, found = read((files("deckgen") / "words" / "claims" / name).read_bytes(), Path(name))
    if not isinstance(node, Mapping) or found:
        raise ValueError(f"deckgen/words/claims/{name} is damaged: {found}")
    return node


def _entries_of(node: Node) -> tuple[tuple[Scalar, Node], ...]:
    return node.entries if isinstance(node, Mapping) else ()
