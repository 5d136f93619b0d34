"""A ZIP archive (APPNOTE 6.3.10) with no trace of the time and the machine that it is made on.

Python's own packs each member anew. Two thirds of a deck are what its theme gives to every deck, so that of many only
the slides are packed again.
"""

import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache

MOST_MEMBERS, MOST_BYTES = 0xFFFF, 0xFFFF_FFFF
"""What an archive can count without the extensions of ZIP64, which some programs do not read in a .pptx."""
_VERSION = 20
_STORED, _DEFLATED = 0, 8
_TIME, _DATE = 0, 0b0000000_0001_00001
"""Midnight of 1 January 1980, the first moment that the format knows."""
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_MOST_AT_HAND = 256
"""How many packed members are kept: what a theme or two give to a deck."""


def archive(members: Iterable[tuple[str, bytes, bool]]) -> bytes:
    """Return the archive of members in their order: the name of each in ASCII, its bytes, whether they are packed.

    Raises ``ValueError`` for more than ``MOST_MEMBERS`` or ``MOST_BYTES``.
    """
    made, listed, count = bytearray(), bytearray(), 0
    for name, data, packs in members:
        body = _deflated(data) if packs else data
        told = name.encode("ascii")
        method = _DEFLATED if packs else _STORED
        common = (0, method, _TIME, _DATE, zlib.crc32(data), len(body), len(data), len(told), 0)
        listed += _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *common, 0, 0, 0, 0, len(made)) + told
        made += _LOCAL.pack(b"PK\x03\x04", _VERSION, *common) + told + body
        count += 1
        if count > MOST_MEMBERS or len(made) + len(listed) > MOST_BYTES:
            raise ValueError(f"{count} members of {len(made)} bytes are too much for an archive")
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(listed), len(made), 0)
    return bytes(made + listed + end)


@lru_cache(_MOST_AT_HAND)
def _deflated(data: bytes) -> bytes:
    """Return bytes packed, without a head (RFC 1951)."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()
