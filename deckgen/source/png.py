"""Whether the bytes of a PNG are those of an image: its chunks, and how much they unpack to (ISO/IEC 15948)."""

import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache
from itertools import starmap

SIGNATURE = b"\x89PNG\r\n\x1a\n"

MOST_ASIDE = 10_000_000
"""How many bytes what is not the image, such as texts and colour profiles, may unpack to."""

_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""The samples of a pixel, and the bits that one may have, by the type of colour (11.2.2)."""
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Where each pass of an interlaced image begins, and its steps, across and down (8.2)."""
_PIECE = 1 << 16


class _Broken(Exception):  # noqa: N818
    """The bytes are not those of a whole image."""


class _Swelling(Exception):  # noqa: N818
    """A few bytes unpack to more than an image needs."""


def is_whole(image: bytes) -> bool:
    """Return whether a PNG has all its parts, and as many pixels as it says."""
    return _looked_over(image) == "whole"


def swells(image: bytes) -> bool:
    """Return whether a PNG unpacks to more than its pixels, and ``MOST_ASIDE`` beside them."""
    return _looked_over(image) == "swelling"


@lru_cache(maxsize=1)
def _looked_over(image: bytes) -> str:
    try:
        _look_over(image)
    except (_Broken, _Swelling) as error:
        return "broken" if isinstance(error, _Broken) else "swelling"
    return "whole"


def _look_over(image: bytes) -> None:
    chunks = [*_chunks(image)]
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND" or len(chunks[0][1]) != 13:
        raise _Broken
    width, height, depth, color, *_, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if depth not in _DEPTHS.get(color, ()) or interlaced not in (0, 1):
        raise _Broken
    aside = 0
    for kind, body in chunks:
        if kind in (b"iTXt", b"zTXt", b"iCCP"):
            aside += _unpacked(_packed(kind, body), MOST_ASIDE - aside)
    rows = _rows(width, height, interlaced=bool(interlaced))
    expected = sum(starmap(lambda across, down: down * (1 + (across * depth * _SAMPLES[color] + 7) // 8), rows))
    packed = b"".join(body for kind, body in chunks if kind == b"IDAT")
    if _unpacked(packed, expected) < expected:
        raise _Broken


def _chunks(image: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the type and the body of each chunk to the last one, their checksums seen to (5.3)."""
    offset, kind = len(SIGNATURE), b""
    while kind != b"IEND":
        head = image[offset : offset + 8]
        if len(head) < 8:
            raise _Broken
        (length,), kind = struct.unpack(">I", head[:4]), head[4:]
        body = image[offset + 8 : offset + 8 + length]
        told = image[offset + 8 + length : offset + 12 + length]
        if len(told) < 4 or zlib.crc32(body, zlib.crc32(kind)) != struct.unpack(">I", told)[0]:
            raise _Broken
        yield kind, body
        offset += 12 + length


def _packed(kind: bytes, body: bytes) -> bytes:
    """Return what is compressed in a chunk beside the image; nothing if it is not (11.3.3.2, 11.3.4)."""
    _, _, rest = body.partition(b"\0")
    if kind != b"iTXt":
        return rest[1:]
    return rest[2:].split(b"\0", 2)[-1] if rest[:1] == b"\1" else b""


def _rows(width: int, height: int, *, interlaced: bool) -> Iterator[tuple[int, int]]:
    """Yield how many pixels a row has, and how many rows there are, for each pass."""
    for left, top, across, down in _PASSES if interlaced else ((0, 0, 1, 1),):
        columns, rows = -(-max(0, width - left) // across), -(-max(0, height - top) // down)
        if columns:
            yield columns, rows


def _unpacked(packed: bytes, most: int) -> int:
    """Return to how many bytes ``packed`` unpacks, keeping none; raise ``_Swelling`` for more than ``most``."""
    unpacker = zlib.decompressobj()
    total, rest = 0, packed
    try:
        while rest and not unpacker.eof:
            total += len(unpacker.decompress(rest, _PIECE))
            rest = unpacker.unconsumed_tail
            if total > most:
                raise _Swelling
    except zlib.error as error:
        raise _Broken from error
    return total
