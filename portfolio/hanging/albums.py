"""An album as a page shows it: what is above it, what is in it, and a cover for each album below."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import Lower

from gallery.api.collections import inside_of, with_covers
from gallery.api.copies import Copies, copies_of
from gallery.models import Album, AlbumImage, AlbumShare, Image
from gallery.querysets.shares import REACH
from portfolio.hanging.pictures import CARD, Picture, picture

# More than anyone looks through; what is left out is said.
MOST_CHILDREN = 200
ON_A_CARD = ("pk", "name", "seen_count", "shown")
SIDE = 256
COPIES = ("small", "medium", "large")
# As the style sheet has it: a card is at most 16rem wide, and on a narrow screen one of two.
SIZES = "(min-width: 40rem) {wide:.1f}rem, {narrow:.0f}vw"


@dataclass(frozen=True)
class Card:
    """An album where it is linked to; `cover` is None where it holds no picture."""

    id: UUID
    name: str
    image_count: int
    cover: Picture | None


@dataclass(frozen=True)
class Reach:
    """What one reader may open: who they are, and the share links that their session has opened."""

    viewer: Any
    links: Sequence[UUID]

    def albums(self) -> QuerySet[Album]:
        """Those that they may open."""
        return Album.objects.reachable_by(self.viewer, self.links)


def path_to(album: Album, reach: Reach) -> list[Album]:
    """The albums above this one, the topmost first, without those that the reader may not see. One query."""
    above = reach.albums().filter(below__album=album, below__depth__gt=0)
    return list(above.only("name", "privacy_setting").order_by("-below__depth"))


def images_in(album: Album, viewer: Any) -> QuerySet[AlbumImage]:
    """The places of an album's pictures, in its order, with what a card shows of each. Who sees an album sees all in it but what
    is withheld."""
    columns = [f"image__{name}" for name in CARD]
    inside = inside_of(album.pk, viewer).select_related("image__owner__artist")
    return inside.only("position", *columns).order_by("position", "image")


def children_of(album: Album, reach: Reach) -> list[Card]:
    """The albums directly below that the reader may see, by name, one more than `MOST_CHILDREN` at most. Three queries, one
    where there are none."""
    below = reach.albums().filter(parent=album).order_by(Lower("name"), "pk").values_list("pk", flat=True)
    ids = list(below[: MOST_CHILDREN + 1])
    if not ids:
        return []
    rows = {row[0]: row for row in with_covers(ids, reach.viewer).values_list(*ON_A_CARD)}
    shown = {row[3] for row in rows.values() if row[3]}
    covers = Image.objects.select_related("owner__artist").only(*CARD).in_bulk(shown)
    elsewhere = copies_of(list(covers))
    return [card(*rows[pk], covers=covers, elsewhere=elsewhere) for pk in ids if pk in rows]


def card(
    album_id: UUID,
    name: str,
    image_count: int,
    cover_id: UUID | None,
    *,
    covers: dict[Any, Image],
    elsewhere: dict[UUID, Copies],
) -> Card:
    """Told with its cover, of which a browser shows the square in the middle: what is wide must be larger for that."""
    image = covers.get(cover_id)
    if image is None:
        return Card(album_id, name, image_count, None)
    cropped = max(1, image.width / image.height)
    sizes = SIZES.format(wide=16 * cropped, narrow=50 * cropped)
    shown = picture(image, copies=COPIES, sizes=sizes, room=(SIDE, SIDE), is_first=False, elsewhere=elsewhere[image.pk])
    return Card(album_id, name, image_count, shown)


def link_to(album: Album, links: Sequence[UUID]) -> AlbumShare | None:
    """The link that opens this album longest, of those that the session has opened. One query where it has any."""
    if not links:
        return None
    shares = AlbumShare.objects.filter(pk__in=links, token__isnull=False).live()
    opening = shares.filter(REACH, album__below__album=album).distinct().only("expires_at")
    return max(opening, key=lambda share: (share.expires_at is None, share.expires_at or 0), default=None)
