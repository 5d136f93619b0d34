"""Notices that files change; the only module that meets watchfiles."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from threading import Event

import watchfiles

_QUIET = 10
"""For how many milliseconds nothing more may change: an editor that saves writes more than once."""
_LONGEST = 100
"""How many milliseconds of changes without a pause are waited for."""
_LOOK = 1_000
"""After how many milliseconds one looks anyway: on some shared folders nobody is told of a change."""


def changes(folders: Callable[[], Collection[Path]], stop: Event) -> Iterator[None]:
    """Yield whenever something may have changed in one of ``folders``, and every second; until ``stop``.

    They may be others each time. A folder that goes, or is not there, is no longer watched. Where the system has no
    watch left to give, one looks every second and no sooner.
    """
    while not stop.is_set():
        watched = _there(folders())
        if not watched:
            stop.wait(_LOOK / 1000)
            yield None
            continue
        watching = watchfiles.watch(
            *watched,
            watch_filter=None,
            debounce=_LONGEST,
            step=_QUIET,
            stop_event=stop,
            rust_timeout=_LOOK,
            yield_on_timeout=True,
            recursive=False,
            ignore_permission_denied=True,
        )
        try:
            for _ in watching:
                yield None
                if watched != _there(folders()):
                    break
        except (OSError, RuntimeError):
            stop.wait(_LOOK / 1000)
            yield None


def _there(folders: Collection[Path]) -> set[Path]:
    return {folder for folder in folders if folder.is_dir()}
