"""What may be done to the library, as predicates with names."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from gallery.models import Album, Artwork, Gallery, Image


def can_change_image(person: Any, image: Image) -> bool:
    """Only its owner changes or deletes a picture."""
    return person.is_authenticated and image.owner_id == person.pk


def can_download_image(person: Any, image: Image) -> bool:
    """The owner always; others who see it, while the owner allows it."""
    return image.allow_download or can_change_image(person, image)


def can_change_album(person: Any, album: Album) -> bool:
    """Only its owner changes, deletes and shares an album."""
    return person.is_authenticated and album.owner_id == person.pk


def can_add_to_album(person: Any, album: Album, links: Collection[UUID] = ()) -> bool:
    """The owner, and who may contribute by a share of their own or by a link that their session has opened. One query."""
    return Album.objects.taking_from(person, links).filter(pk=album.pk).exists()


def can_change_gallery(person: Any, gallery: Gallery) -> bool:
    """Only its artist changes a gallery, deletes it and hangs works in it."""
    return person.is_authenticated and gallery.owner_id == person.pk


def can_change_artwork(person: Any, artwork: Artwork) -> bool:
    """Only its artist changes or deletes a work."""
    return person.is_authenticated and artwork.owner_id == person.pk
