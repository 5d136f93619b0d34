"""What would embarrass once the deck goes out: its size, hidden slides, slides without notes or content."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from deckgen import pipeline
from deckgen.checks import file_too_large
from deckgen.request import Wanted
from tests.builders import mistakes, told
from tests.source.images import png

IMAGES = """\
title: A deck
slides:
  - title: One
    text: x
    image: {file: small.png, alt: A street}
  - title: Two
    text: x
    image: {alt: A square, file: large.png}
  - {title: Three, text: x, image: {file: large.png, alt: The same}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "small.png").write_bytes(png(1600, 1200))
    (tmp_path / "large.png").write_bytes(png(2400, 1800))
    return tmp_path


def test_a_deck_too_large_to_mail_is_told_at_its_largest_image(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_too_large, "LARGEST", 1_000)
    assert mistakes(IMAGES, folder, of="file-too-large") == snapshot(
        "deck.yaml:8:34: warning: the images of the deck come to 0 MB; many mail servers stop at 0 MB: the largest are on slide 2 (0 MB), slide 1 (0 MB) [D701 file-too-large]: save them as JPEG, no wider than 3,000 pixels\n"
    )


def test_images_count_once_however_often_they_are_shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    total = sum((folder / name).stat().st_size for name in ("small.png", "large.png"))
    monkeypatch.setattr(file_too_large, "LARGEST", total)
    assert mistakes(IMAGES, folder, of="file-too-large") == ""


def test_a_file_that_is_too_large_once_written_is_told_and_strictly_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_too_large, "LARGEST", 10_000)
    (tmp_path / "deck.yaml").write_text("title: A deck\nslides: [{title: T, text: x}]\n")
    built = pipeline.build(tmp_path / "deck.yaml", tmp_path)
    (output,) = built.outputs
    assert output.stat().st_size > 10_000
    assert told(built.diagnostics).replace(f"{tmp_path}/", "").split(" has ")[0] == snapshot(
        "deck.yaml:1:1: warning: the deck"
    )
    output.unlink()
    assert pipeline.build(tmp_path / "deck.yaml", tmp_path, Wanted(strict=True)).outputs == ()
    assert not output.exists()


NOTED = "  - {title: T%d, text: x, notes: said}\n"


@pytest.mark.parametrize(
    ("slides", "expected"),
    [
        (
            NOTED % 1 + NOTED % 2 + "  - {title: U, text: x}\n",
            snapshot(
                "deck.yaml:5:5: advice: slide 3 has no notes; 2 others of 3 have some [D702 missing-notes]: write under notes: what is said there\n"
            ),
        ),
        (NOTED % 1 + "  - {title: U, text: x}\n", ""),
        ("  - {title: U, text: x}\n  - {title: V, text: x}\n", ""),
        ("  - {layout: cover}\n" + NOTED % 1 + NOTED % 2 + "  - {layout: closing, title: Thanks}\n", ""),
    ],
)
def test_a_slide_without_notes_among_slides_with_some_is_told(slides: str, expected: str, tmp_path: Path) -> None:
    assert mistakes(f"title: A deck\nslides:\n{slides}", tmp_path, of="missing-notes") == expected


def test_a_hidden_slide_is_told_for_it_goes_out_with_the_deck(tmp_path: Path) -> None:
    slides = "  - {title: One, text: x}\n  - title: Two\n    text: x\n    hidden: true\n"
    assert mistakes(f"title: A deck\nslides:\n{slides}", tmp_path, of="hidden-slide") == snapshot(
        "deck.yaml:6:13: advice: slide 2 is hidden, but goes out with the deck, and anyone can read it there [D703 hidden-slide]: delete it, or keep it for an audience of its own, under audience:\n"
    )
    assert mistakes(f"title: A deck\nslides:\n{slides.replace('true', 'false')}", tmp_path, of="hidden-slide") == ""


@pytest.mark.parametrize(
    ("slide", "expected"),
    [
        (
            "{layout: bullets, title: Alone, kicker: K}",
            snapshot(
                "deck.yaml:3:30: advice: slide 1 shows its title and nothing else [T444 empty-slide]: write what belongs there, or take the slide out\n"
            ),
        ),
        ("{layout: bullets, title: One, bullets: [x]}", ""),
        ("{layout: section, title: Part one}", ""),
        ("{title: We go on, quote: We go on.}", ""),
    ],
)
def test_a_slide_of_a_title_alone_is_told(slide: str, expected: str, tmp_path: Path) -> None:
    assert mistakes(f"title: A deck\nslides:\n  - {slide}\n", tmp_path, of="empty-slide") == expected
