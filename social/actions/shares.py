"""Passing works on."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest

from gallery.actions.reach import lock
from gallery.models import Artwork
from social.actions.people import lock_people
from social.models import Share

LINK = "link"


@transaction.atomic
def share_artwork(*, artwork_id: UUID, by: Any, channel: str = LINK) -> int:
    """Notes that somebody, a visitor too, passed a work on by a `channel`; tells how often anybody has.

    Raises ValidationError (`channel`) for what is no name of up to 30 small letters, digits, `-` and `_`, Artwork.DoesNotExist
    for what they may not see.
    """
    share = Share(artwork_id=artwork_id, channel=channel)
    share.clean_fields(exclude=["artwork", "user"])
    # Of somebody whose account went meanwhile it is a visitor's.
    if by.is_authenticated and lock_people(by.pk):
        share.user = by
    Artwork.objects.visible_to(by).select_for_update(no_key=True).values_list("pk").get(pk=artwork_id)
    share.save(force_insert=True)
    add_to_count(artwork_id, 1)
    return Artwork.objects.values_list("share_count", flat=True).get(pk=artwork_id)


@transaction.atomic
def take_back(*, share: Share, by: Any) -> None:
    """Takes away one time that a work was passed on, by staff."""
    lock([Artwork.objects.filter(pk=share.artwork_id)])
    deleted, _rows = Share.objects.filter(pk=share.pk).delete()
    if deleted:
        add_to_count(share.artwork_id, -1)


def add_to_count(artwork_id: UUID, change: int) -> None:
    """Stops at 0, as of likes."""
    changed = Greatest(F("share_count") + change, Value(0))
    Artwork.objects.filter(pk=artwork_id).update(share_count=changed)
