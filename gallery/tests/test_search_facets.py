"""Facets count types, mediums and tags of what was found, and only of that."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gallery.models import Tag
from gallery.search import facets
from gallery.tests.library import new_image
from gallery.tests.searching import search
from gallery.tests.test_search_galleries import new_room
from gallery.tests.works import new_work


def test_each_type_is_counted(ada, ben, visitor):
    new_work(ada, "Sea")
    new_room(ada, "Sea")
    new_image(ada, "Sea")
    assert search(visitor)["facets"]["type"] == {"image": 1, "gallery": 1, "artwork": 1, "artist": 2}
    assert search(visitor, "sea")["facets"]["type"] == {"image": 1, "gallery": 1, "artwork": 1}


def test_tags_are_counted_over_pictures_and_works(ada, visitor):
    new_work(ada, "Harbour", tags=["sea", "boat"])
    new_work(ada, "Dune", tags=["sand"])
    new_image(ada, "Photo", tags=("sea", "light"))
    told = search(visitor)["facets"]["tag"]
    assert list(told.items()) == [("sea", 2), ("boat", 1), ("light", 1), ("sand", 1)]
    assert search(visitor, "harbour")["facets"]["tag"] == {"boat": 1, "sea": 1}


def test_mediums_are_counted_whatever_their_case_under_the_usual_spelling(ada, visitor):
    for medium in ("Oil", "oil", "Oil", " OIL ", "Ink", ""):
        new_work(ada, "Harbour", medium=medium)
    assert list(search(visitor, "harbour")["facets"]["medium"].items()) == [("Oil", 4), ("Ink", 1)]
    assert search(visitor, "medium:ink")["facets"]["medium"] == {"Ink": 1}


def test_the_most_frequent_are_told(ada, visitor, monkeypatch):
    monkeypatch.setattr(facets, "MOST", 2)
    for medium, tag in (("Oil", "sea"), ("Oil", "sea"), ("Ink", "sand"), ("Wax", "wind")):
        new_work(ada, medium=medium, tags=[tag])
    told = search(visitor)["facets"]
    assert (told["medium"], told["tag"]) == ({"Oil": 2, "Ink": 1}, {"sea": 2, "sand": 1})


@pytest.mark.parametrize(
    "hidden",
    [
        {"status": "draft"},
        {"status": "scheduled", "published_at": timezone.now() + timedelta(days=1)},
        {"availability_status": "private"},
    ],
    ids=["draft", "scheduled", "private"],
)
@pytest.mark.parametrize(
    "filters", [{}, {"query": "harbour"}, {"query": "secret"}, {"medium": "secret"}, {"tags": "secret"}]
)
def test_a_hidden_work_changes_no_byte_of_what_others_are_told(ada, cyn, mo, visitor, client_of, hidden, filters):
    new_work(ada, "Harbour", tags=["sea"], medium="Oil")
    others = (visitor, client_of(cyn), client_of(mo))
    before = [client.get("/api/search", filters).content for client in others]
    new_work(ada, "Harbour secret", tags=["sea", "secret"], medium="Secret oil", description="harbour", **hidden)
    new_room(ada, "Harbour secret", visibility="unlisted")
    new_room(ada, "Harbour secret two", visibility="private", description="secret")
    assert [client.get("/api/search", filters).content for client in others] == before
    told = search(client_of(ada), **filters)
    assert "Harbour secret" in {result["item"].get("title") for result in told["results"]}
    assert Tag.objects.get(name="secret").public_count == 0


def test_a_search_over_all_kinds_takes_a_fixed_number_of_queries(ada, visitor, django_assert_max_num_queries):
    for number in range(8):
        new_work(ada, f"Sea {number}", tags=["sea"], medium="Oil")
        new_image(ada, f"Sea {number}", tags=("sea",))
        new_room(ada, f"Sea-{number}")
    with django_assert_max_num_queries(60):
        assert search(visitor)["count"] == 25
