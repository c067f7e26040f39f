"""What a person has, unseen while they are shut out, and back when they are let in again."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from gallery.actions.reach import followed
from gallery.actions.showing import followed_works
from gallery.models import Album, Artwork, Gallery, Image


def follow_standing(user: Any) -> None:
    """Has everything follow that a person was shut out or let in again, in the transaction of that, which has locked them: who
    may see their works and pictures, what counts and searches tell of them, and what others have put into their albums.

    Works and galleries are locked before albums and pictures, as everywhere, so all of it is done in one.
    """
    works, rooms = ids_of(Artwork.objects.filter(owner=user)), ids_of(Gallery.objects.filter(owner=user))
    with followed_works(works, galleries=rooms, withholding=True):
        follow_library(user.pk)


def follow_library(user_id: UUID) -> None:
    """What is in their albums is known for certain only once those are locked: others may be putting pictures there."""
    albums = ids_of(Album.objects.filter(owner=user_id))
    pictures = Image.objects.filter(Q(owner=user_id) | Q(album_images__album__owner=user_id)).distinct()
    while True:
        there = ids_of(pictures)
        with followed(there, albums=albums, withholding=True):
            if ids_of(pictures) == there:
                return


def ids_of(things: QuerySet[Any]) -> list[UUID]:
    return sorted(things.values_list("pk", flat=True))
