"""The kinds of things that are found: what the index says of each, and who may see it.

Another kind is one more function in `gallery.search.describing`, one more line in `KINDS`, and how it is told
(`gallery.api.search_telling`).
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import Artist
from gallery.models import Album, Artwork, Gallery, Image
from gallery.search.describing.artists import describe_artists
from gallery.search.describing.entry import Described
from gallery.search.describing.library import describe_albums, describe_images
from gallery.search.describing.works import describe_artworks, describe_galleries

ALL_NAMES = ("image", "artwork", "artist", "gallery", "album", "exhibition")
"""What `type` may name; of those that there are none of, nothing is found."""


@dataclass(frozen=True)
class Kind:
    """`describe` gives the entries of those of these things that there are; `things` are all that there are."""

    name: str
    things: QuerySet[Any]
    describe: Callable[[Collection[UUID]], Described]

    def visible_to(self, viewer: Any) -> QuerySet[Any]:
        return self.things.visible_to(viewer)  # type: ignore[attr-defined]


KINDS = {
    kind.name: kind
    for kind in (
        Kind("image", Image.objects.all(), describe_images),
        Kind("album", Album.objects.all(), describe_albums),
        Kind("artwork", Artwork.objects.all(), describe_artworks),
        Kind("gallery", Gallery.objects.all(), describe_galleries),
        Kind("artist", Artist.objects.all(), describe_artists),
    )
}
