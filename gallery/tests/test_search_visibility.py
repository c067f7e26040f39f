"""Nobody finds, counts or reads in a highlight what they may not see."""

import pytest

from gallery.tests.albums import add, album_of, follow, make, share
from gallery.tests.library import new_image
from gallery.tests.searching import THINGS, found, search
from gallery.tests.tables import in_turn


@pytest.fixture
def shore(ada, ben, adas):
    """One picture for each way of being seen, and an album of each kind."""
    new_image(ada, "sea open")
    new_image(ada, "sea hidden", visibility="private", tags=("secret",), description="the sea secret")
    in_public, in_shared, by_link = (
        new_image(ada, f"sea {where}", visibility="private") for where in ("shown", "shared", "linked")
    )
    album_of(ada, in_public, name="sea public", privacy_setting="public")
    album_of(ada, name="sea private")
    shared = album_of(ada, in_shared, name="sea among us")
    share(adas, shared.pk, username="ben")
    linked = album_of(ada, by_link, name="sea for friends")
    return share(adas, linked.pk, link=True)


PUBLIC = {"sea open", "sea shown", "sea public"}
SHARED = {"sea shared", "sea among us"}
OWN = {"sea hidden", "sea linked", "sea private", "sea for friends"}


@in_turn("query", ["sea", "", "sea OR iso:>1", "-snow", "-iso:>1", "se*", "artist:ada", "after:2020"])
def test_each_finds_what_they_may_see_and_nothing_else(shore, visitor, ben, cyn, adas, client_of, query):
    assert set(found(visitor, query)) == PUBLIC
    assert set(found(client_of(cyn), query)) == PUBLIC
    assert set(found(client_of(ben), query)) == PUBLIC | SHARED
    assert set(found(adas, query)) == PUBLIC | SHARED | OWN


def test_what_a_link_opens_enters_no_search(shore, visitor):
    assert follow(visitor, shore).status_code == 200
    assert set(found(visitor, "sea")) == PUBLIC


@in_turn("filters", [{"tags": "secret"}, {"query": "secret"}, {"query": "tag:secret"}, {"user": "ada"}, {}])
def test_facets_and_counts_know_nothing_of_what_is_hidden(shore, visitor, filters):
    answer = search(visitor, type=THINGS, **filters)
    assert "secret" not in str(answer["facets"])
    assert answer["count"] == len(answer["results"]) <= len(PUBLIC)


def test_what_turns_private_is_gone_from_the_next_search(ada, adas, visitor):
    image = new_image(ada, "sea")
    assert found(visitor, "sea") == ["sea"]
    adas.put(f"/api/images/{image.pk}", {"visibility": "private"})
    assert found(visitor, "sea") == []
    assert found(adas, "sea") == ["sea"]


def test_an_album_that_is_hidden_is_no_filter(ada, adas, visitor):
    hidden = album_of(ada, new_image(ada, "sea"), name="hidden")
    assert found(visitor, album=str(hidden.pk)) == []
    assert found(adas, album=str(hidden.pk)) == ["sea"]


def test_a_private_thing_more_changes_no_answer_of_the_public(shore, adas, visitor):
    before = visitor.get("/api/search", {"query": "sea"}).content
    make(adas, "sea sea", description="sea")
    assert visitor.get("/api/search", {"query": "sea"}).content == before


def test_what_others_put_into_an_album_is_found_by_its_owner(ada, ben, adas, client_of):
    album = album_of(ada, name="ours")
    share(adas, album.pk, username="ben", can_contribute=True)
    picture = new_image(ben, "sea of ben", visibility="private")
    assert add(client_of(ben), album.pk, picture.pk).status_code == 200
    assert found(adas, "sea") == ["sea of ben"]


def test_a_picture_that_an_album_opens_is_found_by_all(ada, adas, visitor):
    album = album_of(ada, new_image(ada, "sea", visibility="private"), name="days")
    adas.put(f"/api/albums/{album.pk}", {"privacy_setting": "public"})
    assert found(visitor, "sea") == ["sea"]
    adas.put(f"/api/albums/{album.pk}", {"privacy_setting": "private"})
    assert found(visitor, "sea") == []
