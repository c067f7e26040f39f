"""Whose works a feed shows, and whose it does not: looked at anew on every page."""

import pytest

from accounts.actions import set_active
from gallery.actions.artworks import change_artwork
from gallery.actions.withholding import set_hidden
from gallery.models import Artwork
from gallery.tests.works import new_work
from social.actions.blocks import set_block
from social.actions.follows import set_follow
from social.tests.feeds import cursor_of, feed, feed_titles


@pytest.fixture
def reader(ben, client_of):
    """ben's browser."""
    return client_of(ben)


def draft(work, owner, moderator):
    change_artwork(artwork=work, by=owner, status="draft")


def private(work, owner, moderator):
    change_artwork(artwork=work, by=owner, availability_status="private")


def hidden(work, owner, moderator):
    set_hidden(target_type="artwork", target_id=work.pk, is_hidden=True)


def deleted(work, owner, moderator):
    Artwork.objects.filter(pk=work.pk).delete()


def suspended(work, owner, moderator):
    set_active(user=owner, is_active=False, by=moderator)


DEEDS = [draft, private, hidden, deleted, suspended]


@pytest.mark.parametrize("follows", [True, False])
@pytest.mark.parametrize("deed", DEEDS)
def test_what_may_no_longer_be_seen_is_on_no_page(reader, ada, ben, cyn, mo, deed, follows):
    work = new_work(ada, "Going")
    new_work(cyn, "Staying")
    if follows:
        set_follow(artist_id=ada.pk, by=ben)
    assert set(feed_titles(reader)) == {"Going", "Staying"}
    deed(work, ada, mo)
    assert feed_titles(reader) == ["Staying"]


@pytest.mark.parametrize("deed", DEEDS)
def test_what_goes_between_two_pages_is_skipped_and_the_page_filled(reader, ada, cyn, mo, deed):
    going = new_work(ada, "Going")
    works = [new_work(cyn, "First"), going, new_work(cyn, "Second"), new_work(cyn, "Third")]
    for place, work in enumerate(works):
        Artwork.objects.filter(pk=work.pk).update(trend=10 - place)
    first = feed(reader, page_size=1)
    assert feed_titles(reader, page_size=2, cursor=cursor_of(first)) == ["Going", "Second"]
    deed(going, ada, mo)
    assert feed_titles(reader, page_size=2, cursor=cursor_of(first)) == ["Second", "Third"]


@pytest.mark.parametrize("keeper", ["reader", "artist"])
def test_nobody_is_recommended_who_is_parted_by_a_block(reader, ada, ben, cyn, keeper):
    new_work(ada, "Parted")
    new_work(cyn, "Open")
    assert set(feed_titles(reader)) == {"Parted", "Open"}
    by, artist = (ben, ada) if keeper == "reader" else (ada, ben)
    set_block(artist_id=artist.pk, by=by, blocked=True)
    assert feed_titles(reader) == ["Open"]


def test_a_mature_work_of_whom_one_follows_is_new(reader, ada, ben):
    set_follow(artist_id=ada.pk, by=ben)
    new_work(ada, "Nude", is_mature=True)
    assert feed_titles(reader) == ["Nude"]


def test_what_turns_mature_is_recommended_no_longer(reader, ada):
    work = new_work(ada, "Nude")
    assert feed_titles(reader) == ["Nude"]
    change_artwork(artwork=work, by=ada, is_mature=True)
    assert feed_titles(reader) == []


def test_a_hidden_work_changes_nothing_for_others(reader, ada, ben, cyn):
    set_follow(artist_id=ada.pk, by=ben)
    for owner in (ada, cyn):
        new_work(owner, "Seen", tags=["sea"])
    before = feed(reader)
    for owner in (ada, cyn):
        new_work(owner, "Draft", tags=["sea"], status="draft")
        new_work(owner, "Private", availability_status="private")
    assert feed(reader) == before
