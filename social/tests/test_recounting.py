"""Counting again what people did."""

from io import StringIO

import pytest
from django.core.management import call_command

from accounts.models import Statistics
from gallery.models import Artwork
from gallery.tests.works import new_work
from social.actions.follows import set_follow
from social.actions.shares import share_artwork


def recounted():
    """What `recount` says that it set right of follows and shares."""
    out = StringIO()
    call_command("recount", stdout=out, stderr=StringIO())
    return [line for line in out.getvalue().splitlines() if "follow" in line or "share" in line]


def test_where_all_is_right_nothing_is_said(ada, ben):
    set_follow(artist_id=ada.pk, by=ben)
    share_artwork(artwork_id=new_work(ada).pk, by=ben)
    assert recounted() == []


def test_it_sets_right_who_follows_whom(ada, ben, cyn):
    for by, artist in ((ben, ada), (cyn, ada), (ada, ben)):
        set_follow(artist_id=artist.pk, by=by)
    Statistics.objects.filter(pk=ada.pk).update(follower_count=9, following_count=0)
    assert recounted() == [f"people: follower_count of {ada.pk}: 9 → 2", f"people: following_count of {ada.pk}: 0 → 1"]
    told = Statistics.objects.order_by("pk").values_list("follower_count", "following_count")
    assert list(told) == [(2, 1), (1, 1), (0, 1)]


@pytest.mark.parametrize("wrong", [0, 7])
def test_it_sets_right_how_often_a_work_was_passed_on(ada, ben, wrong):
    work = new_work(ada)
    for _ in range(2):
        share_artwork(artwork_id=work.pk, by=ben)
    Artwork.objects.filter(pk=work.pk).update(share_count=wrong)
    assert recounted() == [f"artworks: share_count of {work.pk}: {wrong} → 2"]
    assert Artwork.objects.get(pk=work.pk).share_count == 2
