"""Lines that break, servers that die, disks that fail: what was promised is kept, and the upload goes on."""

import errno
import os
from pathlib import Path
from uuid import UUID

import pytest
from django.db import OperationalError, connection

from accounts.models import Reservation, Statistics
from accounts.tests.answers import only_code
from gallery.actions import resumable
from gallery.models import File, Image, ResumableUpload
from gallery.storage import originals
from gallery.tests.pictures import jpeg
from gallery.tests.resumable import BYTES, begun, checksum, head, offset, patch
from gallery.tests.uploading import kept, send, some_text, world

DATA = some_text(3000)
PICTURE = jpeg(120, 90)


@pytest.fixture
def adas(adas):
    """ada's client, which is given answers and no exceptions, as real ones are."""
    adas.raise_request_exception = False
    return adas


@pytest.fixture
def address(adas) -> str:
    return begun(adas, len(DATA))


def row(address: str):
    return ResumableUpload.objects.filter(pk=address.rsplit("/", 1)[-1])


def partial(house: Path, address: str) -> Path:
    return house / "partial" / UUID(address.rsplit("/", 1)[-1]).hex


class Line:
    """A body whose line breaks after some bytes: it falls silent, or just ends."""

    def __init__(self, data: bytes, error: OSError | None) -> None:
        self.data, self.error = data, error

    def read(self, size: int) -> bytes:
        piece, self.data = self.data[: min(size, 700)], self.data[min(size, 700) :]
        if not piece and self.error:
            raise self.error
        return piece

    readline = read


BREAKS = [None, ConnectionResetError(errno.ECONNRESET, "the client fell silent")]


def patch_over(client, address: str, line: Line, *, size: int, place: int = 0, **headers: str):
    told = {"CONTENT_LENGTH": str(size), "HTTP_TUS_RESUMABLE": "1.0.0", "HTTP_UPLOAD_OFFSET": str(place), **headers}
    return client.generic("PATCH", address, content_type=BYTES, **{**told, "wsgi.input": line})


@pytest.mark.parametrize("error", BREAKS, ids=str)
def test_what_came_before_the_line_broke_is_kept(adas, house, address, error):
    patch_over(adas, address, Line(DATA[:2000], error), size=3000)
    assert offset(adas, address) == partial(house, address).stat().st_size == row(address).get().offset == 2000
    assert patch(adas, address, DATA[2000:], 2000).status_code == 204
    with originals().open(File.objects.get().stored_name) as file:
        assert file.read() == DATA


@pytest.mark.parametrize("error", BREAKS, ids=str)
def test_half_of_what_a_checksum_was_told_of_is_not_kept(adas, house, address, error):
    patch(adas, address, DATA[:500])
    said = {"HTTP_UPLOAD_CHECKSUM": checksum(DATA[500:])}
    patch_over(adas, address, Line(DATA[500:2000], error), size=2500, place=500, **said)
    assert offset(adas, address) == partial(house, address).stat().st_size == 500


def test_what_a_dying_server_wrote_and_told_nobody_of_does_not_count(adas, house, address):
    patch(adas, address, DATA[:2000])
    with partial(house, address).open("ab") as file:
        file.write(b"half of a piece")
    assert offset(adas, address) == 2000
    assert patch(adas, address, DATA[2000:], 2000).status_code == 204
    with originals().open(File.objects.get().stored_name) as file:
        assert file.read() == DATA


def test_long_pieces_are_told_of_on_the_way(adas, address, monkeypatch):
    monkeypatch.setattr(resumable, "STEP", 1000)
    seen = []

    class Watched(Line):
        def read(self, size: int) -> bytes:
            seen.append(row(address).get().offset)
            return super().read(size)

    assert patch_over(adas, address, Watched(DATA, None), size=3000).status_code == 204
    assert seen == [0, 0, 1400, 1400, 2800]


def test_bytes_that_the_disk_lost_are_asked_for_again(adas, house, address):
    patch(adas, address, DATA[:2000])
    os.truncate(partial(house, address), 1200)
    assert offset(adas, address) == 1200
    assert patch(adas, address, DATA[2000:], 2000).status_code == 409
    assert patch(adas, address, DATA[1200:], 1200).status_code == 204
    with originals().open(File.objects.get().stored_name) as file:
        assert file.read() == DATA


def test_an_upload_whose_file_is_lost_is_gone(adas, house, address):
    partial(house, address).unlink()
    assert [head(adas, address).status_code, patch(adas, address, DATA).status_code] == [410, 410]
    assert adas.delete(address, headers={"Tus-Resumable": "1.0.0"}).status_code == 204
    assert not Reservation.objects.exists()


class Killed(BaseException):
    """What no handler catches: the closest to kill -9 within one process."""


@pytest.fixture
def killed(monkeypatch):
    """`killed(name)`: the next call of that function of the action ends the server; what follows is the next server."""

    def at(name: str) -> None:
        whole = getattr(resumable, name)

        def fall(*args, **kwargs):
            monkeypatch.setattr(resumable, name, whole)
            raise Killed

        monkeypatch.setattr(resumable, name, fall)

    return at


@pytest.mark.parametrize("last_step", ["finish", "receive_file", "conclude"])
@pytest.mark.parametrize("ask", ["head", "patch"])
def test_a_server_that_dies_while_it_finishes_is_made_up_for(ada, adas, killed, last_step, ask):
    address = begun(adas, len(PICTURE), "a.jpg")
    killed(last_step)
    with pytest.raises(Killed):
        adas.patch(address, PICTURE, content_type=BYTES, headers={"Tus-Resumable": "1.0.0", "Upload-Offset": "0"})
    response = head(adas, address) if ask == "head" else patch(adas, address, b"", len(PICTURE))
    assert response["Upload-Result-Id"] == str(Image.objects.get().pk)
    statistics = Statistics.objects.get(pk=ada.pk)
    assert (statistics.storage_used, statistics.storage_reserved, File.objects.count()) == (len(PICTURE), 0, 1)
    assert not [path for path in kept() if path.startswith(("partial", "staging"))]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_a_507_and_the_upload_goes_on_when_there_is_room(adas, address, monkeypatch, number):
    write = resumable.Partial.write

    def full(held, piece):
        if held.size >= 1400:
            raise OSError(number, os.strerror(number))
        write(held, piece)

    with monkeypatch.context() as room:
        room.setattr(resumable.Partial, "write", full)
        response = patch_over(adas, address, Line(DATA, None), size=3000)
    assert (response.status_code, only_code(response)) == (507, "insufficient_storage")
    assert offset(adas, address) == 1400
    assert patch(adas, address, DATA[1400:], 1400).status_code == 204


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_away_is_a_503_and_loses_nothing_that_was_told(adas, address):
    patch(adas, address, DATA[:1000])

    def fail(execute, sql, *call):
        if sql.startswith('UPDATE "gallery_resumableupload"'):
            raise OperationalError("database is locked")
        return execute(sql, *call)

    with connection.execute_wrapper(fail):
        assert patch(adas, address, DATA[1000:], 1000).status_code == 503
    assert offset(adas, address) == 1000
    assert patch(adas, address, DATA[1000:], 1000).status_code == 204


def test_an_announcement_that_fails_leaves_nothing(adas):
    before = world()

    def fail(execute, sql, *call):
        if sql.startswith('INSERT INTO "gallery_resumableupload"'):
            raise OperationalError("database is locked")
        return execute(sql, *call)

    with connection.execute_wrapper(fail):
        response = adas.post("/api/uploads", headers={"Tus-Resumable": "1.0.0", "Upload-Length": "5"})
    assert (response.status_code, world()) == (503, before)


@pytest.mark.parametrize("number", [errno.EXDEV, errno.EPERM])
def test_where_links_cannot_be_made_files_are_copied(adas, address, monkeypatch, number):
    def no_links(*_: object) -> None:
        raise OSError(number, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    assert patch(adas, address, DATA).status_code == 204
    assert len(kept()) == 1


def test_a_file_that_is_here_is_not_touched_by_the_pieces_it_came_in(adas, address):
    patch(adas, address, DATA)
    assert send(adas, ("again.txt", DATA)).status_code == 200
    assert patch(adas, address, b"other", 0).status_code == 409
    with originals().open(File.objects.get().stored_name) as file:
        assert file.read() == DATA
