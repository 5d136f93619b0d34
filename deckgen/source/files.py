"""Bytes of a file to text, or to what is wrong with them."""

import errno
import os
import re
import stat
from itertools import islice
from pathlib import Path

from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.source.notes import looked_for, note, note_unread

MOST = 20
"""How many unprintable characters of one file are told."""

LARGEST = 1_500_000
"""How many bytes a content or theme file may have."""

# All but XML 1.0, production 2 (Char); of that the C1 controls, which no font draws, and the other separators of lines:
# YAML would count lines by them, where no editor does; and what turns the direction of a text (UAX 9, 2): what is read
# would not be what is written, and no language of ours is written from the right. To name what is allowed instead
# makes a set that takes ten times as long to compile.
UNPRINTABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufffe\uffff]")


def contents_of(path: Path, most: int) -> bytes:
    """Return the bytes of a file, one more than ``most`` of one that has more.

    Raises ``OSError`` for what is no file, such as a device or a pipe, which might never end.
    """
    looked_for(path)
    try:
        with open(path, "rb", opener=_unwaiting) as file:  # a path opens nothing so
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise OSError(errno.EINVAL, "it is no file, but a device or a pipe")
            data = file.read(most + 1)
    except OSError:
        note_unread(path)
        raise
    note(path, data)
    return data


def _unwaiting(name: str, flags: int) -> int:
    """Open a file; a pipe that nobody writes into is not waited for."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


_MARKS = {b"\xff\xfe\x00\x00": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"\x00\x00\xfe\xff": "UTF-32"}


def decoded(raw: bytes, path: Path) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text of a UTF-8 file, and what is wrong with it; the text is empty if it is of no use."""
    start = Span(path, 1, 1, 1, 1)
    if len(raw) > LARGEST:
        message = f"the file has more than {LARGEST:,} bytes, which is the most that deckgen reads"
        return "", (_error("S103", "file-too-large", message, start, "split the deck in two files"),)
    encoding = next((name for mark, name in _MARKS.items() if raw.startswith(mark)), "")
    if not encoding and raw[:400].count(0) > len(raw[:400]) // 4:
        encoding = "UTF-16"
    try:
        if encoding:
            return "", (_not_utf8(start, f"the file is saved as {encoding}"),)
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = _lines(raw[: error.start].decode("utf-8-sig", errors="replace"))
        message = f"the byte {raw[error.start]:#04x} is no UTF-8, perhaps it is Windows-1252"
        return "", (_not_utf8(_span_at(before, len(before), path), message),)
    text = _lines(text)
    return text, tuple(
        _error(
            "S104",
            "unprintable-character",
            f"the character U+{ord(match[0]):04X} cannot stand in a deck",
            _span_at(text, match.start(), path),
            "delete it; it often comes along when text is pasted from a PDF",
        )
        for match in islice(UNPRINTABLE.finditer(text), MOST)
    )


def _lines(text: str) -> str:
    """Return ``text`` with the line ends of Unix, whatever it was written with."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(span: Span, message: str) -> Diagnostic:
    return _error("S102", "not-utf-8", message, span, "save the file with the encoding UTF-8")


def _span_at(text: str, offset: int, path: Path) -> Span:
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Span(path, line, column, line, column + 1)


def _error(code: str, name: str, message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic(code, name, Severity.ERROR, message, span, hint)
