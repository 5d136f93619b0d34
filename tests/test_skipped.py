"""What may not happen to a run of the tests: that one is skipped in CI, or hangs for ever."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import ROOT

MODULE = "import pytest\n\n{head}\n\ndef test_two():\n    {body}\n"


def ran(folder: Path, ci: str, head: str, body: str, *options: str) -> tuple[int, str]:
    """Return how a run of two tests ends, of which one passes, in as many processes as the options say."""
    (folder / "test_one.py").write_text("def test_one():\n    pass\n")
    (folder / "test_two.py").write_text(MODULE.format(head=head, body=body))
    command = [sys.executable, "-m", "pytest", "-p", "tests.skipped", *options]
    environment = os.environ | {"CI": ci, "PYTHONPATH": str(ROOT)}
    made = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return made.returncode, made.stdout


SKIPS = "pytest.skip('there is no moon')"
SKIPS_ALL = "pytest.skip('there is no moon', allow_module_level=True)"


@pytest.mark.parametrize(
    ("head", "body", "processes"),
    [("", SKIPS, "0"), ("", SKIPS, "2"), (SKIPS_ALL, "pass", "2")],
    ids=["a test", "a test elsewhere", "a module"],
)
def test_a_skip_fails_the_run_in_ci_and_is_told(tmp_path: Path, head: str, body: str, processes: str) -> None:
    code, told = ran(tmp_path, "true", head, body, "-n", processes)
    assert code == 1
    assert "skipped, and CI skips nothing" in told
    assert ": there is no moon\n" in told


@pytest.mark.parametrize(("ci", "body"), [("true", "pass"), ("", SKIPS)], ids=["no skip in CI", "a skip elsewhere"])
def test_all_else_passes(tmp_path: Path, ci: str, body: str) -> None:
    assert ran(tmp_path, ci, "", body, "-n", "0")[0] == 0


def test_a_test_that_hangs_fails_and_the_others_run(tmp_path: Path) -> None:
    hangs = "import time; time.sleep(1000)"
    code, told = ran(tmp_path, "", "", hangs, "-n", "2", "--timeout=3", "--timeout-method=thread")
    assert code == 1
    assert "1 failed, 1 passed" in told
