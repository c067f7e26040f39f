"""A commission, held while one of its parties does something in it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from portfolio.commissions.parties import ids_of
from portfolio.models import Commission
from portfolio.permissions import commission_roles
from social.actions.people import lock_people


def hold(commission: Commission, *, by: Any) -> Commission:
    """The commission as it is now, locked until the transaction ends, behind its parties.

    Raises Commission.DoesNotExist for anyone but a party, and Conflict where their own account went or was shut meanwhile.
    """
    if not commission_roles(by, commission):
        raise Commission.DoesNotExist
    if by.pk not in lock_people(*ids_of(commission)):
        raise Conflict(_("Your account has changed meanwhile. Please try again."))
    return Commission.objects.visible_to(by).select_for_update(no_key=True).get(pk=commission.pk)


def require_role(role: str, commission: Commission, *, by: Any) -> None:
    """Raises PermissionDenied for the other party."""
    if role not in commission_roles(by, commission):
        raise PermissionDenied
