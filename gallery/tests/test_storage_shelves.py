"""What a shelf promises, on the disk and in object storage alike."""

import io
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from gallery.storage import StorageTrouble, originals, published, renditions

pytestmark = pytest.mark.same_on_any_database

NAME = "abcdef0123"
BYTES = bytes(range(256)) * 40


@pytest.fixture(params=["disk", "s3"])
def shelf(request, house):
    if request.param == "s3":
        request.getfixturevalue("s3")
    return originals()


@pytest.fixture
def staged(tmp_path):
    path = tmp_path / "staged"
    path.write_bytes(BYTES)
    return path


def read(shelf, name=NAME):
    with shelf.open(name) as file:
        return file.read()


def test_what_is_put_is_there_and_its_source_stays(shelf, staged):
    shelf.put(staged, NAME)
    assert (read(shelf), shelf.size(NAME), list(shelf.names())) == (BYTES, len(BYTES), [NAME])
    assert staged.exists()


def test_what_is_there_is_never_written_over(shelf, staged, tmp_path):
    other = tmp_path / "other"
    other.write_bytes(b"other")
    shelf.put(staged, NAME)
    shelf.put(other, NAME)
    assert read(shelf) == BYTES


def test_it_is_read_from_wherever_it_is_sought_to(shelf, staged):
    shelf.put(staged, NAME)
    with shelf.open(NAME) as file:
        file.seek(100)
        assert file.read(3) == BYTES[100:103]
        file.seek(5, io.SEEK_CUR)
        assert (file.tell(), file.read(2)) == (108, BYTES[108:110])
        file.seek(len(BYTES))
        assert file.read(10) == b""


def test_a_buffer_is_filled_as_hashing_does(shelf, staged):
    shelf.put(staged, NAME)
    buffer = bytearray(10)
    with shelf.open(NAME) as file:
        assert file.readinto(buffer) == 10
    assert buffer == BYTES[:10]


def test_the_darkroom_gets_a_path_and_no_copy_stays_behind(shelf, staged, house):
    shelf.put(staged, NAME)
    with shelf.local(NAME) as path:
        assert path.read_bytes() == BYTES
    assert list((house / "staging").glob("*")) == []


def test_what_is_missing_is_told_as_missing(shelf):
    assert (shelf.size(NAME), shelf.is_young(NAME)) == (None, True)
    with pytest.raises(FileNotFoundError), shelf.open(NAME) as file:
        file.seek(5)
    with pytest.raises(FileNotFoundError), shelf.local(NAME) as path:
        path.read_bytes()


def test_deleting_finds_it_gone_the_second_time(shelf, staged):
    for name in (NAME, "second", "third"):
        shelf.put(staged, name)
    shelf.delete(NAME)
    shelf.delete(NAME)
    shelf.delete_many(["second", "gone"])
    assert list(shelf.names()) == ["third"]
    shelf.delete_many([])


def test_what_was_put_a_moment_ago_is_young(shelf, staged):
    shelf.put(staged, NAME)
    assert shelf.is_young(NAME)
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=11), tick=False):
        assert not shelf.is_young(NAME)


def test_a_shelf_takes_what_lies_on_another(shelf, staged):
    renditions().put(staged, NAME)
    published().take(renditions(), NAME)
    assert (read(published()), list(shelf.names())) == (BYTES, [])
    with pytest.raises(FileNotFoundError):
        published().take(renditions(), "missing")


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "", ".hidden", "a\0b", "a b"])
def test_no_name_leads_elsewhere(shelf, staged, name):
    with pytest.raises(ValueError):
        shelf.put(staged, name)


def test_a_bucket_that_is_missing_is_trouble_and_not_an_empty_shelf(settings, s3, staged):
    settings.OBJECT_STORAGE = settings.OBJECT_STORAGE | {"bucket": "nobody-made-it"}
    for use in (originals().probe, lambda: read(originals()), lambda: originals().put(staged, NAME)):
        with pytest.raises(StorageTrouble):
            use()


def test_a_seek_fetches_neither_what_lies_before_nor_what_is_not_read(s3, staged):
    originals().put(staged, NAME)
    asked = []
    shelf = originals()
    shelf.client.meta.events.register("before-send.s3.GetObject", lambda request, **_: asked.append(request.headers))
    with shelf.open(NAME) as file:
        file.seek(len(BYTES) - 10)
        assert file.read(4) == BYTES[-10:-6]
    assert [headers.get("Range") for headers in asked] == [f"bytes={len(BYTES) - 10}-".encode()]


def test_a_published_copy_says_what_it_is_and_how_long_it_may_be_kept(s3, staged):
    renditions().put(staged, "abcdef.webp")
    shelf = published()
    shelf.take(renditions(), "abcdef.webp")
    told = shelf.client.head_object(Bucket=shelf.bucket, Key=shelf.key("abcdef.webp"))
    assert (told["ContentType"], told["CacheControl"]) == ("image/webp", "public, max-age=86400, immutable")
    assert shelf.key("abcdef.webp") == "library/public/ab/cd/abcdef.webp"
