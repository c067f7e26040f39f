"""Following artists, and following them no longer."""

from collections import defaultdict
from itertools import chain
from typing import Any, NamedTuple
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest
from django.utils.translation import gettext as _

from accounts.actions import count
from accounts.exceptions import Conflict
from accounts.models import Statistics
from gallery.actions.reach import in_batches, lock
from social.actions.people import lock_parties, lock_people
from social.models import Block, Cause, Follow
from social.notifying import notify
from social.notifying.deeds import key_of, undo
from social.permissions import require_unblocked

Pair = tuple[UUID, UUID]
"""Who follows, and whom."""


class Following(NamedTuple):
    """Whether somebody follows an artist now, and how many do."""

    following: bool
    follower_count: int


@transaction.atomic
def set_follow(*, artist_id: UUID, by: Any, following: bool | None = None) -> Following:
    """Has a person follow an artist, or follow them no longer; without `following`, the other of the two.

    Raises ValidationError (`artist_id`) for oneself, User.DoesNotExist for who is not there or shut out, Blocked where the artist
    keeps them away, and Conflict where they keep the artist away, or their own account went meanwhile.
    """
    if artist_id == by.pk:
        raise ValidationError({"artist_id": ValidationError(_("You cannot follow yourself."), code="invalid")})
    lock_parties(by=by.pk, other=artist_id)
    is_following = Follow.objects.filter(follower=by, artist=artist_id).exists()
    wanted = not is_following if following is None else following
    if wanted and not is_following:
        begin(artist_id, by=by)
    elif is_following and not wanted:
        end((by.pk, artist_id))
    return Following(wanted, Statistics.objects.values_list("follower_count", flat=True).get(pk=artist_id))


def begin(artist_id: UUID, *, by: Any) -> None:
    """Makes the follow, and counts. To be called with both people locked."""
    require_unblocked(by, artist_id)
    if Block.objects.filter(blocker=by, blocked=artist_id).exists():
        raise Conflict(_("You have blocked this artist. Lift the block first."), code="blocking")
    Follow.objects.create(follower=by, artist_id=artist_id)
    count_follows([(by.pk, artist_id)], 1)
    notify("follow", recipient_id=artist_id, actor=by, target_type="artist", target_id=artist_id)


def end(*pairs: Pair) -> None:
    """Deletes what follows there are of these, counts, and tells of them no more. To be called with all these people locked."""
    ended = [pair for pair in pairs if Follow.objects.filter(follower=pair[0], artist=pair[1]).delete()[0]]
    if ended:
        count_follows(ended, -1)
        undo(Cause.objects.filter(key__in=[key_of("follow", *pair, None) for pair in ended]))


@transaction.atomic
def take_back(*, follow: Follow, by: Any) -> None:
    """Ends a follow in its person's place, of and by people who are shut out too."""
    lock_people(follow.follower_id, follow.artist_id)
    end((follow.follower_id, follow.artist_id))


def count_follows(pairs: list[Pair], change: int) -> None:
    """The numbers of all, in the order of their ids as whoever changes several, and before what people are told: whoever is shut
    out has their number of works changed before that too."""
    changes: dict[UUID, dict[str, int]] = defaultdict(dict)
    for follower_id, artist_id in pairs:
        changes[follower_id]["following_count"] = change
        changes[artist_id]["follower_count"] = change
    for person in sorted(changes):
        count(person, **changes[person])


@transaction.atomic
def delete_follows_of(user: Any) -> None:
    """Ends all follows of a person whose account goes, both ways: the numbers of the others fall.

    Before the step that locks what people are told, as everywhere. Nobody makes or ends one of these follows meanwhile: that
    takes the person, who is locked.
    """
    pairs = list(Follow.objects.of(user).values_list("follower", "artist"))
    Follow.objects.of(user).delete()
    lock(Statistics.objects.filter(pk__in=some) for some in in_batches({*chain(*pairs)}))
    for column, people in (
        ("follower_count", [artist for follower, artist in pairs if follower == user.pk]),
        ("following_count", [follower for follower, artist in pairs if artist == user.pk]),
    ):
        for some in in_batches(people):
            Statistics.objects.filter(pk__in=some).update(**{column: Greatest(F(column) - 1, Value(0))})
