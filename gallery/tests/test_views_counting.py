"""How often a picture was looked at: each viewer once in half an hour, its owner never."""

import pytest
import time_machine

from accounts.models import Statistics
from gallery.actions.access import Viewer, record_view
from gallery.models import Access, File, Image
from gallery.tests.library import NOON, listed, new_image

START = NOON.timestamp()


@pytest.fixture
def url(ada):
    return f"/api/images/{new_image(ada).pk}"


def at(minutes):
    return time_machine.travel(START + minutes * 60, tick=False)


def counted():
    return Image.objects.get().view_count


def test_a_look_counts_and_the_answer_counts_it_already(bens, url):
    assert bens.get(url).json()["view_count"] == 1


def test_the_same_person_counts_again_after_half_an_hour(bens, url):
    for minutes, count in ((0, 1), (1, 1), (29.9, 1), (30.1, 2), (59, 2), (60.2, 3)):
        with at(minutes):
            bens.get(url)
        assert counted() == count


def test_each_person_counts_for_themselves(bens, cyn, client_of, visitor, url):
    for client in (bens, client_of(cyn), visitor, bens, client_of(cyn), visitor):
        client.get(url)
    assert counted() == 3


def test_a_person_is_the_same_in_every_browser(ben, client_of, url):
    for browser in ("Firefox", "Chromium"):
        client_of(ben).get(url, headers={"User-Agent": browser})
    assert counted() == 1


def test_visitors_are_told_apart_by_address_and_browser(visitor, url):
    for address, browser in (("192.0.2.1", "A"), ("192.0.2.1", "B"), ("192.0.2.2", "A"), ("192.0.2.1", "A")):
        visitor.get(url, headers={"User-Agent": browser}, REMOTE_ADDR=address)
    assert counted() == 3


def test_the_owner_never_counts(adas, url):
    adas.get(url)
    assert counted() == 0


@pytest.mark.parametrize("path", ["", "/thumbnail", "/download"])
def test_what_is_not_seen_is_not_counted(bens, url, path):
    Image.objects.update(visibility="private", is_public=False)
    bens.get(url + path)
    assert counted() == 0


def test_a_picture_that_went_meanwhile_is_not_counted(ada, ben):
    image = new_image(ada)
    File.objects.filter(pk=image.pk).delete()
    assert not record_view(image=image, viewer=Viewer(ben))
    assert not Access.objects.exists()


def test_a_list_or_a_thumbnail_is_no_look(bens, url):
    listed(bens)
    bens.raise_request_exception = False
    bens.get(f"{url}/thumbnail")
    assert counted() == 0


def test_the_owners_statistics_count_it(bens, ada, adas, url):
    bens.get(url)
    assert Statistics.objects.get(pk=ada.pk).view_count == 1
    assert adas.get("/api/auth/user").json()["statistics"]["total_views"] == 1
