"""How the process of the command ends: at once, its code and all that it said being there."""

import subprocess
import sys
from pathlib import Path

import pytest
from inline_snapshot import snapshot

ROOT = Path(__file__).parent.parent.parent
AT_EXIT = "import atexit\natexit.register(print, 'done at the end')\n"
TAKEN_APART = "import sys\nsys.kept = type('Kept', (), {'__del__': lambda self: print('taken apart')})()\n"
RUN = "import sys\nsys.argv = ['deckgen', '--version']\nfrom deckgen.__main__ import main\nmain()\n"


def ended(code: str) -> list[str]:
    """Return what a program says that runs the command."""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_what_is_to_be_done_at_the_end_is_done_but_nothing_is_taken_apart() -> None:
    assert ended(AT_EXIT + TAKEN_APART + RUN) == snapshot(["deckgen, version 0.1.0", "done at the end"])


def test_the_process_ends_as_ever_where_a_thread_is_still_at_work() -> None:
    thread = (
        "import threading, time\nthreading.Thread(target=lambda: (time.sleep(0.3), print('thread done'))).start()\n"
    )
    assert ended(TAKEN_APART + thread + RUN) == snapshot(["deckgen, version 0.1.0", "thread done"])


def test_a_profiler_sees_the_end() -> None:
    profile = [sys.executable, "-m", "cProfile", "-m", "deckgen", "--version"]
    done = subprocess.run(profile, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "function calls" in done.stdout


@pytest.mark.parametrize(("asked", "code"), [("--version", 0), ("--unknown", 2), ("check no.yaml", 3)])
def test_the_code_is_that_of_the_command(asked: str, code: int, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "deckgen", *asked.split()], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == code
    assert bool(done.stdout) != bool(done.stderr)
