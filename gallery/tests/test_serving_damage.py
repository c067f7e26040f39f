"""Bytes that were cut short on the disk are never sent as though they were whole."""

import os
from uuid import UUID

import pytest

from gallery.api.bytes import missing
from gallery.models import File, Rendition
from gallery.storage import originals, renditions
from gallery.tests.library import codes, upload
from gallery.tests.pictures import jpeg

pytestmark = pytest.mark.same_on_any_database


@pytest.fixture
def image_id(adas):
    return upload(adas)["id"]


def test_a_thumbnail_that_was_cut_short_is_drawn_again(adas, image_id):
    url = f"/api/images/{image_id}/thumbnail?size=small&format=webp"
    whole = adas.get(url).getvalue()
    path = renditions().path(Rendition.objects.get().stored_name)
    os.truncate(path, 10)
    assert adas.get(url).getvalue() == whole
    assert path.read_bytes() == whole


def test_an_original_that_was_cut_short_cannot_be_reached(adas, image_id):
    os.truncate(originals().path(next(originals().names())), 10)
    adas.raise_request_exception = False
    answer = adas.get(f"/api/images/{image_id}/download")
    assert (answer.status_code, codes(answer)) == (503, {None: "unavailable"})
    assert "Retry-After" in answer


def test_an_original_that_is_deleted_while_it_is_read_is_absent_and_not_broken(image_id):
    read = File.objects.get(pk=image_id)
    assert missing(read).status == 503
    read.delete()
    read.pk = UUID(image_id)
    assert isinstance(missing(read), File.DoesNotExist)


def test_a_part_that_is_whole_is_still_sent(adas, image_id):
    os.truncate(originals().path(next(originals().names())), 10)
    answer = adas.get(f"/api/images/{image_id}/download", headers={"Range": "bytes=0-9"})
    assert (answer.status_code, answer.getvalue()) == (206, jpeg()[:10])


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "", ".hidden", "a\0b", "a b"])
def test_a_shelf_takes_no_name_that_leads_elsewhere(house, name):
    with pytest.raises(ValueError):
        originals().path(name)


def test_a_name_on_a_shelf_is_spread_over_two_folders(house):
    assert originals().path("abcdef") == house / "originals" / "ab" / "cd" / "abcdef"


def test_what_is_on_a_shelf_is_never_written_over(house, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_bytes(b"first")
    second.write_bytes(b"second")
    originals().put(first, "abcdef")
    originals().put(second, "abcdef")
    assert originals().path("abcdef").read_bytes() == b"first"
    assert first.exists()
