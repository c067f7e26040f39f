"""Keeping people away."""

import pytest

from accounts.actions import delete_account, set_active
from accounts.models import Statistics
from accounts.tests.answers import errors_of
from conftest import person
from social.actions.blocks import set_block
from social.actions.follows import set_follow
from social.models import Block, Follow, Notification

NOBODY = "01890000-0000-7000-8000-000000000000"


def path(artist):
    return f"/api/blocks/{getattr(artist, 'pk', artist)}"


def listed(client, **query):
    answer = client.get("/api/blocks", query)
    assert answer.status_code == 200, answer.content
    return [entry["user"]["username"] for entry in answer.json()["results"]]


def test_a_block_is_new_once_and_stands_after_that(ada, ben, client_of):
    answers = [client_of(ada).post(path(ben)) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert answers[0].json() == answers[1].json()
    assert answers[0].json()["user"] == {"id": str(ben.pk), "username": "ben", "artist_name": "ben"}
    assert Block.objects.count() == 1


def test_a_block_is_lifted_with_a_confirmation_once(ada, ben, client_of):
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    answers = [client_of(ada).delete(path(ben)) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 404]
    assert answers[0].json() == {"id": str(ben.pk), "deleted": True}
    assert not Block.objects.exists()


def test_it_ends_follows_both_ways_with_their_counts_and_what_was_told_of_them(ada, ben, cyn, client_of):
    for by, artist in ((ada, ben), (ben, ada), (cyn, ada)):
        set_follow(artist_id=artist.pk, by=by)
    client_of(ada).post(path(ben))
    assert Follow.objects.get().follower == cyn
    told = Statistics.objects.order_by("pk").values_list("follower_count", "following_count")
    assert list(told) == [(1, 0), (0, 0), (0, 1)]
    assert [(each.recipient, each.actor) for each in Notification.objects.all()] == [(ada, cyn)]


def test_lifted_it_brings_no_follow_back(ada, ben, client_of):
    set_follow(artist_id=ada.pk, by=ben)
    client_of(ada).post(path(ben))
    client_of(ada).delete(path(ben))
    assert not Follow.objects.exists()
    assert set_follow(artist_id=ada.pk, by=ben).following


@pytest.mark.parametrize("method", ["post", "delete"])
def test_nobody_blocks_themselves(ada, client_of, method):
    answer = getattr(client_of(ada), method)(path(ada))
    assert (answer.status_code, errors_of(answer)) == (400, {"artist_id": "invalid"})
    assert not Block.objects.exists()


@pytest.mark.parametrize("method", ["post", "delete"])
def test_a_visitor_blocks_nobody(ada, visitor, method):
    assert getattr(visitor, method)(path(ada)).status_code == 401
    assert visitor.get("/api/blocks").status_code == 401


def test_who_is_not_there_or_shut_out_cannot_be_blocked(ada, ben, mo, client_of):
    set_active(user=ben, is_active=False, by=mo)
    for artist in (NOBODY, ben):
        assert client_of(ada).post(path(artist)).status_code == 404
    assert not Block.objects.exists()


def test_who_was_shut_out_since_is_not_named_and_may_be_let_near_again(ada, ben, mo, client_of):
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    set_active(user=ben, is_active=False, by=mo)
    assert listed(client_of(ada)) == []
    assert client_of(ada).delete(path(ben)).status_code == 200


def test_each_sees_their_own_blocks_alone_the_last_first(ada, ben, cyn, mo, client_of):
    for by, other in ((ada, ben), (ada, cyn), (ben, ada)):
        set_block(artist_id=other.pk, by=by, blocked=True)
    assert [listed(client_of(each)) for each in (ada, ben, cyn, mo)] == [["cyn", "ben"], ["ada"], [], []]
    assert listed(client_of(ada), ordering="date") == ["ben", "cyn"]


def test_each_is_told_whom_they_block_and_nobody_by_whom_they_are(ada, ben, visitor, client_of):
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    for client, name, is_blocked in (
        (client_of(ada), "ben", True),
        (client_of(ben), "ada", False),
        (visitor, "ben", False),
    ):
        assert client.get(f"/api/artists/{name}").json()["is_blocked"] is is_blocked


def test_the_list_is_walked_by_cursor(ada, ben, cyn, client_of):
    for each in (ben, cyn):
        set_block(artist_id=each.pk, by=ada, blocked=True)
    first = client_of(ada).get("/api/blocks", {"cursor": "", "page_size": 1}).json()
    assert [entry["user"]["username"] for entry in first["results"]] == ["cyn"]
    second = client_of(ada).get(first["next"]).json()
    assert [entry["user"]["username"] for entry in second["results"]] == ["ben"]


@pytest.mark.parametrize("number", [1, 3, 30])
def test_the_list_costs_three_queries_however_long_it_is(ada, client_of, number, django_assert_num_queries):
    for index in range(number):
        Block.objects.create(blocker=ada, blocked=person(f"person{index}"))
    client = client_of(ada)
    with django_assert_num_queries(3):
        assert client.get("/api/blocks").json()["count"] == number


@pytest.mark.parametrize("leaving", ["ada", "ben"])
def test_with_an_account_its_blocks_go(ada, ben, leaving):
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    left = {"ada": ada, "ben": ben}[leaving]
    delete_account(user=left, by=left)
    assert not Block.objects.exists()
