"""Kills builds at random moments, and sees that there is always a whole deck: ``python -m tests.kill 200``.

A quarter as many again are killed as soon as the file that is being written is seen beside the old deck.

Two decks take turns under one name, with an empty cache each time, so that charts are painted and kept as well.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.builders import ROOT

DECK = """\
title: A deck
indicators:
  a: {{label: Forced begging, before: 47%, after: {after}%}}
slides:
  - {{title: It rose, indicators: [a]}}
"""


class Killing:
    """Builds in ``folder`` that are killed; ``whole`` are the bytes of the decks as a build that lives writes them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "output"
        self.environment = os.environ | {
            "DECKGEN_CACHE": str(folder / "cache"),
            "PYTHONPATH": str(ROOT),
            "SOURCE_DATE_EPOCH": "0",
        }
        self.takes = 0.0
        self.whole = [self._built(after) for after in (59, 61)]

    def _built(self, after: int) -> bytes:
        before = time.monotonic()
        assert self.begun(after).wait() == 0
        self.takes = time.monotonic() - before
        return (self.output / "deck.pptx").read_bytes()

    def begun(self, after: int) -> "subprocess.Popen[bytes]":
        """Return a build that is under way."""
        (self.folder / "deck.yaml").write_text(DECK.format(after=after))
        for entry in (self.folder / "cache" / "charts").glob("*.chart"):
            entry.unlink()
        arguments = [sys.executable, "-m", "deckgen", "build", "deck.yaml"]
        quiet = subprocess.DEVNULL
        return subprocess.Popen(arguments, cwd=self.folder, env=self.environment, stdout=quiet, stderr=quiet)

    def kill(self, moment: float, after: int) -> None:
        """Kill a build ``moment`` seconds after it began, and see what it leaves."""
        build = self.begun(after)
        time.sleep(moment)
        build.send_signal(signal.SIGKILL)
        build.wait()
        assert (self.output / "deck.pptx").read_bytes() in self.whole

    def kill_in_the_write(self, after: int) -> bool:
        """Kill a build as soon as it writes the deck, see what it leaves, and return whether it was caught at that."""
        build = self.begun(after)
        while build.poll() is None and not self._under_way():
            pass
        build.send_signal(signal.SIGKILL)
        build.wait()
        assert (self.output / "deck.pptx").read_bytes() in self.whole
        return self._under_way()

    def _under_way(self) -> bool:
        """Return whether a file stands beside the deck that is to take its place."""
        with os.scandir(self.output) as entries:
            return any(entry.name.endswith(".part") for entry in entries)

    def left(self) -> list[str]:
        """Return what stands beside decks and charts."""
        there = [*self.output.iterdir(), *(self.folder / "cache" / "charts").iterdir()]
        return sorted(path.name for path in there if path.suffix not in (".pptx", ".chart"))


def killed(folder: Path, times: int, seed: int) -> str:
    """Return what came of as many builds, each killed at a random moment, and of others that were in the write itself.

    Parts left behind are gone at the end.
    """
    chance, killing, parts, caught = random.Random(seed), Killing(folder), 0, 0
    for number in range(times):
        killing.kill(chance.uniform(0, 1.2 * killing.takes), (59, 61)[number % 2])
        parts = max(parts, len(killing.left()))
    for number in range(times // 4):
        caught += killing.kill_in_the_write((59, 61)[number % 2])
        parts = max(parts, len(killing.left()))
    assert caught
    # One of the two is there already, and is left as it is.
    assert [killing.begun(after).wait() for after in (61, 59)] == [0, 0]
    assert (killing.output / "deck.pptx").read_bytes() == killing.whole[0]
    assert killing.left() == []
    return (
        f"{times} builds killed within {1.2 * killing.takes:.1f} s, and {caught} of {times // 4} others in the write of "
        f"the deck: always a whole deck; at most {parts} parts at once"
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        sys.stdout.write(killed(Path(name), int(sys.argv[1]), seed=int(sys.argv[2]) if len(sys.argv) > 2 else 1) + "\n")
