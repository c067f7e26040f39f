"""How many of a list that has no pages."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from rest_framework.request import Request

DEFAULT, MOST = 12, 50


def limit_of(request: Request) -> int:
    """The query's `limit`, 12 where there is none. Raises ValidationError on it for anything but 1 to 50."""
    wanted = request.query_params.get("limit") or str(DEFAULT)
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 4 else 0
    if not 1 <= number <= MOST:
        raise ValidationError({"limit": ValidationError(_("Name a number from 1 to %d.") % MOST, code="invalid")})
    return number
