"""Images typeset: whole at an edge of the grid, or cut to fill their room."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from deckgen import pipeline
from deckgen.typeset.dump import pages_as_text
from tests.builders import mistakes
from tests.source.images import jpeg, png, svg

FILES = {
    "wide.png": png(1000, 400),
    "tall.jpg": jpeg(600, 1200),
    "square.svg": svg(head='viewBox="0 0 10 10"'),
    "small.png": png(60, 40),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def frames(slide: str, folder: Path, head: str = "") -> str:
    """Return the frames of one slide in a deck beside the files."""
    text = f"title: A deck\n{head}slides:\n  - title: T\n    {slide}\n"
    made, _, found = pipeline.pages_of_text(text.encode(), folder / "deck.yaml")
    assert made is not None, found
    kept = [part for part in pages_as_text(made).split("\n  ") if not part.startswith(("title", "tracker", "number"))]
    return "\n  ".join(kept).replace("\n    30 pt  T", "")


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (
            "file: wide.png, alt: A",
            snapshot("""\
page 1  image-and-text
  body           54,160 463×305
    22 pt  Words
  image          553,145 353×141  image “A”
    12 pt  1
"""),
        ),
        (
            "file: tall.jpg, alt: A",
            snapshot("""\
page 1  image-and-text
  body           54,160 463×305
    22 pt  Words
  image          747,145 159×319  image “A”
    12 pt  1
"""),
        ),
        (
            "file: square.svg, alt: A",
            snapshot("""\
page 1  image-and-text
  body           54,160 463×305
    22 pt  Words
  image          587,145 319×319  image “A”
    12 pt  1
"""),
        ),
        (
            "file: wide.png, alt: A, fit: cover",
            snapshot("""\
page 1  image-and-text
  body           54,160 463×305
    22 pt  Words
  image          553,145 353×319  image “A” cut 28% left, 28% right
    12 pt  1
"""),
        ),
        (
            "file: wide.png, alt: A, fit: cover, focus: left",
            snapshot("""\
page 1  image-and-text
  body           54,160 463×305
    22 pt  Words
  image          553,145 353×319  image “A” cut 56% right
    12 pt  1
"""),
        ),
        (
            "file: wide.png, alt: A, fit: cover, focus: [0.6, 0]",
            snapshot("""\
page 1  image-and-text
  body           54,160 463×305
    22 pt  Words
  image          553,145 353×319  image “A” cut 38% left, 18% right
    12 pt  1
"""),
        ),
        (
            "file: tall.jpg, alt: A, fit: cover, focus: bottom right",
            snapshot("""\
page 1  image-and-text
  body           54,160 463×305
    22 pt  Words
  image          553,145 353×319  image “A” cut 55% top
    12 pt  1
"""),
        ),
        (
            "file: tall.jpg, decorative: true, fit: cover, focus: [0.5, 0.4]",
            snapshot("""\
page 1  image-and-text
  body           54,160 463×305
    22 pt  Words
  image          553,145 353×319  image “” cut 17% top, 37% bottom
    12 pt  1
"""),
        ),
    ],
)
def test_an_image_is_shown_whole_or_cut_at_its_focus(image: str, expected: str, folder: Path) -> None:
    assert frames(f"text: Words\n    image: {{{image}}}", folder) == expected


def test_a_caption_stands_under_its_image_with_who_made_it(folder: Path) -> None:
    image = "file: wide.png, alt: A, caption: The **street**, credit: J. Doe"
    assert frames(f"text: Words\n    image: {{{image}}}", folder, "lang: fr\n") == snapshot("""\
page 1  image-and-text
  body           54,160 463×305
    22 pt  Words
  image          553,145 353×141  image “A”
  caption        553,295 353×169
    14 pt  The **street**
    14 pt  Image\xa0: J. Doe
    12 pt  1
""")


def test_a_narrow_image_stands_over_the_beginning_of_its_caption(folder: Path) -> None:
    assert frames("text: Words\n    image: {file: tall.jpg, alt: A, caption: The street}", folder) == snapshot("""\
page 1  image-and-text
  body           54,160 463×305
    22 pt  Words
  image          553,145 131×263  image “A”
  caption        553,417 176×48
    14 pt  The street
    12 pt  1
""")


def test_an_image_may_stand_on_the_left_or_alone(folder: Path) -> None:
    image = "image: {file: wide.png, alt: A, caption: The street}"
    assert frames(f"bullets: [One]\n    side: left\n    {image}", folder) == snapshot("""\
page 1  image-and-text left
  body           443,160 463×305
    22 pt  • One
  image          54,145 353×141  image “A”
  caption        54,295 353×169
    14 pt  The street
    12 pt  1
""")
    assert frames(image, folder) == snapshot("""\
page 1  image-and-text alone
  image          54,145 657×263  image “A”
  caption        54,417 657×48
    14 pt  The street
    12 pt  1
""")


def test_references_are_read_in_alternative_text_and_caption(folder: Path) -> None:
    head = "indicators: {all: {label: All, value: 57}}\n"
    image = 'image: {file: wide.png, alt: "{all} States", caption: "All {all}"}'
    assert frames(image, folder, head) == snapshot("""\
page 1  image-and-text alone
  image          54,145 657×263  image “57 States”
  caption        54,417 657×48
    14 pt  All 57
    12 pt  1
""")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "image: wide.png",
            snapshot(
                "deck.yaml:4:12: error: the image “wide.png” has no alternative text [C241 no-alt-text]: write file: wide.png, and below it alt: and what it shows\n"
            ),
        ),
        (
            "image: {file: wide.png}",
            snapshot(
                "deck.yaml:4:12: error: the image “wide.png” has no alternative text [C241 no-alt-text]: add alt: and what it shows, in a sentence; or decorative: true, if it says nothing\n"
            ),
        ),
        (
            "image: {file: wide.png, alt: A street, decorative: true}",
            snapshot(
                "deck.yaml:4:56: error: an image that is decoration has no alternative text [C242 alt-and-decorative]: keep alt: if the image says something, decorative: if it does not\n"
            ),
        ),
        (
            "image: {file: wide.png, alt: wide.png}",
            snapshot(
                "deck.yaml:4:34: error: “wide.png” is the name of a file [C243 alt-is-file-name]: say what the image shows\n"
            ),
        ),
        (
            "image: {file: wide.png, alt: Wide}",
            snapshot(
                "deck.yaml:4:34: error: “Wide” is the name of a file [C243 alt-is-file-name]: say what the image shows\n"
            ),
        ),
        (
            "image: {file: wide.png, alt: IMG_2034}",
            snapshot(
                "deck.yaml:4:34: error: “IMG_2034” is the name of a file [C243 alt-is-file-name]: say what the image shows\n"
            ),
        ),
        (
            "image: {file: wide.png, alt: ''}",
            snapshot(
                "deck.yaml:4:34: error: nothing is written here [C204 empty-text]: write a text, or delete the key; a text that begins with # needs quotation marks\n"
            ),
        ),
        (
            "image: {file: wide.png, alt: A street, fit: stretch}",
            snapshot(
                "deck.yaml:4:49: error: an image cannot be fitted by “stretch” [C244 unknown-choice]: write contain for the whole image, or cover to fill its room\n"
            ),
        ),
        (
            "image: {file: wide.png, alt: A street, focus: north}",
            snapshot(
                "deck.yaml:4:51: error: this names no point of an image [C244 unknown-choice]: write two shares from the upper left, such as [0.5, 0.3], or words, such as top left\n"
            ),
        ),
        (
            "image: {file: wide.png, alt: A street, focus: left right}",
            snapshot(
                "deck.yaml:4:51: error: this names no point of an image [C244 unknown-choice]: write two shares from the upper left, such as [0.5, 0.3], or words, such as top left\n"
            ),
        ),
        (
            "image: {file: wide.png, alt: A street, focus: [0.5, 30]}",
            snapshot(
                "deck.yaml:4:51: error: this names no point of an image [C244 unknown-choice]: write two shares from the upper left, such as [0.5, 0.3], or words, such as top left\n"
            ),
        ),
        (
            "image: {file: wide.png, alt: A street, focus: [left, 0]}",
            snapshot(
                "deck.yaml:4:51: error: this names no point of an image [C244 unknown-choice]: write two shares from the upper left, such as [0.5, 0.3], or words, such as top left\n"
            ),
        ),
        (
            "image: {alt: A street}",
            snapshot("deck.yaml:4:12: error: the key “file” is missing [C202 missing-key]: add file:\n"),
        ),
        (
            "image: {file: wide.png, alt: A street, captoin: C}",
            snapshot(
                "deck.yaml:4:44: error: the key “captoin” is not known here [C201 unknown-key]: did you mean “caption”?\n"
            ),
        ),
        (
            "image: {file: wide.png, alt: A street}\n    side: top",
            snapshot("deck.yaml:5:11: error: an image cannot stand “top” [C244 unknown-choice]: write left or right\n"),
        ),
        (
            "image: {file: small.png, alt: A street}",
            snapshot(
                "deck.yaml:4:19: warning: the image of slide 1 “T” is 60 pixels wide, 9 to the inch of its room; it is sharp from 150 [T430 blurred-image]: use one that is at least 997 pixels wide, or an SVG\n"
            ),
        ),
    ],
)
def test_a_mistake_in_an_image_is_named_at_its_place(written: str, expected: str, folder: Path) -> None:
    assert mistakes(f"title: A deck\nslides:\n  - title: T\n    {written}\n", folder) == expected
