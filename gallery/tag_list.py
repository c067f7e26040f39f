"""The tags that somebody may see, counted for them, in one of three orders.

What the public sees of a tag is a column, `public_count`. What a viewer sees beside it (their own hidden pictures, those that
are shared with them) is counted from their side, and merged in: nothing that is asked walks through all pictures of a tag.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Any

from django.db.models import Count, QuerySet
from django.utils import timezone

from gallery.models import Image, ImageTag, Tag

HALF_LIFE = timedelta(days=14)
WINDOW = timedelta(days=90)
NEWEST = 1_000
"""Of so many pictures the trend is told: the newest within the window that the viewer may see."""

Known = tuple[int, str, str, int]
OF_TAG = ("tag", "tag__name", "tag__slug", "tag__public_count")
"""What is known of a tag without counting: `Known`."""


@dataclass(frozen=True)
class Used:
    """A tag with the number of pictures that the viewer sees it on and, where that was asked for, its trend."""

    name: str
    slug: str
    usage: int
    trend: float = 0.0


ORDERS: dict[str, Callable[[Used], tuple]] = {
    "popular": lambda tag: (-tag.usage, tag.name),
    "trending": lambda tag: (-tag.trend, -tag.usage, tag.name),
    "name": lambda tag: (tag.name,),
}


class TagList:
    """Counted and sliced as a queryset is: one query for the count, one for a slice, and before them one each for what is
    hidden but to the viewer and for the trend, where there may be any."""

    def __init__(self, viewer: Any, *, prefix: str = "", order: str = "popular", backwards: bool = False) -> None:
        self.key, self.backwards = ORDERS[order], backwards
        used = ImageTag.objects.filter(tag__name__begins=prefix) if prefix else ImageTag.objects.all()
        hidden = hidden_uses(used, viewer) if viewer.is_authenticated else {}
        trends = trend(used, viewer) if order == "trending" else {}
        known = {*hidden, *trends}
        self.merged = {each[0] for each in known}
        self.unseen = sum(public == 0 for *_name, public in hidden)
        told = (used_by(each, hidden.get(each, 0), trends.get(each, 0.0)) for each in known)
        self.special = sorted(told, key=self.key, reverse=backwards)
        public = Tag.objects.in_public_use().beginning(prefix)
        ordered = public.by_name() if order == "name" else public.by_use()
        self.public = ordered.reverse() if backwards else ordered

    def count(self) -> int:
        return self.public.count() + self.unseen

    def __getitem__(self, where: slice) -> list[Used]:
        """A slice from the beginning costs its end, not its length: what was merged in has no place in the database."""
        rows = self.public.values_list("pk", "name", "slug", "public_count")[: where.stop + len(self.merged)]
        others = (used_by(row) for row in rows if row[0] not in self.merged)
        everything = heapq.merge(self.special, others, key=self.key, reverse=self.backwards)
        return list(islice(everything, where.start, where.stop))


def used_by(known: Known, hidden: int = 0, trend: float = 0.0) -> Used:
    _pk, name, slug, public = known
    return Used(name, slug, public + hidden, trend)


def hidden_uses(used: QuerySet[ImageTag], viewer: Any) -> dict[Known, int]:
    """On how many pictures that the viewer may see and the public may not each tag stands."""
    there = used.filter(image__in=Image.objects.all().hidden_but_to(viewer)).order_by()
    return {row[:4]: row[4] for row in there.values_list(*OF_TAG).annotate(uses=Count("pk"))}


def trend(used: QuerySet[ImageTag], viewer: Any) -> dict[Known, float]:
    """How much each tag is used of late: the sum of 2^(-age / 14 days) over the newest 1,000 pictures of the last 90 days that
    the viewer may see. A picture of today counts 1, one of two weeks ago a half (exponential decay)."""
    now = timezone.now()
    newest = Image.objects.visible_to(viewer).filter(uploaded_at__gt=now - WINDOW).order_by("-uploaded_at", "-pk")
    found: dict[Known, float] = defaultdict(float)
    for *known, uploaded_at in used.filter(image__in=newest.values("pk")[:NEWEST]).values_list(*OF_TAG, "uploaded_at"):
        found[tuple(known)] += 2 ** -((now - uploaded_at) / HALF_LIFE)
    return found
