"""Galleries are found by name and description, by whoever may see them in lists."""

import pytest

from gallery.actions.showing import followed_works
from gallery.models import Gallery
from gallery.tests.searching import found, search
from gallery.tests.works import new_work


def new_room(owner, name, **facts):
    room = Gallery(owner=owner, name=name, slug=name.lower(), **facts)
    with followed_works([], galleries=[room.pk]):
        room.save(force_insert=True)
    return room


@pytest.fixture
def rooms(ada):
    """One of each visibility."""
    return {
        each: new_room(ada, each, visibility=each, description="By the sea")
        for each in ("public", "unlisted", "private")
    }


def test_a_gallery_is_found_by_name_description_and_artist(ada, visitor):
    new_room(ada, "Tides", description="Works by the harbour")
    for query in ("tides", "harbour", "title:tides", "description:harbour", "artist:ada"):
        assert found(visitor, query, type="gallery") == ["Tides"], query


def test_a_result_tells_the_gallery_and_where_the_words_stand(ada, visitor):
    room = new_room(ada, "Tides", description="Works by the harbour")
    (result,) = search(visitor, "harbour")["results"]
    assert (result["type"], result["item"]["id"]) == ("gallery", str(room.pk))
    assert result["highlight"] == "Works by the <mark>harbour</mark>"


def test_only_public_ones_are_found_by_others(rooms, visitor, cyn, mo, client_of):
    for client in (visitor, client_of(cyn), client_of(mo)):
        assert found(client, "sea") == ["public"]
        assert search(client, "sea")["facets"]["type"] == {"gallery": 1}


def test_their_artist_finds_all_of_them(rooms, ada, client_of):
    assert set(found(client_of(ada), "sea")) == {"public", "unlisted", "private"}


def test_a_gallery_that_changes_is_found_as_it_is_now(rooms, visitor):
    room = rooms["public"]
    with followed_works([], galleries=[room.pk]):
        Gallery.objects.filter(pk=room.pk).update(name="Snow", visibility="public")
    assert (found(visitor, "title:public"), found(visitor, "snow")) == ([], ["Snow"])
    with followed_works([], galleries=[room.pk]):
        Gallery.objects.filter(pk=room.pk).update(visibility="unlisted")
    assert found(visitor, "snow") == []


def test_a_deleted_gallery_is_found_no_more_and_its_works_still_are(rooms, ada, visitor):
    new_work(ada, "Sea")
    with followed_works([], galleries=[rooms["public"].pk]):
        rooms["public"].delete()
    assert found(visitor, "sea") == ["Sea"]
