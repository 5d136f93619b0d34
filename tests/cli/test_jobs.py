"""Several decks at once: the same files, the same lines in the same order, each failure told and no deck lost."""

import os
import signal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen import pipeline, processes
from deckgen.cli import main

DECK = """\
title: Deck {number}
indicators:
  begging: {{label: Forced begging, before: 47%, after: 5{number}%}}
  marriage: {{label: Sham marriage, before: 23%, after: 3{number}%}}
slides:
  - {{title: Bars, indicators: [begging, marriage]}}
  - {{title: T, text: "An **x"}}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with six decks, of which one has a mistake, one is not there and one cannot be written."""
    monkeypatch.setenv("DECKGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    # As for a command, which has made no deck before it shares them out; another test may have, in this process.
    monkeypatch.setattr(processes, "_THREADED", ())
    for number in range(6):
        (tmp_path / f"deck{number}.yaml").write_text(DECK.format(number=number))
    return tmp_path


def run(*arguments: str) -> Result:
    decks = [f"deck{number}.yaml" for number in range(6)]
    return CliRunner().invoke(main, ["build", *decks, "--format", "concise", *arguments])


def files(folder: Path, output: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / output).iterdir()) if path.is_file()}


def test_two_processes_make_the_files_and_the_lines_that_one_makes(folder: Path) -> None:
    one = run("-o", "one", "--jobs", "1")
    two = run("-o", "two", "--jobs", "2")
    assert (two.exit_code, two.stderr) == (0, one.stderr)
    assert two.stdout == one.stdout.replace("one/", "two/")
    assert files(folder, "one") == files(folder, "two")
    assert len(files(folder, "two")) == 6


def test_a_failure_is_told_and_the_other_decks_are_made(folder: Path) -> None:
    (folder / "deck1.yaml").write_text("title: D\nslides: [{title: T, texd: x}]\n")
    (folder / "deck2.yaml").unlink()
    (folder / "two" / "deck3.pptx").mkdir(parents=True)
    result = run("-o", "two", "--jobs", "2")
    assert result.exit_code == 3
    assert [line.partition("  ")[0] for line in result.stdout.splitlines()] == [
        f"two/deck{number}.pptx" for number in (0, 4, 5)
    ]
    told = result.stderr
    assert "deck1.yaml: 1 error, nothing written" in told
    assert "deck2.yaml: cannot be read: no such file or directory" in told
    assert "two/deck3.pptx: cannot be written: is a directory" in told


def test_a_process_that_is_killed_loses_no_deck(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, parent = pipeline.parsed, os.getpid()

    def killed(content: Path) -> pipeline.Parsed:
        if os.getpid() != parent and content.name == "deck2.yaml":
            os.kill(os.getpid(), signal.SIGKILL)
        return real(content)

    monkeypatch.setattr(pipeline, "parsed", killed)
    result = run("-o", "two", "--jobs", "2")
    assert result.exit_code == 0
    assert list(files(folder, "two")) == [f"deck{number}.pptx" for number in range(6)]


def test_an_unknown_theme_is_told_once(folder: Path) -> None:
    result = run("--theme", "none", "--jobs", "2")
    assert (result.exit_code, result.stderr.count("no theme is called")) == (2, 1)


def test_decks_that_have_not_changed_are_left_and_the_others_made(folder: Path) -> None:
    first = run("--jobs", "2")
    for number in range(6):
        os.utime(folder / "output" / f"deck{number}.pptx", (1, 1))
    (folder / "deck5.yaml").write_text(DECK.format(number=5).replace("Bars", "Shares"))
    again = run("--jobs", "2")
    assert (again.stdout, again.exit_code) == (first.stdout, 0)
    made = [number for number in range(6) if (folder / "output" / f"deck{number}.pptx").stat().st_mtime > 1]
    assert made == [5]
