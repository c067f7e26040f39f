"""What stands under a tag, and the tags that stand beside it."""

from collections import Counter
from typing import Any, NamedTuple

from django.db.models import QuerySet

from gallery.models import Artwork, ArtworkTag, Image, Tag
from portfolio.hanging.pictures import CARD

MOST_RELATED = 12
NEWEST = 200
"""Of so many works the tags are looked at."""
PICTURES = 24


class Related(NamedTuple):
    """A tag by its name and its slug."""

    name: str
    slug: str


def works_with(tag: Tag, viewer: Any) -> QuerySet[Artwork]:
    """The works with this tag that the viewer may see."""
    return Artwork.objects.visible_to(viewer).filter(artwork_tags__tag=tag)


def pictures_with(tag: Tag, viewer: Any) -> QuerySet[Image]:
    """The pictures with this tag that the viewer may see and that no work shows, the newest first, with what a card shows."""
    seen = Image.objects.visible_to(viewer).filter(image_tags__tag=tag, is_shown=False)
    return seen.select_related("owner__artist").only(*CARD).order_by("-image_tags__uploaded_at", "-pk")


def related_to(tag: Tag, works: QuerySet[Artwork]) -> list[Related]:
    """The tags that stand beside this one the most often on the newest of these works. One query."""
    newest = works.order_by("-sort_date", "-pk").values("pk")[:NEWEST]
    beside = ArtworkTag.objects.filter(artwork__in=newest).exclude(tag=tag).values_list("tag__name", "tag__slug")
    often = Counter(Related(*row) for row in beside)
    return sorted(often, key=lambda other: (-often[other], other.name))[:MOST_RELATED]
