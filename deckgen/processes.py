"""How work is shared out to several processes."""

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

Task = TypeVar("Task")
Result = TypeVar("Result")

_THREADED = ("typst",)
"""Modules that begin threads which Python does not know of: a copy of the process has lost them, and waits for ever."""


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_be_copied() -> bool:
    """Return whether a process can begin as a copy of this one, with all that it has imported, in no time."""
    threaded = threading.active_count() > 1 or any(name in sys.modules for name in _THREADED)
    return sys.platform == "linux" and not threaded


def _context() -> "BaseContext":
    """Return how processes begin: as copies of this one where that is safe."""
    import multiprocessing

    return multiprocessing.get_context("fork" if can_be_copied() else "spawn")


def is_one_of_several() -> bool:
    """Return whether this process was begun to take a share of another's work, and should share out none."""
    if "multiprocessing" not in sys.modules:
        return False
    import multiprocessing

    return multiprocessing.parent_process() is not None


def each(
    work: Callable[[Task], Result], tasks: Sequence[Task], most: int, ready: Callable[[], object] = lambda: None
) -> Iterator[Result]:
    """Yield what comes of each task, in their order, made by up to ``most`` processes.

    What copies of this process should have imported is made ``ready`` first. A task whose process is killed is taken
    up by this one.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    if can_be_copied():
        ready()
    with ProcessPoolExecutor(min(most, len(tasks)), mp_context=_context()) as pool:
        waiting = [pool.submit(work, task) for task in tasks]
        try:
            for task, future in zip(tasks, waiting, strict=True):
                try:
                    made = future.result()
                except BrokenProcessPool:
                    made = work(task)
                yield made
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
