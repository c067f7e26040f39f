"""What is in one's library more than once, and keeping one of it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gallery.models import Image
from gallery.tests.batches import inside, new_album
from gallery.tests.library import new_image

MERGE = "/studio/duplicates/merge"


@pytest.fixture
def adas(ada):
    browser = Client()
    browser.force_login(ada)
    return browser


def twins(owner, number: int = 2, look: str = "f0f0a5a5c3c39669") -> list[Image]:
    return [new_image(owner, f"Twin {each}", perceptual_hash=look) for each in range(number)]


def merge(client, kept, others, **said):
    return client.post(MERGE, {"kept": str(kept.pk), "image_ids": [str(each.pk) for each in others], **said})


def test_pictures_that_look_the_same_stand_in_groups(adas, ada, ben):
    twins(ada), twins(ada, 3, "0123456789abcdef"), twins(ben)
    new_image(ada, "Alone", perceptual_hash="ffff0000ffff0000")
    groups = adas.get("/studio/duplicates").context["groups"]
    assert [len(group) for group in groups] == [3, 2]


def test_where_nothing_is_twice_it_says_so(adas):
    assert "No two of your pictures" in adas.get("/studio/duplicates").content.decode()


def test_first_it_is_shown_what_the_kept_one_gets(adas, ada):
    one, other = twins(ada)
    new_album(ada, other, name="Summer")
    answer = merge(adas, one, [one, other])
    assert answer.status_code == 200
    assert answer.context["gains"].albums == ["Summer"]
    assert [tile.id for tile in answer.context["others"]] == [other.pk]
    assert Image.objects.count() == 2


def test_confirmed_it_is_done(adas, ada):
    one, other = twins(ada)
    album = new_album(ada, other)
    answer = merge(adas, one, [one, other, other], confirmed="true", next="/studio/duplicates")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/studio/duplicates")
    assert list(Image.objects.all()) == [one]
    assert inside(album) == ["Twin 0"]


def test_nothing_is_kept_in_place_of_anothers_picture(adas, ada, ben):
    mine, bens = new_image(ada), new_image(ben, "Secret", visibility="private")
    answer = merge(adas, mine, [bens], confirmed="true")
    assert answer.status_code == 400
    assert "Secret" not in answer.content.decode()
    assert merge(adas, bens, [mine], confirmed="true").status_code == 404
    assert Image.objects.count() == 2


@pytest.mark.parametrize("said", [{}, {"kept": "x"}, {"kept": "x", "image_ids": "y"}])
def test_nonsense_is_not_there(adas, said):
    assert adas.post(MERGE, said).status_code == 404


def test_any_number_of_groups_costs_the_same(adas, ada):
    costs = []
    for number in (1, 3):
        for each in range(number):
            twins(ada, 2, f"{number}{each}f0a5a5c3c39669")
        with CaptureQueriesContext(connection) as queries:
            adas.get("/studio/duplicates")
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 12
