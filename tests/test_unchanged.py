"""A deck of which nothing has changed is left as it is; anything that does change makes a deck like a clean build."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen import pipeline, store
from deckgen.cli import main
from tests.builders import ROOT

DECK = """\
title: A deck
date: 2026-07-18
theme: ours
slides:
  - {title: T, text: "An **x"}
  - layout: image-and-text
    title: A picture
    image: {file: picture.svg, alt: A red square}
    text: Beside it
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10" fill="{}"/></svg>'
LIGHT = ("click",)
"""What an unchanged build, and ``--help``, import of what is installed."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a deck, its picture, its theme and the theme that this extends."""
    monkeypatch.setenv("DECKGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deck.yaml").write_text(DECK)
    (tmp_path / "picture.svg").write_text(SVG.format("red"))
    for name, extended in (("ours", "theirs"), ("theirs", "osce")):
        (tmp_path / "themes" / name).mkdir(parents=True)
        (tmp_path / "themes" / name / "theme.yaml").write_text(f"name: {name.title()}\nextends: {extended}\n")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["build", "deck.yaml", *arguments])


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the decks that were built and not left, as they grow."""
    made: list[Path] = []
    real = pipeline.publish

    def noted(deck: pipeline.Made, *arguments: object, **options: object) -> object:
        made.append(deck.content)
        return real(deck, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "publish", noted)
    return made


def test_it_is_left_as_it_is_and_told_of_as_before(folder: Path, built: list[Path]) -> None:
    first = run()
    assert first.exit_code == 0, first.stderr
    assert "unread-markup" in first.stderr
    os.utime(folder / "output" / "deck.pptx", (1, 1))
    again = run()
    assert (again.stdout, again.stderr, again.exit_code) == (first.stdout, first.stderr, first.exit_code)
    assert (folder / "output" / "deck.pptx").stat().st_mtime == 1
    assert len(built) == 1


def test_every_way_of_telling_tells_the_same(folder: Path) -> None:
    told = [run("--format", style).output for style in ("text", "concise", "json", "github", "sarif")]
    assert [run("--format", style).output for style in ("text", "concise", "json", "github", "sarif")] == told


CHANGES: dict[str, Callable[[Path], object]] = {
    "the content": lambda folder: (folder / "deck.yaml").write_text(DECK.replace("Beside", "Near")),
    "the picture": lambda folder: (folder / "picture.svg").write_text(SVG.format("blue")),
    "the theme": lambda folder: (folder / "themes/ours/theme.yaml").write_text("name: Other\nextends: theirs\n"),
    "the theme that it extends": lambda folder: (folder / "themes/theirs/theme.yaml").write_text(
        "name: Theirs\nextends: osce-dark\n"
    ),
    "a theme of that name that is found first": lambda folder: _copied(folder / "themes/osce"),
    "the deck that was written": lambda folder: (folder / "output/deck.pptx").write_bytes(b"PK"),
    "that there is a deck": lambda folder: (folder / "output/deck.pptx").unlink(),
    "the record": lambda folder: next((folder / "cache/built").iterdir()).write_bytes(b"{}"),
}


def _copied(theme: Path) -> None:
    theme.mkdir()
    text = (ROOT / "themes" / "osce" / "theme.yaml").read_text()
    (theme / "theme.yaml").write_text(text.replace("name: OSCE", "name: Mine"))


@pytest.mark.parametrize("change", CHANGES)
def test_a_deck_is_built_as_if_for_the_first_time_where_this_changed(
    folder: Path, built: list[Path], monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    assert run().exit_code == 0
    CHANGES[change](folder)
    assert run().exit_code == 0
    assert len(built) == 2
    warm = (folder / "output/deck.pptx").read_bytes()
    monkeypatch.setenv("DECKGEN_CACHE", str(folder / "another"))
    assert run("-o", "clean").exit_code == 0
    assert warm == (folder / "clean/deck.pptx").read_bytes()


def test_a_link_that_leads_elsewhere_is_a_change(folder: Path, built: list[Path]) -> None:
    for name in ("one", "two"):
        (folder / f"{name}.svg").write_text(SVG.format("red"))
    (folder / "picture.svg").unlink()
    (folder / "picture.svg").symlink_to("one.svg")
    run()
    (folder / "picture.svg").unlink()
    (folder / "picture.svg").symlink_to("two.svg")
    run()
    assert len(built) == 2


def test_what_is_asked_for_the_date_and_deckgen_itself_are_changes(
    folder: Path, built: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    for options in (["--theme", "plain"], ["--scale", "large"], ["--charts", "native"], ["--to", "pptx,svg"]):
        run(*options)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    run()
    monkeypatch.setattr(store, "version", lambda: b"another")
    run()
    assert len(built) == 7
    run()
    assert len(built) == 7


def test_a_deck_with_mistakes_is_looked_at_each_time(folder: Path, built: list[Path]) -> None:
    (folder / "deck.yaml").write_text(DECK.replace("picture.svg", "none.svg"))
    first = run()
    assert (first.exit_code, run().stderr) == (1, first.stderr)
    assert len(built) == 2


def test_all_that_is_read_for_a_deck_is_in_its_record(folder: Path) -> None:
    """What is opened besides is deckgen's own, or installed, or Python's: that is in the version of the record."""
    code = (
        "import sys\nopened = set()\n"
        "sys.addaudithook(lambda event, told: opened.add(str(told[0])) if event == 'open' else None)\n"
        "from deckgen.cli import main\nmain(['build', 'deck.yaml'], standalone_mode=False)\n"
        "print(*sorted(opened), sep='\\n')"
    )
    opened = set(_ran(code, folder).splitlines())
    # A folder of an installation holds nothing of the user's.
    known = (
        str(ROOT / "deckgen"),
        str(ROOT / ".venv"),
        sys.prefix,
        sys.base_prefix,
        str(folder / "cache"),
        "/usr/share/zoneinfo",
    )
    own = {path for path in opened if Path(path).exists() and not str(Path(path).resolve()).startswith(known)}
    inside = {str(Path(path).absolute()) for path in own} - {"/dev/null", str(folder), str(ROOT)}
    made = {str(folder / "output"), str(folder / "output" / "deck.pptx")}
    themes = {str(folder / "themes" / name / "theme.yaml") for name in ("ours", "theirs")}
    content = {str(folder / "deck.yaml"), str(folder / "picture.svg"), str(ROOT / "themes" / "osce" / "theme.yaml")}
    assert inside - made == themes | content
    entry = next((folder / "cache" / "built").iterdir()).read_text("utf-8", "replace")
    assert all(f'"{path}": "' in entry for path in themes | content)


@pytest.mark.parametrize("command", [["build", "deck.yaml", "--format", "concise"], ["--help"]])
def test_no_more_is_imported_than_what_is_needed_to_tell(folder: Path, command: list[str]) -> None:
    code = (
        "import sys\nfrom deckgen.cli import main\n"
        f"main({command!r}, standalone_mode=False)\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    _ran(code, folder)
    imported = _ran(code, folder, errors=True).split()
    tops = {name.partition(".")[0] for name in imported} - set(sys.stdlib_module_names) - {"deckgen", "__main__"}
    # What starts with Python itself, in a folder that is edited.
    assert {name for name in tops if not name.startswith(("_", "sitecustomize", "distutils"))} <= set(LIGHT)
    ours = [name for name in imported if name.startswith("deckgen.")]
    allowed = [
        "cli",
        "cli.build",
        "cli.jobs",
        "cli.options",
        "cli.report",
        "cli.session",
        "diagnostics",
        "processes",
        "request",
        "source",
        "source.notes",
        "store",
        "unchanged",
        "values",
    ]
    assert ours == [f"deckgen.{name}" for name in (allowed if command[0] == "build" else ["cli"])]
    slow = {"difflib", "json.tool", "tempfile", "subprocess", "asyncio", "email", "http", "importlib.metadata"}
    assert not slow & set(imported)


def _ran(code: str, folder: Path, *, errors: bool = False) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return done.stderr.strip().splitlines()[-1] if errors else done.stdout
