"""Originals: byte for byte for their owner, without what is private for others."""

import io

import pytest
from PIL import Image as Picture
from PIL import ImageChops

from gallery.models import Image
from gallery.storage import originals
from gallery.tests.library import codes, upload
from gallery.tests.pictures import CAMERA, camera_jpeg, heic, jpeg, tiff

MARKS = [CAMERA["serial"].encode(), b"GPSLatitude"]


@pytest.fixture
def photo():
    """A photograph with place, serial number and everything."""
    return camera_jpeg()


@pytest.fixture
def url(adas, photo):
    return f"/api/images/{upload(adas, photo, visibility='public')['id']}/download"


def got(client, url, **headers):
    answer = client.get(url, headers=headers)
    assert answer.status_code in {200, 206}, answer.content
    return answer.getvalue()


def place_in(data):
    return dict(Picture.open(io.BytesIO(data)).getexif().get_ifd(0x8825))


def test_the_owner_gets_what_they_gave_byte_for_byte(adas, url, photo):
    assert got(adas, url) == photo


def test_others_get_the_same_length_and_pixels(bens, visitor, url, photo):
    for client in (bens, visitor):
        data = got(client, url)
        assert len(data) == len(photo)
        pixels = [Picture.open(io.BytesIO(each)).convert("RGB") for each in (data, photo)]
        assert ImageChops.difference(*pixels).getbbox() is None


def test_others_get_neither_place_nor_serial_number(bens, visitor, url, photo):
    assert MARKS[0] in photo
    assert 2 in place_in(photo)
    for client in (bens, visitor):
        data = got(client, url)
        assert MARKS[0] not in data
        assert 2 not in place_in(data)
        assert 4 not in place_in(data)


def test_others_get_what_is_not_private(visitor, url):
    exif = Picture.open(io.BytesIO(got(visitor, url))).getexif()
    assert (exif[0x010F], exif[0x013B]) == (CAMERA["make"], "Ada Lovelace")


def test_the_two_versions_have_two_etags(adas, visitor, url):
    assert adas.get(url)["ETag"] != visitor.get(url)["ETag"]


def test_sharing_the_place_gives_it_under_a_third_etag_but_never_the_serial_number(ada, adas, visitor, url):
    before = visitor.get(url)["ETag"]
    ada.share_location = True
    ada.save()
    data = got(visitor, url)
    assert 2 in place_in(data)
    assert MARKS[0] not in data
    assert len({before, visitor.get(url)["ETag"], adas.get(url)["ETag"]}) == 3


def test_every_range_of_a_strangers_download_is_cut_from_the_redacted_whole(visitor, url, photo):
    whole = got(visitor, url)
    step = 97
    pieces = [got(visitor, url, Range=f"bytes={start}-{start + step - 1}") for start in range(0, 1500, step)]
    assert b"".join(pieces) == whole[: len(pieces) * step]
    assert len(whole) == len(photo)


@pytest.mark.parametrize("make", [heic, tiff, jpeg])
def test_pictures_of_any_type_come_back_to_their_owner(adas, make):
    data = make()
    told = upload(adas, data, name=f"photo.{make.__name__}")
    assert got(adas, f"/api/images/{told['id']}/download") == data


def test_while_downloads_are_not_allowed_others_are_refused(adas, bens, visitor, url, photo):
    Image.objects.update(allow_download=False)
    for client in (bens, visitor):
        answer = client.get(url)
        assert (answer.status_code, codes(answer)) == (403, {None: "permission_denied"})
    assert got(adas, url) == photo


def test_a_file_that_is_no_picture_comes_back_to_its_owner_alone(adas, bens, visitor):
    told = upload(adas, b"some words\n", name="notes.txt")
    url = told["file"]["urls"]["download"]
    assert got(adas, url) == b"some words\n"
    assert [bens.get(url).status_code, visitor.get(url).status_code] == [404, 404]


def test_the_address_as_a_file_gives_a_picture_to_whom_it_may_be_given(adas, visitor, url, photo):
    as_file = url.replace("/images/", "/files/")
    assert got(adas, as_file) == photo
    assert got(visitor, as_file) == got(visitor, url)
    Image.objects.update(allow_download=False)
    assert visitor.get(as_file).status_code == 403
    Image.objects.update(visibility="private", is_public=False)
    assert visitor.get(as_file).status_code == 404


def test_an_original_that_cannot_be_reached_is_told_apart_from_one_that_is_absent(adas, url):
    originals().delete(next(originals().names()))
    adas.raise_request_exception = False
    answer = adas.get(url)
    assert (answer.status_code, codes(answer)) == (503, {None: "unavailable"})
    assert int(answer["Retry-After"]) > 0


def test_a_large_file_streams_whole(adas):
    data = bytes(range(256)) * 4 * 1024
    told = upload(adas, b"%PDF-1.7\n" + data, name="book.pdf")
    answer = adas.get(told["file"]["urls"]["download"])
    assert answer.streaming
    assert answer.getvalue() == b"%PDF-1.7\n" + data


def test_no_address_leads_to_an_original_by_its_stored_name(adas, url):
    name = next(originals().names())
    for path in (f"/media/originals/{name}", f"/media/{name}", f"/api/files/{name}/download", f"/static/{name}"):
        assert adas.get(path).status_code == 404
