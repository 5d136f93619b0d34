"""A line that a hint proposes is read without the mistake that it is the remedy of."""

import re
from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest

from deckgen.diagnostics import Diagnostic
from deckgen.source.yaml import read
from tests.builders import NAME, concise
from tests.fuzz.mutate import EDITS, Nothing
from tests.fuzz.workshop import seeds

WHOLE_LINES = {"S105", "S111", "S112", "S115", "S116", "S117", "S118", "S119", "S121", "S122", "S141", "S142"}
"""The mistakes whose hint is a line as it should be."""
SMALL = [seed for seed in seeds() if len(seed.text) < 3_000]


def remedies(text: str) -> Iterator[tuple[Diagnostic, str]]:
    """Yield each mistake whose hint is a line, and the text with that line in the place of the wrong one."""
    lines = text.split("\n")
    for found in read(text.encode(), NAME)[1]:
        proposed = found.hint.partition(": ")[2]
        line = lines[found.span.line - 1]
        if found.code not in WHOLE_LINES or not proposed or proposed.endswith("…") or _words(proposed) != _words(line):
            continue
        indent = line[: len(line) - len(line.lstrip())]
        # A line that lost its dash, or began elsewhere, stands where the items do.
        beside = [other for other in lines if other.lstrip().startswith("- ") and found.code in ("S141", "S142")]
        if beside:
            above = [other for other in lines[: found.span.line - 1] if other in beside] or beside
            indent = above[-1][: len(above[-1]) - len(above[-1].lstrip())]
        yield found, "\n".join([*lines[: found.span.line - 1], indent + proposed, *lines[found.span.line :]])


def _words(line: str) -> str:
    return re.sub(r"[\W_]", "", line)


@pytest.mark.parametrize("batch", range(4))
def test_the_proposed_line_is_read_without_the_mistake(batch: int) -> None:
    tried: Counter[str] = Counter()
    for number in range(150):
        rng = Random(f"{batch} {number}")
        lines = rng.choice(SMALL).text.split("\n")
        try:
            EDITS[rng.choice(SIGNS)](rng, lines)
        except Nothing:
            continue
        text = "\n".join(lines)
        for found, mended in remedies(text):
            left = [one for one in read(mended.encode(), NAME)[1] if one.code == found.code]
            same = [one for one in left if one.span.line == found.span.line]
            line = lines[found.span.line - 1]
            assert not same, f"{line}\n{concise(found)}\n{concise(same[0])}"
            tried[found.code] += 1
    assert len(tried) >= 5


SIGNS = [
    name for name in EDITS if re.search("quotation|space|dash|colon|brace|bracket|hash|sign|star|Word|comma", name)
]
