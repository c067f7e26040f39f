"""Deleting an account."""

import pytest
from django.core.exceptions import PermissionDenied

from accounts import actions, quota
from accounts.models import AccessToken, Artist, Reservation, Session, Statistics, User
from accounts.tests.answers import errors_of

PASSWORD = "correct horse battery"
seen: list[str] = []


def note(user) -> None:
    """A step of another app, which still finds the person whole."""
    seen.append(f"{user.username} {Artist.objects.filter(user=user).count()}")


def fail(user) -> None:
    """A step that cannot be done."""
    raise OSError("the disk is away")


def test_the_account_and_all_that_hangs_on_it_are_gone(client_of, ada):
    client = client_of(ada)
    actions.create_token(by=ada, name="sync")
    quota.reserve(ada.pk, 10)
    response = client.delete("/api/auth/user", {"password": PASSWORD})
    assert (response.status_code, response.json()) == (200, {"id": str(ada.pk), "deleted": True})
    assert not any(model.objects.exists() for model in (User, Artist, Statistics, Session, AccessToken, Reservation))
    assert client.get("/api/auth/user").status_code == 401


@pytest.mark.parametrize(("body", "code"), [({"password": "wrong"}, "wrong_password"), ({}, "required")])
def test_without_the_password_nothing_is_deleted(client_of, ada, body, code):
    response = client_of(ada).delete("/api/auth/user", body)
    assert (response.status_code, errors_of(response)) == (400, {"password": code})
    assert User.objects.exists()


def test_the_name_is_free_again(client_of, visitor, ada):
    client_of(ada).delete("/api/auth/user", {"password": PASSWORD})
    body = {"username": "Ada", "email": "ada@example.org", "password": PASSWORD}
    assert visitor.post("/api/auth/register", body).status_code == 201


def test_others_keep_what_is_theirs(client_of, ada, ben):
    client_of(ada).delete("/api/auth/user", {"password": PASSWORD})
    assert client_of(ben).get("/api/auth/user").status_code == 200


def test_a_program_may_delete_the_account_too(bearer, ada):
    assert bearer(ada).delete("/api/auth/user", {"password": PASSWORD}).status_code == 200


def test_other_apps_remove_what_is_theirs_first(ada, settings):
    settings.ACCOUNT_DELETION_STEPS = ["accounts.tests.test_deletion.note"]
    actions.delete_account(user=ada, by=ada)
    assert seen.pop() == "ada 1"


def test_a_step_that_fails_keeps_everything(ada, settings):
    settings.ACCOUNT_DELETION_STEPS = ["accounts.tests.test_deletion.note", "accounts.tests.test_deletion.fail"]
    with pytest.raises(OSError, match="disk"):
        actions.delete_account(user=ada, by=ada)
    assert User.objects.filter(username="ada").exists()


def test_strangers_delete_nobody(ada, cyn):
    with pytest.raises(PermissionDenied):
        actions.delete_account(user=ada, by=cyn)
