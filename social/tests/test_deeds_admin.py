"""The moderator's lists of what people do."""

import pytest

from accounts.actions import set_active
from accounts.models import Statistics
from conftest import person
from gallery.models import Artwork
from gallery.tests.works import new_work
from social.actions.blocks import set_block
from social.actions.follows import set_follow
from social.actions.likes import set_like
from social.actions.shares import share_artwork
from social.models import Block, Follow, Like, Notification, Share

KINDS = {"like": Like, "follow": Follow, "share": Share, "block": Block}


@pytest.fixture
def desk(mo, client_of):
    mo.is_superuser = True
    mo.save()
    return client_of(mo)


@pytest.fixture
def work(ada):
    return new_work(ada)


def do_all(by, work):
    """One of each deed, by this person to a work and its artist."""
    set_like(artwork_id=work.pk, by=by)
    set_follow(artist_id=work.owner_id, by=by)
    share_artwork(artwork_id=work.pk, by=by)
    set_block(artist_id=person(f"{by.username}-other").pk, by=by, blocked=True)


def delete_all(desk, kind):
    chosen = [str(pk) for pk in KINDS[kind].objects.values_list("pk", flat=True)]
    body = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    assert desk.post(f"/admin/social/{kind}/", body, format="multipart").status_code == 302


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_shows_what_was_done_and_nothing_is_made_or_changed_there(ben, work, desk, kind):
    do_all(ben, work)
    page = desk.get(f"/admin/social/{kind}/", {"q": "ben"})
    assert page.context["cl"].result_count == 1
    (deed,) = KINDS[kind].objects.all()
    one = desk.get(f"/admin/social/{kind}/{deed.pk}/change/")
    assert not one.context["adminform"].form.fields
    assert desk.get(f"/admin/social/{kind}/add/").status_code == 403


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_deleted_there_is_counted_and_told_no_longer(ben, cyn, work, desk, kind):
    for each in (ben, cyn):
        do_all(each, work)
    delete_all(desk, kind)
    assert not KINDS[kind].objects.exists()
    counts = Artwork.objects.values_list("like_count", "share_count").get(pk=work.pk)
    followers = Statistics.objects.get(pk=work.owner_id).follower_count
    expected = {"like": 2, "share": 2, "follow": 2} | {kind: 0}
    assert (*counts, followers) == (expected["like"], expected["share"], expected["follow"])
    assert set(Notification.objects.values_list("kind", flat=True)) == {"like", "follow"} - {kind}


@pytest.mark.parametrize("kind", KINDS)
def test_one_is_deleted_from_its_own_page(ben, work, desk, kind):
    do_all(ben, work)
    (deed,) = KINDS[kind].objects.all()
    answer = desk.post(f"/admin/social/{kind}/{deed.pk}/delete/", {"post": "yes"}, format="multipart")
    assert (answer.status_code, KINDS[kind].objects.exists()) == (302, False)


def test_the_follow_of_who_is_shut_out_can_be_ended(ada, ben, mo, work, desk):
    do_all(ben, work)
    set_active(user=ben, is_active=False, by=mo)
    delete_all(desk, "follow")
    assert Statistics.objects.get(pk=ada.pk).follower_count == 0


@pytest.mark.parametrize("kind", KINDS)
def test_more_of_them_cost_no_more_queries(work, desk, kind, django_assert_max_num_queries):
    for index in range(12):
        do_all(person(f"person{index}"), work)
    with django_assert_max_num_queries(8):
        assert desk.get(f"/admin/social/{kind}/").context["cl"].result_count == 12
