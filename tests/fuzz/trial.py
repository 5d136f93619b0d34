"""One trial: what holds of any file at all when a deck is built of it."""

import re
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deckgen import pipeline
from deckgen.cli import report
from deckgen.diagnostics import Diagnostic
from deckgen.output import Unusable
from tests.fuzz.workshop import Workshop
from tests.writers.package import Package, problems

SLOWEST = 10.0
"""How many seconds of a processor a file may take."""


@dataclass(frozen=True)
class Trial:
    """What came of a file: the faults of deckgen, what it said, and how long it took, in seconds of a processor."""

    faults: tuple[str, ...]
    found: tuple[Diagnostic, ...] = ()
    refused: bool = True
    seconds: float = 0.0


def tried(raw: bytes, place: Workshop) -> Trial:
    """Return what comes of ``raw`` in the place of the damaged file of a workshop."""
    file, content, wanted = place.file, place.content, place.wanted
    file.write_bytes(raw)
    folder = content.parent / "output"
    _emptied(folder)
    start = time.process_time()
    try:
        built = pipeline.build(content, folder, wanted)
        seconds = time.process_time() - start
        checked = pipeline.check(content, wanted)
    except Unusable as error:
        return Trial(tuple(_left(folder)), refused=bool(str(error)), seconds=time.process_time() - start)
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        told = f"{type(error).__name__} in {Path(where.filename).name}:{where.name}: {str(error)[:200]}"
        return Trial((told,), seconds=time.process_time() - start)
    faults = [*_spoken(built.diagnostics, file), *_agreeing(built, checked)]
    if seconds > SLOWEST:
        faults.append(f"it takes {seconds:.0f} seconds")
    for output in built.outputs:
        faults += problems(Package(output.read_bytes()))
    written = {output.name for output in built.outputs}
    faults += [f"{name} is left" for name in _left(folder) if name not in written]
    return Trial(tuple(faults), built.diagnostics, built.refused, seconds)


def _spoken(found: tuple[Diagnostic, ...], file: Path) -> Iterator[str]:
    """Yield what is wrong with diagnostics themselves: they have a place, a message, and say what to do."""
    for one in found:
        yield from misplaced(one, file)
        if not one.message or not one.hint:
            yield f"{one.code} says nothing, or not what to do"
        if re.search(r"Traceback|Error\b|<class|object at 0x|pydantic|NoneType", f"{one.message} {one.hint}"):
            yield f"{one.code} speaks of its own works: {one.message}"
        report.text(one)


def misplaced(found: Diagnostic, file: Path) -> Iterator[str]:
    """Yield what is wrong with the place of a diagnostic, if it is one in ``file``."""
    span = found.span
    if span.path != file:
        return
    text = file.read_bytes().decode("utf-8-sig", "replace")
    lines = re.split("\r\n|\r|\n", text)
    for line, column in ((span.line, span.column), (span.end_line, span.end_column)):
        if not 1 <= line <= len(lines):
            yield f"{found.code} names line {line} of {len(lines)}"
        elif not 1 <= column <= len(lines[line - 1]) + 1:
            yield f"{found.code} names column {column} of line {line}, which has {len(lines[line - 1])} characters"
    if (span.end_line, span.end_column) < (span.line, span.column):
        yield f"{found.code} ends before it begins"


def _agreeing(built: pipeline.Built, checked: pipeline.Built) -> Iterator[str]:
    """Yield where a check does not say what a build says."""
    if built.diagnostics != checked.diagnostics:
        yield "build and check find different things"
    if built.refused != checked.refused or bool(built.outputs) == built.refused:
        yield "a refused deck is written, or a sound one is not"


def _left(folder: Path) -> Iterator[str]:
    yield from (path.name for path in sorted(folder.glob("*")) or sorted(folder.glob(".*")))


def _emptied(folder: Path) -> None:
    for path in folder.glob("*"):
        path.unlink()
