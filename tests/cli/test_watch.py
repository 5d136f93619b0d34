"""``deckgen watch`` and ``deckgen preview`` as they are run: until they are stopped."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread

import pytest
from click.testing import CliRunner

from deckgen.cli import main
from deckgen.live.watching import changes
from tests.builders import EXAMPLES
from tests.live.desks import DECK

SECONDS = 60
"""How long a line is waited for at most."""


class Running:
    """A command that goes on, with what it prints line by line."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [sys.executable, "-m", "deckgen", *arguments]
        environment = os.environ | {"PYTHONUNBUFFERED": "1"}
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "encoding": "utf-8"}
        self.process = subprocess.Popen(command, cwd=folder, env=environment, **streams)  # type: ignore[call-overload]
        self.lines: Queue[str] = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def said(self, pattern: str) -> str:
        """Return the next line with ``pattern`` in it."""
        try:
            line = self.lines.get(timeout=SECONDS)
        except Empty:
            raise AssertionError(f"nothing was said of {pattern}") from None
        return line if re.search(pattern, line) else self.said(pattern)

    def stopped(self) -> int:
        """Return the exit code after Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return int(self.process.wait(SECONDS))


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """Run a command in a folder with a deck."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "deck.yaml").write_text(DECK)
    started = []

    def start(*arguments: str) -> Running:
        started.append(Running(tmp_path, *arguments))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.wait()
        one.process.stdout.close()


def test_a_deck_is_built_again_whenever_it_is_saved(run: Callable[..., Running], tmp_path: Path) -> None:
    watching = run("watch", "--to", "pptx,html")
    content, made = tmp_path / "content" / "deck.yaml", tmp_path / "output" / "deck.html"
    watching.said("deck.html")
    watching.said("Built again at every change")
    assert "A lower speed" in made.read_text()
    content.write_text(DECK.replace("A lower speed", "A much lower speed"))
    watching.said("deck.html")
    assert "A much lower speed" in made.read_text()
    content.write_text(DECK.replace("bullets:", "bulets:"))
    assert watching.said("error") == (
        "content/deck.yaml:14:5: error: the key “bulets” is not known here [C201 unknown-key]"
    )
    watching.said("nothing written")
    assert "A much lower speed" in made.read_text()
    content.write_text(DECK)
    watching.said("deck.html")
    assert "A much lower speed" not in made.read_text()
    assert watching.stopped() == 0


def test_only_the_deck_that_has_changed_is_built(run: Callable[..., Running], tmp_path: Path) -> None:
    other = tmp_path / "content" / "other.yaml"
    other.write_text(DECK)
    watching = run("watch")
    watching.said("Built again at every change")
    other.write_text(DECK.replace("A deck", "Another deck"))
    assert watching.said("slides") == "output/other.pptx  3 slides, theme osce"
    assert watching.stopped() == 0
    assert watching.lines.empty()


def test_a_picture_that_is_no_longer_shown_is_no_longer_watched(run: Callable[..., Running], tmp_path: Path) -> None:
    content, picture = tmp_path / "content" / "deck.yaml", tmp_path / "content" / "crossing.svg"
    shutil.copy(EXAMPLES / "crossing.svg", picture)
    content.write_text(f"{DECK}  - title: A picture\n    image: {{file: crossing.svg, alt: Two children crossing}}\n")
    watching = run("watch")
    watching.said("Built again at every change")
    content.write_text(DECK)
    watching.said("3 slides")
    picture.write_text("<svg/>")
    time.sleep(2.5)
    assert watching.stopped() == 0
    assert watching.lines.empty()


def test_a_line_is_shown_as_it_is_now(run: Callable[..., Running], tmp_path: Path) -> None:
    content = tmp_path / "content" / "deck.yaml"
    content.write_text(DECK.replace("bullets:", "bulets:"))
    watching = run("watch")
    assert watching.said(r"14 \|") == "  14 |     bulets:"
    watching.said("Built again at every change")
    content.write_text(DECK.replace("bullets:", "bullet:"))
    assert watching.said(r"14 \|") == "  14 |     bullet:"


def test_a_deck_that_goes_is_told_once_and_built_when_it_is_back(run: Callable[..., Running], tmp_path: Path) -> None:
    content = tmp_path / "content" / "deck.yaml"
    watching = run("watch")
    watching.said("Built again at every change")
    content.unlink()
    assert watching.said("cannot") == "content/deck.yaml: cannot be read: no such file or directory"
    time.sleep(1.5)
    assert watching.lines.empty()
    content.write_text(DECK)
    assert watching.said("slides") == "output/deck.pptx  3 slides, theme osce"


def test_a_deck_that_could_not_be_written_is_when_it_can(run: Callable[..., Running], tmp_path: Path) -> None:
    (tmp_path / "output").touch()
    watching = run("watch")
    assert watching.said("cannot be written").startswith("output/deck.pptx: cannot be written: file exists")
    watching.said("Built again at every change")
    (tmp_path / "content" / "deck.yaml").write_text(DECK.replace("A deck", "Another deck"))
    watching.said("cannot be written")
    time.sleep(6)
    assert watching.lines.empty()
    (tmp_path / "output").unlink()
    assert watching.said("") == "output/deck.pptx  3 slides, theme osce"
    assert watching.stopped() == 0


def test_where_the_system_has_no_watch_left_to_give_one_looks_every_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_folders: Path, **_options: object) -> Iterator[None]:
        raise RuntimeError("Too many open files (os error 24)")
        yield

    monkeypatch.setattr("watchfiles.watch", refused)
    monkeypatch.setattr("deckgen.live.watching._LOOK", 10)
    assert list(islice(changes(lambda: {tmp_path}, Event()), 3)) == [None] * 3


def test_a_watch_takes_the_options_of_a_build_and_refuses_what_it_refuses(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["watch", "--help"]).output
    assert all(option in told for option in ("--theme", "--to", "--slides", "--handout", "--audience", "--strict"))
    assert "--format" not in told
    assert CliRunner().invoke(main, ["watch", "--slides", "1", str(tmp_path / "deck.yaml")]).exit_code == 2


def test_a_preview_says_where_it_is_and_ends_when_it_is_told_to(run: Callable[..., Running]) -> None:
    previewing = run("preview", "--no-open")
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", previewing.said("http"))
    previewing.said("content/deck.yaml is shown there")
    assert previewing.stopped() == 0


def test_a_preview_finds_a_port_that_is_free_or_says_that_the_one_named_is_not(run: Callable[..., Running]) -> None:
    first = run("preview", "--no-open").said("http")
    second = run("preview", "--no-open").said("http")
    assert first != second
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = run("preview", "--no-open", "--port", str(port))
        assert refused.said("port") == f"port {port}: address already in use: name another one with --port"
        assert refused.process.wait(SECONDS) == 3


def preview(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["preview", "--no-open", *arguments])
    return result.exit_code, result.output.strip().split("\n")[-1]


def test_what_cannot_be_previewed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert preview() == (2, "Error: No CONTENT is named, and there is no deck in content/.")
    assert preview("none.yaml") == (3, "none.yaml: cannot be read: no such file or directory")
    (tmp_path / "content").mkdir()
    for name in ("one", "two"):
        (tmp_path / "content" / f"{name}.yaml").write_text(DECK)
    assert preview() == (2, "Error: Which deck? There is content/one.yaml, content/two.yaml.")
    assert preview("content/one.yaml", "--theme", "osec")[1] == "Error: no theme is called “osec”: did you mean “osce”?"
    assert preview("content/one.yaml", "--audience", "press") == (
        2,
        "Error: No audience is called “press”: the deck has none",
    )
