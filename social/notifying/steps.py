"""What other rooms call, by the settings' lists, each in the transaction of what it is about."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from gallery.actions.reach import in_batches
from gallery.models import AlbumShare, Artwork
from social.models import Cause, Follow, Notification
from social.notifying.deeds import notify
from social.notifying.origin import origin
from social.notifying.reckoning import forget_empty, lock, reckon


def announce_artworks(artwork_ids: Sequence[UUID]) -> None:
    """Has the followers of their artists told of works that anyone may see from now on (settings.ARTWORKS_PUBLISHED_STEPS)."""
    from social.tasks import announce_to_followers

    by_artist: dict[UUID, list[str]] = defaultdict(list)
    followed = Exists(Follow.objects.filter(artist=OuterRef("owner")))
    for some in in_batches(artwork_ids):
        for artist_id, work_id in Artwork.objects.filter(followed, pk__in=some).values_list("owner", "pk"):
            by_artist[artist_id].append(str(work_id))
    for artist_id, works in by_artist.items():
        announce_to_followers.enqueue(str(artist_id), works, origin())


def tell_album_shared(share: AlbumShare) -> None:
    """Tells a person that an album was opened to them (settings.ALBUM_SHARED_STEPS)."""
    if share.user_id is not None:
        notify(
            "album_shared",
            recipient_id=share.user_id,
            actor=share.album.owner,
            target_type="album",
            target_id=share.album_id,
            object_id=share.pk,
        )


def follow_standing(user: Any) -> None:
    """Counts anew what others are told of somebody who was shut out or let in again (settings.ACCOUNT_STANDING_STEPS)."""
    for some in in_batches(lines_about(user)):
        reckon(lock(some))


def forget_person(user: Any) -> None:
    """Takes out of what others are told what somebody did, and deletes what they were told themselves, before their account goes
    (settings.ACCOUNT_DELETION_STEPS). Works are locked before lines, so by a step before this one."""
    for some in in_batches(lines_about(user)):
        lines = lock(some)
        Cause.objects.filter(actor=user, notification__in=lines).delete()
        forget_empty(lines)
        reckon(lines)
    Cause.objects.filter(actor=user).delete()
    Cause.objects.filter(recipient=user).delete()
    Notification.objects.filter(recipient=user).delete()


def lines_about(user: Any) -> set[UUID]:
    causes = Cause.objects.filter(actor=user, is_standing=True, notification__isnull=False)
    return set(causes.values_list("notification", flat=True))
