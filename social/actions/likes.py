"""Liking works, and liking them no longer."""

from typing import Any, NamedTuple
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Greatest
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from gallery.actions.albums import lock_owner
from gallery.actions.reach import in_batches, lock
from gallery.models import Artwork, Gallery
from social.models import Like


class Liking(NamedTuple):
    """Whether somebody likes a work now, and how many do."""

    liked: bool
    like_count: int


def set_like(*, artwork_id: UUID, by: Any, liked: bool | None = None) -> Liking:
    """Has a person like a work, or like it no longer; without `liked`, the other of the two. One's own work too.

    Raises Artwork.DoesNotExist for what they may not see, and Conflict where their account went meanwhile.
    """
    try:
        with transaction.atomic():
            # The person, then the work, as everywhere: from here on nobody else changes its count, and an account that is
            # being deleted gives back this like, or the like waits and finds nobody.
            lock_owner(by.pk)
            Artwork.objects.visible_to(by).select_for_update(no_key=True).values_list("pk").get(pk=artwork_id)
            return settle(Like.objects.filter(artwork=artwork_id, user=by), artwork_id, by=by, liked=liked)
    except IntegrityError as error:
        raise Conflict(_("Your account has changed meanwhile. Please try again.")) from error


@transaction.atomic
def take_back(*, like: Like, by: Any) -> None:
    """Takes a like back in its person's place, of a work that they may no longer see too."""
    lock_owner(like.user_id)
    lock([Artwork.objects.filter(pk=like.artwork_id)])
    settle(Like.objects.filter(pk=like.pk), like.artwork_id, by=like.user, liked=False)


def settle(there: QuerySet[Like], artwork_id: UUID, *, by: Any, liked: bool | None) -> Liking:
    """Makes or deletes the like, and counts. To be called with the work locked."""
    is_liked = there.exists()
    wanted = not is_liked if liked is None else liked
    if wanted and not is_liked:
        Like.objects.create(artwork_id=artwork_id, user=by)
        add_to_count([artwork_id], 1)
    elif is_liked and not wanted:
        there.delete()
        add_to_count([artwork_id], -1)
    return Liking(wanted, Artwork.objects.values_list("like_count", flat=True).get(pk=artwork_id))


def add_to_count(artworks: list[UUID], change: int) -> None:
    """Stops at 0: a count that has drifted must not keep a like from being taken back."""
    Artwork.objects.filter(pk__in=artworks).update(like_count=Greatest(F("like_count") + change, Value(0)))


@transaction.atomic
def delete_likes_of(user: Any) -> None:
    """Takes back all that a person likes, before their account goes: the counts of the works fall.

    Locks all that the deletion will need, in the order of everywhere: the person, galleries, works. Taken one kind after the
    other, two people who like each other's works and leave at once would wait for each other.
    """
    lock_owner(user.pk)
    lock([Gallery.objects.filter(owner=user)])
    liked = list(Like.objects.filter(user=user).values_list("artwork", flat=True))
    lock([Artwork.objects.filter(Q(owner=user) | Q(pk__in=Like.objects.filter(user=user).values("artwork")))])
    Like.objects.filter(user=user).delete()
    for some in in_batches(liked):
        add_to_count(some, -1)
