"""Image files as small as they can be, written byte by byte."""

import struct
import zlib


def png(width: int, height: int, *, shade: int = 128, more: int = 0) -> bytes:
    """Return a grey PNG (ISO/IEC 15948, 11.2.2), with ``more`` rows packed in beyond those that it says."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = (b"\0" + bytes([shade]) * width) * (height + more)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def jpeg(width: int, height: int, *, orientation: int = 0, order: str = "<") -> bytes:
    """Return what frames a JPEG, without the image itself; ``orientation`` is what a camera notes."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    tags = struct.pack(f"{order}IHHHIHHI", 8, 1, 0x0112, 3, 1, orientation, 0, 0)
    exif = b"Exif\0\0" + mark + tags
    segment = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif if orientation else b""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 17, 8, height, width, 3) + bytes(9)
    return b"\xff\xd8" + segment + frame + b"\xff\xda\0\2" + b"\xff\xd9"


def svg(inner: str = "", head: str = 'width="96" height="48"') -> bytes:
    """Return a drawing of one inch by half an inch."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{inner}</svg>'.encode()
