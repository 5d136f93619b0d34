"""What an image file says of itself, without opening it."""

import struct

from deckgen.units import EMU_PER_INCH, Emu, Size

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"

MOST_PIXELS = 50_000_000
"""How many pixels an image on a slide may have."""


def image_type(image: bytes) -> str:
    """Return ``png`` or ``jpeg`` by the magic bytes of ``image``, an empty text for anything else."""
    return "png" if image.startswith(PNG) else "jpeg" if image.startswith(JPEG) else ""


def image_size(image: bytes) -> Size:
    """Return the size of ``image`` at 96 pixels to the inch."""
    width, height = _png_pixels(image) if image.startswith(PNG) else _jpeg_pixels(image)
    per_pixel = EMU_PER_INCH // 96
    return Size(Emu(width * per_pixel), Emu(height * per_pixel))


def _png_pixels(image: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", image[16:24])
    return width, height


def _jpeg_pixels(image: bytes) -> tuple[int, int]:
    """Return the size from the first start-of-frame segment (ITU-T T.81, B.2.2)."""
    offset = 2
    while offset + 9 < len(image) and image[offset] == 0xFF:
        marker, length = image[offset + 1], struct.unpack(">H", image[offset + 2 : offset + 4])[0]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", image[offset + 5 : offset + 9])
            return width, height
        offset += 2 + length
    raise ValueError("a JPEG without a frame")
