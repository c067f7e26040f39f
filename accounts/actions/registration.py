"""How an account comes to be."""

import logging
from functools import partial

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from accounts.actions.profile import profile_changed
from accounts.models import Artist, User
from accounts.reserved_names import is_reserved
from accounts.tasks.mails import send_verification

logger = logging.getLogger("atelier.accounts")


@sensitive_variables("password")
def register_account(
    *,
    username: str,
    email: str,
    password: str,
    artist_name: str = "",
    bio: str = "",
    location: str = "",
    language: str = "en",
    site: str = "",
) -> User:
    """A new user with artist profile and statistics; raises ValidationError naming every field at fault.

    `language` is the code of the one that they read. `site` (`https://host`) is where the page that verifies the address
    is; without it no mail goes out. Of two who want one name at the same time, the second is told that it is taken.
    """
    newcomer = User(username=username, email=User.objects.normalize_email(email), language=language)
    artist = Artist(artist_name=artist_name or username, bio=bio, location=location)
    _require_valid(newcomer, artist, password)
    try:
        user = _create(newcomer, artist, password, site)
    except IntegrityError:
        require_unused(newcomer)
        raise
    logger.info("account registered", extra={"user": str(user.pk)})
    return user


def require_unused(user: User) -> None:
    """Raise ValidationError on `username` and `email`, as far as others have them in whatever case."""
    errors = {}
    for field, message in (("username", _("This username is taken.")), ("email", _("This address is in use."))):
        if User.objects.called(getattr(user, field)).exclude(pk=user.pk).exists():
            errors[field] = ValidationError(message, code="unique")
    if errors:
        raise ValidationError(errors)


@transaction.atomic
def _create(newcomer: User, artist: Artist, password: str, site: str) -> User:
    user = User.objects.create_user(newcomer.username, newcomer.email, password, language=newcomer.language)
    artist.user = user
    artist.save(force_update=True)
    profile_changed(user=user)
    if site:
        send_verification.enqueue(str(user.pk), site)
    return user


def _require_valid(newcomer: User, artist: Artist, password: str) -> None:
    errors: dict[str, list[ValidationError]] = {}
    for check in (
        partial(newcomer.clean_fields, exclude={"password"}),
        partial(artist.clean_fields, exclude={"user"}),
        partial(_require_allowed, newcomer),
        partial(require_unused, newcomer),
        partial(require_good_password, password, user=newcomer, field="password"),
    ):
        try:
            check()
        except ValidationError as error:
            error.update_error_dict(errors)
    if errors:
        raise ValidationError(errors)


def _require_allowed(newcomer: User) -> None:
    if is_reserved(newcomer.username):
        raise ValidationError({"username": ValidationError(_("This name is reserved."), code="reserved")})


def require_good_password(password: str, *, user: User, field: str) -> None:
    """Raise ValidationError on `field` for a password that the installed validators refuse."""
    try:
        validate_password(password, user=user)
    except ValidationError as error:
        raise ValidationError({field: error.error_list}) from None
