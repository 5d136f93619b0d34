"""Diagnostics as text for people, one line each for terminals, or JSON for machines."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.request import SLIDES

if TYPE_CHECKING:
    from deckgen.request import Built

FORMATS = ("text", "concise", "json", "github", "sarif")
MACHINE = {"json", "sarif"}
"""The formats that are one document on stdout, for all decks together."""
LONGEST_LINE = 400
"""How many characters are shown of a line."""
MOST_TOLD = 100
"""How many mistakes of one deck are told to people at once."""
_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "blue"}


def line(found: Diagnostic) -> str:
    """Return one diagnostic on one line, place first."""
    return f"{found.span}: {found.severity.name.lower()}: {found.message} [{found.code} {found.name}]"


def text(found: Diagnostic) -> str:
    """Return one diagnostic with the line it speaks of, and what to do."""
    place, _, message = line(found).partition(" ")
    severity, _, rest = message.partition(" ")
    head = f"{click.style(place, bold=True)} {click.style(severity, fg=_COLORS[found.severity])} {rest}"
    parts = [head, *_snippet(found)]
    if found.hint:
        parts.append(f"  help: {found.hint}")
    return "\n".join(parts)


def concise(found: Diagnostic) -> str:
    """Return one diagnostic and what to do on one line."""
    return f"{line(found)}: {found.hint}" if found.hint else line(found)


def as_json(diagnostics: Iterable[Diagnostic], outputs: Iterable[Path]) -> str:
    """Return outputs and diagnostics as one JSON object; lines and columns count from 1."""
    import json

    listed = [
        {
            "code": found.code,
            "name": found.name,
            "severity": found.severity.name.lower(),
            "message": found.message,
            "hint": found.hint,
            "filename": str(found.span.path),
            "location": {"row": found.span.line, "column": found.span.column},
            "end_location": {"row": found.span.end_line, "column": found.span.end_column},
        }
        for found in diagnostics
    ]
    return json.dumps({"outputs": [str(path) for path in outputs], "diagnostics": listed}, ensure_ascii=False, indent=2)


def as_sarif(diagnostics: Iterable[Diagnostic], version: str) -> str:
    """Return diagnostics as SARIF (OASIS SARIF 2.1.0), which code hosts and editors show at their lines."""
    import json

    told = list(diagnostics)
    rules = {found.code: found.name for found in told}
    results = [
        {
            "ruleId": found.code,
            "level": _LEVELS[found.severity],
            "message": {"text": f"{found.message}: {found.hint}" if found.hint else found.message},
            "locations": [{"physicalLocation": _location(found)}],
        }
        for found in told
    ]
    listed = [{"id": code, "name": name} for code, name in sorted(rules.items())]
    driver = {"name": "deckgen", "version": version, "rules": listed}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def _location(found: Diagnostic) -> dict[str, object]:
    from urllib.parse import quote

    span = found.span
    region = {"startLine": span.line, "startColumn": span.column}
    region |= {"endLine": span.end_line, "endColumn": span.end_column}
    return {"artifactLocation": {"uri": quote(span.path.as_posix())}, "region": region}


def github(found: Diagnostic) -> str:
    """Return one diagnostic as a workflow command, by which GitHub annotates the line."""
    span, level = found.span, {Severity.ADVICE: "notice"}.get(found.severity, found.severity.name.lower())
    place = {"file": str(span.path), "line": span.line, "col": span.column, "title": f"{found.code} {found.name}"}
    properties = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in place.items())
    message = f"{found.message}: {found.hint}" if found.hint else found.message
    return f"::{level} {properties}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


ONE = {"text": text, "concise": concise, "github": github}
"""What tells one diagnostic, by the name of the format."""


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return how many errors and warnings there are, and how much advice."""
    severities = [found.severity for found in diagnostics]
    counts = [(severities.count(kind), name) for kind, name in _NAMES.items()]
    return ", ".join(f"{count} {one if count == 1 else many}" for count, (one, many) in counts if count)


_NAMES = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.ADVICE: ("piece of advice", "pieces of advice"),
}


def slides(count: int) -> str:
    """Return how many slides there are, in words."""
    return "1 slide" if count == 1 else f"{count} slides"


def written(built: "Built") -> str:
    """Return the lines that tell of a written deck: its files, what it holds, and how much is kept for others."""
    lacking, parts = built.slides_for_others, built.parts_for_others
    counts = [slides(lacking) if lacking else "", ("1 part" if parts == 1 else f"{parts} parts") if parts else ""]
    others = f"; {' and '.join(filter(None, counts))} kept for others" if any(counts) else ""
    first, *more = _as_listed(built.outputs)
    return "\n".join([f"{first}  {slides(built.slides)}, theme {built.theme}{others}", *more])


def _as_listed(outputs: Sequence[Path]) -> list[str]:
    """Return files line by line, those of one kind in a folder of slides as one."""
    folders: dict[tuple[Path, str], list[Path]] = {}
    for path in outputs:
        folders.setdefault((path.parent if path.parent.suffix == SLIDES else path, path.suffix), []).append(path)
    return [str(some[0]) if len(some) == 1 else f"{some[0]} … {some[-1].name}" for some in folders.values()]


def for_audience(audience: str, found: Diagnostic) -> Diagnostic:
    """Return what was found in the deck for an audience and not in those before, so that it says whose it is."""
    said = f"“{audience}”" in found.message
    return found if said else replace(found, message=f"for {audience}: {found.message}")


def mistake(found: Diagnostic) -> tuple[object, ...]:
    """Return what is the same of a diagnostic in the decks of all audiences, where slides have other numbers."""
    return found.code, found.span, re.sub(r"\bslides? \d+( and \d+)?", "slide", found.message)


def _snippet(found: Diagnostic) -> list[str]:
    """Return the line that a diagnostic speaks of, and a mark under its part; nothing if it cannot be read."""
    from deckgen.source.files import UNPRINTABLE

    lines = _lines(found.span.path, _saved(found.span.path))
    if found.span.line > len(lines):
        return []
    whole = UNPRINTABLE.sub("�", lines[found.span.line - 1].replace("\t", " "))
    number, column = str(found.span.line), found.span.column - 1
    same_line = found.span.end_line == found.span.line
    length = (found.span.end_column if same_line else len(whole) + 1) - found.span.column
    # Of a line that is longer than any screen, what stands around the place.
    first = max(0, column - LONGEST_LINE // 4) if len(whole) > LONGEST_LINE else 0
    shown = f"{'…' * bool(first)}{whole[first : first + LONGEST_LINE]}{'…' * (len(whole) > first + LONGEST_LINE)}"
    start = column - first + bool(first)
    mark = "^" * max(1, min(length, len(shown) - start))
    return [f"  {number} | {shown}", f"  {' ' * len(number)} | {' ' * start}{mark}"]


def _saved(path: Path) -> int:
    """Return when a file was saved: in a watch it is told of again and again."""
    try:
        return path.stat().st_mtime_ns
    except (OSError, ValueError):
        return 0


@lru_cache(8)
def _lines(path: Path, _saved: int) -> tuple[str, ...]:
    from deckgen.source.files import LARGEST, contents_of

    try:
        return tuple(
            contents_of(path, LARGEST).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        )
    except (OSError, ValueError):
        return ()
