"""The tags that somebody may see, counted for them, in one of three orders.

What the public sees of a tag is a column, `public_count`, of pictures and works together. What a viewer sees beside it (their
own hidden pictures and works, pictures that are shared with them) is counted from their side, and merged in: no order walks
through all that a tag stands on. On how many works alone it stands is a column too, `public_artwork_count`.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import Count, QuerySet
from django.utils import timezone

from gallery.models import Artwork, ArtworkTag, Image, ImageTag, Tag

HALF_LIFE = timedelta(days=14)
WINDOW = timedelta(days=90)
NEWEST = 1_000
"""Of so many pictures and as many works the trend is told: the newest within the window that the viewer may see."""

Known = tuple[int, str, str, int, int]
OF_TAG = ("tag", "tag__name", "tag__slug", "tag__public_count", "tag__public_artwork_count")
"""What is known of a tag without counting: `Known`."""


@dataclass(frozen=True)
class Used:
    """A tag with the number of pictures and works that the viewer sees it on, how many of them are works and, where that was
    asked for, its trend."""

    name: str
    slug: str
    usage: int
    works: int
    trend: float = 0.0


class Uses(NamedTuple):
    """On how many pictures and on how many works a tag stands."""

    pictures: int
    works: int


NONE = Uses(0, 0)
ORDERS: dict[str, Callable[[Used], tuple]] = {
    "popular": lambda tag: (-tag.usage, tag.name),
    "trending": lambda tag: (-tag.trend, -tag.usage, tag.name),
    "name": lambda tag: (tag.name,),
}


class TagList:
    """Counted and sliced as a queryset is: one query for the count, one for a slice, and before them two each for what is
    hidden but to the viewer and for the trend, where there may be any."""

    def __init__(self, viewer: Any, *, prefix: str = "", order: str = "popular", backwards: bool = False) -> None:
        self.key, self.backwards = ORDERS[order], backwards
        hidden = hidden_uses(viewer, prefix) if viewer.is_authenticated else {}
        trends = trend(viewer, prefix) if order == "trending" else {}
        known = {*hidden, *trends}
        self.merged = {each[0] for each in known}
        self.unseen = sum(public == 0 for *_name, public, _works in hidden)
        told = (used_by(each, hidden.get(each, NONE), trends.get(each, 0.0)) for each in known)
        self.special = sorted(told, key=self.key, reverse=backwards)
        public = Tag.objects.in_public_use().beginning(prefix)
        ordered = public.by_name() if order == "name" else public.by_use()
        self.public = ordered.reverse() if backwards else ordered

    def count(self) -> int:
        return self.public.count() + self.unseen

    def __getitem__(self, where: slice) -> list[Used]:
        """A slice from the beginning costs its end, not its length: what was merged in has no place in the database."""
        rows = self.public.values_list("pk", *(name.removeprefix("tag__") for name in OF_TAG[1:]))[
            : where.stop + len(self.merged)
        ]
        others = (used_by(row) for row in rows if row[0] not in self.merged)
        everything = heapq.merge(self.special, others, key=self.key, reverse=self.backwards)
        return list(islice(everything, where.start, where.stop))


def used_by(known: Known, hidden: Uses = NONE, trend: float = 0.0) -> Used:
    _pk, name, slug, public, works = known
    return Used(name, slug, public + hidden.pictures + hidden.works, works + hidden.works, trend)


def beginning(rows: QuerySet, prefix: str) -> QuerySet:
    """Those of these rows of pictures' or works' tags whose tag begins so."""
    return rows.filter(tag__name__begins=prefix) if prefix else rows


def hidden_uses(viewer: Any, prefix: str) -> dict[Known, Uses]:
    """On how many pictures and works that the viewer may see and the public may not each tag stands. Two queries."""
    images = ImageTag.objects.filter(image__in=Image.objects.all().hidden_but_to(viewer))
    works = ArtworkTag.objects.filter(artwork__in=Artwork.objects.all().hidden_but_to(viewer))
    of_images, of_works = uses_of(beginning(images, prefix)), uses_of(beginning(works, prefix))
    return {known: Uses(of_images.get(known, 0), of_works.get(known, 0)) for known in of_images.keys() | of_works}


def uses_of(rows: QuerySet) -> dict[Known, int]:
    """How many of these rows there are of each tag. One query."""
    return {row[:-1]: row[-1] for row in rows.order_by().values_list(*OF_TAG).annotate(uses=Count("pk"))}


def trend(viewer: Any, prefix: str) -> dict[Known, float]:
    """How much each tag is used of late: the sum of 2^(-age / 14 days) over the newest 1,000 pictures and the newest 1,000 works
    of the last 90 days that the viewer may see; what is still to appear has no age. A picture of today counts 1, one of two weeks
    ago a half (exponential decay). Two queries."""
    now = timezone.now()
    images = Image.objects.visible_to(viewer).filter(uploaded_at__gt=now - WINDOW).order_by("-uploaded_at", "-pk")
    works = Artwork.objects.visible_to(viewer).filter(sort_date__gt=now - WINDOW, sort_date__lte=now)
    newest = works.order_by("-sort_date", "-pk")
    of_images = ImageTag.objects.filter(image__in=images.values("pk")[:NEWEST]).values_list(*OF_TAG, "uploaded_at")
    of_works = ArtworkTag.objects.filter(artwork__in=newest.values("pk")[:NEWEST])
    found: dict[Known, float] = defaultdict(float)
    for rows in (of_images, of_works.values_list(*OF_TAG, "artwork__sort_date")):
        for *known, since in beginning(rows, prefix):
            found[tuple(known)] += 2 ** -((now - since) / HALF_LIFE)
    return found
