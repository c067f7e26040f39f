"""What staff say of works: for adults, or not."""

from typing import Any

from django.contrib.admin.models import CHANGE
from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.actions.notes import note
from gallery.actions.artworks import change_artwork
from gallery.models import Artwork


@transaction.atomic
def set_maturity(*, artwork: Artwork, is_mature: bool, by: Any) -> bool:
    """Flags another's work as mature, or takes the flag away, and notes who did; returns whether that changed anything.

    Raises PermissionDenied for all but staff (artists flag their own by changing them), and Artwork.DoesNotExist where it went.
    """
    if not by.is_staff:
        raise PermissionDenied
    if artwork.is_mature == is_mature:
        return False
    change_artwork(artwork=artwork, by=by, is_mature=is_mature)
    note([artwork], CHANGE, "Flagged as mature." if is_mature else "Flagged as mature no longer.", by=by)
    return True
