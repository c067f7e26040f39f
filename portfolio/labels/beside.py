"""What leads on from a work: its tags, and the works of its artist that hang beside it."""

from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from gallery.api.pictures import Row
from gallery.models import Artwork, ArtworkTag


class Tagged(NamedTuple):
    """A tag where it is linked to."""

    name: str
    slug: str


class Neighbour(NamedTuple):
    """A work where it is linked to by its title."""

    id: UUID
    title: str


class Beside(NamedTuple):
    """The artist's works before and after one, in the order of their portfolio; None at either end."""

    previous: Neighbour | None
    next: Neighbour | None


def tags_of(artwork_id: UUID) -> list[Tagged]:
    """The tags of a work, in alphabetical order. One query."""
    rows = ArtworkTag.objects.filter(artwork=artwork_id).order_by("tag__name").values_list("tag__name", "tag__slug")
    return [Tagged(*row) for row in rows]


def beside(work: Row, *, viewer: Any) -> Beside:
    """Of this work, the newer one and the older one that the viewer may see. Three queries."""
    works = Artwork.objects.visible_to(viewer).filter(owner=work["artist"]["id"])
    date = works.filter(pk=work["id"]).values_list("sort_date", flat=True).first()
    if date is None:  # it went meanwhile
        return Beside(None, None)
    newer = Q(sort_date__gt=date) | Q(sort_date=date, pk__gt=work["id"])
    older = Q(sort_date__lt=date) | Q(sort_date=date, pk__lt=work["id"])
    return Beside(
        first_of(works.filter(newer).order_by("sort_date", "pk")),
        first_of(works.filter(older).order_by("-sort_date", "-pk")),
    )


def first_of(works: QuerySet[Artwork]) -> Neighbour | None:
    row = works.values_list("pk", "title").first()
    return Neighbour(*row) if row else None
