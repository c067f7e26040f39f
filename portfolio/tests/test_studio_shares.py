"""The shares of the studio: who has an album, for how long, and what they did with it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gallery.actions.shares import record, share_by_link, share_with_person
from gallery.models import AlbumShare, ShareUse
from gallery.tests.albums import album_of
from gallery.tests.library import new_image

LINK = {"whom": "link", "username": "", "password": "", "last_day": ""}


@pytest.fixture
def album(ada):
    return album_of(ada, new_image(ada, "Dunes"))


@pytest.fixture
def share(ada, album):
    return share_by_link(album=album, by=ada)


def open_to(client, album, **sent):
    return client.post(f"/studio/albums/{album.pk}/shares", LINK | sent, format="multipart")


def told(read, client, path: str) -> str:
    return read(client, path).one("main").text


def test_a_link_is_made_with_all_its_terms(client_of, ada, album):
    day = timezone.now().date() + timedelta(days=7)
    terms = {"password": "gulls", "last_day": day.isoformat(), "include_children": "on", "can_contribute": "on"}
    answer = open_to(client_of(ada), album, **terms)
    made = AlbumShare.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/studio/albums/{album.pk}/shares#share-{made.pk}")
    assert made.token
    assert made.password
    assert (made.include_children, made.can_contribute) == (True, True)
    assert made.expires_at.isoformat() == f"{day + timedelta(days=1)}T00:00:00+00:00"
    album.refresh_from_db()
    assert album.privacy_setting == "shared"


def test_a_person_is_given_it_and_new_terms_take_the_place_of_the_old(read, client_of, ada, ben, album):
    client = client_of(ada)
    open_to(client, album, whom="person", username="@ben")
    assert "The album is open to @ben." in told(read, client, f"/studio/albums/{album.pk}/shares")
    open_to(client, album, whom="person", username="ben", can_contribute="on")
    assert list(AlbumShare.objects.values_list("user", "can_contribute")) == [(ben.pk, True)]


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"whom": "person"}, "Give a username"),
        ({"last_day": "9999-12-31"}, "less than or equal to"),
        ({"whom": "person", "username": "nobody"}, "There is nobody of this name."),
        ({"whom": "person", "username": "ada"}, "The album is your own."),
        ({"last_day": "2020-01-01"}, "This time is past."),
        ({"last_day": "soon"}, "Enter a valid date."),
        ({"whom": "all"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_is_said_on_the_form_and_opens_nothing(client_of, ada, album, sent, words):
    answer = open_to(client_of(ada), album, **sent)
    assert words in answer.content.decode()
    assert not AlbumShare.objects.exists()


def test_its_address_and_what_became_of_it_are_told(read, client_of, ada, share):
    words = told(read, client_of(ada), "/studio/shares")
    assert "never opened" in words
    assert "without end" in words
    fields = read(client_of(ada), "/studio/shares").all("input", readonly="", type="text")
    assert f"http://testserver/s/{share.token}" in [field["value"] for field in fields]


@pytest.mark.parametrize("state", ["open", "asleep", "expired"])
def test_shares_are_narrowed_to_those_that_are_so_now(read, client_of, ada, state):
    for name in ("Open", "Asleep", "Expired"):
        share_by_link(album=album_of(ada, name=name), by=ada)
    AlbumShare.objects.filter(album__name="Expired").update(expires_at=timezone.now() - timedelta(days=1))
    ada.albums.filter(name="Asleep").update(privacy_setting="private")
    page = read(client_of(ada), f"/studio/shares?state={state}")
    found = [link.text for link in page.all("a") if "/shares" in link["href"] and "albums" in link["href"]]
    assert found == [state.capitalize()]


def test_the_log_tells_who_did_what(read, client_of, ada, ben, visitor, album, share):
    image = album.album_images.get().image
    record(share.pk, ShareUse.Action.OPEN, ben)
    record(share.pk, ShareUse.Action.DOWNLOAD, ben, image.pk)
    page = read(client_of(ada), f"/studio/shares/{share.pk}")
    assert [row.text.split()[-1] for row in page.all("tr")[1:]] == ["Dunes", "album"]
    assert "@ben" in page.one("main").text


def test_the_log_names_no_picture_that_another_took_out_again(read, client_of, ada, ben, album, share):
    image = new_image(ben, "Gulls", visibility="private")
    album.album_images.create(image=image, position=1, added_by=ben, contributed=True)
    record(share.pk, ShareUse.Action.VIEW, ben, image.pk)
    client, path = client_of(ada), f"/studio/shares/{share.pk}"
    assert read(client, path).one("a", href=f"/images/{image.pk}").text == "Gulls"
    album.album_images.filter(image=image).delete()
    assert "Gulls" not in told(read, client, path)


def test_a_share_is_revoked_and_one_comes_back_to_where_one_was(client_of, ada, album, share):
    answer = client_of(ada).post(
        f"/studio/shares/{share.pk}/end", {"next": "/studio/shares?state=open"}, format="multipart"
    )
    assert (answer.status_code, answer["Location"]) == (303, "/studio/shares?state=open")
    assert not AlbumShare.objects.exists()


def test_nobody_else_reads_or_ends_it(client_of, visitor, ada, cyn, ben, album, share):
    share_with_person(album=album, by=ada, user=ben)
    for person in (ben, cyn):
        assert client_of(person).get(f"/studio/shares/{share.pk}").status_code == 404
        assert client_of(person).post(f"/studio/shares/{share.pk}/end").status_code == 404
        assert ">Sea<" not in client_of(person).get("/studio/shares").content.decode()
    assert visitor.get("/studio/shares").status_code == 302
    assert AlbumShare.objects.count() == 2


@pytest.mark.parametrize("number", [1, 3, 12])
def test_lists_cost_the_same_however_many_there_are(django_assert_max_num_queries, client_of, ada, share, number):
    for _ in range(number):
        share_by_link(album=album_of(ada), by=ada)
        record(share.pk, ShareUse.Action.OPEN, ada)
    client = client_of(ada)
    for path in ("/studio/shares", f"/studio/shares/{share.pk}", f"/studio/albums/{share.album_id}/shares"):
        with django_assert_max_num_queries(8):
            assert client.get(path).status_code == 200
