"""The disk is full, the database fails: an upload says so, leaves nothing, and works again when the trouble is over."""

import errno
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import OperationalError, connection, connections
from rest_framework.test import APIClient

from accounts.tests.answers import only_code
from gallery.actions.uploads import may_be_committed
from gallery.imaging import darkroom
from gallery.models import File, Image
from gallery.storage import LocalShelf, make_folder, originals
from gallery.tests.pictures import encoded, jpeg, scene
from gallery.tests.uploading import kept, leaving_nothing, results, send, some_text

PICTURE = encoded(scene(640, 480), "PNG")
MEGABYTE = 1024 * 1024


@pytest.fixture
def adas(adas: APIClient) -> APIClient:
    """ada's client, which is given the answer where a real one would be, instead of the exception behind it."""
    adas.raise_request_exception = False
    return adas


@pytest.fixture
def small_disk(house: Path) -> Iterator[Callable[[int], None]]:
    """MEDIA_ROOT on a disk of one megabyte; `small_disk(1000)` leaves so many bytes free on it, rounded up to pages."""
    house.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(house)]
    if os.geteuid() or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("A small disk is mounted by root alone.")

    def leave(size: int) -> None:
        free = os.statvfs(house).f_bavail * 4096
        (house / "ballast").write_bytes(bytes(free - size))

    yield leave
    darkroom.close()
    subprocess.run(["umount", "--lazy", str(house)], check=True)


@pytest.fixture
def failing() -> Iterator[Callable[[str], None]]:
    """`failing('INSERT INTO "gallery_image"')`: the database fails at every such statement; `failing("")` heals it."""
    beginning = ""

    def begin(statement: str) -> None:
        nonlocal beginning
        beginning = statement

    def fail(execute, sql, *call):
        if beginning and sql.replace(" OR IGNORE", "").startswith(beginning):
            raise OperationalError("the disk of the database is gone")
        return execute(sql, *call)

    with connection.execute_wrapper(fail):
        yield begin
        begin("")


def is_507(response) -> bool:
    return (response.status_code, only_code(response), response["Retry-After"]) == (507, "insufficient_storage", "60")


def test_a_disk_that_fills_while_a_file_comes_in_is_a_507(adas, small_disk):
    small_disk(200_000)
    with leaving_nothing():
        assert is_507(send(adas, ("a.txt", some_text(MEGABYTE))))


def test_a_disk_without_room_for_the_thumbnail_is_a_507(adas, small_disk):
    small_disk(len(PICTURE) // 4096 * 4096 + 4096)
    with leaving_nothing():
        assert is_507(send(adas, ("a.png", PICTURE)))


def test_a_full_disk_is_a_507_and_heals_by_itself(adas, small_disk, house):
    small_disk(0)
    with leaving_nothing():
        assert is_507(send(adas, ("a.txt", some_text())))
    (house / "ballast").unlink()
    assert send(adas, ("a.txt", some_text()), ("a.png", PICTURE)).status_code == 201


def test_files_that_came_before_the_disk_was_full_are_kept_whole(adas, small_disk):
    small_disk(400_000)
    assert is_507(send(adas, ("a.txt", some_text(1000)), ("b.txt", some_text(MEGABYTE))))
    assert all(originals().size(file.stored_name) == file.size for file in File.objects.all())
    assert len(kept()) == File.objects.count() + 1  # the ballast


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_no_room_for_a_name_is_a_507(adas, monkeypatch, number):
    def no_room(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", no_room)
    with leaving_nothing():
        assert is_507(send(adas, ("a.jpg", jpeg(80, 60))))


def test_where_links_cannot_be_made_files_are_copied(adas, monkeypatch):
    def no_links(*_: object) -> None:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(os, "link", no_links)
    (result,) = send(adas, ("a.png", PICTURE)).json()["results"]
    assert adas.get(f"/api/files/{result['id']}/download").getvalue() == PICTURE
    assert len(kept()) == 2  # the original and its thumbnail


def test_a_name_that_cannot_be_synced_is_not_kept(adas, monkeypatch):
    fsync = os.fsync

    def fail_for_folders(descriptor: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").readlink().is_dir():
            raise OSError(errno.ENOSPC, "no room")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fail_for_folders)
    with leaving_nothing():
        assert is_507(send(adas, ("a.txt", some_text())))


def test_the_names_of_new_folders_are_synced_too(monkeypatch, tmp_path):
    synced, fsync = [], os.fsync

    def note(descriptor: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{descriptor}").readlink().relative_to(tmp_path)))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    (tmp_path / "staged").write_bytes(b"a")
    LocalShelf(tmp_path / "shelf").put(tmp_path / "staged", "abcde")
    assert synced == [".", "shelf", "shelf/ab", "shelf/ab/cd"]
    LocalShelf(tmp_path / "shelf").put(tmp_path / "staged", "abcdf")
    assert synced[4:] == ["shelf/ab/cd"]


def test_a_name_that_cannot_be_synced_in_a_folder_of_old_is_taken_back(monkeypatch, tmp_path):
    shelf = LocalShelf(tmp_path / "shelf")
    make_folder(shelf.path("abcde").parent)
    (tmp_path / "staged").write_bytes(b"a")

    def fail(_: int) -> None:
        raise OSError(errno.EIO, "no disk")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no disk"):
        shelf.put(tmp_path / "staged", "abcde")
    assert shelf.size("abcde") is None


def test_a_file_that_cannot_be_synced_is_not_kept(adas, monkeypatch):
    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(os, "fsync", fail)
    with leaving_nothing():
        assert is_507(send(adas, ("a.txt", some_text())))


@pytest.mark.parametrize(
    "statement",
    [
        'INSERT INTO "accounts_reservation"',
        'SELECT "gallery_file"',
        'INSERT INTO "gallery_file"',
        'UPDATE "accounts_reservation"',
        'INSERT INTO "gallery_image"',
        'INSERT INTO "gallery_tag"',
        'INSERT INTO "gallery_imagetag"',
        'SELECT "gallery_rendition"',
        'INSERT INTO "gallery_rendition"',
        'INSERT INTO "django_tasks_database',
    ],
)
def test_a_database_that_fails_is_a_503_and_no_bytes_are_left(adas, failing, statement):
    failing(statement)
    with leaving_nothing():
        response = send(adas, ("a.jpg", jpeg(400, 300)), tags=["sea"])
    assert (response.status_code, only_code(response)) == (503, "unavailable")
    assert int(response["Retry-After"]) > 0


def test_a_database_that_fails_at_the_answer_keeps_what_it_has_taken(adas, failing):
    failing('INSERT INTO "gallery_uploadanswer"')
    assert send(adas, ("a.jpg", jpeg(80, 60)), key="one").status_code == 503
    assert originals().size(Image.objects.get().file.stored_name) == len(jpeg(80, 60))


def test_a_retry_after_that_is_answered(adas, failing):
    failing('INSERT INTO "gallery_uploadanswer"')
    send(adas, ("a.jpg", jpeg(80, 60)), key="one")
    failing("")
    assert results(send(adas, ("a.jpg", jpeg(80, 60)), key="one")) == [("duplicate", None)]


@pytest.fixture
def lost_answer(monkeypatch) -> Iterator[Callable[[], None]]:
    """`lost_answer()`: the next COMMIT of a file is done, but nobody is told."""
    commit, inserted = connection._commit, []

    def watch(execute, sql, *call):
        inserted.extend([sql] if sql.startswith('INSERT INTO "gallery_file"') else [])
        return execute(sql, *call)

    def commit_unheard() -> None:
        commit()
        if inserted:
            inserted.clear()
            raise OperationalError("the connection is lost")

    with connection.execute_wrapper(watch):
        yield lambda: monkeypatch.setattr(connections["default"], "_commit", commit_unheard)


@pytest.mark.django_db(transaction=True)
def test_bytes_stay_where_the_answer_of_the_commit_alone_was_lost(adas, lost_answer):
    lost_answer()
    assert send(adas, ("a.jpg", jpeg(80, 60))).status_code == 503
    assert originals().size(File.objects.get().stored_name) == len(jpeg(80, 60))
    assert len(kept()) == 2  # the original and its thumbnail
    assert results(send(adas, ("a.jpg", jpeg(80, 60)))) == [("duplicate", None)]


def test_where_the_database_does_not_tell_bytes_are_taken_for_committed(db, failing):
    assert not may_be_committed(File(stored_name="abcde"))
    failing('SELECT %s AS "a" FROM "gallery_file"')
    assert may_be_committed(File(stored_name="abcde"))
