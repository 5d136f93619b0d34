"""What the documents promise is what there is."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import ROOT

README = (ROOT / "README.md").read_text()


def commands() -> list[str]:
    """Return the commands of the README that set up an environment."""
    return [line for line in README.splitlines() if line.startswith("python3 -m venv")]


def test_two_commands_do_everything_and_ci_runs_the_second_as_written() -> None:
    build, test = commands()
    assert build.endswith(".venv/bin/deckgen build")
    assert test.endswith(".venv/bin/pytest")
    assert f'step "{test}"' in (ROOT / ".ci" / "run").read_text()


def test_the_architecture_names_every_package_and_stays_within_two_pages() -> None:
    text = (ROOT / "docs" / "ARCHITECTURE.md").read_text()
    assert len(text.split()) < 1100
    for path in sorted((ROOT / "deckgen").iterdir()):
        if path.is_dir() and not path.name.startswith("_"):
            assert f"`{path.name}" in text, path.name


def test_links_of_the_documents_lead_somewhere() -> None:
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text()):
            assert (path.parent / target).exists(), (path.name, target)


@pytest.mark.slow
def test_the_installed_package_brings_its_themes_words_and_templates(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, "--no-deps", "--target", str(tmp_path / "site"), str(ROOT)], check=True)
    (tmp_path / "deck.yaml").write_text("title: A deck\nslides: [{layout: cover}]\n")
    command = [sys.executable, "-c", "import sys; sys.path.insert(0, 'site'); from deckgen.cli import main; main()"]
    made = subprocess.run([*command, "build", "deck.yaml"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (made.stdout, made.stderr) == ("output/deck.pptx  1 slide, theme osce\n", "")
    assert (tmp_path / "site" / "deckgen" / "_themes" / "osce" / "theme.yaml").exists()
    assert (tmp_path / "site" / "deckgen" / "writers" / "html" / "deck.js").exists()
    made = subprocess.run([*command, "new", "deck", "x"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert made.stdout == "content/x.yaml\n"
