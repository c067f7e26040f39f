"""A list of works costs the same number of queries whatever is in it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gallery.models import Artwork, Category, Gallery, GalleryArtwork, Visit
from gallery.tests.library import NOON, new_image
from gallery.tests.works import new_work


def fill(owner, number, *, pictures=1):
    category = Category.objects.get_or_create(name="Painting", slug="painting")[0]
    room = Gallery.objects.get_or_create(owner=owner, name="Room", slug="room")[0]
    for index in range(number):
        images = tuple(new_image(owner, visibility=("private", "public")[index % 2]) for _ in range(pictures))
        work = new_work(owner, images=images, category=category, tags=["a", "b", "c"])
        GalleryArtwork.objects.create(gallery=room, artwork=work, position=index)


def queries(client, path):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(f"/api/{path}").status_code == 200
    return len(captured)


@pytest.mark.parametrize("path", ["artworks?page_size=100", "artworks?page_size=100&cursor=", "artworks?tags=a,b"])
def test_a_long_list_costs_as_many_queries_as_one_of_one(ada, adas, visitor, path):
    fill(ada, 1)
    alone = [queries(client, path) for client in (visitor, adas)]
    fill(ada, 30)
    assert [queries(client, path) for client in (visitor, adas)] == alone
    assert max(alone) <= 15


def test_works_of_many_pictures_cost_no_more(ada, visitor):
    fill(ada, 1)
    alone = queries(visitor, "artworks")
    fill(ada, 3, pictures=40)
    assert queries(visitor, "artworks") == alone
    assert [len(work["images"]) for work in visitor.get("/api/artworks").json()["results"]] == [40, 40, 40, 1]


def test_one_work_costs_no_more_for_its_likes(ada, adas):
    fill(ada, 4)  # so that there are related ones to tell of, too
    work = Artwork.objects.earliest("pk")
    alone = queries(adas, f"artworks/{work.pk}")
    fill(ada, 10)
    assert queries(adas, f"artworks/{work.pk}") == alone


def test_a_history_costs_no_more_for_its_length(ada, ben, adas):
    work, costs = new_work(ada), []
    for number in (1, 40):
        Visit.objects.bulk_create(Visit(artwork=work, at=NOON, viewer=ben, viewer_key="x") for _ in range(number))
        costs.append(queries(adas, f"artworks/{work.pk}/history"))
    assert costs[0] == costs[1]
