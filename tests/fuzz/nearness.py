"""How well a message finds the line that was changed: ``python -m tests.fuzz.nearness 200``.

One edit is made in each file; its line is compared with that of the first diagnostic. What is told nowhere is listed:
an edit that changes what a deck says, and that no message mentions, is to be looked at.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from difflib import unified_diff
from random import Random

from deckgen import pipeline
from deckgen.cli.report import concise
from tests.fuzz.mutate import Mutated, mutated
from tests.fuzz.workshop import Seed, seeds, workshop

FAR = (
    "two decks are in one file", "a line is repeated many times", "a run of lines is doubled", "a run of lines is deleted",
    "an indicator in use is deleted", "the file is cut off", "windows ends its lines",
)  # fmt: skip
"""Edits that have no one line."""


def main(arguments: Sequence[str]) -> int:
    """Print how near the first message is, edit by edit, and every edit that is not told in its own line."""
    count, seed = int(arguments[0]) if arguments else 60, arguments[1] if arguments[1:] else "1"
    totals: Counter[str] = Counter()
    decks = [one for one in seeds() if "mistakes" not in one.name]
    number = 0
    while sum(totals.values()) < count:
        number += 1
        rng = Random(f"{seed} {number}")
        chosen = rng.choice(decks)
        made = mutated(chosen.text, rng, 1)
        if made.edits[0] in FAR or not made.line:
            continue
        kind, said = nearness(chosen, made)
        totals[kind] += 1
        if kind != "exact":
            _tell(number, chosen, made, kind, said)
    whole = sum(totals.values())
    sys.stdout.writelines(f"{found:4} {found / whole:5.0%} {kind}\n" for kind, found in totals.most_common())
    return 0


def nearness(seed: Seed, made: Mutated) -> tuple[str, str]:
    """Return where the first message of a changed file stands, from the change; and what it says."""
    with workshop(seed, Random(0)) as place:
        place.content.write_bytes(made.raw)
        _, _, found = pipeline.pages_of(place.content)
        if not found:
            return "silent", ""
        said = concise(found[0]).replace(f"{place.content.parent}/", "")
        lines = [one.span.line for one in found]
        distance = abs(lines[0] - made.line)
        if distance == 0 or any(one.span.line <= made.line <= one.span.end_line for one in found[:1]):
            return "exact", said
        return ("neighbour" if distance == 1 else "later in the list" if made.line in lines else "elsewhere"), said


def _tell(number: int, seed: Seed, made: Mutated, kind: str, said: str) -> None:
    before, after = seed.text.split("\n"), made.raw.decode("utf-8", "replace").split("\n")
    changed = [line for line in unified_diff(before, after, lineterm="", n=0) if line[:2] not in ("--", "++", "@@")]
    sys.stdout.write(f"== {number} {kind}: {made.edits[0]} in {seed.name}, line {made.line}\n")
    sys.stdout.writelines(f"   {line[:150]}\n" for line in changed[:4])
    sys.stdout.write(f"   {said[:260]}\n" if said else "")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
