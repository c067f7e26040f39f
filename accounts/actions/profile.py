"""What a person says of themselves in public."""

from django.conf import settings
from django.utils.module_loading import import_string

from accounts.models import User


def profile_changed(*, user: User) -> None:
    """Tell other apps that a person's public profile is new or another.

    The functions named in settings.PROFILE_CHANGE_STEPS are called with the user, in the caller's transaction.
    """
    for step in getattr(settings, "PROFILE_CHANGE_STEPS", ()):
        import_string(step)(user)
