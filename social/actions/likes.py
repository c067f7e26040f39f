"""Liking works, and liking them no longer."""

from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Greatest
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from gallery.actions.reach import in_batches, lock
from gallery.models import Artwork
from social.actions.people import lock_people
from social.models import Like
from social.notifying import notify, withdraw
from social.permissions import require_unblocked


class Liking(NamedTuple):
    """Whether somebody likes a work now, and how many do."""

    liked: bool
    like_count: int


def set_like(*, artwork_id: UUID, by: Any, liked: bool | None = None) -> Liking:
    """Has a person like a work, or like it no longer; without `liked`, the other of the two. One's own work too.

    Raises Artwork.DoesNotExist for what they may not see, Blocked where its artist keeps them away (taking back stays theirs),
    and Conflict where their account went meanwhile.
    """
    visible = Artwork.objects.visible_to(by).filter(pk=artwork_id)
    owner_id = visible.values_list("owner", flat=True).get()
    with transaction.atomic():
        # People, then the work, as everywhere: from here on nobody else changes its count, and an account that is being deleted
        # gives back this like, or the like waits and finds nobody.
        if by.pk not in lock_people(by.pk, owner_id):
            raise Conflict(_("Your account has changed meanwhile. Please try again."))
        like_count = visible.select_for_update(no_key=True).values_list("like_count", flat=True).get()
        is_liked, change = settle(artwork_id, by=by, owner_id=owner_id, liked=liked)
    return Liking(is_liked, max(0, like_count + change))


@transaction.atomic
def take_back(*, like: Like, by: Any) -> None:
    """Takes a like back in its person's place, of a work that they may no longer see too."""
    lock_people(like.user_id, like.artwork.owner_id)
    lock([Artwork.objects.filter(pk=like.artwork_id)])
    end(Like.objects.filter(pk=like.pk), like.artwork_id, user_id=like.user_id)


def settle(artwork_id: UUID, *, by: Any, owner_id: UUID, liked: bool | None) -> tuple[bool, int]:
    """Makes or deletes the like; tells whether there is one now, and by how much the count of the work changed. To be called with
    both people and the work locked."""
    there = Like.objects.filter(artwork=artwork_id, user=by)
    is_liked = there.exists()
    wanted = not is_liked if liked is None else liked
    if wanted and not is_liked:
        require_unblocked(by, owner_id)
        Like.objects.create(artwork_id=artwork_id, user=by)
        add_to_count([artwork_id], 1)
        notify("like", recipient_id=owner_id, actor=by, target_type="artwork", target_id=artwork_id)
    elif is_liked and not wanted:
        end(there, artwork_id, user_id=by.pk)
    return wanted, int(wanted) - int(is_liked)


def end(there: QuerySet[Like], artwork_id: UUID, *, user_id: UUID) -> None:
    """Deletes the like, and counts; nothing where it went meanwhile."""
    deleted, _rows = there.delete()
    if deleted:
        add_to_count([artwork_id], -1)
        withdraw("like", actor_id=user_id, target_id=artwork_id)


def add_to_count(artworks: list[UUID], change: int) -> None:
    """Stops at 0: a count that has drifted must not keep a like from being taken back."""
    Artwork.objects.filter(pk__in=artworks).update(like_count=Greatest(F("like_count") + change, Value(0)))


@transaction.atomic
def delete_likes_of(user: Any) -> None:
    """Takes back all that a person likes, before their account goes: the counts of the works fall.

    What it takes is locked already (`social.actions.leaving`).
    """
    liked = list(Like.objects.filter(user=user).values_list("artwork", flat=True))
    Like.objects.filter(user=user).delete()
    for some in in_batches(liked):
        add_to_count(some, -1)
