"""Several at one upload at once: one writes, the others are told to wait; nothing twice, no byte out of its place."""

import errno
from threading import Event
from uuid import UUID

import pytest

from accounts.models import Statistics
from accounts.tests.answers import only_code
from gallery.actions import announcing
from gallery.intake.partial import Partial
from gallery.models import File, Image, ResumableUpload
from gallery.storage import originals
from gallery.tests.pictures import jpeg
from gallery.tests.resumable import BYTES, TUS, announce, begun, head, offset, patch
from gallery.tests.uploading import some_text

pytestmark = pytest.mark.django_db(transaction=True)
PICTURE = jpeg(120, 90)


class Slow:
    """A body that stops half-way until it may go on."""

    def __init__(self, data: bytes) -> None:
        self.data, self.half, self.go_on = data, Event(), Event()

    def read(self, size: int) -> bytes:
        middle = len(self.data) // 2
        if not self.half.is_set():
            self.half.set()
            return self.data[:middle]
        if not self.go_on.wait(20):
            raise TimeoutError(errno.ETIMEDOUT, "nobody let it go on")
        piece, self.data = self.data[middle:], b""
        return piece

    readline = read


def test_while_one_writes_another_is_a_423_and_reading_is_free(ada, client_of, at_once):
    data = some_text(2000)
    address, slow = begun(client_of(ada), 4000), Slow(data)

    def one(_: int):
        told = {"CONTENT_LENGTH": "2000", "HTTP_TUS_RESUMABLE": "1.0.0", "HTTP_UPLOAD_OFFSET": "0", "wsgi.input": slow}
        return client_of(ada).generic("PATCH", address, content_type=BYTES, **told)

    def other(_: int):
        client = client_of(ada)
        slow.half.wait(20)
        answers = [patch(client, address, b"x" * 10), head(client, address), client.delete(address, headers=TUS)]
        slow.go_on.set()
        return answers

    written, (second, looked, ended) = at_once(2, lambda index: (one, other)[index](index))
    assert (second.status_code, only_code(second), ended.status_code) == (423, "locked", 423)
    assert (looked.status_code, looked["Upload-Offset"]) == (200, "0")
    assert (written.status_code, written["Upload-Offset"], offset(client_of(ada), address)) == (204, "2000", 2000)


def test_the_same_piece_at_once_is_written_once(ada, client_of, at_once):
    data = some_text(4000)
    address = begun(client_of(ada), 4000)
    for place in (0, 2000):
        piece = data[place : place + 2000]
        answers = at_once(6, lambda _, place=place, piece=piece: patch(client_of(ada), address, piece, place))
        statuses = sorted(answer.status_code for answer in answers)
        assert statuses.count(204) == 1
        assert set(statuses) <= {204, 409, 423}
    with originals().open(File.objects.get().stored_name) as file:
        assert file.read() == data


def test_other_bytes_for_the_same_place_at_once_are_never_mixed(ada, client_of, at_once):
    address = begun(client_of(ada), 30_000)
    answers = at_once(6, lambda index: patch(client_of(ada), address, bytes([65 + index]) * 20_000))
    (winner,) = (index for index, answer in enumerate(answers) if answer.status_code == 204)
    assert offset(client_of(ada), address) == 20_000
    assert patch(client_of(ada), address, b"z" * 10_000, 20_000).status_code == 204
    with originals().open(File.objects.get().stored_name) as file:
        assert file.read() == bytes([65 + winner]) * 20_000 + b"z" * 10_000


def test_one_that_was_here_whole_is_finished_once(ada, client_of, at_once):
    address = begun(client_of(ada), len(PICTURE), "a.jpg")
    ResumableUpload.objects.update(offset=len(PICTURE))
    with Partial(UUID(address.rsplit("/", 1)[-1])) as held:
        held.write(PICTURE)
    answers = at_once(6, lambda _: head(client_of(ada), address))
    assert {answer.status_code for answer in answers} <= {200, 423}
    told = {answer["Upload-Result-Id"] for answer in answers if answer.status_code == 200}
    assert told == {str(Image.objects.get().pk)}
    statistics = Statistics.objects.get(pk=ada.pk)
    assert (statistics.storage_used, statistics.storage_reserved) == (len(PICTURE), 0)


def test_announcements_at_once_never_exceed_the_quota(ada, client_of, at_once):
    Statistics.objects.filter(pk=ada.pk).update(storage_limit=10_000)
    answers = at_once(8, lambda _: announce(client_of(ada), 3000))
    assert sorted(answer.status_code for answer in answers) == [201] * 3 + [400] * 5
    assert Statistics.objects.get(pk=ada.pk).storage_reserved == 9000


def test_announcements_at_once_never_exceed_their_limit(ada, client_of, at_once, monkeypatch):
    monkeypatch.setattr(announcing, "AT_ONCE", 3)
    answers = at_once(8, lambda _: announce(client_of(ada), 100))
    assert sorted(answer.status_code for answer in answers) == [201] * 3 + [409] * 5
    assert Statistics.objects.get(pk=ada.pk).storage_reserved == 300


def test_one_key_at_once_makes_one_upload(ada, client_of, at_once):
    answers = at_once(6, lambda _: announce(client_of(ada), 100, headers={"Idempotency-Key": "one"}))
    assert len({answer["Location"] for answer in answers}) == ResumableUpload.objects.count() == 1
    assert Statistics.objects.get(pk=ada.pk).storage_reserved == 100


def test_the_same_bytes_by_two_uploads_at_once_are_kept_once(ada, client_of, at_once):
    addresses = [begun(client_of(ada), len(PICTURE), "a.jpg") for _ in range(4)]
    answers = at_once(4, lambda index: patch(client_of(ada), addresses[index], PICTURE))
    assert [answer.status_code for answer in answers] == [204] * 4
    assert {answer["Upload-Result-Id"] for answer in answers} == {str(File.objects.get().pk)}
    assert Statistics.objects.get(pk=ada.pk).storage_reserved == 0
