"""People as those who do things to each other, held while they do."""

from uuid import UUID

from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from accounts.models import User


def lock_people(*people_ids: UUID) -> set[UUID]:
    """Locks these people until the transaction ends, and tells who of them is there and not shut out.

    In the order of their ids, and before anything else is locked. Whoever is told of a deed is among them: a row that names
    them waits for their account where it is being deleted, and that deletion for what the deed has locked.
    """
    people = User.objects.select_for_update(no_key=True).filter(pk__in=people_ids).order_by("pk")
    return {pk for pk, is_active in people.values_list("pk", "is_active") if is_active}


def lock_parties(*, by: UUID, other: UUID) -> None:
    """Locks who does something and to whom. Raises Conflict where the account of the first went or was shut meanwhile,
    User.DoesNotExist where the other's did."""
    there = lock_people(by, other)
    if by not in there:
        raise Conflict(_("Your account has changed meanwhile. Please try again."))
    if other not in there:
        raise User.DoesNotExist
