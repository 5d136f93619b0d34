"""Work that is shared out: in order, by others, and done all the same where one of them is killed."""

import os
import signal
import subprocess
import sys
import textwrap
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from deckgen import processes
from tests.builders import ROOT


def squared(number: int, parent: int, dies: int = -1) -> tuple[int, bool]:
    """Return the square of a number, and whether another process than ``parent`` made it."""
    if number == dies and os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number, os.getpid() != parent


def test_what_comes_of_each_task_is_told_in_their_order() -> None:
    made = list(processes.each(partial(squared, parent=os.getpid()), range(5), 2))
    assert made == [(number * number, True) for number in range(5)]


def test_a_task_whose_process_is_killed_is_done_here() -> None:
    made = list(processes.each(partial(squared, parent=os.getpid(), dies=2), range(4), 1))
    assert [square for square, _ in made] == [0, 1, 4, 9]
    assert not made[2][1]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")
def test_many_charts_are_painted_by_several_processes_to_the_same_bytes() -> None:
    script = """
        import hashlib, os
        from deckgen import pictures
        from deckgen.model.drawing import Bar, Drawing
        from deckgen.units import Rect, Size, inches
        from tests.builders import theme

        def drawing(number):
            return Drawing(Size(inches(2), inches(1)), (Bar(Rect.of_inches(0, 0, 1 + number / 99, 0.5), "accent"),))

        real, told = pictures._painted, []
        def noted(drawings, theme):
            open(f"{os.environ['DECKGEN_CACHE']}/{os.getpid()}", "w")
            return real(drawings, theme)
        pictures._painted = noted
        drawings = [drawing(number) for number in range(pictures.MANY + 1)]
        made = pictures.painted(drawings, theme(), told.append)
        print(list(made) == drawings, told[-1:], hashlib.sha256(repr(list(made.values())).encode()).hexdigest())
    """
    outcomes = []
    for cores in ("2", "1"):
        with TemporaryDirectory() as folder:
            patched = (
                f"from deckgen import processes, pictures\npictures.cores = lambda: {cores}\n{textwrap.dedent(script)}"
            )
            environment = os.environ | {"DECKGEN_CACHE": folder, "PYTHONPATH": str(ROOT)}
            done = subprocess.run(
                [sys.executable, "-c", patched], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
            )
            outcomes.append(
                (len([path for path in Path(folder).iterdir() if path.name.isdigit()]), done.stdout.split())
            )
    (several, shared), (one, alone) = outcomes
    assert (several, one) == (2, 1)
    assert shared[0] == alone[0] == "True"
    assert " ".join(shared[1:-1]) == "['painting charts, 25 of 25']"
    assert shared[-1] == alone[-1]
