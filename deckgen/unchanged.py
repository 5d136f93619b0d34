"""Decks of which nothing has changed since they were built: told again as they were told, and left as they are.

A record of each build says what it was made of: every file that was read or looked for, deckgen itself and what is
installed, what was asked for; and the hash of each file that was written. Where one of them is not as it was, or there
is any doubt, there is no record.
"""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import field
from hashlib import sha256
from pathlib import Path
from typing import Any

from deckgen import store
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.request import Built
from deckgen.source.notes import Notes, is_as_noted
from deckgen.values import frozen

BOUND = 4 * 2**20
"""How many bytes of records are kept: of some thousand decks."""


@frozen
class Unchanged:
    """A deck that is as it was when it was built; ``built`` is what came of it for each audience."""

    content: Path
    audiences: tuple[str, ...]
    built: Mapping[str, Built]
    for_everyone: bool = True
    spec: bool = field(default=True, init=False)
    whole: bool = field(default=True, init=False)
    named: bool = field(default=True, init=False)


def unchanged(content: Path, asked: object) -> Unchanged | None:
    """Return a deck of which nothing has changed since what is ``asked`` for was built; None for any other."""
    name = _name(content, asked)
    entry = _records().get(name) if name else None
    if entry is None:
        return None
    told = json.loads(entry)
    if told["version"] != store.version().hex() or not is_as_noted(told["read"], told["linked"]):
        return None
    if not all(_hash(path) == known for path, known in told["written"].items()):
        return None
    built = {one["audience"]: _built(content, one) for one in told["built"]}
    return Unchanged(content, tuple(told["audiences"]), built)


def record(content: Path, asked: object, audiences: tuple[str, ...], built: Mapping[str, Built], read: Notes) -> None:
    """Keep what came of a deck for each audience that was ``asked`` for, ``read`` being all that it was made of."""
    from deckgen.plugins import are_ours

    name = _name(content, asked)
    written = {str(path): _hash(str(path)) for one in built.values() for path in one.outputs}
    failed = not built or None in written.values() or any(one.refused or not one.outputs for one in built.values())
    # Files of a package that adds to deckgen may change without its being installed again.
    if failed or not name or not are_ours():
        return
    told = {
        "version": store.version().hex(),
        "read": read.contents,
        "linked": read.links,
        "written": written,
        "audiences": audiences,
        "built": [_told(one) for one in built.values()],
    }
    _records().put({name: json.dumps(told).encode()})


def _records() -> store.Store:
    return store.of_user("built", ".json", BOUND)


def _name(content: Path, asked: object) -> str:
    """Return the name of the record; none where it is not known what a path means, the working folder being gone."""
    try:
        folder = str(Path.cwd())
    except OSError:
        return ""
    told = repr((folder, str(content), asked, sys.path, os.environ.get("SOURCE_DATE_EPOCH", "")))
    return sha256(told.encode("utf-8", "surrogateescape")).hexdigest()


def _hash(path: str) -> str | None:
    try:
        return sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return None


def _told(built: Built) -> dict[str, object]:
    return {
        "outputs": [str(path) for path in built.outputs],
        "slides": built.slides,
        "theme": built.theme,
        "audience": built.audience,
        "others": [built.slides_for_others, built.parts_for_others],
        "diagnostics": [
            [
                one.code,
                one.name,
                int(one.severity),
                one.message,
                [str(one.span.path), one.span.line, one.span.column, one.span.end_line, one.span.end_column],
                one.hint,
                one.label,
            ]
            for one in built.diagnostics
        ],
    }


def _built(content: Path, told: dict[str, Any]) -> Built:
    found = tuple(
        Diagnostic(code, name, Severity(severity), message, Span(Path(path), *places), hint, label)
        for code, name, severity, message, (path, *places), hint, label in told["diagnostics"]
    )
    lacking, parts = told["others"]
    return Built(
        content=content,
        outputs=tuple(map(Path, told["outputs"])),
        slides=told["slides"],
        theme=told["theme"],
        diagnostics=found,
        audience=told["audience"],
        slides_for_others=lacking,
        parts_for_others=parts,
    )
