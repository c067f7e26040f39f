"""Who is asking: the user of the session, without a query of their own."""

from functools import partial

from asgiref.sync import sync_to_async
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth import middleware as django_middleware
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

from accounts.models import User


class AuthenticationMiddleware(django_middleware.AuthenticationMiddleware):
    """Sets `request.user`, looked up when first asked for, and `request.auser`.

    A request without a session cookie costs no query; one with a session costs one, which brings session and user.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Put the lazy user on the request."""
        request.user = SimpleLazyObject(lambda: session_user(request))  # type: ignore[assignment]
        request.auser = partial(_resolved_user, request)


def session_user(request: HttpRequest) -> User | AnonymousUser:
    """Whose session this is, under the conditions of `django.contrib.auth.get_user`.

    The account is active, its backend still installed, and the password unchanged since they signed in; a session
    that fails the last is emptied.
    """
    session = request.session
    user_id = session.get(SESSION_KEY)
    user = getattr(session, "person", None)
    if user is None or str(user.pk) != user_id or not user.is_active:
        return AnonymousUser()
    if session.get(BACKEND_SESSION_KEY) not in settings.AUTHENTICATION_BACKENDS or not _is_verified(request, user):
        return AnonymousUser()
    user.backend = session[BACKEND_SESSION_KEY]
    return user


def _is_verified(request: HttpRequest, user: User) -> bool:
    """Compare the session's hash of the password; one made under an older SECRET_KEY is renewed."""
    session_hash = request.session.get(HASH_SESSION_KEY, "")
    if constant_time_compare(session_hash, user.get_session_auth_hash()):
        return True
    if any(constant_time_compare(session_hash, old) for old in user.get_session_auth_fallback_hash()):
        request.session.cycle_key()
        request.session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        return True
    request.session.flush()
    return False


async def _resolved_user(request: HttpRequest) -> User | AnonymousUser:
    """`request.user`, whose lookup happens in a thread."""

    def resolve() -> User | AnonymousUser:
        bool(request.user.is_authenticated)
        return request.user

    return await sync_to_async(resolve)()
