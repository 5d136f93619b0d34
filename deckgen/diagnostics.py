"""What deckgen has to say about a file: values, never printed here."""

import re
from collections.abc import Iterable
from dataclasses import replace
from enum import IntEnum
from functools import lru_cache
from pathlib import Path

from deckgen.values import frozen


class Severity(IntEnum):
    """How much a diagnostic weighs; an error stops writing."""

    ADVICE = 0
    WARNING = 1
    ERROR = 2


@frozen(slots=True, order=True)
class Span:
    """A stretch of a source file; lines and columns count characters from 1, the end is not part of it."""

    path: Path
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@frozen(slots=True)
class Diagnostic:
    """One thing found: what is wrong, where, and what to do."""

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    hint: str = ""
    label: str = ""


LONGEST_QUOTE = 200
"""How many characters of a text a message quotes."""

_LONG_QUOTE = re.compile(rf"(“[^”]{{{LONGEST_QUOTE}}})[^”]+")
_LONGEST = 2_000
"""How many characters a message or a hint may have in all."""


_UNSEEN = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
"""What would make a terminal do something else than show it."""


def _brief(text: str) -> str:
    """Return what is said with long texts cut short, since they can be read in their place, and nothing unseen."""
    short = _LONG_QUOTE.sub(r"\1…", text)[:_LONGEST] if len(text) > LONGEST_QUOTE else text
    return short if short.isprintable() else re.sub(_UNSEEN, "�", short)


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return ``diagnostics`` by file, line and column, each once, none longer than can be read."""
    brief = (replace(found, message=_brief(found.message), hint=_brief(found.hint)) for found in diagnostics)
    unique = dict.fromkeys(brief)
    return tuple(sorted(unique, key=lambda found: (found.span, found.code, found.message)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether one of ``diagnostics`` stops writing."""
    return any(found.severity is Severity.ERROR for found in diagnostics)


def has_warnings(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether one of ``diagnostics`` is more than advice."""
    return any(found.severity > Severity.ADVICE for found in diagnostics)


_LONGEST_NAME = 100
_MANY = 100
CYRILLIC_TWINS = dict(zip("аеорсухіАВЕКМНОРСТХ", "aeopcyxiABEKMHOPCTX", strict=True))
"""Cyrillic letters, and the Latin ones that look like them."""
_TWINS = str.maketrans(CYRILLIC_TWINS)


@lru_cache(maxsize=1024)
def _closest(written: str, names: tuple[str, ...]) -> str:
    """Return the name most like what was written, empty if none is; of many, only those about as long are looked at."""
    from difflib import get_close_matches

    if len(names) > _MANY:
        ends = {*written[:1], *written[-1:]}
        names = tuple(name for name in names if abs(len(name) - len(written)) < 4 and {name[:1], name[-1:]} & ends)
    return next(iter(get_close_matches(written, names, n=1, cutoff=0.6)), "")


def _twins(written: str, meant: str) -> str:
    """Return what cannot be seen: which letter of a name is of another alphabet."""
    foreign = next((letter for letter in written if letter.translate(_TWINS) != letter and letter not in meant), "")
    return f" the “{foreign}” in it is a Cyrillic letter" if foreign and written.translate(_TWINS) == meant else ""


def did_you_mean(written: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return a hint that names the closest of ``known``, or else ``otherwise`` or all of them."""
    names = sorted(known)
    close = _closest(written.lower()[:_LONGEST_NAME], tuple(names))
    if close:
        return f"did you mean “{close}”?{_twins(written, close)}"
    return otherwise or (f"there is: {', '.join(names)}" if names else "")
