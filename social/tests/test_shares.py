"""Passing works on."""

import pytest

from accounts.actions import delete_account
from accounts.tests.answers import errors_of
from conftest import person
from gallery.actions.artworks import change_artwork, delete_artwork
from gallery.models import Artwork
from gallery.tests.works import new_work
from social.actions.shares import share_artwork
from social.models import Share


@pytest.fixture
def work(ada):
    return new_work(ada)


def share(client, work, body=None, **options):
    return client.post(f"/api/artworks/{work.pk}/share", body or {}, **options)


def count_of(work):
    return Artwork.objects.get(pk=work.pk).share_count


@pytest.mark.parametrize("form", ["json", "multipart"])
def test_a_visitor_passes_a_work_on_and_gets_its_address(visitor, work, form):
    answer = share(visitor, work, format=form)
    told = {"share_count": 1, "url": f"http://testserver/artworks/{work.pk}"}
    assert (answer.status_code, answer.json()) == (200, told)
    passed_on = Share.objects.get()
    assert (passed_on.user, passed_on.channel, count_of(work)) == (None, "link", 1)


def test_each_time_counts_and_is_kept_with_who_and_how(ben, client_of, work):
    for channel in ("mail", "mail", "qr-code"):
        answer = share(client_of(ben), work, {"channel": channel})
    assert answer.json()["share_count"] == count_of(work) == 3
    kept = Share.objects.order_by("pk").values_list("user", "channel")
    assert list(kept) == [(ben.pk, "mail"), (ben.pk, "mail"), (ben.pk, "qr-code")]


@pytest.mark.parametrize("channel", ["", "Mail", "by mail", "a" * 31, "mail\n", "<b>", "é", None, 7.5, []])
def test_what_is_no_name_of_a_channel_is_refused(visitor, work, channel):
    answer = share(visitor, work, {"channel": channel})
    assert (answer.status_code, list(errors_of(answer))) == (400, ["channel"])
    assert (count_of(work), Share.objects.count()) == (0, 0)


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}])
def test_what_one_may_not_see_one_cannot_pass_on(ada, ben, visitor, client_of, work, hidden):
    change_artwork(artwork=work, by=ada, **hidden)
    for client, status in ((visitor, 404), (client_of(ben), 404), (client_of(ada), 200)):
        assert share(client, work).status_code == status
    assert visitor.post("/api/artworks/01890000-0000-7000-8000-000000000000/share").status_code == 404


def test_a_share_makes_a_work_more_popular_and_no_newer(ben, work):
    before = Artwork.objects.get(pk=work.pk)
    share_artwork(artwork_id=work.pk, by=ben, channel="mail")
    after = Artwork.objects.get(pk=work.pk)
    assert (after.popularity - before.popularity, after.updated_at) == (8, before.updated_at)


def test_with_an_account_its_name_goes_and_what_was_passed_on_stays_counted(ben, work):
    share_artwork(artwork_id=work.pk, by=ben)
    delete_account(user=ben, by=ben)
    assert (count_of(work), Share.objects.get().user) == (1, None)


def test_with_a_work_its_shares_go(ada, ben, work):
    share_artwork(artwork_id=work.pk, by=ben)
    delete_artwork(artwork=work, by=ada)
    assert not Share.objects.exists()


def test_an_address_may_send_too_many(visitor, work, settings):
    settings.RATE_LIMITS = {"artwork_share": (2, 3600)}
    assert [share(visitor, work).status_code for _ in range(3)] == [200, 200, 429]
    assert count_of(work) == 2


@pytest.mark.django_db(transaction=True)
def test_five_hundred_at_once_are_counted_exactly(work, at_once):
    crowd = [person(f"person{index}") for index in range(20)]

    def pass_on(index):
        return [share_artwork(artwork_id=work.pk, by=crowd[index]) for _ in range(25)]

    told = at_once(20, pass_on)
    assert sorted(number for numbers in told for number in numbers) == list(range(1, 501))
    assert count_of(work) == Share.objects.count() == 500
