"""What cameras and programs note in images does not go out with a deck."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from deckgen.source.image_files import read_image
from deckgen.source.stripped import stripped, stripped_svg

PLACE, NAME = b"48.2082 N 16.3738 E", b"Anna Officer"


def photo(*, progressive: bool = False, mode: str = "RGB") -> bytes:
    """Return a JPEG that says where and by whom it was taken: in its Exif data, in XMP and in a comment."""
    image = Image.effect_mandelbrot((160, 120), (-2, -1.5, 1, 1.5), 60).convert(mode)
    exif = Image.Exif()
    exif[0x013B], exif[0x010E] = NAME.decode(), PLACE.decode()
    out = BytesIO()
    profile = b"a profile of colours"
    image.save(out, "JPEG", exif=exif, comment=NAME, progressive=progressive, icc_profile=profile, xmp=PLACE)
    made = out.getvalue()
    iptc = b"Photoshop 3.0\0" + NAME
    return made[:2] + b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc + made[2:]


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_photo_keeps_its_pixels_and_colours_and_says_nothing_else(progressive: bool, mode: str) -> None:
    before = photo(progressive=progressive, mode=mode)
    assert NAME in before
    assert PLACE in before
    after = stripped(before + b"a second picture " + NAME)
    assert NAME not in after
    assert PLACE not in after
    one, two = Image.open(BytesIO(before)), Image.open(BytesIO(after))
    assert one.tobytes() == two.tobytes()
    assert two.info["icc_profile"] == one.info["icc_profile"]
    assert not two.getexif()
    assert stripped(after) == after


def test_a_drawing_of_pixels_keeps_its_pixels_and_says_nothing_else() -> None:
    image, said, out = Image.new("RGBA", (20, 10), "#0B5CAD80"), PngImagePlugin.PngInfo(), BytesIO()
    said.add_text("Author", NAME.decode())
    said.add_itxt("Location", PLACE.decode())
    exif = Image.Exif()
    exif[0x013B] = NAME.decode()
    image.save(out, "PNG", pnginfo=said, exif=exif, icc_profile=b"a profile", dpi=(96, 96))
    before = out.getvalue()
    after = stripped(before + NAME)
    assert NAME in before
    assert NAME not in after
    assert PLACE not in after
    one, two = Image.open(BytesIO(before)), Image.open(BytesIO(after))
    assert one.tobytes() == two.tobytes()
    assert two.info["icc_profile"] == b"a profile"
    assert two.info["dpi"] == one.info["dpi"]


def test_the_time_of_a_png_goes_too() -> None:
    out = BytesIO()
    Image.new("L", (2, 2)).save(out, "PNG")
    time = b"tIME" + struct.pack(">HBBBBB", 2026, 7, 18, 9, 30, 0)
    chunk = struct.pack(">I", 7) + time + struct.pack(">I", zlib.crc32(time))
    assert stripped(out.getvalue()[:33] + chunk + out.getvalue()[33:]) == stripped(out.getvalue())


def test_an_svg_loses_what_its_program_noted() -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="s" sodipodi:docname="/home/anna/basin.svg" width="2">'
        "<!-- by Anna --><metadata id='m'><rdf>Anna</rdf></metadata><metadata/><title>A basin</title><g/></svg>"
    )
    assert stripped_svg(drawing) == (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="s" width="2"><title>A basin</title><g/></svg>'
    )


def test_what_is_beside_a_deck_is_read_without_it(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(photo())
    made, problems = read_image("photo.jpg", tmp_path)
    assert made is not None
    assert not problems
    assert PLACE not in made.data


def test_a_photo_whose_segments_cannot_be_told_apart_is_refused(tmp_path: Path) -> None:
    broken = photo()
    (tmp_path / "photo.jpg").write_bytes(broken[:2] + b"\xff\xe1\x00\x10Exif" + broken[2:])
    made, (problem,) = read_image("photo.jpg", tmp_path)
    assert (made, problem.name) == (None, "unknown-image-file")
