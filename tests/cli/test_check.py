"""`deckgen check` as a person meets it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inline_snapshot import snapshot

from deckgen.cli import main
from tests.builders import CONTENT, ROOT

DECK = "title: A deck\nslides:\n  - {title: T, text: x}\n"
TWICE = f"{DECK}  - {{title: T, text: y}}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "deck.yaml").write_text(DECK)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def test_a_sound_deck_is_named_on_stdout_and_nothing_is_written(folder: Path) -> None:
    result = run()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == snapshot("content/deck.yaml  1 slide, nothing to mend\n")
    assert [path.name for path in folder.rglob("*")] == ["content", "deck.yaml"]


def test_the_osce_deck_has_nothing_to_mend() -> None:
    assert run(str(CONTENT), "--strict").stdout.endswith("osce-survey.yaml  11 slides, nothing to mend\n")


def test_a_mistake_is_told_as_a_build_tells_it(folder: Path) -> None:
    (folder / "content" / "deck.yaml").write_text(DECK.replace("text: x", "txt: x, layout: bullets"))
    result = run("--format", "concise")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == snapshot("""\
content/deck.yaml:3:16: error: the key “txt” is not known here [C201 unknown-key]: did you mean “text”?
content/deck.yaml: 1 error
""")
    built = CliRunner().invoke(main, ["build", "--format", "concise"])
    assert built.stderr.splitlines()[:-1] == result.stderr.splitlines()[:-1]


def test_a_warning_is_counted_and_counts_as_a_mistake_when_strict(folder: Path) -> None:
    (folder / "content" / "deck.yaml").write_text(TWICE)
    result = run("--format", "concise")
    assert (result.exit_code, result.output) == snapshot(
        (
            0,
            """\
content/deck.yaml:4:13: warning: slides 1 and 2 have one title: “T” [A501 duplicate-title]: say on each what it finds
content/deck.yaml  2 slides, 1 warning
""",
        )
    )
    strict = run("--strict", "--format", "concise")
    assert (strict.exit_code, strict.stdout) == (1, "")


def test_json_has_the_diagnostics_and_no_outputs(folder: Path) -> None:
    (folder / "content" / "deck.yaml").write_text(TWICE)
    told = json.loads(run("--format", "json").stdout)
    assert (told["outputs"], [found["name"] for found in told["diagnostics"]]) == ([], ["duplicate-title"])


def test_github_has_a_line_for_each_that_it_shows_at_the_place(folder: Path) -> None:
    (folder / "content" / "deck.yaml").write_text(TWICE)
    assert run("--format", "github").stderr == snapshot(
        "::warning file=content/deck.yaml,line=4,col=13,title=A501 duplicate-title::slides 1 and 2 have one title: “T”: say on each what it finds\n"
    )


def test_sarif_is_one_document_of_all_decks(folder: Path) -> None:
    (folder / "content" / "deck.yaml").write_text(TWICE)
    told = json.loads(run("--format", "sarif").stdout)
    assert (told["version"], told["runs"][0]["results"]) == snapshot(
        (
            "2.1.0",
            [
                {
                    "ruleId": "A501",
                    "level": "warning",
                    "message": {"text": "slides 1 and 2 have one title: “T”: say on each what it finds"},
                    "locations": [
                        {
                            "physicalLocation": {
                                "artifactLocation": {"uri": "content/deck.yaml"},
                                "region": {"startLine": 4, "startColumn": 13, "endLine": 4, "endColumn": 14},
                            }
                        }
                    ],
                }
            ],
        )
    )


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["nowhere.yaml"], 3, snapshot("nowhere.yaml: cannot be read: no such file or directory")),
        (["--theme", "ocse"], 2, snapshot("Error: no theme is called “ocse”: did you mean “osce”?")),
    ],
)
def test_what_cannot_be_checked_has_the_exit_code_of_a_build(
    folder: Path, arguments: list[str], code: int, expected: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == code
    assert result.stderr.splitlines()[-1] == expected


def test_decks_of_one_name_may_be_checked_together(folder: Path) -> None:
    (folder / "other").mkdir()
    (folder / "other" / "deck.yaml").write_text(DECK)
    assert run("content/deck.yaml", "other/deck.yaml").exit_code == 0


def test_a_check_imports_what_reads_resolves_and_measures_and_nothing_that_draws_or_writes() -> None:
    code = (
        "import sys\nfrom deckgen.cli import main\n"
        f"try: main(['check', {str(CONTENT)!r}])\nexcept SystemExit as end: print(end.code)\n"
        "print(*{name.partition('.')[0] for name in sys.modules} - set(sys.stdlib_module_names))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    *_, ended, imported = shown.stdout.splitlines()
    assert ended == "0"
    # Without what starts with Python itself, and what compiled modules bring along.
    own = ("_", "cython", "sitecustomize", "distutils")
    assert {name for name in imported.split() if not name.startswith(own)} == {
        "annotated_types", "babel", "click", "deckgen", "fontpkg_arimo", "pydantic", "pydantic_core",
        "typing_extensions", "typing_inspection", "uharfbuzz", "yaml",
    }  # fmt: skip
