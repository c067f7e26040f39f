"""Who may decide what."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from accounts.models import User
from social.models import Appeal, Case


def can_moderate(person: Any) -> bool:
    """Staff who were given the right to, and superusers."""
    return person.is_authenticated and person.is_active and person.is_staff and person.has_perm("social.moderate")


def require_moderator(person: Any) -> None:
    """Raises PermissionDenied for anyone else."""
    if not can_moderate(person):
        raise PermissionDenied(_("Only moderators decide about reports."))


def require_impartial(person: Any, case: Case) -> None:
    """Raises PermissionDenied where the case is about the person themselves, or anything of theirs."""
    if case.owner_id == person.pk:
        raise PermissionDenied(_("This is about yourself, or something of yours: another moderator decides about it."))


def require_another(person: Any, appeal: Appeal) -> None:
    """Raises PermissionDenied for who made the decision that an appeal is against, superusers too."""
    if appeal.decision.decided_by_id == person.pk:
        raise PermissionDenied(_("You have made this decision: another moderator judges the appeal."))


def require_suspendable(person: Any, owner: User) -> None:
    """Raises PermissionDenied where the owner is of the staff and the person no superuser."""
    if owner.is_staff and not person.is_superuser:
        raise PermissionDenied(_("Only a superuser suspends staff."))
