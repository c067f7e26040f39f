"""The parts of the settings, in the order in which their ways lead to them."""

from collections.abc import Callable
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class Part(NamedTuple):
    """One of them: the name of its address, and what its way is called."""

    name: str
    label: Promise


PARTS = (
    Part("studio-profile", _("Profile")),
    Part("studio-portfolio", _("Look")),
    Part("studio-watermark", _("Watermark")),
    Part("studio-rights", _("Rights")),
    Part("studio-commissions", _("Commissions")),
    Part("studio-shares", _("Share links")),
    Part("notification-settings", _("Notifications")),
    Part("studio-account", _("Account")),
)


def sentences(choices: type[TextChoices]) -> Callable[[], list[tuple[str, str]]]:
    """The choices as they stand alone in a form: with a capital. Asked when a form is made, in its reader's language."""
    return lambda: [(value, capfirst(label)) for value, label in choices.choices]
