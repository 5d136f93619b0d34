"""`deckgen build` as a person meets it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inline_snapshot import snapshot

from deckgen import request
from deckgen.cli import main
from tests.builders import ROOT
from tests.writers.package import Package

DECK = "title: A deck\nslides:\n  - {title: T, text: x}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "deck.yaml").write_text(DECK)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["build", *arguments])


def test_without_arguments_every_deck_is_built_and_named_on_stdout(folder: Path) -> None:
    (folder / "content" / "other.yml").write_text(DECK)
    result = run()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == snapshot("""\
output/deck.pptx  1 slide, theme osce
output/other.pptx  1 slide, theme osce
""")
    assert sorted(path.name for path in (folder / "output").iterdir()) == ["deck.pptx", "other.pptx"]


def test_a_mistake_is_told_on_stderr_with_its_line_and_the_old_deck_stays(folder: Path) -> None:
    run()
    old = (folder / "output" / "deck.pptx").read_bytes()
    (folder / "content" / "deck.yaml").write_text("title: A deck\nslides:\n  - {title: T, txt: x, layout: bullets}\n")
    result = run()
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == snapshot("""\
content/deck.yaml:3:16: error: the key “txt” is not known here [C201 unknown-key]
  3 |   - {title: T, txt: x, layout: bullets}
    |                ^^^
  help: did you mean “text”?
content/deck.yaml: 1 error, nothing written
""")
    assert (folder / "output" / "deck.pptx").read_bytes() == old


def test_one_deck_with_a_mistake_does_not_keep_the_others(folder: Path) -> None:
    (folder / "content" / "wrong.yaml").write_text("title:\n")
    result = run()
    assert result.exit_code == 1
    assert result.stdout == snapshot("output/deck.pptx  1 slide, theme osce\n")


def test_concise_is_one_line_each(folder: Path) -> None:
    (folder / "content" / "deck.yaml").write_text("titel: x\n")
    assert run("--format", "concise").stderr == snapshot("""\
content/deck.yaml:1:1: error: the key “titel” is not known here [C201 unknown-key]: did you mean “title”?
content/deck.yaml:1:1: error: the key “title” is missing [C202 missing-key]: add title:
content/deck.yaml:1:1: error: the deck has no slides [C212 no-slides]: write slides: and below it an item, such as - layout: cover
content/deck.yaml: 3 errors, nothing written
""")


def test_json_has_outputs_and_diagnostics(folder: Path) -> None:
    (folder / "content" / "wrong.yaml").write_text("title: x\nslides: [{titel: T, text: x}]\n")
    result = run("--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == snapshot(
        {
            "outputs": ["output/deck.pptx"],
            "diagnostics": [
                {
                    "code": "C202",
                    "name": "missing-key",
                    "severity": "error",
                    "message": "the key “title” is missing",
                    "hint": "add title:",
                    "filename": "content/wrong.yaml",
                    "location": {"row": 2, "column": 10},
                    "end_location": {"row": 2, "column": 29},
                },
                {
                    "code": "C201",
                    "name": "unknown-key",
                    "severity": "error",
                    "message": "the key “titel” is not known here",
                    "hint": "did you mean “title”?",
                    "filename": "content/wrong.yaml",
                    "location": {"row": 2, "column": 11},
                    "end_location": {"row": 2, "column": 16},
                },
            ],
        }
    )


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["nowhere.yaml"], 3, snapshot("nowhere.yaml: cannot be read: no such file or directory")),
        (["content"], 3, snapshot("content: cannot be read: is a directory")),
        (["--theme", "ocse"], 2, snapshot("Error: no theme is called “ocse”: did you mean “osce”?")),
        (
            ["--to", "docx"],
            2,
            snapshot("Error: --to does not know “docx”: it takes pptx, pdf, png, svg, html, sheet and all"),
        ),
        (
            ["-o", "content/deck.yaml"],
            3,
            snapshot(
                "content/deck.yaml/deck.pptx: cannot be written: file exists (a file stands where a folder should be; choose another folder)"
            ),
        ),
        (
            ["content/deck.yaml", "content/../content/deck.yaml"],
            2,
            snapshot("Error: Two decks are called “deck”; one would overwrite the other."),
        ),
    ],
)
def test_what_cannot_be_done_is_told_with_an_exit_code(
    folder: Path, arguments: list[str], code: int, expected: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == code
    assert result.stderr.splitlines()[-1] == expected


def test_a_folder_without_content_is_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run()
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == snapshot("Error: No CONTENT is named, and there is no deck in content/.")


def test_an_unknown_theme_in_the_deck_is_a_mistake_with_a_place(folder: Path) -> None:
    (folder / "content" / "deck.yaml").write_text(f"theme: osc\n{DECK}")
    assert run("--format", "concise").stderr == snapshot("""\
content/deck.yaml:1:8: error: no theme is called “osc” [T410 unknown-theme]: did you mean “osce”?
content/deck.yaml: 1 error, nothing written
""")


def test_a_theme_may_be_named_by_its_folder_or_stand_beside_the_content(folder: Path) -> None:
    (folder / "themes" / "mine").mkdir(parents=True)
    text = (ROOT / "themes" / "osce" / "theme.yaml").read_text()
    (folder / "themes" / "mine" / "theme.yaml").write_text(text.replace("0B5CAD", "226622"))
    assert run("--theme", "mine").stdout == "output/deck.pptx  1 slide, theme mine\n"
    assert run("--theme", "themes/mine").exit_code == 0


def test_a_failed_write_leaves_the_old_deck_and_no_temporary_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    old = (folder / "output" / "deck.pptx").read_bytes()
    (folder / "content" / "deck.yaml").write_text(DECK.replace("text: x", "text: y"))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = run()
    assert result.exit_code == 3
    assert result.stderr == snapshot(
        "output/deck.pptx: cannot be written: no space left on device (make room on the disk, and try again)\n"
    )
    assert [path.name for path in (folder / "output").iterdir()] == ["deck.pptx"]
    assert (folder / "output" / "deck.pptx").read_bytes() == old


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom deckgen.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print([n for n in ('matplotlib','pptx','pydantic','typst','numpy','lxml','yaml','babel','uharfbuzz') if n in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.splitlines()[-1] == "[]"


def test_help_lists_the_verbs() -> None:
    assert CliRunner().invoke(main, ["--help"]).stdout == snapshot("""\
Usage: main [OPTIONS] COMMAND [ARGS]...

  Structured content and figures in YAML; out comes a native, on-brand,
  accessible slide deck.

Options:
  --version   Show the version and exit.
  -h, --help  Show this message and exit.

Commands:
  build    Build decks from CONTENT files, or all decks in content/.
  check    Say what a build would find, and write nothing.
  explain  Say what a check finds, why it matters, and what to do instead.
  layouts  List the slide layouts, or say all of one.
  new      Write a first deck or a theme to go on from.
  preview  Show a deck in the browser, and every change as soon as the file is
           saved.
  schema   Print the JSON Schema of a content file, by which editors complete
           it.
  themes   List the themes, or show one: its colours, its contrast, and a deck
           in it.
  watch    Build decks again at every change of a file of theirs.
""")


def test_a_deck_without_charts_is_built_without_matplotlib(folder: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom deckgen.pipeline import build\n"
        "build(Path('content/deck.yaml'), Path('output'))\nprint('matplotlib' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert shown.stdout == "False\n"


def test_contents_are_those_of_the_folder_by_name(folder: Path) -> None:
    (folder / "content" / "a.yaml").write_text("")
    assert [path.name for path in request.contents(folder / "content")] == ["a.yaml", "deck.yaml"]


def test_charts_are_painted_unless_native_ones_are_asked_for(folder: Path) -> None:
    deck = "title: A deck\nindicators: {one: {label: One, before: 1%, after: 2%}}\n"
    deck += "slides:\n  - {title: T, indicators: [one]}\n"
    (folder / "content" / "deck.yaml").write_text(deck)

    def parts(*arguments: str) -> set[str]:
        assert run(*arguments).exit_code == 0
        package = Package((folder / "output" / "deck.pptx").read_bytes())
        return {name.rpartition(".")[2] for name in package.parts if not name.endswith((".xml", ".rels"))}

    assert parts() == {"png", "svg"}
    assert parts("--charts", "native") == {"xlsx"}
    assert run("--charts", "other").exit_code == 2
