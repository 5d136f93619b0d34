"""Builds decks of thousands of damaged files, on all cores: ``python -m tests.fuzz 5000``.

What makes deckgen fail is written to a folder, as small as it could be made, and belongs into tests/fuzz/corpus.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from random import Random

from tests.fuzz.mutate import Mutated, mutated
from tests.fuzz.smaller import smaller
from tests.fuzz.trial import Trial, tried
from tests.fuzz.workshop import Seed, Workshop, seeds, themes, workshop

BATCH = 20


def main(arguments: Sequence[str]) -> int:
    """Try as many files as asked for; return how many of them made deckgen fail."""
    wanted = _wanted(arguments)
    write = sys.stdout.write
    write(f"seed {wanted.seed}: {wanted.count} files on {wanted.jobs} cores, failures go to {wanted.failures}\n")
    outcomes: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    slowest: list[tuple[float, str]] = []
    batches = [range(at, min(at + BATCH, wanted.count)) for at in range(0, wanted.count, BATCH)]
    with ProcessPoolExecutor(wanted.jobs) as pool:
        jobs = [pool.submit(_batch, wanted.seed, batch, wanted.failures, wanted.themes) for batch in batches]
        for number, job in enumerate(as_completed(jobs), start=1):
            for name, trial in job.result():
                outcomes["fault" if trial.faults else "refused" if trial.refused else "built"] += 1
                faults.update(_kind(fault) for fault in trial.faults)
                slowest = sorted([*slowest, (trial.seconds, name)], reverse=True)[:5]
            if sys.stdout.isatty() or number % 25 == 0 or number == len(jobs):
                start, end = ("\r\x1b[2K", "") if sys.stdout.isatty() else ("", "\n")
                write(f"{start}{sum(outcomes.values())} of {wanted.count}: {_counts(outcomes)}{end}")
                sys.stdout.flush()
    write("\nslowest, in seconds of a processor:\n")
    sys.stdout.writelines(f"  {seconds:6.2f}  {name}\n" for seconds, name in slowest)
    sys.stdout.writelines(f"{count:5} × {fault}\n" for fault, count in faults.most_common())
    return outcomes["fault"]


def _wanted(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=500, help="how many files")
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(3)), help="where to begin")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="on how many cores")
    parser.add_argument("--failures", type=Path, default=Path(tempfile.gettempdir(), "deckgen-fuzz"))
    parser.add_argument("--themes", action="store_true", help="damage theme.yaml, not decks")
    return parser.parse_args(arguments)


def _batch(seed: int, numbers: range, failures: Path, of_themes: bool) -> list[tuple[str, Trial]]:
    """Return what came of some files; those with faults are kept."""
    listed = themes() if of_themes else seeds()
    return list(_tried(listed, seed, numbers, failures))


def _tried(listed: Sequence[Seed], seed: int, numbers: range, failures: Path) -> Iterator[tuple[str, Trial]]:
    for number in numbers:
        rng = Random(f"{seed} {number}")
        chosen = rng.choice(listed)
        made = mutated(chosen.text, rng, rng.choice((1, 1, 2, 3, 4)), bytewise=rng.random() < 0.1)
        with workshop(chosen, rng) as place:
            trial = tried(made.raw, place)
            if trial.faults:
                _kept(failures / f"{seed}-{number}", made, [chosen.name, str(place.wanted), *made.edits], trial, place)
        yield f"{seed} {number}, {chosen.name}: {', '.join(made.edits)}", trial


def _kept(path: Path, made: Mutated, told: list[str], trial: Trial, place: Workshop) -> None:
    """Write a file that made deckgen fail, and the smallest of it that fails likewise."""
    kinds = set(map(_kind, trial.faults))
    small = smaller(made.raw, lambda raw: kinds & set(map(_kind, tried(raw, place).faults)))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".yaml").write_bytes(small)
    path.with_suffix(".whole.yaml").write_bytes(made.raw)
    path.with_suffix(".txt").write_text("\n".join([*told, *trial.faults]) + "\n", "utf-8", "replace")


def _kind(fault: str) -> str:
    """Return what is the same of a fault in another file: no numbers."""
    return "".join("#" if character.isdigit() else character for character in fault)[:110]


def _counts(outcomes: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(outcomes.items()))


if __name__ == "__main__":
    sys.exit(bool(main(sys.argv[1:])))
