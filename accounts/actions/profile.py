"""What a person says of themselves in public."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from accounts.actions.credit import credit_changed
from accounts.models import Artist, User

CHANGEABLE = {"artist_name", "bio", "location", "specialties", "social_links", "contact_info", "show_contact"}


@transaction.atomic
def change_profile(*, user: User, **changes: Any) -> Artist:
    """Changes what is given of `CHANGEABLE` and nothing else; other apps are told, of another name as of another credit.

    Raises ValidationError by field.
    """
    if unknown := set(changes) - CHANGEABLE:
        raise ValidationError({name: _("This cannot be changed.") for name in unknown})
    artist = Artist.objects.select_for_update().get(pk=user.pk)
    name = artist.artist_name
    for field, value in changes.items():
        setattr(artist, field, value)
    artist.clean_fields(exclude=[field.name for field in Artist._meta.fields if field.name not in changes])
    artist.save(update_fields=list(changes))
    if artist.artist_name != name:
        credit_changed(user=user)
    profile_changed(user=user)
    return artist


def profile_changed(*, user: User) -> None:
    """Tell other apps that a person's public profile is new or another.

    The functions named in settings.PROFILE_CHANGE_STEPS are called with the user, in the caller's transaction.
    """
    for step in getattr(settings, "PROFILE_CHANGE_STEPS", ()):
        import_string(step)(user)
