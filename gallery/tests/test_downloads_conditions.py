"""Bytes that a client has already are not sent again; and who may keep them."""

import pytest

from gallery.models import Image
from gallery.tests.library import upload

pytestmark = pytest.mark.same_on_any_database

OLD, FUTURE = "Sat, 01 Jan 2000 00:00:00 GMT", "Fri, 01 Jan 2100 00:00:00 GMT"


@pytest.fixture
def image_id(adas):
    return upload(adas, visibility="public")["id"]


@pytest.fixture(params=["download", "thumbnail"])
def url(request, image_id):
    """The original, then a rendition."""
    return f"/api/images/{image_id}/{request.param}"


def test_every_answer_says_which_version_it_is(visitor, url):
    answer = visitor.get(url)
    assert answer["ETag"].startswith('"')
    assert answer["Last-Modified"].endswith("GMT")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Content-Length"] == str(len(answer.getvalue()))


@pytest.mark.parametrize("method", ["get", "head"])
def test_what_the_client_has_by_etag_is_not_sent(visitor, url, method):
    etag = visitor.get(url)["ETag"]
    for condition in (etag, f'"other", {etag}', f"W/{etag}", "*"):
        answer = getattr(visitor, method)(url, headers={"If-None-Match": condition})
        assert (answer.status_code, answer.getvalue()) == (304, b"")
        assert answer["ETag"] == etag
        assert "Cache-Control" in answer


def test_what_the_client_has_by_date_is_not_sent(visitor, url):
    modified = visitor.get(url)["Last-Modified"]
    assert visitor.get(url, headers={"If-Modified-Since": modified}).status_code == 304
    assert visitor.get(url, headers={"If-Modified-Since": FUTURE}).status_code == 304
    assert visitor.get(url, headers={"If-Modified-Since": OLD}).status_code == 200


def test_an_etag_counts_for_more_than_a_date(visitor, url):
    headers = {"If-None-Match": '"other"', "If-Modified-Since": FUTURE}
    assert visitor.get(url, headers=headers).status_code == 200


def test_a_condition_that_fails_is_told_in_the_one_shape(visitor, url):
    answer = visitor.get(url, headers={"If-Match": '"other"'})
    assert answer.status_code == 412
    assert answer.json()["errors"][0]["code"] == "precondition_failed"


def test_a_stranger_who_has_the_owners_etag_has_not_the_owners_bytes(adas, visitor, image_id):
    url = f"/api/images/{image_id}/download"
    assert visitor.get(url, headers={"If-None-Match": adas.get(url)["ETag"]}).status_code == 200


def test_what_the_viewer_may_no_longer_see_is_not_even_unchanged(visitor, url):
    etag = visitor.get(url)["ETag"]
    Image.objects.update(visibility="private", is_public=False)
    assert visitor.get(url, headers={"If-None-Match": etag}).status_code == 404


def cache_control(client, url):
    return set(client.get(url)["Cache-Control"].replace(" ", "").split(","))


def test_what_anyone_may_see_may_be_kept_by_anyone(visitor, bens, url):
    assert "public" in cache_control(visitor, url)
    assert "public" in cache_control(bens, url)


def test_what_is_the_owners_alone_is_in_no_shared_cache(adas, url):
    Image.objects.update(visibility="private", is_public=False)
    assert "private" in cache_control(adas, url)
    assert "public" not in cache_control(adas, url)


def test_the_owners_own_version_of_a_public_original_is_in_no_shared_cache(adas, image_id):
    assert "private" in cache_control(adas, f"/api/images/{image_id}/download")


def test_a_cache_keeps_the_answers_to_different_people_apart(adas, visitor, image_id):
    for client in (adas, visitor):
        vary = client.get(f"/api/images/{image_id}/download")["Vary"].lower()
        assert "cookie" in vary
        assert "authorization" in vary


def test_a_thumbnail_whose_format_goes_by_the_browser_says_so(visitor, image_id):
    url = f"/api/images/{image_id}/thumbnail"
    assert "Accept" in visitor.get(url)["Vary"]
    assert "Accept" not in visitor.get(f"{url}?format=png").get("Vary", "").replace("Accept-Encoding", "")


@pytest.mark.parametrize("path", ["thumbnail", "download"])
def test_a_refusal_may_be_kept_by_nobody(visitor, image_id, path):
    Image.objects.update(visibility="private", is_public=False)
    answer = visitor.get(f"/api/images/{image_id}/{path}")
    assert answer.status_code == 404
    assert "public" not in answer.get("Cache-Control", "")
