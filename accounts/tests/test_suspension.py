"""Being shut out, and let in again."""

import pytest
from django.test import Client

from accounts import actions
from accounts.models import Session, User
from conftest import PASSWORD

STEPS: list[tuple[str, bool]] = []


def note(user) -> None:
    """A step that another room takes: it finds the change made, in the same transaction."""
    STEPS.append((user.username, User.objects.get(pk=user.pk).is_active))


def fail(user) -> None:
    raise OSError("disk")


@pytest.fixture(autouse=True)
def steps(settings) -> list[tuple[str, bool]]:
    settings.ACCOUNT_STANDING_STEPS = [f"{__name__}.note"]
    STEPS.clear()
    return STEPS


def suspend(user, by) -> bool:
    return actions.set_active(user=user, is_active=False, by=by)


def test_who_is_suspended_can_neither_stay_nor_come_in_nor_write(visitor, client_of, bearer, ada, mo):
    browser, program = client_of(ada), bearer(ada)
    suspend(ada, mo)
    assert not Session.objects.filter(user=ada).exists()
    writes = [client.post("/api/albums", {"name": "Sea"}).status_code for client in (browser, program)]
    assert writes == [401, 401]
    assert visitor.post("/api/auth/login", {"username": "ada", "password": PASSWORD}).status_code == 401


def test_all_of_it_returns_when_it_is_lifted(visitor, bearer, ada, mo):
    program = bearer(ada)
    suspend(ada, mo)
    actions.set_active(user=ada, is_active=True, by=mo)
    assert program.get("/api/auth/user").status_code == 200
    assert visitor.post("/api/auth/login", {"username": "ada", "password": PASSWORD}).status_code == 200


def test_a_mailed_link_resets_no_password_of_who_is_suspended(visitor, ada, mo, mailoutbox):
    suspend(ada, mo)
    visitor.post("/api/auth/password/reset", {"email": "ada@example.org"})
    assert mailoutbox == []


def test_other_rooms_are_told_once_of_each_change(ada, mo, steps):
    answers = [actions.set_active(user=ada, is_active=active, by=mo) for active in (True, False, False, True)]
    assert answers == [False, True, False, True]
    assert steps == [("ada", False), ("ada", True)]


def test_one_of_two_moderators_who_suspend_at_once_changes_it(ada, mo, steps):
    seen_before = User.objects.get(pk=ada.pk)
    assert suspend(ada, mo)
    assert not suspend(seen_before, mo)
    assert (seen_before.is_active, steps) == (False, [("ada", False)])


def test_where_a_step_fails_nothing_has_changed(ada, mo, settings, client_of):
    settings.ACCOUNT_STANDING_STEPS = [f"{__name__}.fail"]
    browser = client_of(ada)
    with pytest.raises(OSError, match="disk"):
        suspend(ada, mo)
    assert browser.get("/api/auth/user").status_code == 200


@pytest.mark.parametrize("is_active", [True, False])
def test_the_admins_form_cannot_shut_out_or_let_in_past_the_action(ada, is_active, steps):
    root = User.objects.create_superuser("admin", "admin@example.org", PASSWORD)
    User.objects.filter(pk=ada.pk).update(is_active=not is_active)
    desk = Client()
    desk.force_login(root)
    form = {"statistics-TOTAL_FORMS": "1", "statistics-INITIAL_FORMS": "1", "statistics-0-user": str(ada.pk)}
    answer = desk.post(f"/admin/accounts/user/{ada.pk}/change/", form | ({"is_active": "on"} if is_active else {}))
    assert answer.status_code == 302
    assert User.objects.get(pk=ada.pk).is_active is not is_active
    assert steps == []


def test_the_admins_buttons_are_the_action(ada, steps):
    root = User.objects.create_superuser("admin", "admin@example.org", PASSWORD)
    desk = Client()
    desk.force_login(root)
    for button in ("suspend", "readmit"):
        asking = desk.post("/admin/accounts/user/", {"action": button, "_selected_action": ada.pk})
        desk.post(asking.url, {"reason": "Spam."})
    assert steps == [("ada", False), ("ada", True)]
