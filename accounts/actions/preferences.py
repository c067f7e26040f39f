"""What a person decides once."""

from typing import Any

from django.db import transaction

from accounts.actions.credit import credit_changed
from accounts.models import User

IN_CREDIT = ("ai_training", "copyright_notice")
BY_KIND = ("notifications", "notification_mails")


@transaction.atomic
def change_preferences(*, user: User, changes: dict[str, Any]) -> None:
    """Set the preferences that are named, and of those BY_KIND the kinds that are named; the others stay.

    Raises FieldDoesNotExist for an unknown name. Values are taken as validated.
    """
    stored = User.objects.select_for_update().get(pk=user.pk)
    credit = [getattr(stored, name) for name in IN_CREDIT]
    for name, value in changes.items():
        User._meta.get_field(name)
        merged = getattr(stored, name) | value if name in BY_KIND else value
        setattr(stored, name, merged)
        setattr(user, name, merged)
    stored.save(update_fields=list(changes))
    if credit != [getattr(stored, name) for name in IN_CREDIT]:
        credit_changed(user=stored)
