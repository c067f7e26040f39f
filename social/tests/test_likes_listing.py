"""Who likes a work."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.actions import set_active
from gallery.models import Artwork
from gallery.tests.works import new_work
from social.actions.likes import set_like
from social.models import Like


@pytest.fixture
def work(ada):
    return new_work(ada)


def listed(client, work, **query):
    answer = client.get(f"/api/artworks/{work.pk}/likes", query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def names(told):
    return [entry["user"]["username"] for entry in told["results"]]


def test_anyone_sees_who_likes_a_work_the_last_first(ben, cyn, visitor, work):
    for person in (ben, cyn):
        set_like(artwork_id=work.pk, by=person)
    told = listed(visitor, work)
    assert (told["count"], told["like_count"], names(told)) == (2, 2, ["cyn", "ben"])
    assert told["results"][0]["user"] == {"id": str(cyn.pk), "username": "cyn", "artist_name": "cyn"}
    assert told["results"][0]["liked_at"].endswith("Z")


def test_the_list_is_walked_by_cursor(ada, ben, cyn, visitor, work):
    for age, person in enumerate((ada, ben, cyn)):
        Like.objects.create(artwork=work, user=person, liked_at=timezone.now() - timedelta(days=age))
    first = listed(visitor, work, cursor="", page_size=2)
    assert names(first) == ["ada", "ben"]
    assert names(visitor.get(first["next"]).json()) == ["cyn"]
    assert "like_count" in first


def test_who_is_shut_out_is_counted_and_not_named(ben, cyn, mo, visitor, work):
    for person in (ben, cyn):
        set_like(artwork_id=work.pk, by=person)
    set_active(user=ben, is_active=False, by=mo)
    told = listed(visitor, work)
    assert (told["count"], told["like_count"], names(told)) == (1, 2, ["cyn"])


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}])
def test_of_what_one_may_not_see_nothing_is_told(ada, ben, visitor, client_of, hidden):
    work = new_work(ada, **hidden)
    for client, status in ((visitor, 404), (client_of(ben), 404), (client_of(ada), 200)):
        assert client.get(f"/api/artworks/{work.pk}/likes").status_code == status


def test_a_longer_list_costs_no_more_queries(ada, ben, cyn, mo, visitor, work, django_assert_num_queries):
    set_like(artwork_id=work.pk, by=ada)
    with django_assert_num_queries(3):
        listed(visitor, work)
    for person in (ben, cyn, mo):
        set_like(artwork_id=work.pk, by=person)
    with django_assert_num_queries(3):
        listed(visitor, work)


def test_a_moderator_takes_likes_back_and_the_count_falls(ada, ben, cyn, mo, client_of, work):
    mo.is_superuser = True
    mo.save()
    for person in (ben, cyn):
        set_like(artwork_id=work.pk, by=person)
    Artwork.objects.filter(pk=work.pk).update(is_public=False)
    desk = client_of(mo)
    assert b"cyn" in desk.get("/admin/social/like/?q=cyn").content
    chosen = [str(pk) for pk in Like.objects.values_list("pk", flat=True)]
    body = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    assert desk.post("/admin/social/like/", body, format="multipart").status_code == 302
    assert (Artwork.objects.get(pk=work.pk).like_count, Like.objects.count()) == (0, 0)
