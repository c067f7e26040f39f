"""Turning mails off by their own link (RFC 8058)."""

import pytest
from rest_framework.test import APIClient

from accounts.actions import delete_account
from accounts.models import User
from social.notifying.unsubscribing import NAMES, token_of

ONE_CLICK = "List-Unsubscribe=One-Click"


@pytest.fixture
def outsider(db):
    """A mail program: no session, and checked for CSRF as a browser would be."""
    return APIClient(enforce_csrf_checks=True)


def path(user, what="comment"):
    return f"/unsubscribe/{token_of(user.pk, what)}"


def mails_of(user):
    return User.objects.get(pk=user.pk).notification_mails


def one_click(client, where):
    return client.post(where, ONE_CLICK, content_type="application/x-www-form-urlencoded")


def test_one_click_turns_a_kind_off_and_nothing_else(ada, outsider):
    before = mails_of(ada)
    for _ in range(2):
        assert one_click(outsider, path(ada)).status_code == 200
    assert mails_of(ada) == before | {"comment": "never"}


def test_the_daily_mail_is_turned_off_with_all_that_it_gathers(ada, outsider):
    before = mails_of(ada)
    assert one_click(outsider, path(ada, "digest")).status_code == 200
    assert mails_of(ada) == {key: "never" if how == "digest" else how for key, how in before.items()}


def test_opening_the_page_changes_nothing_and_shows_a_button(ada, visitor):
    before = mails_of(ada)
    answer = visitor.get(path(ada))
    page = answer.content.decode()
    assert (answer.status_code, mails_of(ada)) == (200, before)
    assert "Comments on your works" in page
    assert '<form class="form" method="post">' in page
    assert token_of(ada.pk, "comment") not in page
    assert (answer["Referrer-Policy"], answer["X-Robots-Tag"]) == ("same-origin", "noindex")
    assert visitor.head(path(ada)).status_code == 200


def test_its_button_does_the_same(ada, outsider):
    answer = outsider.post(path(ada))
    assert (answer.status_code, mails_of(ada)["comment"]) == (200, "never")
    assert b"no more of these mails" in answer.content


@pytest.mark.parametrize("change", [lambda token: token[:-1], lambda token: "x" + token, lambda token: "…", str.upper])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_token_that_is_not_ours_opens_nothing(ada, outsider, change, method):
    before = mails_of(ada)
    where = f"/unsubscribe/{change(token_of(ada.pk, 'comment'))}"
    assert getattr(outsider, method)(where).status_code == 404
    assert mails_of(ada) == before


def test_with_the_account_its_tokens_are_gone(ada, outsider):
    where = path(ada)
    delete_account(user=ada, by=ada)
    assert outsider.post(where).status_code == 404


def test_every_key_has_a_name(ada):
    assert set(NAMES) == set(ada.notification_mails)
