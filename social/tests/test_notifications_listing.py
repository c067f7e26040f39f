"""The list of what one is told."""

from uuid import uuid4

import pytest
from django.utils import translation

from accounts.actions import change_preferences, set_active
from gallery.actions.albums import create_album
from gallery.actions.artworks import change_artwork
from gallery.actions.shares import revoke_share, share_with_person
from gallery.tests.works import new_work
from social.models import Notification
from social.notifying import notify, unread_count
from social.tests.telling import like, texts, told


@pytest.fixture
def work(ada):
    return new_work(ada, "Dune")


@pytest.fixture
def adas(ada, client_of):
    return client_of(ada)


def follow(artist, by):
    notify("follow", recipient_id=artist.pk, actor=by, target_type="artist", target_id=artist.pk)


def mention(work, who, by):
    deed = {"target_type": "artwork", "target_id": work.pk, "object_id": uuid4()}
    notify("mention", recipient_id=who.pk, actor=by, **deed)


def test_a_line_is_told_whole(adas, ben, work):
    like(work, ben)
    (row,) = told(adas)["results"]
    page = f"http://testserver/artworks/{work.pk}"
    assert row.pop("created_at").endswith("Z")
    assert row == {
        "id": str(Notification.objects.get().pk),
        "kind": "like",
        "actor": {"id": str(ben.pk), "username": "ben", "artist_name": "ben"},
        "actor_count": 1,
        "target": {"type": "artwork", "id": str(work.pk), "title": "Dune", "url": page},
        "text": "ben liked “Dune”",
        "url": page,
        "read_at": None,
    }


def test_a_visitor_is_told_nothing(visitor):
    assert visitor.get("/api/notifications").status_code == 401
    assert visitor.get("/api/notifications/count").status_code == 401
    assert visitor.post("/api/notifications/read", {"all": True}).status_code == 401


def test_it_is_paged_and_walked_by_cursor(adas, ada, ben):
    for title in ("One", "Two", "Three"):
        like(new_work(ada, title), ben)
    first = told(adas, page_size=2)
    assert (first["count"], len(first["results"]), first["unread_count"]) == (3, 2, 3)
    walk = told(adas, cursor="", page_size=2)
    behind = adas.get(walk["next"]).json()
    assert [row["target"]["title"] for row in walk["results"] + behind["results"]] == ["Three", "Two", "One"]
    assert "count" not in walk


def test_it_is_filtered_by_kind_and_by_whether_it_was_read(adas, ada, ben, cyn, work):
    like(work, ben)
    adas.post("/api/notifications/read", {"all": True})
    follow(ada, cyn)
    assert texts(adas, unread="true") == texts(adas, kind="follow") == ["cyn follows you"]
    assert texts(adas, unread="false") == texts(adas, kind="like") == ["ben liked “Dune”"]
    assert texts(adas, kind="wink") == []
    assert adas.get("/api/notifications?unread=perhaps").status_code == 400


def test_one_follower_is_led_to_and_several_to_the_list_of_them(adas, ada, ben, cyn):
    follow(ada, ben)
    assert told(adas)["results"][0]["url"] == "http://testserver/@ben"
    follow(ada, cyn)
    (row,) = told(adas)["results"]
    assert (row["text"], row["url"]) == ("cyn and 1 other follow you", "http://testserver/@ada/followers")


def test_a_work_that_turns_private_is_not_told_to_others_nor_counted(ada, ben, cyn, client_of, work):
    mention(work, ben, cyn)
    assert texts(client_of(ben)) == ["cyn mentioned you in a comment on “Dune”"]
    change_artwork(artwork=work, by=ada, availability_status="private")
    answer = told(client_of(ben))
    assert (answer["results"], answer["count"], answer["unread_count"], unread_count(ben)) == ([], 0, 0, 0)
    change_artwork(artwork=work, by=ada, availability_status="available")
    assert len(texts(client_of(ben))) == 1


def test_who_is_shut_out_is_not_told_of_until_they_are_let_in_again(adas, ada, ben, cyn, mo, work):
    for fan in (cyn, ben):
        like(work, fan)
    mention(work, ada, ben)
    set_active(user=ben, is_active=False, by=mo)
    assert texts(adas) == ["cyn liked “Dune”"]
    assert unread_count(ada) == 1
    set_active(user=ben, is_active=True, by=mo)
    assert sorted(texts(adas)) == ["ben and 1 other liked “Dune”", "ben mentioned you in a comment on “Dune”"]


def test_an_album_is_told_while_it_is_shared(ada, ben, client_of):
    album = create_album(by=ada, name="Sketches")
    share, _is_new = share_with_person(album=album, by=ada, user=ben)
    (row,) = told(client_of(ben))["results"]
    assert row["text"] == "ada shared the album “Sketches” with you"
    assert row["url"] == f"http://testserver/albums/{album.pk}"
    revoke_share(share=share, by=ada)
    assert texts(client_of(ben)) == []
    share_with_person(album=album, by=ada, user=ben)
    assert len(texts(client_of(ben))) == 1


def test_what_somebody_turned_off_on_the_site_is_not_listed(adas, ada, ben, work):
    change_preferences(user=ada, changes={"notifications": {"like": False}})
    like(work, ben)
    assert (texts(adas), unread_count(ada)) == ([], 0)


def test_it_speaks_the_language_of_the_request(adas, ben, work):
    like(work, ben)
    with translation.override("de"):
        expected = translation.gettext("%(name)s liked “%(title)s”") % {"name": "ben", "title": "Dune"}
    answer = adas.get("/api/notifications", headers={"accept-language": "de"})
    assert answer.json()["results"][0]["text"] == expected


def many(ada, ben, cyn, count):
    for index in range(count):
        work = new_work(ada, f"Work {index}")
        like(work, ben)
        mention(work, ada, cyn)
        album = create_album(by=ben, name=f"Album {index}")
        share_with_person(album=album, by=ben, user=ada)
    follow(ada, ben)


@pytest.mark.parametrize("count", [1, 3, 20])
def test_a_longer_list_costs_no_more_queries(adas, ada, ben, cyn, django_assert_num_queries, count):
    many(ada, ben, cyn, count)
    # Session, count, rows, works, albums, artists, unread.
    with django_assert_num_queries(7):
        answer = told(adas, page_size=100)
    assert len(answer["results"]) == 3 * count + 1
    with django_assert_num_queries(1):
        assert unread_count(ada) == 3 * count + 1
