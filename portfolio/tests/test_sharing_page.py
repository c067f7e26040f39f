"""Passing a work on from its page, without script."""

import pytest

from gallery.models import Artwork
from gallery.tests.works import new_work
from social.models import Share


@pytest.fixture
def work(ada):
    return new_work(ada, "Harbour & sea")


def share(client, work, **told):
    return client.post(f"/artworks/{work.pk}/share", told, format="multipart")


@pytest.mark.parametrize("channel", ["link", "mail"])
def test_anyone_passes_a_work_on_and_finds_what_it_takes_folded_out(read, visitor, work, channel):
    answer = share(visitor, work, channel=channel)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/artworks/{work.pk}?share={channel}#share")
    assert Share.objects.get().channel == channel
    page = read(visitor, f"/artworks/{work.pk}?share={channel}")
    assert "open" in page.one("details", id="share").attributes
    assert page.one("input", id="share-address")["value"] == f"http://testserver/artworks/{work.pk}"
    assert "passed on once" in page.one("summary", **{"class": "deed"}).text


def test_a_mail_names_the_work_and_its_address(read, visitor, work):
    page = read(visitor, f"/artworks/{work.pk}?share=mail")
    (link,) = [each["href"] for each in page.all("a") if each.attributes.get("href", "").startswith("mailto:")]
    assert link.startswith("mailto:?subject=Harbour%20%26%20sea%2C%20ada&body=http%3A%2F%2Ftestserver%2Fartworks%2F")


def test_the_one_channel_takes_the_place_of_the_other_in_the_address(visitor, work):
    answer = share(visitor, work, channel="mail", next=f"/artworks/{work.pk}?show=mature&share=link")
    assert answer.headers["Location"] == f"/artworks/{work.pk}?show=mature&share=mail#share"


def test_a_channel_that_is_none_is_told_and_not_counted(read, visitor, work):
    answer = share(visitor, work, channel="Carrier pigeon!")
    assert answer.headers["Location"] == f"/artworks/{work.pk}#told"
    assert read(visitor, f"/artworks/{work.pk}").one("div", id="told").text
    assert Artwork.objects.get(pk=work.pk).share_count == 0


def test_what_only_its_artist_sees_is_not_to_be_passed_on(read, client_of, visitor, ada):
    draft = new_work(ada, status="draft")
    assert share(visitor, draft, channel="link").status_code == 404
    page = read(client_of(ada), f"/artworks/{draft.pk}")
    assert not page.all("details", id="share")
    assert page.one("button", name="liked")


def test_too_many_at_once_are_a_page_of_their_own(settings, visitor, work):
    settings.RATE_LIMITS = {"artwork_share": (1, 60)}
    share(visitor, work, channel="link")
    assert share(visitor, work, channel="link").status_code == 429
