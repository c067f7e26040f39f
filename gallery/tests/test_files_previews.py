"""Previews: a picture's is its thumbnail, and nothing else has one."""

import pytest

from gallery.tests.library import codes, upload
from gallery.tests.pictures import jpeg


def test_the_preview_of_a_picture_is_its_thumbnail(adas):
    told = upload(adas, jpeg(1000, 500))
    preview = adas.get(told["file"]["urls"]["preview"], {"size": "large", "format": "jpeg"})
    thumbnail = adas.get(told["image"]["thumbnails"]["large"]["url"], {"size": "large", "format": "jpeg"})
    assert preview.status_code == 200
    assert preview.getvalue() == thumbnail.getvalue()
    assert preview["ETag"] == thumbnail["ETag"]


def test_what_is_no_picture_has_no_preview(adas):
    answer = adas.get(upload(adas, b"some words", name="notes.txt")["file"]["urls"]["preview"])
    assert (answer.status_code, codes(answer)) == (404, {None: "no_preview"})


def test_others_are_not_even_told_that_there_is_none(adas, bens, visitor):
    url = upload(adas, b"some words", name="notes.txt")["file"]["urls"]["preview"]
    for client in (bens, visitor):
        assert codes(client.get(url)) == {None: "not_found"}


@pytest.mark.parametrize(("visibility", "status"), [("public", 200), ("private", 404)])
def test_others_see_the_preview_of_what_they_may_see(adas, bens, visitor, visibility, status):
    url = upload(adas, visibility=visibility)["file"]["urls"]["preview"]
    assert [bens.get(url).status_code, visitor.get(url).status_code] == [status, status]
