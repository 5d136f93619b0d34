"""The documentation of a check, read off its docstring."""

import inspect
import re
from collections.abc import Mapping

from deckgen.checks.base import Check
from deckgen.values import frozen

HEADINGS = ("What it finds", "Why it matters", "Example", "Instead")
"""What stands in the docstring of each check, under its sentence."""


@frozen(slots=True)
class CheckManual:
    """All there is to know of a check; ``parts`` has what stands under each heading."""

    code: str
    name: str
    severity: str
    sentence: str
    parts: Mapping[str, str]


def manual(check: Check) -> CheckManual:
    """Return what there is to know of a check."""
    told = inspect.getdoc(type(check)) or ""
    sentence = " ".join(told.split("\n\n", maxsplit=1)[0].split())
    return CheckManual(check.code, check.name, check.severity.name.lower(), sentence, dict(_parts(told)))


def _parts(told: str) -> list[tuple[str, str]]:
    found = []
    for heading in HEADINGS:
        match = re.search(rf"^{heading}:?\n((?:    .*\n?|\n)+)", told, re.MULTILINE)
        if match:
            found.append((heading, " ".join(match[1].split())))
    return found
