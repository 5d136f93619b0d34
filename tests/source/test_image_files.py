"""Image files: what is taken, and what is refused before anything opens it."""

from base64 import b64encode
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from deckgen.source import image_files
from deckgen.source.image_files import read_image
from deckgen.source.svg import Svg, for_raster, svg_of
from deckgen.units import Size, inches
from tests.builders import mistakes
from tests.source.images import jpeg, png, svg

DECK = "title: A deck\nslides:\n  - title: T\n    image: {{file: {name}, alt: What it shows}}\n"


def told(name: str, data: bytes | None, folder: Path) -> str:
    """Return what a build says of a deck that shows ``data`` in the file ``name``."""
    if data is not None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return mistakes(DECK.format(name=name), folder)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.png", png(1400, 800)),
        ("a.jpg", jpeg(1400, 800)),
        ("A.JPEG", jpeg(1400, 800, orientation=1)),
        ("a.svg", svg()),
        ("maps/a.svg", b"\xef\xbb\xbf" + svg()),
    ],
)
def test_png_jpeg_and_svg_beside_the_deck_or_below_are_taken(name: str, data: bytes, tmp_path: Path) -> None:
    assert told(name, data, tmp_path) == ""


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        (
            "a.png",
            jpeg(1400, 800),
            snapshot(
                "deck.yaml:4:19: warning: “a.png” is called .png, yet it is a JPEG [R355 image-misnamed]: call it a.jpg\n"
            ),
        ),
        (
            "a.gif",
            b"GIF89a",
            snapshot(
                "deck.yaml:4:19: error: “a.gif” is a GIF; slides show PNG, JPEG and SVG [R354 unknown-image-file]: save it as PNG or JPEG\n"
            ),
        ),
        (
            "a.webp",
            b"RIFF\0\0\0\0WEBP",
            snapshot(
                "deck.yaml:4:19: error: “a.webp” is a WebP image; slides show PNG, JPEG and SVG [R354 unknown-image-file]: save it as PNG or JPEG\n"
            ),
        ),
        (
            "a.heic",
            b"\0\0\0\x18ftypheic",
            snapshot(
                "deck.yaml:4:19: error: “a.heic” is a HEIC; slides show PNG, JPEG and SVG [R354 unknown-image-file]: save it as PNG or JPEG\n"
            ),
        ),
        (
            "a.png",
            b"hello",
            snapshot(
                "deck.yaml:4:19: error: “a.png” is no image that deckgen knows; slides show PNG, JPEG and SVG [R354 unknown-image-file]: save it as PNG or JPEG\n"
            ),
        ),
        (
            "a.png",
            png(1400, 800)[:60],
            snapshot(
                "deck.yaml:4:19: error: the PNG “a.png” is damaged: it breaks off [R354 unknown-image-file]: save it again, or fetch it anew\n"
            ),
        ),
        (
            "a.jpg",
            jpeg(1400, 800)[:10],
            snapshot(
                "deck.yaml:4:19: error: the JPEG “a.jpg” is damaged: it breaks off [R354 unknown-image-file]: save it again, or fetch it anew\n"
            ),
        ),
        (
            "a.jpg",
            jpeg(0, 400),
            snapshot(
                "deck.yaml:4:19: error: the JPEG “a.jpg” is damaged: it breaks off [R354 unknown-image-file]: save it again, or fetch it anew\n"
            ),
        ),
        (
            "a.jpg",
            jpeg(12_000, 12_000),
            snapshot(
                "deck.yaml:4:19: error: “a.jpg” has 12,000 × 12,000 pixels; deckgen takes up to 50,000,000 in all [R353 image-too-large]: save it smaller: 3,000 pixels fill the widest slide\n"
            ),
        ),
        (
            "a.jpg",
            jpeg(1400, 800, orientation=6),
            snapshot(
                "deck.yaml:4:19: error: “a.jpg” was taken with the camera turned, which programs show differently [R357 turned-image]: save it anew from an image program, upright and as PNG\n"
            ),
        ),
        (
            "a.jpg",
            jpeg(1400, 800, orientation=8, order=">"),
            snapshot(
                "deck.yaml:4:19: error: “a.jpg” was taken with the camera turned, which programs show differently [R357 turned-image]: save it anew from an image program, upright and as PNG\n"
            ),
        ),
        (
            "gone.png",
            None,
            snapshot(
                "deck.yaml:4:19: error: there is no file “gone.png” beside the deck [R351 no-image]: put it there, or write the way to it from the deck\n"
            ),
        ),
        (
            "https://example.org/a.png",
            None,
            snapshot(
                "deck.yaml:4:19: error: “https://example.org/a.png” is no file [R351 no-image]: save the image beside the deck\n"
            ),
        ),
        (
            r"maps\a.png",
            None,
            snapshot(
                "deck.yaml:4:19: error: “maps\\a.png” is no file [R351 no-image]: write / between folders, not \\\n"
            ),
        ),
        (
            "/etc/passwd",
            None,
            snapshot(
                "deck.yaml:4:19: error: “/etc/passwd” stands outside the folder of the deck [R352 image-outside]: copy it beside the deck, or into a folder below\n"
            ),
        ),
        (
            "../a.png",
            None,
            snapshot(
                "deck.yaml:4:19: error: “../a.png” stands outside the folder of the deck [R352 image-outside]: copy it beside the deck, or into a folder below\n"
            ),
        ),
    ],
)
def test_what_no_slide_can_show_is_told_with_what_to_do(
    name: str, data: bytes | None, expected: str, tmp_path: Path
) -> None:
    assert told(name, data, tmp_path) == expected


def test_a_like_name_beside_the_deck_is_named(tmp_path: Path) -> None:
    (tmp_path / "Photo.PNG").write_bytes(png(1400, 800))
    assert told("photo.jpg", None, tmp_path) == snapshot(
        "deck.yaml:4:19: error: there is no file “photo.jpg” beside the deck [R351 no-image]: there is: Photo.PNG\n"
    )
    assert told("quite-other", None, tmp_path) == snapshot(
        "deck.yaml:4:19: error: there is no file “quite-other” beside the deck [R351 no-image]: there is: Photo.PNG\n"
    )


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside.png"
    inside.mkdir()
    outside.write_bytes(png(1400, 800))
    (inside / "a.png").symlink_to(outside)
    assert told("a.png", None, inside) == snapshot(
        "deck.yaml:4:19: error: “a.png” stands outside the folder of the deck [R352 image-outside]: copy it beside the deck, or into a folder below\n"
    )
    (inside / "b.png").write_bytes(png(1400, 800))
    (inside / "c.png").symlink_to(inside / "b.png")
    assert told("c.png", None, inside) == ""


def test_a_translation_may_take_the_images_of_its_original(tmp_path: Path) -> None:
    below = tmp_path / "content" / "translations"
    below.mkdir(parents=True)
    (tmp_path / "content" / "a.png").write_bytes(png(1400, 800))
    (tmp_path / "a.png").write_bytes(png(1400, 800))
    assert told("../a.png", None, below) == ""
    assert "[R352 image-outside]" in told("../../a.png", None, below)


def test_a_png_that_unpacks_to_more_than_its_pixels_is_refused(tmp_path: Path) -> None:
    assert told("a.png", png(700, 400, more=1), tmp_path) == snapshot(
        "deck.yaml:4:19: error: the PNG “a.png” unpacks to far more than an image of 700 × 400 pixels [R358 image-swells]: open it in an image program, and save it as a new PNG\n"
    )


def test_a_file_of_too_many_bytes_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_files, "LARGEST", 1_000)
    assert told("a.png", png(700, 400) + bytes(1_000), tmp_path) == snapshot(
        "deck.yaml:4:19: error: “a.png” has 2,482 bytes; deckgen takes images of up to 1,000 [R353 image-too-large]: save it smaller, or as JPEG\n"
    )


def test_a_folder_and_a_file_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.png").mkdir()
    assert "[R351 no-image]" in told("a.png", None, tmp_path)
    assert "[R351 no-image]" in told("a" * 300 + ".png", None, tmp_path)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            svg("<script>alert(1)</script>"),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” holds <script>, which is no drawing [R356 unsafe-svg]: save it as plain SVG, or as PNG\n"
            ),
        ),
        (
            svg("<foreignObject/>"),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” holds <foreignObject>, which is no drawing [R356 unsafe-svg]: save it as plain SVG, or as PNG\n"
            ),
        ),
        (
            svg('<rect onclick="alert(1)"/>'),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” runs a program (onclick) [R356 unsafe-svg]: save it as plain SVG, or as PNG\n"
            ),
        ),
        (
            svg('<image href="https://example.org/a.png"/>'),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” refers to another place (https://example.org/a.png) [R356 unsafe-svg]: save it as plain SVG, or as PNG\n"
            ),
        ),
        (
            svg('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="other.svg#a"/>'),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” refers to another place (other.svg#a) [R356 unsafe-svg]: save it as plain SVG, or as PNG\n"
            ),
        ),
        (
            svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” refers to another place (data:image/svg+xml;base64,PHN2Zy8+) [R356 unsafe-svg]: save it as plain SVG, or as PNG\n"
            ),
        ),
        (
            svg('<image href="data:image/png;base64,iVBORw0KGgo="/>'),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” holds an image that is damaged, or of more than 50,000,000 pixels [R356 unsafe-svg]: save it as plain SVG, or as PNG\n"
            ),
        ),
        (
            svg(f'<image href="data:image/jpeg;base64,{b64encode(jpeg(9_000, 9_000)).decode()}"/>'),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” holds an image that is damaged, or of more than 50,000,000 pixels [R356 unsafe-svg]: save it as plain SVG, or as PNG\n"
            ),
        ),
        (
            svg('<rect fill="url(https://example.org/a.svg#b)"/>'),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” refers to another file in its fill [R356 unsafe-svg]: save it as plain SVG, or as PNG\n"
            ),
        ),
        (
            svg("<style>@import 'a.css';</style>"),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” refers to another file in its styles [R356 unsafe-svg]: save it as plain SVG, or as PNG\n"
            ),
        ),
        (
            svg('<a href="javascript:alert(1)"/>'),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” refers to another place (javascript:alert(1)) [R356 unsafe-svg]: save it as plain SVG, or as PNG\n"
            ),
        ),
        (
            svg('<rect><animate attributeName="x"/></rect>'),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” holds <animate>, which is no drawing [R356 unsafe-svg]: save it as plain SVG, or as PNG\n"
            ),
        ),
        (
            b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg(),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” holds a document type (<!DOCTYPE…), which may lead out of the file [R356 unsafe-svg]: save it as plain SVG, or as PNG\n"
            ),
        ),
        (
            b'<?xml-stylesheet href="a.css"?>' + svg(),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” holds a style sheet (<?xml-stylesheet…), which may lead out of the file [R356 unsafe-svg]: save it as plain SVG, or as PNG\n"
            ),
        ),
        (
            svg()[:-3],
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” is damaged [R356 unsafe-svg]: save it again, or fetch it anew\n"
            ),
        ),
        (
            b"<svg></svg>",
            snapshot(
                'deck.yaml:4:19: error: the SVG “a.svg” is no SVG: it begins with <svg>, not with <svg xmlns="http://www.w3.org/2000/svg"> [R356 unsafe-svg]: save it as plain SVG, or as PNG\n'
            ),
        ),
        (
            b'<html xmlns="http://www.w3.org/1999/xhtml"/>',
            snapshot(
                'deck.yaml:4:19: error: the SVG “a.svg” is no SVG: it begins with <html>, not with <svg xmlns="http://www.w3.org/2000/svg"> [R356 unsafe-svg]: save it as plain SVG, or as PNG\n'
            ),
        ),
        (
            svg(head=""),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” does not say its size, or one that no slide has [R356 unsafe-svg]: save it with a viewBox, or as PNG\n"
            ),
        ),
        (
            svg(head='width="100%" height="100%"'),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” does not say its size, or one that no slide has [R356 unsafe-svg]: save it with a viewBox, or as PNG\n"
            ),
        ),
        (
            svg(head='viewBox="0 0 0 10"'),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” does not say its size, or one that no slide has [R356 unsafe-svg]: save it with a viewBox, or as PNG\n"
            ),
        ),
        (
            svg("<g>" * 300 + "</g>" * 300),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” has groups within groups more than 200 deep [R356 unsafe-svg]: save it as plain SVG, or as PNG\n"
            ),
        ),
        (
            svg().decode().encode("utf-16"),
            snapshot(
                "deck.yaml:4:19: error: the SVG “a.svg” is not saved as UTF-8 [R356 unsafe-svg]: save it as plain SVG, or as PNG\n"
            ),
        ),
    ],
)
def test_an_svg_that_is_more_than_a_drawing_is_refused(data: bytes, expected: str, tmp_path: Path) -> None:
    assert told("a.svg", data, tmp_path) == expected


@pytest.mark.parametrize(
    "data",
    [
        svg('<rect fill="url(#a)" style="fill:url(#b)"/><use href="#a"/>'),
        svg(f'<image href="data:image/png;base64,{b64encode(png(9, 9)).decode()}"/>'),
        svg("<style>rect { fill: red; font: bold 12px Courier }</style>"),
        b"<!-- a remark -->" + svg(),
    ],
)
def test_what_stands_in_the_drawing_itself_is_taken(data: bytes) -> None:
    assert isinstance(svg_of(data), Svg)


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('width="96" height="48"', (1, 0.5)),
        ('width="2in" height="72pt"', (2, 1)),
        ('width="25.4mm" height="2.54cm"', (1, 1)),
        ('viewBox="0 0 192 96"', (2, 1)),
        ('viewBox="0,0,192,96" width="100%"', (2, 1)),
    ],
)
def test_a_drawing_has_the_size_it_says_or_that_of_its_view_box(head: str, size: tuple[float, float]) -> None:
    made = svg_of(svg(head=head))
    assert isinstance(made, Svg)
    assert made.size == Size(inches(size[0]), inches(size[1]))


def test_a_drawing_is_kept_as_it_is_but_for_its_declaration() -> None:
    made = svg_of(
        b'<?xml version="1.0" encoding="ISO-8859-1"?>\n' + svg("<title>caf\xc3\xa9</title>".encode().decode())
    )
    assert isinstance(made, Svg)
    assert made.data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<svg ')


def test_for_old_programs_a_drawing_has_its_size_on_the_slide_and_a_font_that_is_there() -> None:
    inner = (
        '<text font-family="Comic" style="font-family:Comic;fill:red">A</text><style>text{font:bold 12px Comic}</style>'
    )
    made = for_raster(svg(inner), Size(inches(2), inches(1))).decode()
    assert made == snapshot("""\
<?xml version='1.0' encoding='utf-8'?>
<svg xmlns="http://www.w3.org/2000/svg" width="144.00pt" height="72.00pt" viewBox="0 0 96 48" font-family="Arial, Arimo"><text style="fill:red">A</text><style>text{font-size:12px;font-weight:bold;}</style></svg>\
""")


def test_the_kind_of_an_image_is_that_of_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(jpeg(70, 40))
    made, problems = read_image("a.png", tmp_path)
    assert made is not None
    assert (made.kind, [problem.name for problem in problems]) == ("jpeg", ["image-misnamed"])
