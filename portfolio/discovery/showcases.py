"""What an artist's answer shows of their works: a few of them, and their galleries."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery, Window
from django.db.models.expressions import OrderBy
from django.db.models.functions import RowNumber

from gallery.models import Artwork, Gallery
from portfolio.models import Feature, Target

MOST_WORKS = 6
MOST_GALLERIES = 12

ByArtist = dict[UUID, list[UUID]]


def featured_works(artist_ids: Collection[UUID], viewer: Any) -> ByArtist:
    """The ids of up to six works of each artist that the viewer may see: what staff put forward and still stands, the last
    first, then by popularity. One query, which sorts all the works of these artists."""
    standing = Feature.objects.standing().filter(target_type=Target.ARTWORK, target_id=OuterRef("pk"))
    works = Artwork.objects.visible_to(viewer).filter(owner__in=artist_ids)
    works = works.annotate(picked_at=Subquery(standing.values("created_at")))
    order = [F("picked_at").desc(nulls_last=True), F("popularity").desc(), F("sort_date").desc(), F("pk").desc()]
    return first_of_each(works, order, MOST_WORKS)


def newest_galleries(artist_ids: Collection[UUID], viewer: Any) -> ByArtist:
    """The ids of up to twelve galleries of each artist that are listed to the viewer, the newest first. One query."""
    galleries = Gallery.objects.visible_to(viewer).filter(owner__in=artist_ids)
    return first_of_each(galleries, [F("created_at").desc(), F("pk").desc()], MOST_GALLERIES)


def first_of_each(things: QuerySet[Any], order: list[OrderBy], most: int) -> ByArtist:
    place = Window(RowNumber(), partition_by=F("owner"), order_by=order)
    rows = things.annotate(place=place).filter(place__lte=most).order_by("owner", "place")
    found: ByArtist = defaultdict(list)
    for owner_id, thing_id in rows.values_list("owner_id", "pk"):
        found[owner_id].append(thing_id)
    return found
