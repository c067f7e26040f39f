"""What staff do to exhibitions of others, at their desk: withhold them, show them again, call them off."""

from typing import Any

from django.contrib.admin.models import CHANGE
from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.actions.notes import note
from portfolio.exhibitions.searching import reindex_exhibitions
from portfolio.models import Exhibition
from portfolio.permissions import STAFF
from portfolio.workflow.tables import EXHIBITION
from social.actions.people import lock_people
from social.moderating.rights import can_moderate


@transaction.atomic
def withhold_exhibition(*, exhibition: Exhibition, by: Any, is_hidden: bool) -> bool:
    """Keeps an exhibition from all but its organiser, or shows it again; returns whether that changed anything. Noted beside it.

    Raises PermissionDenied for all but moderators, and Exhibition.DoesNotExist where it went meanwhile.
    """
    require_moderator(by)
    lock_people(exhibition.organizer_id, by.pk)
    present = Exhibition.objects.select_for_update(no_key=True).get(pk=exhibition.pk)
    if present.is_hidden == is_hidden:
        return False
    Exhibition.objects.filter(pk=present.pk).update(is_hidden=is_hidden)
    reindex_exhibitions([present.pk])
    note([present], CHANGE, "Withheld." if is_hidden else "Shown again.", by=by)
    return True


@transaction.atomic
def move_exhibition(*, exhibition: Exhibition, by: Any, target: str) -> None:
    """Moves an exhibition as the workflow lets staff do, and does what follows. Noted beside it.

    Raises PermissionDenied for all but moderators, and Conflict where that is not open, or it has moved meanwhile.
    """
    require_moderator(by)
    EXHIBITION.move(exhibition, target, roles={STAFF}, by=by)
    note([exhibition], CHANGE, f"Moved to {target}.", by=by)


def require_moderator(by: Any) -> None:
    if not can_moderate(by):
        raise PermissionDenied
