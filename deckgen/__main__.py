"""``python -m deckgen``, and the command ``deckgen``."""

import atexit
import codecs
import gc
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from types import FrameType, ModuleType
from typing import NoReturn


def main() -> None:
    """Run the command and end the process with its code."""
    try:
        _run()
    except SystemExit as ended:
        _end(ended.code)
        raise


def _end(code: object) -> None:
    """End the process at once; not where something is still at work in it, or looks on as it ends.

    Python takes everything apart before it ends, an eighth of a build; the system frees the memory as well.
    """
    from threading import active_count

    if not isinstance(code, int | None) or active_count() > 1 or sys.getprofile() or sys.gettrace():
        return
    atexit._run_exitfuncs()
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code or 0)


def _run() -> None:
    """Run the command; that it is stopped, or that a terminal lacks a letter, is no fault to be traced back."""
    for sign in (signal.SIGINT, signal.SIGTERM):
        # What runs in the background is not stopped from the keyboard.
        if signal.getsignal(sign) is not signal.SIG_IGN:
            signal.signal(sign, _stopped)
    _opened()
    codecs.register_error("deckgen", _spelled)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="deckgen")
    # Nearly all that a build makes is there until its end: to look through it again and again frees nothing.
    gc.set_threshold(1_000_000, 50, 50)
    sys.modules.setdefault(_PLUGINS, _NoPlugins(_PLUGINS))
    from deckgen.cli import main

    main()


_PLUGINS = "pydantic.plugin._loader"


class _NoPlugins(ModuleType):
    """Stands, in the command alone, for the module by which pydantic looks for what may look on as it works.

    There is nothing to see here. That module imports ``importlib.metadata`` first, and so email and sockets, whether
    plugins are looked for or not: a thirtieth of a build after a changed text. For all else it is fetched itself.
    """

    get_plugins = staticmethod(tuple)

    def __getattr__(self, name: str) -> object:
        """Return what pydantic's own module has of that name."""
        if name.startswith("__"):
            raise AttributeError(name)
        sys.modules.pop(_PLUGINS, None)
        return getattr(import_module(_PLUGINS), name)


def _stopped(number: int, _frame: FrameType | None) -> NoReturn:
    """End the process as if by a signal, after what is half written is taken away."""
    raise SystemExit(128 + number)


def _opened() -> None:
    """Put nothing in the place of a closed stdin, stdout or stderr, so that no file of ours stands there."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8")  # noqa: SIM115  # as long as the process
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8")  # noqa: SIM115


def _spelled(error: UnicodeError) -> tuple[str, int]:
    """Return what a stream has no signs for as JSON spells it."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2)), error.end


if __name__ == "__main__":
    main()
