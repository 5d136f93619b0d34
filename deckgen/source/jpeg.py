"""What the camera noted in a JPEG, as far as it changes how the image stands."""

import struct
from collections.abc import Iterator

_EXIF = b"Exif\0\0"
_APP1, _SCAN = 0xE1, 0xDA
_ORIENTATION = 0x0112
"""The tag of how the camera was held (CIPA DC-008, 4.6.5): 1 is upright."""


def is_turned(image: bytes) -> bool:
    """Return whether ``image`` is a JPEG that is to be turned or mirrored before it is shown."""
    if not image.startswith(b"\xff\xd8"):
        return False
    return any(
        _orientation(body[len(_EXIF) :]) not in (0, 1)
        for marker, body in _segments(image)
        if marker == _APP1 and body.startswith(_EXIF)
    )


def has_image(image: bytes) -> bool:
    """Return whether there is an image after the segments of a JPEG that tell of it."""
    offset = 2
    while offset + 4 <= len(image) and image[offset] == 0xFF:
        marker, length = struct.unpack(">BH", image[offset + 1 : offset + 4])
        if marker == _SCAN:
            return True
        if length < 2:
            return False
        offset += 2 + length
    return False


def _segments(image: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the marker and the body of each segment before the image itself (ITU-T T.81, B.1.1)."""
    offset = 2
    while offset + 4 <= len(image) and image[offset] == 0xFF:
        marker, length = struct.unpack(">BH", image[offset + 1 : offset + 4])
        if marker == _SCAN or length < 2:
            return
        yield marker, image[offset + 4 : offset + 2 + length]
        offset += 2 + length


def _orientation(tiff: bytes) -> int:
    """Return the orientation in the first directory of a TIFF header; 0 where it says none."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 0
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for entry in range(min(count, 512)):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * entry)
            if tag == _ORIENTATION:
                return int(value)
    except struct.error:
        return 0
    return 0
