"""How a name and a password become a user. Every password typed at a sign-in form passes here, the admin's too."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest
from django.views.decorators.debug import sensitive_variables

from accounts.actions.signing_in import Suspended
from accounts.guessing import door
from accounts.models import User
from accounts.requests import address_of


class UsernameOrEmailBackend(ModelBackend):
    """Takes a username or an email, whatever their case, under the lock of `accounts.guessing`."""

    @sensitive_variables("password")
    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **_other: Any
    ) -> User | None:
        """The user, or None; raises TooManyRequests while the account is locked, and Suspended for the right password of one that
        is shut out, which counts as a failure too.

        An unknown account costs the same work as a wrong password. The lock is asked again after the password was
        checked, so that the answer to a guess made at the same time as others is not told either.
        """
        if username is None or password is None:
            return None
        user = User.objects.called(username).first()
        entrance = door(user, identifier=username, address=address_of(request))
        entrance.require_open()
        if not self._is_right(user, password) or user is None:
            entrance.record_failure()
            return None
        if not self.user_can_authenticate(user):
            entrance.record_failure()
            raise Suspended(user)
        entrance.require_open()
        entrance.record_success()
        return user

    def _is_right(self, user: User | None, password: str) -> bool:
        if user is None:
            make_password(password)
            return False
        return user.check_password(password)
