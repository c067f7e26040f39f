"""Which works may have to do with another: a few hundred, however many there are.

They come from where indexes lead straight to: what people like who like the work, the newest of its rarest tags, of its artist,
of its category where that is small, and of the site. What the viewer may not see is left out before anything is cut off, so that
a hidden work changes nothing for others.
"""

from collections import Counter
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from gallery.models import Artwork, Tag
from social.models import Like

LIKERS = 50
"""The last so many who like the work are asked what else they like."""
LIKES = 1_000
"""Of so many of their last likes."""
LIKED = 60
RAREST_TAGS = 6
OF_TAG = OF_ARTIST = OF_CATEGORY = 40
NEWEST = 150
SMALL = 1_000
"""Up to so many works of a category are sorted; of a larger one there are some among the newest anyway."""


def comparable(work: Artwork, viewer: Any) -> QuerySet[Artwork]:
    """The other works that the viewer may see; mature ones for a mature one alone."""
    others = Artwork.objects.visible_to(viewer).exclude(pk=work.pk)
    return others if work.is_mature else others.filter(is_mature=False)


def liked_together(work: Artwork, others: QuerySet[Artwork]) -> dict[UUID, int]:
    """By how many of those who like this work each of the others is liked; what its artist likes tells nothing. One query."""
    likers = Like.objects.filter(artwork=work).exclude(user=work.owner_id).order_by("-liked_at", "-pk")[:LIKERS]
    liked = others.filter(likes__user__in=likers.values("user")).order_by("-likes__liked_at", "-likes__pk")
    return dict(Counter(liked.values_list("pk", flat=True)[:LIKES]).most_common(LIKED))


def tags_of(work: Artwork) -> list[int]:
    """The tags of a work, the rarest first."""
    return list(Tag.objects.filter(artworks=work).order_by("public_count", "pk").values_list("pk", flat=True))


def beside(work: Artwork, others: QuerySet[Artwork], *, tags: list[int]) -> set[UUID]:
    """Those that come from elsewhere than likes. One query."""
    newest = others.order_by("-sort_date", "-pk")
    pools = [newest[:NEWEST], newest.filter(owner=work.owner_id)[:OF_ARTIST]]
    # Ids rise with time, and the index of a tag's works is in their order.
    tagged = others.order_by("-artwork_tags__artwork_id")
    pools += [tagged.filter(artwork_tags__tag=tag)[:OF_TAG] for tag in tags[:RAREST_TAGS]]
    if work.category and work.category.public_count <= SMALL:
        pools.append(newest.filter(category=work.category_id)[:OF_CATEGORY])
    first, *rest = [Artwork.objects.filter(pk__in=pool.values("pk")).values_list("pk", flat=True) for pool in pools]
    return set(first.union(*rest))
