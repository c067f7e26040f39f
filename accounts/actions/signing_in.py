"""Coming in and going out."""

import logging

from django.contrib import auth
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from accounts.exceptions import Refused
from accounts.guessing import door
from accounts.languages import has_chosen, remember
from accounts.models import User
from accounts.requests import address_of

logger = logging.getLogger("atelier.accounts")


class InvalidCredentials(Refused):
    """Name and password do not belong together (401); whether the account exists is not told."""

    status = 401
    code = "invalid_credentials"


class Suspended(InvalidCredentials):
    """The right password of an account that is shut out. Told as a wrong one; `user` is for who may tell its owner more."""

    def __init__(self, user: User) -> None:
        super().__init__(_("Name and password do not belong together."))
        self.user = user


# None of these is one transaction: a failed guess stays counted although the action ends in an exception.


@sensitive_variables("password")
def sign_in(*, request: HttpRequest, identifier: str, password: str) -> User:
    """Sign in by username or email under a new session key; raises InvalidCredentials, of which Suspended is one,
    TooManyRequests."""
    try:
        user = auth.authenticate(request, username=identifier, password=password)
    except Suspended:
        logger.info("sign-in refused: suspended", extra={"address": address_of(request)})
        raise
    if not isinstance(user, User):
        logger.info("sign-in refused", extra={"address": address_of(request)})
        raise InvalidCredentials(_("Name and password do not belong together."))
    open_session(request=request, user=user)
    return user


def open_session(*, request: HttpRequest, user: User) -> None:
    """Make this the session of `user`, under a new key, so that a key planted before is worth nothing."""
    if request.user == user:
        request.session.cycle_key()  # the one case in which Django's login keeps the key
    auth.login(request, user)
    if not has_chosen(request):
        remember(request, user.language)
    logger.info("signed in", extra={"user": str(user.pk)})


def sign_out(*, request: HttpRequest) -> None:
    """End this session, in every process at once."""
    logger.info("signed out", extra={"user": str(request.user.pk)})
    auth.logout(request)


def end_sessions(*, user: User, kept: str | None = None) -> int:
    """End all of a person's sessions but the one under the key `kept`; returns how many."""
    return user.sessions.exclude(session_key=kept).delete()[0]


@sensitive_variables("password")
def confirm_password(*, user: User, password: str, field: str, address: str) -> None:
    """Make sure that it is the person who asks: guesses here are counted with those at the door.

    Raises ValidationError on `field` (`wrong_password`), TooManyRequests. To be called outside a transaction.
    """
    entrance = door(user, identifier="", address=address)
    entrance.require_open()
    if not user.check_password(password):
        entrance.record_failure()
        raise ValidationError({field: ValidationError(_("This is not your password."), code="wrong_password")})
    entrance.require_open()
    entrance.record_success()
