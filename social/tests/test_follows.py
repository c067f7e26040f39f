"""Following artists."""

import pytest

from accounts.actions import delete_account, set_active
from accounts.models import Statistics
from accounts.tests.answers import errors_of
from social.actions.blocks import set_block
from social.actions.follows import set_follow
from social.models import Follow, Notification

NOBODY = "01890000-0000-7000-8000-000000000000"


def follow(client, artist, body=None, **options):
    return client.post(f"/api/follow/{getattr(artist, 'pk', artist)}", body or {}, **options)


def counts(person):
    """How many follow them, and how many they follow."""
    return Statistics.objects.values_list("follower_count", "following_count").get(pk=person.pk)


@pytest.mark.parametrize("form", ["json", "multipart"])
def test_without_a_word_it_toggles(ada, ben, client_of, form):
    client = client_of(ben)
    assert follow(client, ada, format=form).json() == {"following": True, "follower_count": 1}
    assert (counts(ada), counts(ben)) == ((1, 0), (0, 1))
    assert follow(client, ada, format=form).json() == {"following": False, "follower_count": 0}
    assert (counts(ada), counts(ben), Follow.objects.count()) == ((0, 0), (0, 0), 0)


@pytest.mark.parametrize(("sent", "count"), [([True, True], 1), ([True, False, False], 0), ([False], 0)])
def test_saying_the_same_again_changes_nothing(ada, ben, client_of, sent, count):
    for following in sent:
        answer = follow(client_of(ben), ada, {"following": following})
    assert answer.json() == {"following": sent[-1], "follower_count": count}
    assert (counts(ada), counts(ben), Follow.objects.count()) == ((count, 0), (0, count), count)


@pytest.mark.parametrize("following", ["perhaps", None, [], 7])
def test_what_is_neither_yes_nor_no_is_refused_by_name(ada, ben, client_of, following):
    answer = follow(client_of(ben), ada, {"following": following})
    assert (answer.status_code, list(errors_of(answer))) == (400, ["following"])
    assert counts(ada) == (0, 0)


@pytest.mark.parametrize("body", [{}, {"following": True}, {"following": False}])
def test_nobody_follows_themselves(ada, client_of, body):
    answer = follow(client_of(ada), ada, body)
    assert (answer.status_code, answer.json()["type"]) == (400, "validation_error")
    assert errors_of(answer) == {"artist_id": "invalid"}
    assert not Follow.objects.exists()


def test_who_is_not_there_and_who_is_shut_out_cannot_be_followed(ada, ben, mo, client_of):
    set_active(user=ada, is_active=False, by=mo)
    for artist in (NOBODY, ada):
        assert follow(client_of(ben), artist).status_code == 404
    assert not Follow.objects.exists()


def test_a_visitor_follows_nobody(ada, visitor):
    assert follow(visitor, ada).status_code == 401


def test_each_is_told_whom_they_follow(ada, ben, cyn, visitor, client_of):
    set_follow(artist_id=ada.pk, by=ben)
    for client, following in ((client_of(ben), True), (client_of(cyn), False), (visitor, False)):
        told = {each["username"]: each["is_following"] for each in client.get("/api/artists").json()["results"]}
        assert told == {"ada": following, "ben": False, "cyn": False}
        assert client.get("/api/artists/ada").json()["is_following"] is following


def test_the_counts_are_told_of_the_artist_and_to_oneself(ada, ben, visitor, client_of):
    set_follow(artist_id=ada.pk, by=ben)
    artist = visitor.get("/api/artists/ada").json()
    assert (artist["follower_count"], artist["following_count"]) == (1, 0)
    assert client_of(ben).get("/api/auth/user").json()["statistics"]["following_count"] == 1


def test_the_artist_is_told_once_and_no_more_when_it_is_undone(ada, ben):
    for following in (True, False, True):
        set_follow(artist_id=ada.pk, by=ben, following=following)
    told = Notification.objects.get()
    assert (told.recipient, told.kind, told.target_type, told.target_id) == (ada, "follow", "artist", ada.pk)
    set_follow(artist_id=ada.pk, by=ben, following=False)
    assert not Notification.objects.exists()


@pytest.mark.parametrize("leaving", ["ada", "ben"])
def test_with_an_account_its_follows_go_both_ways(ada, ben, cyn, leaving):
    for one, other in ((ada, ben), (ben, ada), (cyn, ada), (cyn, ben), (ada, cyn), (ben, cyn)):
        set_follow(artist_id=other.pk, by=one)
    people = {"ada": ada, "ben": ben}
    left = people.pop(leaving)
    delete_account(user=left, by=left)
    (stays,) = people.values()
    assert (counts(stays), counts(cyn), Follow.objects.count()) == ((1, 1), (1, 1), 2)


def test_a_count_that_has_drifted_keeps_nobody_from_leaving(ada, ben):
    set_follow(artist_id=ada.pk, by=ben)
    Statistics.objects.update(follower_count=0, following_count=0)
    delete_account(user=ben, by=ben)
    assert counts(ada) == (0, 0)


def test_whoever_is_blocked_by_the_artist_is_told_so(ada, ben, client_of):
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    answer = follow(client_of(ben), ada)
    assert (answer.status_code, errors_of(answer)) == (403, {None: "blocked"})
    assert counts(ada) == (0, 0)


def test_whom_one_blocks_one_cannot_follow(ada, ben, client_of):
    set_block(artist_id=ada.pk, by=ben, blocked=True)
    answer = follow(client_of(ben), ada)
    assert (answer.status_code, errors_of(answer)) == (409, {None: "blocking"})
    assert counts(ada) == (0, 0)


def test_one_may_be_sent_too_many(ada, ben, client_of, settings):
    settings.RATE_LIMITS = {"follow": (1, 3600)}
    statuses = [follow(client_of(ben), ada).status_code for _ in range(2)]
    assert (statuses, counts(ada)) == ([200, 429], (1, 0))
