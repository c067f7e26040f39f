"""Suspending and readmitting at the desk: a page says what follows, and asks why."""

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from accounts.models import User
from conftest import PASSWORD

SUSPEND = "/admin/accounts/user/suspend/"


@pytest.fixture
def root(db):
    return User.objects.create_superuser("admin", "admin@example.org", PASSWORD)


@pytest.fixture
def desk(root):
    client = Client()
    client.force_login(root)
    return client


def test_what_follows_is_said_and_nothing_done_before_there_is_a_reason(desk, ada):
    page = desk.get(f"{SUSPEND}?chosen={ada.pk}").content.decode()
    assert "Nobody sees their works" in page
    assert "ada" in page
    refused = desk.post(f"{SUSPEND}?chosen={ada.pk}", {"reason": " "}).content.decode()
    assert "This field is required" in refused
    assert User.objects.get(pk=ada.pk).is_active


def test_the_reason_is_kept_in_the_log(desk, ada, root):
    desk.post(f"{SUSPEND}?chosen={ada.pk}", {"reason": "Sells what others made."})
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_id) == (root, str(ada.pk))
    assert entry.change_message == "Suspended. Sells what others made."


def test_oneself_is_refused_in_words_and_the_others_are_done(desk, ada, root):
    page = desk.post(f"{SUSPEND}?chosen={ada.pk}&chosen={root.pk}", {"reason": "Spam"}, follow=True).content.decode()
    assert "nor to superusers: admin." in page
    assert "Changed: 1." in page


@pytest.mark.parametrize("chosen", ["", "?chosen=nobody", "?chosen=00000000-0000-0000-0000-000000000000"])
def test_nobody_chosen_leads_back_to_the_list(desk, chosen):
    assert "There is nobody among them" in desk.get(SUSPEND + chosen, follow=True).content.decode()


def test_staff_without_the_right_are_refused(mo, ada, client_of):
    assert client_of(mo).get(f"{SUSPEND}?chosen={ada.pk}").status_code == 403


def test_the_page_of_a_person_has_the_button_that_changes_something(desk, ada):
    address = f"/admin/accounts/user/{ada.pk}/change/"
    assert "Suspend: may not sign in" in desk.get(address).content.decode()
    ada.is_active = False
    ada.save()
    page = desk.get(address).content.decode()
    assert "Readmit: may sign in again" in page
    assert "Suspend: may not sign in" not in page
