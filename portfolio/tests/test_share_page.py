"""The page that a share link leads to."""

from datetime import timedelta

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from gallery.actions.albums import change_album
from gallery.actions.shares import revoke_share, share_by_link
from gallery.models import AlbumShare
from portfolio.tests.reading import titles

PASSWORD = "low tide at noon"


@pytest.fixture
def album(ada, show, hang_album):
    """An album of hers with a private picture."""
    return hang_album(ada, "Coast", images=[show(ada, title="Dunes", visibility="private")])


@pytest.fixture
def link(ada, album):
    """`link(password=…)`: the address of a new link to it."""
    return lambda **terms: f"/s/{share_by_link(album=album, by=ada, **terms).token}"


def answer(client, address, password):
    """What the form is answered with."""
    return client.post(address, {"password": password}, format="multipart")


def test_a_link_leads_to_its_album_at_once(read, visitor, album, link):
    response = visitor.get(link())
    assert (response.status_code, response.headers["Location"]) == (302, f"/albums/{album.pk}")
    page = read(visitor, f"/albums/{album.pk}")
    assert page.one("p", role="note").text == "Opened for you by a link."
    assert titles(page) == ["Dunes"]
    assert read(visitor, page.one("a", **{"class": "picture"})["href"]).meta("robots") == "noindex"


def test_another_browser_still_sees_nothing(visitor, album, link):
    visitor.get(link())
    assert APIClient().get(f"/albums/{album.pk}").status_code == 404


def test_the_album_says_until_when(read, visitor, album, link):
    until = timezone.now().replace(microsecond=0) + timedelta(days=3)
    visitor.get(link(expires_at=until))
    told = f"until {until.day} {until:%B %Y, %H:%M} UTC."
    assert read(visitor, f"/albums/{album.pk}").one("p", role="note").text.endswith(told)


def test_of_two_links_the_longer_one_counts(read, visitor, album, link):
    visitor.get(link())
    visitor.get(link(expires_at=timezone.now() + timedelta(days=3)))
    assert read(visitor, f"/albums/{album.pk}").one("p", role="note").text == "Opened for you by a link."


def test_a_link_opens_the_albums_below_only_where_it_says_so(read, visitor, ada, album, link, hang_album):
    below = hang_album(ada, "Below", parent=album)
    visitor.get(link())
    assert visitor.get(f"/albums/{below.pk}").status_code == 404
    assert not read(visitor, f"/albums/{album.pk}").all("a", **{"class": "card"})
    visitor.get(link(include_children=True))
    assert read(visitor, f"/albums/{below.pk}").one("a", href=f"/albums/{album.pk}").text == "Coast"


def test_a_password_is_asked_for_and_opens(read, visitor, album, link):
    address = link(password=PASSWORD)
    page = read(visitor, address)
    assert page.one("input", type="password")["autocomplete"] == "off"
    assert visitor.get(f"/albums/{album.pk}").status_code == 404
    assert answer(visitor, address, PASSWORD).headers["Location"] == f"/albums/{album.pk}"
    assert visitor.get(f"/albums/{album.pk}").status_code == 200


@pytest.mark.parametrize(
    ("password", "words"), [("high tide", "This is not the password."), ("", "This field is required.")]
)
def test_a_wrong_one_is_told_beside_the_field(visitor, album, link, password, words):
    response = answer(visitor, link(password=PASSWORD), password)
    assert response.status_code == 403
    assert list(response.context["form"].errors.as_data()) == ["password"]
    assert words in response.content.decode()
    assert visitor.get(f"/albums/{album.pk}").status_code == 404


def test_guesses_come_to_an_end(settings, visitor, link):
    settings.RATE_LIMITS = {"share": (3, 600)}
    address = link(password=PASSWORD)
    assert [answer(visitor, address, "high tide").status_code for _ in range(3)] == [403] * 3
    refused = answer(visitor, address, PASSWORD)
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 600
    assert refused.context["form"].non_field_errors()


def test_so_do_guesses_of_addresses(settings, visitor):
    settings.RATE_LIMITS = {"share": (3, 600)}
    assert [visitor.get(f"/s/guess{number}").status_code for number in range(3)] == [404] * 3
    refused = visitor.get("/s/guess4")
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 600


def test_what_opens_nothing_is_answered_as_what_never_was(visitor, ada, album, link):
    revoked, expired, asleep = (link() for _ in range(3))
    revoke_share(share=AlbumShare.objects.get(token=revoked[3:]), by=ada)
    AlbumShare.objects.filter(token=expired[3:]).update(expires_at=timezone.now())
    answers = [visitor.get(address) for address in ("/s/never", "/s/%00", "/nowhere", revoked, expired)]
    change_album(album=album, by=ada, privacy_setting="private")
    answers += [visitor.get(asleep), answer(visitor, asleep, PASSWORD)]
    assert {(each.status_code, each.content) for each in answers} == {(404, answers[0].content)}


def test_revoking_closes_what_was_open(visitor, ada, album, link):
    address = link()
    visitor.get(address)
    revoke_share(share=AlbumShare.objects.get(token=address[3:]), by=ada)
    assert visitor.get(f"/albums/{album.pk}").status_code == 404


def test_its_address_is_told_to_no_other_site_and_kept_nowhere(visitor, link):
    opened, asked = visitor.get(link()), visitor.get(link(password=PASSWORD))
    assert opened.headers["Referrer-Policy"] == "no-referrer"
    # A browser would send the form with `Origin: null` after anything stricter.
    assert asked.headers["Referrer-Policy"] == "same-origin"
    for each in (opened, asked):
        assert each.headers["X-Robots-Tag"] == "noindex"
        assert "no-store" in each.headers["Cache-Control"]


def test_the_form_does_not_repeat_its_address(visitor, link):
    address = link(password=PASSWORD)
    assert address[3:] not in visitor.get(address).content.decode()


def test_the_form_is_taken_from_this_site_alone(link):
    address, client = link(password=PASSWORD), APIClient(enforce_csrf_checks=True)
    assert answer(client, address, PASSWORD).status_code == 403
    token = str(client.get(address).context["csrf_token"])
    sent = {"password": PASSWORD, "csrfmiddlewaretoken": token}
    assert client.post(address, sent, format="multipart").status_code == 302


def test_signing_in_afterwards_keeps_it_open(visitor, ben, album, link):
    visitor.get(link())
    visitor.post("/login", {"username": "ben", "password": "correct horse battery"}, format="multipart")
    assert "ben" in visitor.get(f"/albums/{album.pk}").content.decode()
