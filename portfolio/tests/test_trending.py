"""What people look at, like, pass on and speak of of late."""

from datetime import timedelta
from itertools import count

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import Artist
from gallery.actions.artworks import change_artwork
from gallery.models import Artwork, Gallery, GalleryArtwork, Visit
from gallery.tests.works import new_work
from portfolio.discovery.trending import renew_trends as renew
from portfolio.tasks import renew_trends
from social.models import Comment, Like, Share


def look(thing, *, age=0, key="someone", **moved):
    kind = "gallery" if isinstance(thing, Gallery) else "artwork"
    Visit.objects.create(**{kind: thing}, at=timezone.now() - timedelta(days=age, **moved), viewer_key=key)


def like(work, person, *, age=0):
    Like.objects.create(artwork=work, user=person, liked_at=timezone.now() - timedelta(days=age))


def share(work, person=None, *, age=0):
    made = Share.objects.create(artwork=work, user=person, channel="link")
    Share.objects.filter(pk=made.pk).update(shared_at=timezone.now() - timedelta(days=age))


def comment(work, person, *, age=0, **facts):
    made = Comment.objects.create(artwork=work, commenter=person, comment_text="Fine.", **facts)
    Comment.objects.filter(pk=made.pk).update(created_at=timezone.now() - timedelta(days=age))


def trend_of(thing):
    renew()
    return type(thing).objects.get(pk=thing.pk).trend


@pytest.fixture
def work(ada):
    return new_work(ada)


@pytest.fixture
def room(ada, work):
    room = Gallery.objects.create(owner=ada, name="Room", slug="room")
    GalleryArtwork.objects.create(gallery=room, artwork=work, position=0)
    return room


@pytest.mark.parametrize(
    ("age", "trend"), [(0, 1), (7, 0.5), (14, 0.25), (1, 2 ** (-1 / 7)), (29, 2 ** (-29 / 7)), (30, 0)]
)
def test_a_look_counts_half_after_a_week_and_nothing_after_a_month(work, age, trend):
    look(work, age=age)
    assert trend_of(work) == pytest.approx(trend, abs=1e-6)


@pytest.mark.parametrize(("age", "trend"), [(0, 5), (7, 2.5), (29, 5 * 2 ** (-29 / 7)), (30, 0)])
def test_a_like_weighs_five_looks(work, ben, age, trend):
    like(work, ben, age=age)
    assert trend_of(work) == pytest.approx(trend, abs=1e-6)


@pytest.mark.parametrize(("deed", "weight"), [(share, 8), (comment, 10)])
@pytest.mark.parametrize(("age", "part"), [(0, 1), (7, 0.5), (29, 2 ** (-29 / 7)), (30, 0)])
def test_a_share_weighs_eight_looks_and_a_comment_ten(work, ben, deed, weight, age, part):
    deed(work, ben, age=age)
    assert trend_of(work) == pytest.approx(weight * part, abs=1e-6)


@pytest.mark.parametrize(("deed", "weight"), [(share, 8), (comment, 10)])
def test_of_one_person_one_share_and_one_comment_a_day_count(ada, ben, cyn, work, deed, weight):
    other = new_work(ada)
    for person in (ben, ben, cyn, ben):
        deed(work, person)
    deed(work, ben, age=7)
    deed(other, ben)
    assert trend_of(work) == 2.5 * weight
    assert trend_of(other) == weight


def test_shares_of_visitors_make_no_trend(work):
    share(work)
    assert trend_of(work) == 0


def test_comments_that_others_do_not_read_make_no_trend(ben, work):
    comment(work, ben, is_live=False)
    comment(work, None)
    assert trend_of(work) == 0


def test_of_one_viewer_one_look_a_day_counts(work):
    for _ in range(4):
        look(work)
    look(work, key="another")
    look(work, age=7)
    assert trend_of(work) == 2.5


def test_an_artist_makes_no_trend_of_their_own(ada, work):
    for deed in (like, share, comment):
        deed(work, ada)
    assert trend_of(work) == 0


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}])
def test_a_hidden_work_has_no_trend_and_gives_none(ada, work, room, hidden):
    look(work)
    assert trend_of(work) == 1
    change_artwork(artwork=work, by=ada, **hidden)
    assert [trend_of(each) for each in (work, room, ada.artist)] == [0, 0, 0]


def test_a_gallery_and_an_artist_have_the_sum_of_their_works(ada, ben, work, room):
    other = new_work(ada)
    look(work)
    like(other, ben)
    look(room, age=7)
    assert (trend_of(room), trend_of(ada.artist)) == (1.5, 6)
    assert Artist.objects.get(pk=ben.pk).trend == 0


def test_a_gallery_that_is_not_public_has_none(work, room):
    look(work)
    look(room)
    Gallery.objects.update(visibility="unlisted")
    assert trend_of(room) == 0


def test_what_nobody_looks_at_any_longer_fades_to_nothing(work):
    Artwork.objects.filter(pk=work.pk).update(trend=3.0)
    assert trend_of(work) == 0


def test_a_second_run_writes_nothing(ada, ben, work, room):
    look(work)
    like(work, ben)
    assert renew_trends.call() == {"artworks": 1, "galleries": 1, "artists": 1}
    assert renew_trends.call() == {"artworks": 0, "galleries": 0, "artists": 0}


@pytest.mark.django_db(transaction=True)
def test_a_run_that_is_stopped_is_made_up_for_by_the_next(ada, work, monkeypatch):
    for each in (work, new_work(ada)):
        look(each)
    monkeypatch.setattr("portfolio.discovery.trending.BATCH", 1)
    with connection.execute_wrapper(stopping_at_update(2)), pytest.raises(KeyboardInterrupt):
        renew()
    assert sorted(Artwork.objects.values_list("trend", flat=True)) == [0, 1]
    assert renew() == {"artworks": 1, "galleries": 0, "artists": 1}
    assert Artist.objects.get(pk=ada.pk).trend == 2


def stopping_at_update(number):
    updates = count(1)

    def execute(run, sql, *rest):
        if sql.startswith("UPDATE") and next(updates) == number:
            raise KeyboardInterrupt
        return run(sql, *rest)

    return execute


def test_mature_works_have_a_trend_too(ada):
    work = new_work(ada, is_mature=True)
    look(work)
    assert trend_of(work) == 1


def test_more_works_cost_no_more_queries(ada, work, django_assert_max_num_queries):
    for each in (new_work(ada) for _ in range(20)):
        look(each)
    with django_assert_max_num_queries(85):
        renew()
