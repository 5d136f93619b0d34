"""The words of a language, from the file of its name in ``deckgen/words``."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

Phrases = dict[str, str | dict[str, str]]

_WORDS = Path(__file__).parent.parent / "words"
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads all values as texts; these files are known to be sound, and nobody is told of a place in them."""


@cache
def languages() -> tuple[str, ...]:
    """Return the languages there are words for, such as ``en``."""
    return tuple(sorted(path.stem for path in _WORDS.glob("*.yaml")))


@cache
def phrases(language: str) -> tuple[Phrases, dict[str, tuple[str, ...]]]:
    """Return the phrases and the lists of words of one of ``languages``; they are read once and never changed."""
    whole = _read(f"{language}.yaml")
    return whole["phrases"], {name: tuple(words) for name, words in whole["lists"].items()}


@cache
def claim_words(language: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the words for claims in one of ``languages``: those of each kind and share, and how numbers are said."""
    whole = _read(f"claims/{language}.yaml")
    return {
        part: {name: tuple(words) for name, words in below.items()}
        for part, below in whole.items()
        if isinstance(below, Mapping)
    }


@cache
def claim_kinds() -> dict[str, dict[str, dict[str, str]]]:
    """Return what claims must measure up to: kinds, shares, multiples and degrees, each with what is said of it."""
    return {
        part: {name: told if isinstance(told, dict) else {"is": told} for name, told in below.items()}
        for part, below in _read("claims/kinds.yaml").items()
    }


def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load((_WORDS / name).read_bytes(), Loader=_LOADER)
    return found
