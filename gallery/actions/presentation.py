"""How large others get an artist's works."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Artist, User
from accounts.models.artist import PublicSize
from gallery.actions.publishing import follow_terms


@transaction.atomic
def change_public_size(*, by: User, size: str) -> None:
    """Sets the largest copy that others get of a person's works, one of `PublicSize`. What is published beyond it is withdrawn.

    Raises ValidationError on `public_image_size`.
    """
    if size not in PublicSize.values:
        message = _("Choose one of: %(choices)s.") % {"choices": ", ".join(PublicSize.values)}
        raise ValidationError({"public_image_size": ValidationError(message, code="invalid_choice")})
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    if Artist.objects.filter(pk=by.pk).exclude(public_image_size=size).update(public_image_size=size):
        follow_terms(by.pk)
