"""Keeping people away, and letting them near again."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from social.actions.follows import end
from social.actions.people import lock_parties, lock_people
from social.models import Block


@transaction.atomic
def set_block(*, artist_id: UUID, by: Any, blocked: bool) -> bool:
    """Has a person keep another away, or no longer; tells whether that is new. A block ends what follows there are between
    them, both ways.

    Raises ValidationError (`artist_id`) for oneself and, of a block to be made, User.DoesNotExist for who is not there or shut
    out, Conflict where one's own account went meanwhile.
    """
    if artist_id == by.pk:
        raise ValidationError({"artist_id": ValidationError(_("You cannot block yourself."), code="invalid")})
    if not blocked:
        return bool(lift(blocker_id=by.pk, blocked_id=artist_id))
    lock_parties(by=by.pk, other=artist_id)
    _block, is_new = Block.objects.get_or_create(blocker=by, blocked_id=artist_id)
    end((by.pk, artist_id), (artist_id, by.pk))
    return is_new


@transaction.atomic
def lift(*, blocker_id: UUID, blocked_id: UUID) -> int:
    """Deletes the block where there is one, of people who are shut out too; tells how many went."""
    lock_people(blocker_id, blocked_id)
    deleted, _rows = Block.objects.filter(blocker=blocker_id, blocked=blocked_id).delete()
    return deleted
