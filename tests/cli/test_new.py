"""`deckgen new` as a person meets it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inline_snapshot import snapshot

from deckgen.cli import main
from tests.builders import ROOT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_a_new_deck_says_what_to_do_next_and_builds_without_a_word(folder: Path) -> None:
    result = run("new", "deck", "briefing")
    assert result.exit_code == 0
    assert (result.stdout, result.stderr) == snapshot(
        (
            "content/briefing.yaml\n",
            "Next: write your own texts and figures into it, then: deckgen build content/briefing.yaml\n",
        )
    )
    built = run("build", "--strict")
    assert (built.stdout, built.stderr) == snapshot(("output/briefing.pptx  5 slides, theme osce\n", ""))


def test_a_new_deck_has_a_cover_findings_a_chart_of_changes_and_a_closing(folder: Path) -> None:
    run("new", "deck", "briefing")
    from deckgen import pipeline

    pages, _, found = pipeline.pages_of(Path("content/briefing.yaml"))
    assert pages is not None
    assert {one.name for one in found} == {"template-text"}  # what stands there to be replaced, and nothing else
    assert [page.layout[0] for page in pages.pages] == snapshot(
        ["cover", "findings", "compare-bars", "bullets", "closing"]
    )


def test_a_deck_or_theme_that_is_there_is_left_as_it_is(folder: Path) -> None:
    (folder / "content").mkdir()
    (folder / "content" / "mine.yaml").write_text("my own words")
    result = run("new", "deck", "mine")
    assert (result.exit_code, result.output) == snapshot(
        (3, "content/mine.yaml: is there already, and is left as it is; choose another name\n")
    )
    assert (folder / "content" / "mine.yaml").read_text() == "my own words"
    run("new", "theme", "mine")
    (folder / "themes" / "mine" / "theme.yaml").write_text("my own colours")
    assert run("new", "theme", "mine").exit_code == 3
    assert (folder / "themes" / "mine" / "theme.yaml").read_text() == "my own colours"


@pytest.mark.parametrize("name", ["../x", "a b", "a.yaml", "-a", "a--b", "", "a_b", "a/b"])
@pytest.mark.parametrize("what", ["deck", "theme"])
def test_a_name_has_letters_digits_and_hyphens(folder: Path, what: str, name: str) -> None:
    result = run("new", what, "--", name)
    assert result.exit_code == 2
    assert list(folder.iterdir()) == []
    assert f"“{name}” cannot be a name" in result.stderr


def test_a_name_may_have_letters_of_any_language(folder: Path) -> None:
    assert run("new", "deck", "обзор-2026").stdout == "content/обзор-2026.yaml\n"


def test_a_new_theme_has_its_own_name_and_all_else_as_it_was_typed(folder: Path) -> None:
    result = run("new", "theme", "field-office")
    assert (result.exit_code, result.stdout, result.stderr) == snapshot(
        (
            0,
            "themes/field-office/theme.yaml\n",
            "Next: change its colours and sizes, then: deckgen build --theme field-office\n",
        )
    )
    original = (ROOT / "themes" / "osce" / "theme.yaml").read_text()
    made = (folder / "themes" / "field-office" / "theme.yaml").read_text()
    assert made == original.replace("name: OSCE", "name: field-office")
    run("new", "deck", "briefing")
    assert run("build", "--strict", "--theme", "field-office").output == snapshot(
        "output/briefing.pptx  5 slides, theme field-office\n"
    )


def test_a_new_theme_may_be_made_from_ones_own_and_takes_its_logo_along(folder: Path) -> None:
    run("new", "theme", "mine")
    path = folder / "themes" / "mine" / "theme.yaml"
    path.write_text(path.read_text().replace("name: mine", 'name: "Mine: all"  # ours\nlogo: logo.png'))
    (folder / "themes" / "mine" / "logo.png").write_bytes(b"\x89PNG")
    assert run("new", "theme", "yours", "--from", "mine").exit_code == 0
    assert "\nname: yours  # ours\nlogo: logo.png" in (folder / "themes" / "yours" / "theme.yaml").read_text()
    assert (folder / "themes" / "yours" / "logo.png").read_bytes() == b"\x89PNG"


def test_a_logo_from_elsewhere_is_not_taken_along(folder: Path) -> None:
    run("new", "theme", "mine")
    path = folder / "themes" / "mine" / "theme.yaml"
    path.write_text(path.read_text() + "\nlogo: ../../secret\n")
    (folder / "secret").write_text("s")
    run("new", "theme", "yours", "--from", "mine")
    assert [file.name for file in (folder / "themes" / "yours").iterdir()] == ["theme.yaml"]


def test_an_unknown_theme_to_go_on_from_is_wrong_usage(folder: Path) -> None:
    result = run("new", "theme", "mine", "--from", "ocse")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == snapshot("Error: No theme is called “ocse”: did you mean “osce”?")


def test_what_cannot_be_written_is_told(folder: Path) -> None:
    (folder / "content").write_text("a file")
    result = run("new", "deck", "x")
    assert (result.exit_code, result.output) == snapshot(
        (
            3,
            "content/x.yaml: cannot be written: file exists (a file stands where a folder should be; choose another folder)\n",
        )
    )
