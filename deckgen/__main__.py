"""``python -m deckgen``, and the command ``deckgen``."""

import codecs
import gc
import os
import signal
import sys
from types import FrameType
from typing import NoReturn


def main() -> None:
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
    gc.set_threshold(200_000, 50, 50)
    from deckgen.cli import main

    main()


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
