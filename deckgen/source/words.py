"""The words of a language, from the file of its name in ``deckgen/words``, kept between builds as they were read."""

import json
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from deckgen import store

BOUND = 2**20
"""How many bytes are kept: all languages, in two versions."""

Phrases = dict[str, str | dict[str, str]]

_WORDS = Path(__file__).parent.parent / "words"


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
    """Return what one of the files says; JSON of it is read in a twentieth of the time."""
    kept = store.of_user("words", ".json", BOUND)
    called = sha256(store.version() + name.encode()).hexdigest()
    # Who can write to the cache can change which words are found, no more: what is no mapping of them is read anew.
    with suppress(ValueError, RecursionError):
        entry = kept.get(called)
        known: Any = json.loads(entry) if entry is not None else None
        if _is_words(known):
            return dict(known)
    found = _parsed(_WORDS / name)
    kept.put({called: json.dumps(found, ensure_ascii=False).encode()})
    return found


def _is_words(told: object) -> bool:
    """Return whether something is mappings of texts and lists of them, beside the name of a language."""
    if isinstance(told, dict):
        return all(name == "lang" or (isinstance(part, dict) and _is_below(part)) for name, part in told.items())
    return False


def _is_below(part: object) -> bool:
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else None
    return isinstance(part, str) if inner is None else all(_is_below(one) for one in inner)


def _parsed(path: Path) -> dict[str, Any]:
    """Return what a file says, all values as texts; it is known to be sound, and nobody is told of a place in it."""
    import yaml

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    found: dict[str, Any] = yaml.load(path.read_bytes(), Loader=loader)
    return found
