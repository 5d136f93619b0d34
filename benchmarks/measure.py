"""Runs commands in turn, each a process of its own, and tells their CPU time, their time and their memory as ratios."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent
MIB = 2**20
LONG = 3.0
"""From how many seconds on compiling modules and listing fonts is not seen any more."""
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
"""In how many bytes the system counts the memory of a process."""


@dataclass(frozen=True)
class Run:
    """What one run took: CPU time of it and its children, time on the clock, both in seconds; bytes at its peak."""

    cpu: float
    wall: float
    peak: int


@dataclass(frozen=True)
class Contender:
    """One who is timed: a command, and what is done before each run without being counted."""

    name: str
    command: Sequence[str]
    before: Callable[[], object] = lambda: None
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: Path = ROOT


def timed(contender: Contender) -> Run:
    """Return what one run of a command took.

    Raises ``RuntimeError`` if it fails.
    """
    contender.before()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **contender.environment}
    # As it is where deckgen is installed: each run would otherwise compile every module again.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.perf_counter()
    process = subprocess.Popen(
        contender.command,
        env=environment,
        cwd=contender.folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    said = process.stderr.read() if process.stderr else ""
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.stderr:
        process.stderr.close()
    if process.returncode:
        raise RuntimeError(f"{contender.name} ended with {process.returncode}:\n{said}")
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * _PEAK_UNIT)


def compared(title: str, ours: Contender, peers: Sequence[Contender], rounds: int, *, wall: bool = False) -> list[Run]:
    """Run all in turn ``rounds`` times, print what they took and how ours stands to each, and return our runs.

    The first round is not counted, unless it is long: it compiles modules and lists fonts. So that what else the
    machine does falls on all, a ratio is of two runs that follow each other; it is told as the least, the middle and
    the most of them.
    """
    everyone = [ours, *peers]
    first = [timed(contender) for contender in everyone]
    runs = [first] if min(run.cpu for run in first) > LONG else []
    runs += [[timed(contender) for contender in everyone] for _ in range(rounds - len(runs))]
    print(f"\n{title}")
    for place, contender in enumerate(everyone):
        own = [of[place] for of in runs]
        cpu, clock = (statistics.median(values) for values in ([run.cpu for run in own], [run.wall for run in own]))
        peak = max(run.peak for run in own) / MIB
        print(f"  {contender.name:<34} {cpu:8.2f} s CPU {clock:8.2f} s {peak:6.0f} MiB")
    for place, contender in enumerate(peers, start=1):
        told(f"CPU, ours / {contender.name}", [of[0].cpu / of[place].cpu for of in runs])
        if wall:
            told(f"time, ours / {contender.name}", [of[0].wall / of[place].wall for of in runs])
    return [of[0] for of in runs]


def told(what: str, values: Sequence[float]) -> None:
    """Print a ratio with its spread."""
    print(f"  {what}: {statistics.median(values):.2f}  ({min(values):.2f} to {max(values):.2f})")
