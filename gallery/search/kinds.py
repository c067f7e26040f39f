"""The kinds of things that are found: what the index says of each, and who may see it.

Another kind is one more function in `gallery.search.describing`, one more line in `OWN`, and how it is told
(`gallery.api.search_telling`); one of a room to the right a line in the settings' SEARCH_KINDS, SEARCH_TELLERS and SEARCH_TEXTS.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils.module_loading import import_string

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


OWN = (
    Kind("image", Image.objects.all(), describe_images),
    Kind("album", Album.objects.all(), describe_albums),
    Kind("artwork", Artwork.objects.all(), describe_artworks),
    Kind("gallery", Gallery.objects.all(), describe_galleries),
    Kind("artist", Artist.objects.all(), describe_artists),
)


@cache
def kinds() -> dict[str, Kind]:
    """All of them by name, those of other rooms too."""
    return {kind.name: kind for kind in (*OWN, *map(import_string, settings.SEARCH_KINDS))}
