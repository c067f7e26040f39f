"""New works of the artists that a person follows, at the same cost however many they are and however far one has read."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from gallery.models import Artwork
from social.feed.places import Place, Point
from social.models import Follow, Recommendation

ORDER = ("-sort_date", "-pk")


class Found(NamedTuple):
    """A new work, where it stands, and whose it is."""

    point: Point
    artist_name: str


def newest_of_followed(viewer: Any, *, place: Place, limit: int) -> list[Found]:
    """The next works behind a place, at most `limit`. Two queries, three where artists were new at one instant.

    The first finds of each followed artist when their newest work is. The artists of the `limit` newest of these have so many
    works at least that are as new, and nobody else has a newer one: among them the second finds the page, and need not look
    beyond the oldest of them.
    """
    heads = heads_of_followed(viewer, place)
    foremost = list(heads[: limit + 1])
    oldest = foremost[limit - 1][1] if len(foremost) > limit else None
    if oldest and foremost[limit][1] == oldest:  # of one instant, and by their ids another may be first
        foremost = list(heads)
    works = behind(place).filter(owner__in=[artist for artist, at in foremost if at and (not oldest or at >= oldest)])
    if oldest:
        works = works.filter(sort_date__gte=oldest)
    rows = works.order_by(*ORDER).values_list("sort_date", "pk", "owner__artist__artist_name")[:limit]
    return [Found(Point(date, pk), name) for date, pk, name in rows]


def heads_of_followed(viewer: Any, place: Place) -> QuerySet[Follow, tuple[UUID, datetime | None]]:
    """Who was followed when the reading began, and is, each with the date of their newest work behind a place, the latest first;
    None, at the end, for who has none."""
    followed = Follow.objects.filter(follower=viewer.pk, followed_at__lte=place.begun_at)
    dates = Subquery(behind(place).filter(owner=OuterRef("artist")).order_by(*ORDER).values("sort_date")[:1])
    return followed.annotate(at=dates).order_by(F("at").desc(nulls_last=True)).values_list("artist", "at")


def behind(place: Place) -> QuerySet[Artwork]:
    """The works that anyone may see behind a place, without those that its walk recommends.

    What its artist has changed since the reading began stands on no later page: dated back, it would stand there again.
    """
    recommended = Recommendation.objects.filter(walk=place.walk_id).values("artwork")
    # As the condition of the index artwork_public_of_artist is written, and not by `public()`: else it is of no use.
    works = Artwork.objects.filter(is_public=True).exclude(pk__in=recommended)
    if place.point is None:
        return works
    date, artwork_id = place.point
    nearer = Q(sort_date__lt=date) | Q(sort_date=date, pk__lt=artwork_id)
    # The first half again, which an index answers.
    return works.filter(nearer, sort_date__lte=date, updated_at__lte=place.begun_at)
