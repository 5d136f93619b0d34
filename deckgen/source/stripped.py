"""Images without what cameras and programs note in them: where and when a photo was taken, by whom, in which folder."""

import re
import struct
from collections.abc import Iterator

from deckgen.source.images import PNG

_APP0, _APP2, _APP14, _APP15, _COMMENT = 0xE0, 0xE2, 0xEE, 0xEF, 0xFE
_SCAN, _END = 0xDA, 0xD9
_KEPT = {_APP0: b"JFIF\0", _APP2: b"ICC_PROFILE\0", _APP14: b"Adobe"}
"""The application segments without which a JPEG looks otherwise, and how they begin."""
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""A marker among the data of a scan, where a byte of 255 is followed by 0, and restarts stand by themselves."""

_LOOKS = frozenset((b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"cICP", b"pHYs"))
"""The chunks of a PNG, besides those that it cannot be without, that tell how it looks."""

_METADATA = re.compile(r"<metadata\b[^>]*?(?:/>|>.*?</metadata\s*>)|<!--.*?-->", re.S)
_EDITOR = re.compile(r"\s(?:inkscape|sodipodi):[\w-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*')")


def stripped(image: bytes) -> bytes:
    """Return a PNG or JPEG that looks as ``image`` does, and says nothing else.

    Raises ``ValueError`` for one that is damaged: nobody can tell what is in it.
    """
    try:
        return b"".join(_chunks(image) if image.startswith(PNG) else _segments(image))
    except (struct.error, IndexError):
        raise ValueError("an image that breaks off") from None


def stripped_svg(drawing: str) -> str:
    """Return the text of an SVG without comments, metadata, and what a program noted for itself."""
    if "<![CDATA[" in drawing:
        return drawing
    return _EDITOR.sub("", _METADATA.sub("", drawing))


def _chunks(image: bytes) -> Iterator[bytes]:
    """Yield the parts of a PNG to keep, up to its end (PNG specification, third edition, 5.3)."""
    yield PNG
    offset, kind = len(PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", image, offset)
        whole = image[offset : offset + 12 + length]
        if len(whole) < 12 + length:
            raise IndexError
        # A kind that begins with a capital is one that a program must know.
        if kind[:1].isupper() or kind in _LOOKS:
            yield whole
        offset += len(whole)


def _segments(image: bytes) -> Iterator[bytes]:
    """Yield the parts of a JPEG to keep, up to its end (ITU-T T.81, B.1.1); what stands behind that goes too."""
    yield image[:2]
    offset, marker = 2, 0
    while marker != _END:
        while image[offset + 1] == 0xFF:
            offset += 1
        marker = image[offset + 1]
        if image[offset] != 0xFF:
            raise IndexError
        if marker == _END:
            yield image[offset : offset + 2]
            return
        (length,) = struct.unpack_from(">H", image, offset + 2)
        end = offset + 2 + length
        if marker == _SCAN:
            following = _MARKER.search(image, end)
            end = following.start() if following else len(image)
        if _is_kept(marker, image[offset + 4 : offset + 18]):
            yield image[offset:end]
        offset = end


def _is_kept(marker: int, beginning: bytes) -> bool:
    if _APP0 <= marker <= _APP15:
        return marker in _KEPT and beginning.startswith(_KEPT[marker])
    return marker != _COMMENT
