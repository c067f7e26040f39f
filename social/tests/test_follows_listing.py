"""Who follows an artist, and whom they follow."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.actions import set_active
from conftest import person
from social.actions.follows import set_follow
from social.models import Follow

SIDES = ["followers", "following"]


def listed(client, side, name="ada", **query):
    answer = client.get(f"/api/artists/{name}/{side}", query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def names(told, key="user"):
    return [entry[key]["username"] for entry in told["results"]]


def test_anyone_sees_who_follows_an_artist_the_last_first(ada, ben, cyn, visitor):
    for each in (ben, cyn):
        set_follow(artist_id=ada.pk, by=each)
    told = listed(visitor, "followers")
    assert (told["count"], told["follower_count"], told["following_count"]) == (2, 2, 0)
    assert names(told) == ["cyn", "ben"]
    assert told["results"][0]["user"] == {"id": str(cyn.pk), "username": "cyn", "artist_name": "cyn"}
    assert told["results"][0]["followed_at"].endswith("Z")


def test_anyone_sees_whom_an_artist_follows_the_last_first(ada, ben, cyn, visitor):
    for each in (ben, cyn):
        set_follow(artist_id=each.pk, by=ada)
    told = listed(visitor, "following")
    assert (told["count"], told["follower_count"], told["following_count"]) == (2, 0, 2)
    assert names(told, "artist") == ["cyn", "ben"]
    assert told["results"][0]["artist"] == {"id": str(cyn.pk), "username": "cyn", "artist_name": "cyn"}


@pytest.mark.parametrize("side", SIDES)
def test_an_artist_is_found_by_id_by_name_and_as_oneself(ada, client_of, visitor, side):
    for client, name in ((visitor, ada.pk), (visitor, "ADA"), (client_of(ada), "me")):
        assert listed(client, side, name)["count"] == 0
    assert visitor.get(f"/api/artists/me/{side}").status_code == 401


@pytest.mark.parametrize("side", SIDES)
def test_of_who_is_shut_out_or_not_there_nothing_is_told(ada, mo, visitor, side):
    set_active(user=ada, is_active=False, by=mo)
    for name in ("ada", ada.pk, "nobody", "01890000-0000-7000-8000-000000000000"):
        assert visitor.get(f"/api/artists/{name}/{side}").status_code == 404


def test_who_is_shut_out_is_counted_and_not_named(ada, ben, cyn, mo, visitor):
    for each in (ben, cyn):
        set_follow(artist_id=ada.pk, by=each)
        set_follow(artist_id=each.pk, by=ada)
    set_active(user=ben, is_active=False, by=mo)
    for side, key in (("followers", "user"), ("following", "artist")):
        told = listed(visitor, side)
        assert (told["count"], told["follower_count"], told["following_count"]) == (1, 2, 2)
        assert names(told, key) == ["cyn"]


def test_the_list_is_walked_by_cursor(ada, ben, cyn, mo, visitor):
    for age, each in enumerate((ben, cyn, mo)):
        Follow.objects.create(artist=ada, follower=each)
        Follow.objects.filter(follower=each).update(followed_at=timezone.now() - timedelta(days=age))
    first = listed(visitor, "followers", cursor="", page_size=2)
    assert (names(first), first["follower_count"]) == (["ben", "cyn"], 0)
    assert names(visitor.get(first["next"]).json()) == ["moe"]
    assert names(listed(visitor, "followers", ordering="date")) == ["moe", "cyn", "ben"]


def test_an_order_that_there_is_not_is_refused(ada, visitor):
    assert visitor.get("/api/artists/ada/followers", {"ordering": "fame"}).status_code == 400


@pytest.mark.parametrize("number", [1, 3, 30])
@pytest.mark.parametrize("side", SIDES)
def test_a_list_costs_three_queries_however_long_it_is(ada, visitor, side, number, django_assert_num_queries):
    for index in range(number):
        pair = (person(f"person{index}"), ada)
        follower, artist = pair if side == "followers" else pair[::-1]
        Follow.objects.create(follower=follower, artist=artist)
    with django_assert_num_queries(3):
        assert listed(visitor, side)["count"] == number


@pytest.mark.parametrize("number", [1, 3, 20])
def test_whom_one_follows_and_blocks_costs_two_queries_in_any_list(ada, client_of, number, django_assert_num_queries):
    for index in range(number):
        set_follow(artist_id=person(f"person{index}").pk, by=ada)
    client = client_of(ada)
    client.get("/api/artists")
    with django_assert_num_queries(8):
        assert client.get("/api/artists").json()["count"] == number + 1
