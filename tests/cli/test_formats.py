"""``deckgen build --to``: which files are written, and what is refused."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inline_snapshot import snapshot

from deckgen.cli import main
from deckgen.cli.report import written
from deckgen.pipeline import Built

DECK = """\
title: Rivers
slides:
  - layout: cover
  - title: More rivers are clean
    text: Two of three.
"""


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "content" / "rivers.yaml"
    path.parent.mkdir()
    path.write_text(DECK)
    return path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["build", *words])


def listed(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_every_format_is_written_and_told(deck: Path) -> None:
    result = run("--to", "pptx, pdf,png,svg,sheet", "--handout")
    assert (result.exit_code, result.output) == snapshot(
        (
            0,
            """\
output/rivers.pptx  2 slides, theme osce
output/rivers.pdf
output/rivers.slides/01.png … 02.png
output/rivers.slides/01.svg … 02.svg
output/rivers.sheet.png
output/rivers.handout.pdf
""",
        )
    )
    assert listed(Path("output")) == snapshot(
        [
            "rivers.handout.pdf",
            "rivers.pdf",
            "rivers.pptx",
            "rivers.sheet.png",
            "rivers.slides/01.png",
            "rivers.slides/01.svg",
            "rivers.slides/02.png",
            "rivers.slides/02.svg",
        ]
    )


def test_the_picture_of_a_slide_that_a_deck_has_no_more_goes(deck: Path) -> None:
    folder = Path("output", "rivers.slides")
    run("--to", "png,svg", "--ppi", "20")
    (folder / "notes.png").touch()
    deck.write_text(deck.read_text()[: deck.read_text().rindex("  - ")])
    assert run("--to", "png", "--ppi", "20").exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["01.png", "01.svg", "02.svg", "notes.png"]


def test_slides_are_chosen_by_number(deck: Path) -> None:
    result = run("--to", "png", "--slides", "2", "--ppi", "20")
    assert (result.exit_code, result.output) == snapshot((0, "output/rivers.slides/02.png  1 slide, theme osce\n"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("--to ppt", snapshot("Error: --to does not know “ppt”: did you mean “pptx”?")),
        (
            "--to pptx,docx",
            snapshot("Error: --to does not know “docx”: it takes pptx, pdf, png, svg, html, sheet and all"),
        ),
        ("--to pdf --slides 2-1", snapshot("Error: --slides takes numbers such as 1,4-6; “2-1” is none.")),
        ("--to pdf --slides two", snapshot("Error: --slides takes numbers such as 1,4-6; “two” is none.")),
        ("--to pdf --slides 3", snapshot("Error: content/rivers.yaml has no slide 3: its slides are 1 to 2")),
        (
            "--slides 1",
            snapshot("Error: A pptx holds all slides: name other formats with --to, or keep slides for an --audience."),
        ),
    ],
)
def test_wrong_usage_is_told_and_nothing_written(words: str, expected: str, deck: Path) -> None:
    result = run(*words.split())
    assert result.exit_code == 2
    assert result.output.strip().splitlines()[-1] == expected
    assert listed(deck.parent.parent) == ["content/rivers.yaml"]


def test_a_deck_of_many_slides_is_told_in_a_line_for_each_kind() -> None:
    slides = tuple(Path(f"output/x.slides/{number:02}.{kind}") for kind in ("png", "svg") for number in (1, 2, 3))
    assert written(Built(Path("x.yaml"), (Path("output/x.pptx"), *slides), 3, "osce", ())) == snapshot("""\
output/x.pptx  3 slides, theme osce
output/x.slides/01.png … 03.png
output/x.slides/01.svg … 03.svg\
""")
