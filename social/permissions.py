"""What people may do to each other, as predicates with names."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.exceptions import Refused
from social.models import Block


class Blocked(Refused):
    """Somebody whom it concerns keeps this person away (403)."""

    status = 403
    code = "blocked"


def require_unblocked(by: Any, *people_ids: UUID | None) -> None:
    """Raises Blocked where any of these people keeps `by` away; None, whose account has gone, keeps nobody. One query.

    To be called with `by` locked (`social.actions.people.lock_people`), as whoever blocks them locks them too: what was asked
    then holds until the transaction ends.
    """
    if Block.objects.filter(blocker__in=set(people_ids) - {None}, blocked=by.pk).exists():
        raise Blocked(_("You have been blocked from this."))


def can_edit_comment(viewer: Any, commenter_id: UUID | None) -> bool:
    """Its author alone."""
    return viewer.is_authenticated and viewer.pk == commenter_id


def can_delete_comment(viewer: Any, commenter_id: UUID | None, artist_id: UUID) -> bool:
    """Its author, the artist below whose work it stands, and staff."""
    return viewer.is_authenticated and (viewer.is_staff or viewer.pk in {commenter_id, artist_id})
