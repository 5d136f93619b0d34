"""Every step of docs/tutorial.md, done as it says."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from deckgen import pipeline
from deckgen.typeset.dump import pages_as_text
from tests.builders import ROOT

TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text()
DECK = Path("content/schools.yaml")
BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
CHANGE = re.compile(r"[Ii]n\s`(?P<file>[^`]+)`,\schange\s`(?P<old>[^`]+)`\sto\s`(?P<new>[^`]+)`")
WRITE = re.compile(r"(?P<how>Write this in|at the end of|above `slides:` in)\s`(?P<file>[^`]+)`")


@dataclass(frozen=True)
class Step:
    """One thing that the reader does (``write``, ``change``, ``sh``), or what is shown then (``text``)."""

    kind: str
    text: str
    file: str = ""
    how: str = ""


def steps() -> Iterator[Step]:
    """Yield what the tutorial tells its reader to do, in order."""
    end = 0
    for block in BLOCK.finditer(TUTORIAL):
        said = TUTORIAL[end : block.start()]
        yield from changes(said)
        if block["kind"] == "yaml":
            where = list(WRITE.finditer(said))[-1]
            yield Step("write", block["text"], where["file"], where["how"])
        else:
            yield Step(block["kind"], block["text"])
        end = block.end()
    yield from changes(TUTORIAL[end:])


def changes(said: str) -> Iterator[Step]:
    for change in CHANGE.finditer(said):
        yield Step("change", change["new"], change["file"], change["old"])


def written(before: str, step: Step) -> str:
    """Return a file after a step; raise if the step cannot be done as it is told."""
    if step.kind == "change":
        assert len(re.findall(rf"(?<![\w-]){re.escape(step.how)}", before)) == 1, step
        return re.sub(rf"(?<![\w-]){re.escape(step.how)}", lambda _: step.text, before)
    if step.how == "Write this in":
        assert not before
        return step.text
    if step.how == "at the end of":
        return f"{before}\n{step.text}" if step.text.startswith("  - ") else before + step.text
    above, slides, below = before.partition("slides:\n")
    assert slides
    return f"{above.rstrip()}\n{'' if step.text.startswith(' ') else chr(10)}{step.text}\n{slides}{below}"


def follow(folder: Path, command: dict[str, str]) -> Iterator[tuple[Step, str]]:
    """Do every step in ``folder``; yield what was to be shown, and what was."""
    shown = ""
    for step in steps():
        if step.kind == "sh":
            lines = "\n".join(replaced(line, command) for line in step.text.splitlines())
            if "deckgen preview" in lines:
                looked_at(folder, lines)
                continue
            ran = subprocess.run(
                ["sh", "-euc", lines],
                cwd=folder,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            )
            shown = ran.stdout
            assert ran.returncode == (1 if "nothing written" in shown else 0), shown
        elif step.kind == "text":
            yield step, shown
        else:
            path = folder / step.file
            path.write_text(written(path.read_text() if path.exists() else "", step))


def looked_at(folder: Path, line: str) -> None:
    """Ask a preview for its page as a browser does, and end it as the reader is told to."""
    begun = ["sh", "-euc", f"exec env {line} --no-open"]
    with subprocess.Popen(begun, cwd=folder, stdout=subprocess.PIPE, text=True) as previewing:
        try:
            assert previewing.stdout
            page = HTTPConnection(urlsplit(previewing.stdout.readline()).netloc, timeout=20)
            page.request("GET", "/")
            assert b"/preview.js" in page.getresponse().read()
            page.close()
        finally:
            previewing.send_signal(signal.SIGINT)
    assert previewing.returncode == 0


def replaced(line: str, command: dict[str, str]) -> str:
    for old, new in command.items():
        line = line.replace(old, new)
    return line


def empty_folder(parent: Path) -> Path:
    """Return an empty folder beside a copy of deckgen."""
    (parent / "deckgen").symlink_to(ROOT)
    (parent / "briefing").mkdir()
    return parent / "briefing"


INSTALLED = {
    "python3 -m venv .venv": ":",
    ".venv/bin/pip install -q ../deckgen": ":",
    ".venv/bin/deckgen": f"PYTHONPATH=../deckgen {sys.executable} -m deckgen",
}


@dataclass(frozen=True)
class Followed:
    """What came of all steps: the folder, and each text that was to be shown with what was."""

    folder: Path
    compared: tuple[tuple[Step, str], ...]


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    """All steps done in this Python, in which deckgen is installed."""
    folder = empty_folder(tmp_path_factory.mktemp("tutorial"))
    return Followed(folder, tuple(follow(folder, INSTALLED)))


def test_every_step_can_be_done_and_shows_what_the_tutorial_shows(followed: Followed) -> None:
    assert len(followed.compared) == len(re.findall(r"^\.venv/bin/deckgen build", TUTORIAL, re.MULTILINE)) == 8
    for step, shown in followed.compared:
        assert shown == step.text


def test_the_last_deck_says_what_the_tutorial_says_of_it(followed: Followed) -> None:
    pages, theme, found = pipeline.pages_of(
        followed.folder / DECK, pipeline.Wanted(str(followed.folder / "themes" / "green"))
    )
    assert theme
    assert (theme.palette["primary"].hex, theme.palette["cover"].hex, found) == ("1B6E3C", "123D26", ())
    assert pages
    text = pages_as_text(pages).replace("\N{NO-BREAK SPACE}", " ")
    for said in ("31 of 48 schools", "65%", "+23 pp", "52% → 75%", "Source: Invented figures", "from 52%"):
        assert said in text, said
    assert "71%" not in text


def test_it_is_read_in_ten_minutes() -> None:
    assert len(TUTORIAL.split()) < 1200


@pytest.mark.slow
def test_every_step_can_be_done_with_a_python_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    for step, shown in follow(empty_folder(tmp_path), {}):
        assert shown == step.text
