"""Being signed in by a browser."""

from datetime import timedelta

import pytest
import time_machine
from asgiref.sync import async_to_sync
from django.contrib.auth import BACKEND_SESSION_KEY
from django.contrib.sessions.backends.base import UpdateError
from django.test import RequestFactory
from django.utils import timezone

from accounts.middleware import AuthenticationMiddleware
from accounts.models import Session
from accounts.sessions import SessionStore
from accounts.tasks.sweeping import clear_sessions


def request_with(key: str | None):
    request = RequestFactory().get("/")
    request.session = SessionStore(key)
    AuthenticationMiddleware(lambda _request: None).process_request(request)
    return request


def key_of(client) -> str:
    return client.cookies["sessionid"].value


def test_a_signed_in_request_costs_one_query(client_of, ada, django_assert_num_queries):
    client = client_of(ada)
    with django_assert_num_queries(1):
        assert client.get("/api/auth/csrf").status_code == 200


def test_a_visitor_without_a_cookie_costs_no_query(visitor, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert visitor.get("/api/auth/csrf").status_code == 200


def test_the_person_signed_in_is_told_with_five_queries(client_of, ada, django_assert_num_queries):
    client = client_of(ada)
    with django_assert_num_queries(5):
        assert client.get("/api/auth/user").json()["username"] == "ada"


@pytest.mark.parametrize("key", ["", "short", "a" * 32, "x\x00" * 16, "ß" * 32, "' OR 1=1 --" * 4, "a" * 5000])
def test_a_key_that_opens_nothing_is_a_visitor(db, key):
    request = request_with(key)
    assert not request.user.is_authenticated
    assert request.session.session_key is None


def test_the_row_knows_whose_session_it_is_and_since_when(client_of, ada):
    client = client_of(ada)
    row = Session.objects.get()
    assert (row.user, row.session_key) == (ada, key_of(client))
    session = SessionStore(row.session_key)
    session["seen"] = True
    session.save()
    again = Session.objects.get()
    assert (again.user, again.created_at) == (ada, row.created_at)


def test_a_suspended_person_is_a_visitor_from_the_next_request_on(client_of, ada):
    client = client_of(ada)
    ada.is_active = False
    ada.save()
    assert client.get("/api/auth/user").status_code == 401


def test_a_password_changed_elsewhere_ends_the_session(client_of, ada):
    client = client_of(ada)
    ada.set_password("another horse battery")
    ada.save()
    assert client.get("/api/auth/user").status_code == 401
    assert not Session.objects.exists()


def test_a_backend_that_was_uninstalled_opens_nothing(client_of, ada):
    client = client_of(ada)
    session = SessionStore(key_of(client))
    session[BACKEND_SESSION_KEY] = "some.old.Backend"
    session.save()
    assert client.get("/api/auth/user").status_code == 401


def test_a_new_secret_key_renews_the_session_under_the_old_one(client_of, ada, settings):
    client, before = client_of(ada), settings.SECRET_KEY
    first = key_of(client)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a new key" * 8, [before]
    assert client.get("/api/auth/user").status_code == 200
    assert key_of(client) != first
    settings.SECRET_KEY_FALLBACKS = []
    assert client.get("/api/auth/user").status_code == 200


def test_a_session_that_ended_meanwhile_is_not_brought_back(client_of, ada):
    session = SessionStore(key_of(client_of(ada)))
    session["seen"] = True
    Session.objects.all().delete()
    with pytest.raises(UpdateError):
        session.save()
    assert not Session.objects.exists()


def test_expired_sessions_open_nothing_and_are_swept(client_of, ada, ben):
    client = client_of(ada)
    with time_machine.travel(timezone.now() + timedelta(days=29)):
        client_of(ben)
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert client.get("/api/auth/user").status_code == 401
        clear_sessions.call()
        assert list(Session.objects.values_list("user__username", flat=True)) == ["ben"]


def test_the_user_may_be_awaited(client_of, ada, visitor):
    request = request_with(key_of(client_of(ada)))
    assert request.user == ada


@pytest.mark.django_db(transaction=True)
def test_async_views_read_and_write_the_same_sessions(client_of, ada):
    request = request_with(key_of(client_of(ada)))
    assert async_to_sync(request.auser)() == ada

    async def write() -> str:
        session = SessionStore()
        await session.aset("_auth_user_id", str(ada.pk))
        await session.asave()
        return (await SessionStore(session.session_key).aload())["_auth_user_id"]

    assert async_to_sync(write)() == str(ada.pk)
    assert Session.objects.filter(user=ada).count() == 2
