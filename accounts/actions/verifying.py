"""Saying of artists that they are who they say. Each is noted beside the artist, where the admin shows it."""

from django.contrib.admin.models import CHANGE
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actions.notes import note
from accounts.models import Artist, User


@transaction.atomic
def verify_artist(*, artist: Artist, by: User) -> bool:
    """Says of an artist that staff know who they are; returns whether that is new. Who was verified before stays so, by whom and
    since when they were.

    Raises PermissionDenied for anyone but staff, and of oneself.
    """
    require_verifier(artist, by)
    unverified = Artist.objects.filter(pk=artist.pk, verified_at__isnull=True)
    if not unverified.update(verified_at=timezone.now(), verified_by=by):
        return False
    note([artist], CHANGE, "Verified.", by=by)
    return True


@transaction.atomic
def unverify_artist(*, artist: Artist, by: User) -> bool:
    """Says so no longer; returns whether it was said. Raises as `verify_artist` does."""
    require_verifier(artist, by)
    verified = Artist.objects.filter(pk=artist.pk, verified_at__isnull=False)
    if not verified.update(verified_at=None, verified_by=None):
        return False
    note([artist], CHANGE, "Verified no longer.", by=by)
    return True


def require_verifier(artist: Artist, by: User) -> None:
    """Raises PermissionDenied where they may not."""
    if not by.is_staff:
        raise PermissionDenied(_("Only staff verify artists."))
    if by.pk == artist.pk:
        raise PermissionDenied(_("Another one of the staff verifies you."))
