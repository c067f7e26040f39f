"""The moderator's desk for people."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client

from accounts import actions
from accounts.models import AccessToken, User

PASSWORD = "correct horse battery"


@pytest.fixture
def root(db) -> User:
    return User.objects.create_superuser("admin", "admin@example.org", PASSWORD)


@pytest.fixture
def desk(root) -> Client:
    client = Client()
    client.force_login(root)
    return client


def test_createsuperuser_makes_a_whole_person_even_of_a_reserved_name(db, monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", interactive=False, username="admin", email="admin@example.org", verbosity=0)
    user = User.objects.select_related("artist", "statistics").get()
    assert (user.is_superuser, user.is_staff, user.is_verified) == (True, True, True)
    assert user.artist.artist_name == "admin"


@pytest.mark.parametrize("model", ["user", "artist", "accesstoken"])
def test_the_lists_open_search_and_filter(desk, ada, model):
    actions.create_token(by=ada, name="sync")
    assert b"ada" in desk.get(f"/admin/accounts/{model}/", {"q": "ada"}).content
    assert desk.get(f"/admin/accounts/{model}/").status_code == 200


def test_the_list_of_people_costs_the_same_for_more_of_them(desk, ada, django_assert_max_num_queries):
    for index in range(5):
        actions.register_account(username=f"person{index}", email=f"p{index}@example.org", password=PASSWORD)
    with django_assert_max_num_queries(8):
        desk.get("/admin/accounts/user/")


def test_a_person_and_a_token_open_without_their_secrets(desk, ada):
    token, secret = actions.create_token(by=ada, name="sync")
    html = desk.get(f"/admin/accounts/user/{ada.pk}/change/").content.decode()
    html += desk.get(f"/admin/accounts/accesstoken/{token.pk}/change/").content.decode()
    assert not any(secret in html for secret in (ada.password, token.digest, secret))


@pytest.mark.parametrize("model", ["user", "artist", "accesstoken"])
def test_nothing_is_added_by_hand(desk, model):
    assert desk.get(f"/admin/accounts/{model}/add/").status_code == 403


@pytest.mark.parametrize("of_many", [False, True])
def test_deleting_a_person_goes_through_the_action(desk, ada, settings, of_many):
    settings.ACCOUNT_DELETION_STEPS = ["accounts.tests.test_deletion.fail"]
    address = "/admin/accounts/user/" + ("" if of_many else f"{ada.pk}/delete/")
    with pytest.raises(OSError, match="disk"):
        desk.post(address, {"action": "delete_selected", "_selected_action": ada.pk, "post": "yes"})
    assert User.objects.filter(pk=ada.pk).exists()


def press(desk, button, user, **answers):
    """Presses the button and, where there are answers, the one of the page that asks."""
    asking = desk.post("/admin/accounts/user/", {"action": button, "_selected_action": user.pk})
    return desk.post(asking.url, answers, follow=True) if answers else desk.get(asking.url)


def test_suspending_ends_the_sessions_and_readmitting_lets_in_again(desk, client_of, ada):
    client = client_of(ada)
    assert press(desk, "suspend", ada).status_code == 200
    press(desk, "suspend", ada, reason="Spam")
    assert client.get("/api/auth/user").status_code == 401
    press(desk, "readmit", ada, reason="It was none.")
    assert client_of(ada).get("/api/auth/user").status_code == 200


def test_strangers_suspend_nobody_staff_neither_themselves_nor_superusers(ada, cyn, root):
    ben = actions.register_account(username="ben", email="ben@example.org", password=PASSWORD)
    ben.is_staff = True
    for by, user in [(ada, cyn), (ben, ben), (ben, root), (root, root)]:
        with pytest.raises(PermissionDenied):
            actions.set_active(user=user, is_active=False, by=by)


def test_staff_cannot_raise_themselves(ada):
    from django.contrib.auth.models import Permission

    ada.is_staff = True
    ada.save()
    ada.user_permissions.set(Permission.objects.filter(codename__in=["change_user", "view_user"]))
    client = Client()
    client.force_login(ada)
    client.post(f"/admin/accounts/user/{ada.pk}/change/", {"is_superuser": "on", "is_active": "on"})
    ada.refresh_from_db()
    assert not ada.is_superuser


def test_the_admins_own_sign_in_is_under_the_guessing_lock(root):
    client = Client()
    answers = [client.post("/admin/login/", {"username": "admin", "password": "wrong"}) for _ in range(6)]
    assert all(answer.status_code == 200 for answer in answers)
    assert b"Too many failed attempts" in answers[-1].content
    assert (
        b"Too many failed attempts" in client.post("/admin/login/", {"username": "admin", "password": PASSWORD}).content
    )


def test_a_token_may_be_revoked_at_the_desk(desk, ada):
    token, _secret = actions.create_token(by=ada, name="sync")
    desk.post(f"/admin/accounts/accesstoken/{token.pk}/delete/", {"post": "yes"})
    assert not AccessToken.objects.exists()
