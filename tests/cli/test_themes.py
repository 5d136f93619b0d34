"""`deckgen themes` as a person meets it."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inline_snapshot import snapshot
from openxml_audit import validate_pptx

from deckgen.cli import main
from deckgen.plugins import vocabulary
from tests.builders import ROOT
from tests.writers.package import Package, problems

THEMES = sorted(path.parent.name for path in (ROOT / "themes").glob("*/theme.yaml"))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["themes", *arguments])


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_each_theme_is_listed_with_a_sentence() -> None:
    told = run()
    assert told.exit_code == 0
    assert told.stdout == snapshot("""\
  osce        OSCE blue on white, for a lit room or a screen.
  osce-dark   The OSCE theme for dark briefing rooms, light on dark.
  osce-print  The OSCE theme for the photocopier, black and grey on white, without any colour.
  plain       Graphite and teal on white, for decks of no organisation in particular.
""")


def test_a_theme_beside_the_content_is_listed_too() -> None:
    Path("themes", "ours").mkdir(parents=True)
    Path("themes", "ours", "theme.yaml").write_text("{name: Ours, extends: osce, description: In our colours.}")
    assert "  ours        In our colours.\n" in run().stdout


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_is_shown_with_its_colours_its_contrast_and_a_sound_deck(name: str) -> None:
    told = run("show", name)
    assert told.exit_code == 0, told.stderr
    assert told.stdout.endswith(f"output/{name}.specimen.pptx  25 slides, theme {name}\n")
    file = Path("output", f"{name}.specimen.pptx")
    assert list(problems(Package(file.read_bytes()))) == []
    assert validate_pptx(file).errors == []


def test_the_deck_of_a_theme_has_a_slide_of_every_layout_that_needs_no_image() -> None:
    specimen = (ROOT / "deckgen" / "templates" / "specimen.yaml").read_text("utf-8")
    shown = set(re.findall(r"layout: (\S+)", specimen))
    assert {name.replace("_", "-") for name in vocabulary().layouts} - shown == {"image-and-text"}


def test_the_figures_of_a_theme_can_be_read() -> None:
    told = run("show", "osce-print", "-o", "elsewhere").stdout
    assert told[: told.index("accent-text")] == snapshot("""\
osce-print  OSCE print

Palette, and what each colour is in PowerPoint
  background      #FFFFFF  lt1
  ink             #000000  dk1
  body            #000000
  muted           #4D4D4D  accent4
  rule            #999999  accent5
  tint            #FFFFFF  lt2
  primary         #666666  accent1
  primary-text    #000000  hlink
  accent          #000000  accent2
  \
""")
    assert told[told.index("Outlines") : told.index("body on")] == snapshot("""\
Outlines
  before       1.25 pt ink
  track        0.75 pt muted
  dot-off      0.75 pt muted
  tint         0.75 pt rule
  accent-tint  1.5 pt ink

Contrast: text needs 4.5:1, a mark that carries a value 3:1, by itself or by its outline
  on-mark on accent           21.0:1  at least 4.5:1
  ink on accent-tint          21.0:1  at least 4.5:1
  accent-text on background   21.0:1  at least 4.5:1
  \
""")


def test_an_unknown_theme_and_one_with_mistakes_are_told() -> None:
    unknown = run("show", "oscee")
    assert (unknown.exit_code, unknown.stderr.splitlines()[-1]) == snapshot(
        (2, "Error: no theme is called “oscee”: did you mean “osce”?")
    )
    Path("themes", "ours").mkdir(parents=True)
    Path("themes", "ours", "theme.yaml").write_text('{name: Ours, extends: osce, palette: {muted: "#7B8FA6"}}')
    wrong = run("show", "ours")
    assert (wrong.exit_code, wrong.stdout) == (1, "")
    assert "[T423 low-contrast]" in wrong.stderr


def test_a_folder_that_cannot_be_written_is_told() -> None:
    Path("output").write_text("a file")
    told = run("show", "plain")
    assert told.exit_code == 3
    assert "output/plain.specimen.pptx: cannot be written" in told.stderr
