"""A wrong installation, told with a hint by `manage.py check`."""

import socket
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as CheckWarning
from django.utils.module_loading import import_string

UNSENT = ("console", "dummy", "locmem")


@register(Tags.security)
def mails_leave_the_house(**_options: Any) -> list[CheckMessage]:
    """Warns where a public site only logs its mails: nobody could verify an address or reset a password."""
    backend = settings.EMAIL_BACKEND.split(".")[-2]
    public = [host for host in settings.ALLOWED_HOSTS if is_public(host)]
    if settings.DEBUG or backend not in UNSENT or not public:
        return []
    return [
        CheckWarning(
            f"Mails are not sent, though this site is public ({', '.join(public)}).",
            hint="Set EMAIL_URL, for instance smtp+tls://user:password@mail.example.org:587.",
            id="accounts.W001",
        )
    ]


@register()
def deletion_steps_exist(**_options: Any) -> list[CheckMessage]:
    """An account whose files nothing removes must not be deletable by accident of a misspelled name."""
    return wrong_steps("ACCOUNT_DELETION_STEPS", "accounts.E001")


@register()
def credit_change_steps_exist(**_options: Any) -> list[CheckMessage]:
    """Nobody should learn of a misspelled name when they first change their copyright notice."""
    return wrong_steps("CREDIT_CHANGE_STEPS", "accounts.E002")


@register()
def reservations_in_use_exist(**_options: Any) -> list[CheckMessage]:
    """Room that large uploads hold must not be kept for ever because a misspelled name stops the sweep."""
    return wrong_steps("RESERVATIONS_IN_USE", "accounts.E003", takes="nothing")


def wrong_steps(setting: str, identifier: str, *, takes: str = "a user") -> list[CheckMessage]:
    errors: list[CheckMessage] = []
    for step in getattr(settings, setting, ()):
        try:
            import_string(step)
        except ImportError as error:
            hint = f"{setting} holds dotted paths of functions that take {takes}."
            errors.append(Error(f"{setting}: {error}", hint=hint, id=identifier))
    return errors


def is_public(host: str) -> bool:
    """Whether this entry of ALLOWED_HOSTS may be reached by the public: no address, and no name of this machine."""
    name = host.lstrip(".").strip("[]")
    try:
        return ip_address(name).is_global
    except ValueError:
        return name not in {"localhost", socket.gethostname()} and not name.endswith(".local")
