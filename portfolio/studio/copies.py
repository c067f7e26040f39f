"""Keeping one picture in place of others that show the same: what it gets of them, and what goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Sum

from gallery.models import Album, Artwork, Image, ImageTag


@dataclass(frozen=True)
class Gains:
    """What the picture that is kept gets of the others: names of albums that their owner sees, titles of works, tags; `freed` in
    bytes."""

    albums: list[str]
    works: list[str]
    tags: list[str]
    freed: int


def gains_of(kept: UUID, others: Sequence[UUID], *, owner: Any) -> Gains:
    """What merging these of a person's own would bring. Four queries."""
    gone = Image.objects.filter(owner=owner, pk__in=others)
    seen = Album.objects.visible_to(owner)
    albums = seen.filter(album_images__image__in=gone).exclude(album_images__image=kept).distinct()
    works = Artwork.objects.filter(views__image__in=gone).exclude(views__image=kept).distinct()
    had = ImageTag.objects.filter(image=kept).values("tag")
    tags = ImageTag.objects.filter(image__in=gone).exclude(tag__in=had).order_by("tag__name")
    return Gains(
        list(albums.order_by("name").values_list("name", flat=True)),
        list(works.order_by("title").values_list("title", flat=True)),
        list(tags.values_list("tag__name", flat=True).distinct()),
        gone.aggregate(bytes=Sum("file_size", default=0))["bytes"],
    )
