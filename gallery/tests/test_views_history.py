"""Who looked at a picture and who took it: told to its owner alone."""

import pytest
import time_machine

from gallery.models import Access, Image
from gallery.tests.library import NOON, codes, upload


@pytest.fixture
def url(adas):
    return f"/api/images/{upload(adas, visibility='public')['id']}"


def test_it_tells_when_what_who_and_from_where_newest_first(adas, bens, visitor, url):
    with time_machine.travel(NOON, tick=False):
        bens.get(url, headers={"Referer": "https://example.org/blog"})
    visitor.get(f"{url}/download")
    newest, oldest = adas.get(f"{url}/history?ordering=-date").json()["results"]
    assert (newest["action"], newest["viewer"], newest["referrer"]) == ("download", None, "")
    assert oldest == {
        "at": "2024-05-17T12:00:00Z", "action": "view", "viewer": "ben", "referrer": "https://example.org/blog"
    }  # fmt: skip
    assert adas.get(f"{url}/history").json()["results"][0] == newest


def test_it_tells_no_address_and_no_browser(adas, visitor, url):
    visitor.get(url, headers={"User-Agent": "Rare Browser 7"}, REMOTE_ADDR="192.0.2.77")
    content = adas.get(f"{url}/history").content
    assert b"192.0.2.77" not in content
    assert b"Rare Browser" not in content
    stored = str(list(Access.objects.values()))
    assert "192.0.2.77" not in stored
    assert "Rare Browser" not in stored


def test_a_long_referrer_is_cut(adas, visitor, url):
    visitor.get(url, headers={"Referer": "https://example.org/" + "x" * 5000})
    assert len(adas.get(f"{url}/history").json()["results"][0]["referrer"]) == 500


def test_whoever_is_gone_is_nobody(adas, ben, bens, url):
    bens.get(url)
    ben.delete()
    assert adas.get(f"{url}/history").json()["results"][0]["viewer"] is None


def test_it_is_paged_and_walked_by_cursor(adas, url):
    image = Image.objects.get()
    Access.objects.bulk_create(
        Access(file_id=image.pk, action="view", at=NOON, viewer_key=str(number)) for number in range(30)
    )
    answer = adas.get(f"{url}/history").json()
    assert (answer["count"], len(answer["results"])) == (30, 24)
    walked = adas.get(f"{url}/history?cursor=&page_size=20").json()
    assert len(adas.get(walked["next"]).json()["results"]) == 10


def test_others_may_not(bens, visitor, url):
    assert bens.get(f"{url}/history").status_code == 403
    answer = visitor.get(f"{url}/history")
    assert (answer.status_code, codes(answer)) == (401, {None: "not_authenticated"})
    Image.objects.update(visibility="private", is_public=False)
    assert bens.get(f"{url}/history").status_code == 404
