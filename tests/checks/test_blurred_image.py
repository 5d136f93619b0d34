"""How many pixels an image has to the inch of its room, whole or cut."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import mistakes
from tests.source.images import jpeg, svg


@pytest.mark.parametrize(
    ("pixels", "keys", "expected"),
    [
        (
            (480, 320),
            "",
            snapshot(
                "deck.yaml:5:34: warning: the image of slide 1 “T” is 480 pixels wide, 97 to the inch of its room; it is sharp from 150 [T430 blurred-image]: use one that is at least 735 pixels wide, or an SVG\n"
            ),
        ),
        (
            (600, 400),
            "",
            snapshot(
                "deck.yaml:5:34: advice: the image of slide 1 “T” is 600 pixels wide, 122 to the inch of its room; it is sharp from 150 [T430 blurred-image]: use one that is at least 735 pixels wide, or an SVG\n"
            ),
        ),
        ((1050, 700), "", ""),
        ((1600, 1200), ", fit: cover", ""),
        (
            (600, 1200),
            ", fit: cover",
            snapshot(
                "deck.yaml:5:34: advice: the image of slide 1 “T” is 600 pixels wide, 122 to the inch of its room; it is sharp from 150 [T430 blurred-image]: use one that is at least 735 pixels wide, or an SVG\n"
            ),
        ),
    ],
)
def test_an_image_is_sharp_from_150_pixels_to_the_inch(
    pixels: tuple[int, int], keys: str, expected: str, tmp_path: Path
) -> None:
    (tmp_path / "a.jpg").write_bytes(jpeg(*pixels))
    image = f"    image: {{alt: A street, file: a.jpg{keys}}}\n"
    assert (
        mistakes(f"title: A deck\nslides:\n  - title: T\n    text: x\n{image}", tmp_path, of="blurred-image")
        == expected
    )


def test_a_drawing_is_always_sharp(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(svg())
    image = "    image: {alt: A street, file: a.svg}\n"
    assert mistakes(f"title: A deck\nslides:\n  - title: T\n    text: x\n{image}", tmp_path, of="blurred-image") == ""
