"""What the figures of a day are."""

from datetime import UTC, date, datetime, timedelta

import pytest

from gallery.actions.access import Viewer, record_download, record_view
from gallery.actions.visits import record_visit
from gallery.models import Access, Artwork, Gallery, Visit
from gallery.tests.library import new_image
from gallery.tests.works import new_work
from portfolio.figures.reckoning import MOST_HOSTS, Key, reckon
from portfolio.models import Source
from portfolio.tests.looking import TODAY, ago, download, follow, like, look

DAY = TODAY.date()


@pytest.fixture
def work(ada):
    return new_work(ada)


@pytest.fixture
def room(ada):
    return Gallery.objects.create(owner=ada, name="Room", slug="room")


def figures(artist, thing=None, day=DAY):
    """Those of an artist, or of one thing of theirs, that are not 0."""
    kind = type(thing).__name__.lower() if thing else "artist"
    return dict(+reckon(day).figures[Key(artist.pk, kind, (thing or artist).pk)])


def origins(artist, thing=None):
    kind = type(thing).__name__.lower() if thing else "artist"
    return dict(reckon(DAY).origins[Key(artist.pk, kind, (thing or artist).pk)])


def test_a_visitor_of_several_things_is_one_of_each_and_one_of_their_artist(ada, work, room):
    for thing in (work, work, room, new_image(ada).file):
        look(thing, by="one")
    look(work, by="two")
    assert figures(ada, work) == {"views": 3, "visitors": 2}
    assert figures(ada, room) == {"views": 1, "visitors": 1}
    assert figures(ada) == {"views": 5, "visitors": 2}


def test_artists_are_told_of_their_own_alone(ada, ben, work):
    look(work)
    look(new_work(ben), by="one")
    assert (figures(ada), figures(ben)) == ({"views": 1, "visitors": 1}, {"views": 1, "visitors": 1})
    assert {key.artist for key in reckon(DAY, artist=ben.pk).figures} == {ben.pk}


def test_downloads_of_a_picture_are_those_of_every_work_that_shows_it(ada):
    shown, other = new_image(ada), new_image(ada)
    works = [new_work(ada, images=(shown,)), new_work(ada, images=(shown,)), new_work(ada, images=(other,))]
    download(shown.file)
    assert [figures(ada, work) for work in works] == [{"downloads": 1}, {"downloads": 1}, {}]
    assert figures(ada) == {"downloads": 1}


def test_likes_of_others_and_new_followers(ada, ben, cyn, work):
    for person in (ada, ben, cyn):
        like(person, work)
    follow(ben, ada)
    assert figures(ada, work) == {"likes": 2}
    assert figures(ada) == {"likes": 2, "followers": 1}


def test_robots_are_left_out(ada, work, room):
    image = new_image(ada)
    for thing in (work, room, image.file):
        look(thing, is_robot=True)
    download(image.file, is_robot=True)
    assert (figures(ada), origins(ada)) == ({}, {})


def test_what_artists_do_with_their_own_is_not_even_recorded(ada, work, room):
    viewer, image = Viewer(ada, browser="Firefox"), new_image(ada)
    recorded = [
        record_visit(viewer=viewer, artwork=work),
        record_visit(viewer=viewer, gallery=room),
        record_view(image=image, viewer=viewer),
        record_download(file=image.file, viewer=viewer),
    ]
    assert (recorded, Visit.objects.count(), Access.objects.count()) == ([False] * 4, 0, 0)


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 5, 17, 0, 0, tzinfo=UTC), date(2026, 5, 17)),
        (datetime(2026, 5, 16, 23, 59, 59, 999999, tzinfo=UTC), date(2026, 5, 16)),
        (datetime.fromisoformat("2026-05-17T23:30:00-05:00"), date(2026, 5, 18)),
    ],
)
def test_a_day_is_from_midnight_to_midnight_utc(ada, ben, work, at, day):
    look(work, at)
    like(ben, work, at)
    follow(ben, ada, at)
    counted = [figures(ada, day=day + timedelta(days=step)) for step in (-1, 0, 1)]
    assert counted == [{}, {"views": 1, "visitors": 1, "likes": 1, "followers": 1}, {}]


def test_what_others_may_not_see_any_more_was_looked_at_all_the_same(ada, work):
    look(work)
    Artwork.objects.update(is_hidden=True, is_public=False, availability_status="private")
    assert figures(ada, work) == {"views": 1, "visitors": 1}


def test_from_where_somebody_came_is_told_of_each_thing_and_of_all(ada, work, room):
    look(work, referrer="https://www.example.org/blog?who=me")
    look(work, referrer="https://example.org/")
    look(room, referrer="http://testserver/explore")
    look(new_image(ada).file)
    assert origins(ada, work) == {(Source.SITE, "example.org"): 2}
    assert origins(ada, room) == {(Source.INTERNAL, ""): 1}
    assert origins(ada) == {(Source.SITE, "example.org"): 2, (Source.INTERNAL, ""): 1, (Source.DIRECT, ""): 1}


def test_of_made_up_sites_no_more_than_some_are_told_apart(ada, work):
    for number in range(MOST_HOSTS + 5):
        look(work, referrer=f"https://site{number}.example/")
    look(work, referrer="https://site54.example/")
    told = origins(ada, work)
    assert (len(told), told[Source.OTHER, ""], told[Source.SITE, "site54.example"]) == (MOST_HOSTS + 1, 5, 2)


@pytest.mark.parametrize("number", [1, 3, 12])
def test_it_costs_the_same_queries_for_any_number(django_assert_num_queries, ada, ben, number):
    for work in [new_work(ada) for _ in range(number)]:
        look(work, referrer=f"https://{work.pk}.example")
        like(ben, work)
    with django_assert_num_queries(11):
        reckon(DAY)


def test_a_day_on_which_nothing_happened_has_nothing(ada, work):
    look(work, ago(1))
    assert (reckon(DAY).figures, reckon(DAY).origins) == ({}, {})
