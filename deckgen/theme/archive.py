"""A ZIP archive (APPNOTE 6.3.10) with no trace of the time and the machine that it is made on.

Python's own packs each member anew. Most of a deck is what its theme gives to every deck, and is kept packed.
"""

import struct
import zlib
from collections.abc import Iterable

from deckgen.values import frozen

MOST_MEMBERS, MOST_BYTES = 0xFFFF, 0xFFFF_FFFF
"""What an archive can count without the extensions of ZIP64, which some programs do not read in a .pptx."""
_VERSION = 20
_STORED, _DEFLATED = 0, 8
_TIME, _DATE = 0, 0b0000000_0001_00001
"""Midnight of 1 January 1980, the first moment that the format knows."""
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


@frozen(slots=True)
class Member:
    """A file in an archive: its name in ASCII, its bytes, and these ``deflated``; None for one that gets no smaller."""

    name: str
    data: bytes
    packed: bytes | None

    @classmethod
    def of(cls, name: str, data: bytes) -> "Member":
        """Return a file that gets smaller."""
        return cls(name, data, deflated(data))


def deflated(data: bytes) -> bytes:
    """Return bytes packed, without a head (RFC 1951)."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def archive(members: Iterable[Member]) -> bytes:
    """Return the archive of members, in their order.

    Raises ``ValueError`` for more than ``MOST_MEMBERS`` or ``MOST_BYTES``.
    """
    made, listed, count = bytearray(), bytearray(), 0
    for member in members:
        name, data = member.name.encode("ascii"), member.data
        method, body = (_STORED, data) if member.packed is None else (_DEFLATED, member.packed)
        common = (0, method, _TIME, _DATE, zlib.crc32(data), len(body), len(data), len(name), 0)
        listed += _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *common, 0, 0, 0, 0, len(made)) + name
        made += _LOCAL.pack(b"PK\x03\x04", _VERSION, *common) + name + body
        count += 1
        if count > MOST_MEMBERS or len(made) + len(listed) > MOST_BYTES:
            raise ValueError(f"{count} members of {len(made)} bytes are too much for an archive")
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(listed), len(made), 0)
    return bytes(made + listed + end)
