"""The archive that a deck is kept in, read back by others."""

import io
import zipfile

import pytest

from deckgen.theme import archive as archives
from deckgen.theme.archive import Member, archive, deflated

TYPES = b"<Types/>" * 99
MEMBERS = [
    Member("[Content_Types].xml", TYPES, deflated(TYPES)),
    Member("ppt/media/image1.png", b"\x89PNG", None),
    Member("a", b"", deflated(b"")),
]


def test_others_read_what_was_put_in() -> None:
    with zipfile.ZipFile(io.BytesIO(archive(MEMBERS))) as read:
        assert read.testzip() is None
        assert [(one.filename, read.read(one)) for one in read.infolist()] == [(one.name, one.data) for one in MEMBERS]
        assert [one.compress_type for one in read.infolist()] == [
            zipfile.ZIP_DEFLATED,
            zipfile.ZIP_STORED,
            zipfile.ZIP_DEFLATED,
        ]
        assert {one.date_time for one in read.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_it_is_as_python_writes_it_but_for_rights() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as other:
        for one in MEMBERS:
            entry = zipfile.ZipInfo(one.name)
            entry.create_system, entry.compress_type = 0, zipfile.ZIP_DEFLATED if one.packed else zipfile.ZIP_STORED
            other.writestr(entry, one.data)
    ours, theirs = archive(MEMBERS), file.getvalue()
    central = theirs.index(b"PK\x01\x02")
    assert ours[:central] == theirs[:central]
    assert len(ours) == len(theirs)


def test_an_empty_one_is_one_as_well() -> None:
    assert zipfile.ZipFile(io.BytesIO(archive([]))).namelist() == []


def test_what_it_cannot_count_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBERS", 2)
    with pytest.raises(ValueError, match="3 members"):
        archive(MEMBERS)
    with pytest.raises(UnicodeEncodeError):
        archive([Member("ü", b"", None)])
