"""Times a check against a build with an empty cache, side by side, and prints the ratio of CPU time.

``python benchmarks/check.py [ROUNDS]``. They run in turn, each as a process of its own, so that what else the machine
does falls on both. Each build has a cache folder of its own, and so paints every chart.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
DECK = ROOT / "content" / "osce-survey.yaml"


def cpu(verb: list[str], cache: str) -> float:
    """Return the CPU time that ``deckgen`` took, user and system, in seconds."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DECKGEN_CACHE": cache}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "deckgen", *verb]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main(rounds: int) -> None:
    """Print the times of each round, then the ratio with its spread."""
    with tempfile.TemporaryDirectory() as folder:
        check, build = ["check", str(DECK)], ["build", str(DECK), "-o", folder]
        # Not counted: the first run compiles modules and lists fonts.
        cpu(build, f"{folder}/first")
        taken = []
        for number in range(rounds):
            taken.append((cpu(check, f"{folder}/none"), cpu(build, f"{folder}/{number}")))
            print(f"check {taken[-1][0]:.2f} s   cold build {taken[-1][1]:.2f} s")
    ratios = sorted(one / other for one, other in taken)
    print(f"check / cold build: {statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
