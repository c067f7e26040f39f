"""Liking works."""

from io import StringIO

import pytest
from django.core.management import call_command

from accounts.actions import delete_account
from gallery.actions.artworks import change_artwork, delete_artwork
from gallery.models import Artwork
from gallery.tests.library import codes
from gallery.tests.works import new_work
from social.actions.likes import set_like
from social.models import Like, Notification


@pytest.fixture
def work(ada):
    return new_work(ada)


def like(client, work, body=None, **options):
    return client.post(f"/api/artworks/{work.pk}/like", body or {}, **options)


def count_of(work):
    return Artwork.objects.get(pk=work.pk).like_count


@pytest.mark.parametrize("form", ["json", "multipart"])
def test_without_a_word_it_toggles(ben, client_of, work, form):
    client = client_of(ben)
    assert like(client, work, format=form).json() == {"liked": True, "like_count": 1}
    assert like(client, work, format=form).json() == {"liked": False, "like_count": 0}
    assert (count_of(work), Like.objects.count()) == (0, 0)


@pytest.mark.parametrize(("sent", "count"), [([True, True], 1), ([True, False, False], 0), ([False], 0)])
def test_saying_the_same_again_changes_nothing(ben, client_of, work, sent, count):
    for liked in sent:
        answer = like(client_of(ben), work, {"liked": liked})
    assert answer.json() == {"liked": sent[-1], "like_count": count}
    assert (count_of(work), Like.objects.count()) == (count, count)


@pytest.mark.parametrize("liked", ["perhaps", None, [], 7])
def test_what_is_neither_yes_nor_no_is_refused_by_name(ben, client_of, work, liked):
    answer = like(client_of(ben), work, {"liked": liked})
    assert (answer.status_code, list(codes(answer))) == (400, ["liked"])
    assert count_of(work) == 0


def test_an_artist_may_like_their_own_work(ada, client_of, work):
    assert like(client_of(ada), work).json() == {"liked": True, "like_count": 1}


def test_a_like_makes_a_work_more_popular_and_no_newer(ben, client_of, work):
    before = Artwork.objects.get(pk=work.pk)
    like(client_of(ben), work)
    after = Artwork.objects.get(pk=work.pk)
    assert (after.popularity - before.popularity, after.updated_at) == (5, before.updated_at)


def test_the_artist_is_told_once_and_no_more_when_it_is_undone(ada, ben, work):
    for liked in (True, False, True):
        set_like(artwork_id=work.pk, by=ben, liked=liked)
    told = Notification.objects.get()
    assert (told.recipient, told.kind, told.target_type, told.target_id) == (ada, "like", "artwork", work.pk)
    set_like(artwork_id=work.pk, by=ben, liked=False)
    assert not Notification.objects.exists()


def test_nobody_is_told_of_a_like_of_their_own_work(ada, work):
    set_like(artwork_id=work.pk, by=ada)
    assert not Notification.objects.exists()


def test_one_may_like_too_often(ben, client_of, work, settings):
    settings.RATE_LIMITS = {"like": (1, 3600)}
    statuses = [like(client_of(ben), work).status_code for _ in range(2)]
    assert (statuses, count_of(work)) == ([200, 429], 1)


def test_a_visitor_likes_nothing(visitor, work):
    assert like(visitor, work).status_code == 401


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}])
def test_what_one_may_not_see_one_cannot_like(ada, ben, client_of, work, hidden):
    change_artwork(artwork=work, by=ada, **hidden)
    assert like(client_of(ben), work).status_code == 404
    assert like(client_of(ada), work).status_code == 200
    assert client_of(ben).post("/api/artworks/01890000-0000-7000-8000-000000000000/like").status_code == 404


def test_each_is_told_whether_they_like_it(ada, ben, cyn, visitor, client_of, work):
    other = new_work(ada)
    like(client_of(ben), work)
    for client, liked in ((client_of(ben), True), (client_of(cyn), False), (visitor, False)):
        told = {each["id"]: each["is_liked"] for each in client.get("/api/artworks").json()["results"]}
        assert told == {str(work.pk): liked, str(other.pk): False}


def test_with_an_account_its_likes_are_given_back(ada, ben, cyn, client_of, work):
    own = new_work(ben)
    for person in (ben, cyn):
        like(client_of(person), work)
        like(client_of(person), own)
    delete_account(user=ben, by=ben)
    assert (count_of(work), Like.objects.count()) == (1, 1)


def test_with_a_work_its_likes_go(ada, ben, client_of, work):
    like(client_of(ben), work)
    delete_artwork(artwork=work, by=ada)
    assert not Like.objects.exists()


def test_recount_sets_right_how_many_like_a_work(ada, ben):
    work = new_work(ada)
    set_like(artwork_id=work.pk, by=ben, liked=True)
    Artwork.objects.filter(pk=work.pk).update(like_count=7)
    out = StringIO()
    call_command("recount", stdout=out, stderr=StringIO())
    assert f"artworks: like_count of {work.pk}: 7 → 1" in out.getvalue()
    assert Artwork.objects.get(pk=work.pk).like_count == 1
