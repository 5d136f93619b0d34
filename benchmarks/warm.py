"""Times a build whose charts are all kept against ``plain.py``, side by side, and prints the ratios of CPU time.

``python benchmarks/warm.py [ROUNDS]``. They run in turn, so that what else the machine does falls on all. The plain
script is timed with one chart, and with the six that the deck has.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def cpu(command: list[str], environment: dict[str, str]) -> float:
    """Return the CPU time that a process took, user and system, in seconds."""
    before = os.times()
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system


def main(rounds: int) -> None:
    """Print the times of each round, then the ratios with their spread."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "DECKGEN_CACHE": f"{folder}/cache"}
        ours = [sys.executable, "-m", "deckgen", "build", str(ROOT / "content" / "osce-survey.yaml"), "-o", folder]
        plain = [sys.executable, str(ROOT / "benchmarks" / "plain.py"), f"{folder}/plain.pptx"]
        commands = [ours, [*plain, "1"], [*plain, "6"]]
        for command in commands:
            # Not counted: it compiles modules, lists fonts, and fills the cache.
            cpu(command, environment)
        taken = [[cpu(command, environment) for command in commands] for _ in range(rounds)]
    for warm, one, six in taken:
        print(f"warm build {warm:.2f} s   plain, one chart {one:.2f} s   plain, six charts {six:.2f} s")
    for name, place in (("one chart", 1), ("six charts", 2)):
        ratios = sorted(times[0] / times[place] for times in taken)
        middle = statistics.median(ratios)
        print(f"warm build / plain script, {name}: {middle:.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
