"""The works and galleries of one artist: what the viewer may see of them."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gallery.models import Artwork, Gallery
from gallery.tests.library import codes
from gallery.tests.works import new_work


@pytest.fixture
def shown(ada, ben):
    """Of Ada's three works one is a draft and one private; of her galleries one is public; Ben has one of each."""
    new_work(ada, "Boats", price=Decimal(20), currency="EUR")
    new_work(ada, "Draft", status="draft")
    new_work(ada, "Kept", availability_status="private")
    new_work(ben, "Another's")
    for visibility in ("public", "unlisted", "private"):
        Gallery.objects.create(owner=ada, name=visibility, slug=visibility, visibility=visibility)
    Gallery.objects.create(owner=ben, name="Ben's", slug="bens")


def listed(client, path: str, key: str, **query) -> list[str]:
    answer = client.get(f"/api/artists/{path}", query)
    assert answer.status_code == 200, answer.content
    return [row[key] for row in answer.json()["results"]]


def test_others_see_the_public_works_alone(visitor, client_of, shown, cyn, mo):
    for client in (visitor, client_of(cyn), client_of(mo)):
        assert listed(client, "ada/artworks", "title") == ["Boats"]


def test_artists_see_all_works_of_theirs_and_no_others(client_of, shown, ada):
    assert sorted(listed(client_of(ada), "me/artworks", "title")) == ["Boats", "Draft", "Kept"]


def test_unlisted_and_private_galleries_are_listed_to_their_artist_alone(visitor, client_of, shown, ada, ben):
    assert listed(visitor, "ada/galleries", "name") == ["public"]
    assert listed(client_of(ben), "ADA/galleries", "name") == ["public"]
    assert sorted(listed(client_of(ada), "ada/galleries", "name")) == ["private", "public", "unlisted"]


@pytest.mark.parametrize(
    ("ordering", "found"),
    [
        ("-date", ["Cliff", "Boats", "Arch"]),
        ("title", ["Arch", "Boats", "Cliff"]),
        ("-price", ["Boats", "Arch", "Cliff"]),
        ("price", ["Arch", "Boats", "Cliff"]),
        ("-popularity", ["Arch", "Cliff", "Boats"]),
    ],
)
def test_works_are_ordered_as_everywhere(visitor, ada, ordering, found):
    arch = new_work(ada, "Arch", price=Decimal(5), currency="EUR")
    new_work(ada, "Boats", price=Decimal(20), currency="EUR")
    new_work(ada, "Cliff")
    Artwork.objects.filter(pk=arch.pk).update(like_count=3)
    assert listed(visitor, "ada/artworks", "title", ordering=ordering) == found


def test_galleries_are_ordered_by_the_works_that_the_viewer_is_told_of(visitor, client_of, ada):
    for name, own, public in (("One", 9, 1), ("Two", 5, 2)):
        Gallery.objects.create(owner=ada, name=name, slug=name, artwork_count=own, public_artwork_count=public)
    assert listed(visitor, "ada/galleries", "name", ordering="-artworks") == ["Two", "One"]
    assert listed(client_of(ada), "ada/galleries", "name", ordering="-artworks") == ["One", "Two"]
    assert listed(visitor, "ada/galleries", "name", ordering="name") == ["One", "Two"]


@pytest.mark.parametrize("path", ["artworks", "galleries"])
def test_an_unknown_order_is_refused_and_an_unknown_artist_absent(visitor, shown, path):
    assert codes(visitor.get(f"/api/artists/ada/{path}?ordering=size")) == {"ordering": "invalid_choice"}
    assert visitor.get(f"/api/artists/nobody/{path}").status_code == 404
    assert visitor.get(f"/api/artists/me/{path}").status_code == 401


def test_pages_and_cursors_walk_through_all_works(visitor, ada):
    for number in range(5):
        new_work(ada, f"Work {number}")
    first = visitor.get("/api/artists/ada/artworks?page_size=2").json()
    assert (first["count"], len(first["results"])) == (5, 2)
    seen, url = [], "/api/artists/ada/artworks?page_size=2&cursor="
    while url:
        page = visitor.get(url).json()
        seen += [work["title"] for work in page["results"]]
        url = page["next"]
    assert seen == [f"Work {number}" for number in (4, 3, 2, 1, 0)]


@pytest.mark.parametrize("path", ["artworks", "galleries"])
def test_more_of_them_cost_no_more_queries(visitor, ada, path):
    costs = []
    for number in (1, 10):
        for index in range(number):
            new_work(ada, tags=["sea"])
            Gallery.objects.create(owner=ada, name="Room", slug=f"room-{number}-{index}")
        with CaptureQueriesContext(connection) as captured:
            visitor.get(f"/api/artists/ada/{path}?page_size=100")
        costs.append(len(captured))
    assert costs[0] == costs[1]
