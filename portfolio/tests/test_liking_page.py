"""Liking a work from its page, without script."""

import pytest

from gallery.models import Artwork
from gallery.tests.works import new_work
from social.actions.blocks import set_block
from social.actions.likes import set_like
from social.models import Like


@pytest.fixture
def work(ada):
    return new_work(ada, "Harbour")


def like(client, work, **told):
    return client.post(f"/artworks/{work.pk}/like", told, format="multipart")


def heart(page):
    return page.one("button", name="liked")


def test_a_like_is_counted_and_leads_back_to_where_it_was_given(read, client_of, ben, work):
    bens = client_of(ben)
    answer = like(bens, work, liked="true")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/artworks/{work.pk}#deeds")
    button = heart(read(bens, f"/artworks/{work.pk}"))
    assert (button["aria-pressed"], button["value"]) == ("true", "false")
    assert button.text == "Like 11 like"  # the figure for the eye, the words for the ear
    assert button["value"] == "false"


@pytest.mark.parametrize(
    ("before", "said", "after"), [(0, "true", 1), (1, "true", 1), (1, "false", 0), (1, "", 0), (0, "", 1)]
)
def test_it_is_as_the_button_says_else_the_other_of_what_is(client_of, ben, work, before, said, after):
    set_like(artwork_id=work.pk, by=ben, liked=bool(before))
    like(client_of(ben), work, liked=said)
    assert Like.objects.filter(user=ben).count() == after
    assert Artwork.objects.get(pk=work.pk).like_count == after


def test_what_is_neither_true_nor_false_is_refused(client_of, ben, work):
    assert like(client_of(ben), work, liked="perhaps").status_code == 400
    assert not Like.objects.exists()


def test_a_visitor_is_led_to_sign_in_and_from_there_back(read, visitor, work):
    link = next(each for each in read(visitor, f"/artworks/{work.pk}").all("a", **{"class": "deed"}))
    assert link["href"] == f"/login?next=%2Fartworks%2F{work.pk}"
    answer = like(visitor, work, liked="true")
    assert answer.headers["Location"] == f"/login?next=/artworks/{work.pk}"
    assert not Like.objects.exists()


@pytest.mark.parametrize(
    "away", ["https://example.org/", "//example.org", "javascript:alert(1)", "\\\\example.org", "http://[#x", ""]
)
def test_the_way_back_never_leaves_the_site(client_of, ben, work, away):
    assert like(client_of(ben), work, liked="true", next=away).headers["Location"] == f"/artworks/{work.pk}#deeds"


def test_the_way_back_keeps_what_the_address_said(client_of, ben, work):
    shown = f"/artworks/{work.pk}?show=mature"
    assert like(client_of(ben), work, liked="true", next=f"{shown}#x").headers["Location"] == f"{shown}#deeds"


def test_what_one_may_not_see_is_not_there(client_of, ben, ada):
    draft = new_work(ada, status="draft")
    assert like(client_of(ben), draft, liked="true").status_code == 404


def test_who_is_blocked_reads_so_on_the_page(read, client_of, ada, ben, work):
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    bens = client_of(ben)
    answer = like(bens, work, liked="true")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/artworks/{work.pk}#told")
    assert read(bens, f"/artworks/{work.pk}").one("div", id="told").text == "You have been blocked from this."
    assert not read(bens, f"/artworks/{work.pk}").all("div", id="told")


def test_who_likes_too_much_reads_when_to_come_back(settings, client_of, ben, work):
    settings.RATE_LIMITS = {"like": (1, 60)}
    bens = client_of(ben)
    like(bens, work, liked="true")
    answer = like(bens, work, liked="false")
    assert answer.status_code == 429
    assert "Try again in" in answer.content.decode()
    assert Like.objects.exists()


def test_opening_its_address_does_nothing(client_of, ben, work):
    assert client_of(ben).get(f"/artworks/{work.pk}/like").status_code == 405
