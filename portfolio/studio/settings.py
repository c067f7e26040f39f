"""The parts of the settings, in the order in which their ways lead to them."""

from collections.abc import Callable

from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from portfolio.studio.rooms import Room

PARTS = (
    Room("studio-profile", _("Profile")),
    Room("studio-portfolio", _("Look")),
    Room("studio-watermark", _("Watermark")),
    Room("studio-rights", _("Rights")),
    Room("studio-commissions", _("Commissions")),
    Room("studio-shares", _("Share links")),
    Room("notification-settings", _("Notifications")),
    Room("studio-account", _("Account")),
)


def sentences(choices: type[TextChoices]) -> Callable[[], list[tuple[str, str]]]:
    """The choices as they stand alone in a form: with a capital. Asked when a form is made, in its reader's language."""
    return lambda: [(value, capfirst(label)) for value, label in choices.choices]
