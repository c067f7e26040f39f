"""What a person's works say of their rights."""

from django.conf import settings
from django.utils.module_loading import import_string

from accounts.models import User


def credit_changed(*, user: User) -> None:
    """Tell other apps that a person's name as an artist, their copyright notice or their answer to AI training changed.

    The functions named in settings.CREDIT_CHANGE_STEPS are called with the user, in the caller's transaction.
    """
    for step in getattr(settings, "CREDIT_CHANGE_STEPS", ()):
        import_string(step)(user)
