"""What people look at, like, pass on and speak of of late, as a number that fades.

The trend of a work that anyone may see is, over its deeds of the last 30 days,

    Σ weight · 2^(-age / 7 days),    a look weighs 1, a like 5, a share 8, a comment 10,

exponential decay with a half-life of a week. Age is counted in whole days (UTC): a deed of today counts whole, one of a week ago
half. Of one person or visitor one look at a work counts a day, and of one person one like, one share and one comment; what an
artist does with their own work does not, nor what a visitor passes on, since of shares it is not kept which visitor it was. Of
comments only those count that others read. A hidden work has none. The trend of a gallery that is public is the sum of its public
works' and of the looks at itself, weighed alike; that of an artist the sum of their public works'.

Since ages change at midnight alone, most numbers stay as they are between, and only those that are others are written.
"""

import logging
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet, Sum
from django.utils import timezone

from accounts.models import Artist
from gallery.models import Artwork, Gallery, GalleryArtwork, Visit
from social.models import Comment, Like, Share

logger = logging.getLogger("atelier.portfolio")

WINDOW = 30
"""Days whose deeds count, today included."""
HALF_LIFE = 7
LOOK, LIKE, SHARE, COMMENT = 1.0, 5.0, 8.0, 10.0
BATCH = 500
TOLD_EVERY = 10_000
DIGITS = 6

Trends = Mapping[UUID, float]


def renew_trends() -> dict[str, int]:
    """Writes all trends anew; returns of each kind how many changed. It may be stopped and run again at any time, and beside
    itself: each number is worked out from the deeds, not from what it was."""
    works, galleries = looks_at("artwork"), looks_at("gallery")
    add(works, deeds_on_works(Like.objects.all(), by="user", at="liked_at", weight=LIKE))
    add(works, deeds_on_works(Share.objects.all(), by="user", at="shared_at", weight=SHARE))
    add(works, deeds_on_works(Comment.objects.filter(is_live=True), by="commenter", at="created_at", weight=COMMENT))
    changed = {"artworks": write(Artwork.objects.all(), works, counts=Q(is_public=True))}
    hung = GalleryArtwork.objects.filter(artwork__is_public=True, artwork__trend__gt=0)
    add(galleries, summed(hung, of="gallery", trend="artwork__trend"))
    changed["galleries"] = write(Gallery.objects.all(), galleries, counts=Q(visibility="public"))
    artists = summed(Artwork.objects.public().filter(trend__gt=0), of="owner", trend="trend")
    changed["artists"] = write(Artist.objects.all(), artists, counts=Q())
    logger.info("trends renewed", extra=changed)
    return changed


def looks_at(kind: str) -> dict[UUID, float]:
    """What the looks at works (`artwork`) or galleries (`gallery`) count. A query for each day, which reads the rows of that
    day alone and asks the database for no arithmetic of dates."""
    found: dict[UUID, float] = defaultdict(float)
    for age in range(WINDOW):
        looks = Visit.objects.filter(at__gte=midnight(age), at__lt=midnight(age - 1), **{f"{kind}__isnull": False})
        people = looks.order_by().values_list(kind).annotate(people=Count("viewer_key", distinct=True))
        for thing, number in people.iterator():
            found[thing] += number * LOOK * faded(age)
    return found


def deeds_on_works(deeds: QuerySet[Any], *, by: str, at: str, weight: float) -> dict[UUID, float]:
    """What the deeds of people count, each of which names a work, who did it (`by`) and when (`at`). One query, read by date, so
    that no more than a day's must be remembered to count each person once."""
    found: dict[UUID, float] = defaultdict(float)
    others = deeds.exclude(**{by: F("artwork__owner")}).filter(**{f"{by}__isnull": False})
    rows = others.filter(**{f"{at}__gte": midnight(WINDOW - 1)}).order_by(at).values_list("artwork", by, at)
    tomorrow = midnight(-1)
    for age, day in groupby(rows.iterator(), key=lambda row: (tomorrow - row[2]).days):
        for work, _person in {row[:2] for row in day}:
            found[work] += weight * faded(age)
    return found


def midnight(age: int) -> datetime:
    """The beginning of the day that is so many days old; of tomorrow for -1."""
    today = datetime.combine(timezone.now().astimezone(UTC).date(), time(), UTC)
    return today - timedelta(days=age)


def faded(age: int) -> float:
    return 2.0 ** (-max(0, age) / HALF_LIFE)


def summed(rows: QuerySet[Any], *, of: str, trend: str) -> dict[UUID, float]:
    return dict(rows.order_by().values_list(of).annotate(total=Sum(trend)))


def add(trends: dict[UUID, float], more: Trends) -> None:
    for thing, number in more.items():
        trends[thing] = trends.get(thing, 0.0) + number


def write(things: QuerySet[Any], trends: Trends, *, counts: Q) -> int:
    """Writes the trends that are others than they were, 0 for all that have none or do not count; returns how many."""
    had = set(things.filter(trend__gt=0).values_list("pk", flat=True))
    changed = done = 0
    for ids in batches(sorted(had | trends.keys())):
        there = things.filter(pk__in=ids)
        wanted = {pk: round(trends.get(pk, 0.0), DIGITS) for pk in there.filter(counts).values_list("pk", flat=True)}
        rows = [(pk, was, wanted.get(pk, 0.0)) for pk, was in there.values_list("pk", "trend")]
        moved = [things.model(pk=pk, trend=now) for pk, was, now in rows if now != was]
        changed += things.bulk_update(moved, ["trend"]) if moved else 0
        done += len(ids)
        if done % TOLD_EVERY == 0:
            logger.info("trends: %d %s so far", done, things.model._meta.verbose_name_plural)
    return changed


def batches(ids: list[UUID]) -> Iterator[list[UUID]]:
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
