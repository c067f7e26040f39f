"""Walks: what a reading of a feed recommends, chosen once at its beginning."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Subquery
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from gallery.models import Artwork
from social.actions.people import lock_people
from social.feed.candidates import blocked_either_way
from social.feed.choosing import choose
from social.models import Follow, Recommendation, Walk

REUSED = timedelta(minutes=10)
"""Within so long whoever begins again meets the same recommendations, unless they follow somebody more."""
KEPT = 3
"""So many walks of a person are kept: those of the tabs that they may have open."""


class Recommended(NamedTuple):
    """A work of a walk, and why: with the title of the liked work it is for, where the viewer may see that, or a tag."""

    rank: int
    artwork_id: UUID
    reason: str
    tag: str
    liked: str | None


def walk_of(viewer: Any, *, now: datetime) -> UUID:
    """The walk that a reading which begins now goes on. Raises Conflict where the account went meanwhile."""
    followed_since = Follow.objects.filter(follower=OuterRef("user"), followed_at__gt=OuterRef("started_at"))
    recent = Walk.objects.filter(~Exists(followed_since), user=viewer.pk, started_at__gt=now - REUSED)
    there = recent.order_by("-started_at", "-pk").values_list("pk", flat=True).first()
    return there or begin(viewer, now=now)


def begin(viewer: Any, *, now: datetime) -> UUID:
    """A new walk, with what it recommends. What is chosen is chosen before the transaction, which is short."""
    chosen = choose(viewer, now=now)
    walk = Walk(user_id=viewer.pk, started_at=now)
    places = [Recommendation(walk=walk, rank=rank, **each._asdict()) for rank, each in enumerate(chosen)]
    with transaction.atomic():
        if viewer.pk not in lock_people(viewer.pk):
            raise Conflict(_("Your account has changed meanwhile. Please try again."))
        walk.save(force_insert=True)
        Recommendation.objects.bulk_create(places)
        theirs = Walk.objects.filter(user=viewer.pk).order_by("-started_at", "-pk")
        Walk.objects.filter(pk__in=list(theirs.values_list("pk", flat=True)[KEPT:])).delete()
    return walk.pk


def still_recommended(viewer: Any, *, walk_id: UUID, rank: int, limit: int) -> list[Recommended]:
    """What a walk of the viewer recommends from a rank on, at most so many, without what they may no longer see or what is no
    longer for everyone; nothing for a walk that is forgotten. One query."""
    seen = Artwork.objects.visible_to(viewer)
    standing = Exists(seen.filter(pk=OuterRef("artwork"), is_mature=False))
    theirs = Recommendation.objects.filter(standing, walk=walk_id, walk__user=viewer.pk, rank__gte=rank)
    kept = theirs.exclude(blocked_either_way(viewer, "artwork__owner"))
    liked = Subquery(seen.filter(pk=OuterRef("liked")).values("title")[:1])
    rows = kept.order_by("rank").values_list("rank", "artwork_id", "reason", "detail", liked)
    return [Recommended(*row) for row in rows[:limit]]
