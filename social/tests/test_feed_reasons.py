"""What a feed recommends, and why."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gallery.actions.artworks import change_artwork
from gallery.models import Artwork
from gallery.tests.works import new_work
from social.actions.likes import set_like
from social.feed.choosing import OF_ARTIST
from social.tests.feeds import colored, feed, feed_reasons, feed_titles, like

RED, ORANGE, BLUE = "#cc2222", "#d03020", "#2222cc"


@pytest.fixture
def reader(ben, client_of):
    """ben's browser."""
    return client_of(ben)


@pytest.fixture
def dune(ada, ben):
    """What ben likes."""
    work = colored(ada, "Dune", RED, tags=["sand", "sea"])
    like(work, ben)
    return work


def trend(work, number):
    Artwork.objects.filter(pk=work.pk).update(trend=number)


def test_each_signal_gives_its_reason(reader, dune, cyn, mo):
    like(dune, mo)
    like(new_work(cyn, "Beloved"), mo)
    new_work(mo, "Tagged", tags=["sea", "boats"])
    colored(mo, "Red too", ORANGE)
    trend(new_work(cyn, "Looked at"), 5)
    new_work(cyn, "Plain")
    assert feed_reasons(reader) == {
        "Beloved": ("liked_together", "Liked by people who like “Dune”"),
        "Tagged": ("tags", "Tagged “sea”, like what you like"),
        "Red too": ("colors", "In the colours of “Dune”, which you like"),
        "Looked at": ("popular", "Much looked at these days"),
        "Plain": ("fresh", "New here"),
    }


def test_who_is_new_here_meets_what_is_popular_the_most_popular_first(reader, ada, cyn):
    for owner, title, number in ((ada, "Little", 2), (cyn, "Much", 80), (ada, "None", 0)):
        trend(new_work(owner, title), number)
    assert feed_titles(reader) == ["Much", "Little", "None"]
    assert {title: code for title, (code, _) in feed_reasons(reader).items()} == {
        "Much": "popular", "Little": "popular", "None": "fresh",
    }  # fmt: skip


def test_of_what_is_equal_the_newest_comes_first_and_age_counts(reader, ada, cyn):
    old, _new = new_work(ada, "Old"), new_work(cyn, "New")
    change_artwork(artwork=old, by=ada, published_at=timezone.now() - timedelta(days=90))
    assert feed_titles(reader) == ["New", "Old"]


def test_the_more_people_like_both_the_earlier_it_comes(reader, dune, ada, cyn, mo):
    one, two = new_work(cyn, "One"), new_work(mo, "Two")
    like(dune, cyn, mo, ada)
    like(one, cyn)
    like(two, cyn, ada)
    assert feed_titles(reader) == ["Two", "One"]


def test_the_work_that_is_named_is_the_one_that_most_of_them_like(reader, dune, ada, ben, cyn, mo):
    coast = new_work(ada, "Coast")
    like(coast, ben, cyn, mo)
    like(dune, cyn)
    like(new_work(mo, "Beloved"), cyn, mo)
    assert feed_reasons(reader)["Beloved"][1] == "Liked by people who like “Coast”"


def test_what_one_likes_is_not_recommended(reader, dune):
    assert feed_titles(reader) == []


def test_no_artist_has_more_than_three(reader, ada, cyn):
    for number in range(5):
        new_work(ada, f"ada's {number}")
    new_work(cyn, "Another's")
    found = feed_titles(reader)
    assert len(found) == OF_ARTIST + 1
    assert "Another's" in found


def test_mature_works_are_not_recommended(reader, ada):
    new_work(ada, "Nude", is_mature=True)
    assert feed_titles(reader) == []


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}])
def test_what_is_liked_and_hidden_since_is_not_named(reader, dune, ada, cyn, mo, hidden):
    like(dune, mo)
    like(new_work(cyn, "Beloved"), mo)
    colored(mo, "Red too", ORANGE)
    feed(reader)
    change_artwork(artwork=dune, by=ada, **hidden)
    assert feed_reasons(reader) == {
        "Beloved": ("liked_together", "Liked by people who like what you like"),
        "Red too": ("colors", "In colours that you like"),
    }


def test_a_like_taken_back_recommends_nothing_more(reader, dune, ben, cyn, mo):
    like(dune, mo)
    like(new_work(cyn, "Beloved"), mo)
    set_like(artwork_id=dune.pk, by=ben, liked=False)
    assert {title: code for title, (code, _) in feed_reasons(reader).items()} == {"Beloved": "fresh", "Dune": "fresh"}
