"""Artists whom staff found to be who they say."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.test import Client

from accounts import actions
from accounts.models import Artist, User
from conftest import PASSWORD

LIST = "/admin/accounts/artist/"


@pytest.fixture
def desk(db):
    client = Client()
    client.force_login(User.objects.create_superuser("admin", "admin@example.org", PASSWORD))
    return client


def verified(person):
    return Artist.objects.get(pk=person.pk)


def test_staff_verify_an_artist_once_and_it_is_noted(ada, mo):
    assert actions.verify_artist(artist=ada.artist, by=mo)
    first = verified(ada)
    assert not actions.verify_artist(artist=ada.artist, by=mo)
    assert (verified(ada).verified_at, verified(ada).verified_by) == (first.verified_at, mo)
    assert [entry.change_message for entry in LogEntry.objects.all()] == ["Verified."]


def test_it_is_taken_back(ada, mo):
    actions.verify_artist(artist=ada.artist, by=mo)
    assert actions.unverify_artist(artist=ada.artist, by=mo)
    assert not actions.unverify_artist(artist=ada.artist, by=mo)
    assert not verified(ada).is_verified
    assert LogEntry.objects.count() == 2


@pytest.mark.parametrize("act", [actions.verify_artist, actions.unverify_artist])
def test_strangers_verify_nobody_and_staff_not_themselves(act, ada, cyn, mo):
    for artist, by in [(ada.artist, cyn), (ada.artist, ada), (mo.artist, mo)]:
        with pytest.raises(PermissionDenied):
            act(artist=artist, by=by)
    assert not LogEntry.objects.exists()


def test_everyone_is_told(ada, mo, visitor):
    path = f"/api/artists/{ada.pk}"
    assert visitor.get(path).json()["is_verified"] is False
    actions.verify_artist(artist=ada.artist, by=mo)
    assert visitor.get(path).json()["is_verified"] is True
    assert "Verified by the site" in visitor.get("/@ada").content.decode()


def test_it_stays_where_the_account_of_who_verified_goes(ada, mo):
    actions.verify_artist(artist=ada.artist, by=mo)
    actions.delete_account(user=mo, by=mo)
    assert (verified(ada).is_verified, verified(ada).verified_by) == (True, None)


def test_the_desk_has_buttons_and_a_filter(desk, ada, cyn):
    desk.post(LIST, {"action": "verify", "_selected_action": [ada.pk]})
    assert verified(ada).is_verified
    lists = {answer: desk.get(LIST, {"verified": answer}).content.decode() for answer in ("yes", "no")}
    assert [f"/{person.pk}/change/" in lists["yes"] for person in (ada, cyn)] == [True, False]
    assert [f"/{person.pk}/change/" in lists["no"] for person in (ada, cyn)] == [False, True]


def test_a_button_on_the_artists_page_leads_back_there(desk, ada):
    pressed = {"action": "verify", "_selected_action": ada.pk, "_back": "1"}
    answer = desk.post(LIST, pressed)
    assert answer.url == f"{LIST}{ada.pk}/change/"
    page = desk.get(answer.url).content.decode()
    assert "Take verification back" in page
    assert "Verify: they are who they say" not in page


def test_an_artist_among_staff_is_verified_by_another_one_who_is_told_so(desk):
    root = User.objects.get()
    page = desk.post(LIST, {"action": "verify", "_selected_action": root.pk}, follow=True).content.decode()
    assert "Another one of the staff verifies you" in page
