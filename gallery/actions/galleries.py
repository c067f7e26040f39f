"""Making, changing and deleting galleries, and hanging works in them."""

from itertools import chain
from itertools import count as numbers
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from accounts.actions import count
from gallery.actions.albums import lock_owner
from gallery.actions.showing import followed_works
from gallery.models import Artwork, Gallery, GalleryArtwork

CHANGEABLE = {"name", "description", "theme", "visibility", "cover_artwork_id"}
# Below what the column holds, for the number behind it.
LONGEST_SLUG = 200
NAMELESS = "gallery"


@transaction.atomic
def create_gallery(*, by: Any, name: str, cover_artwork_id: UUID | None = None, **facts: Any) -> Gallery:
    """A new gallery, empty; `facts` are its description, theme and visibility.

    Raises ValidationError on `cover_artwork_id` for any: nothing hangs in it yet.
    """
    lock_owner(by.pk)
    gallery = Gallery(owner=by, name=name, slug=free_slug(by.pk, name), **facts)
    with followed_works([], galleries=[gallery.pk]):
        if cover_artwork_id:
            require_hanging(gallery, cover_artwork_id)
        gallery.save(force_insert=True)
    count(by.pk, gallery_count=1)
    return gallery


def free_slug(owner_id: UUID, name: str) -> str:
    """An address for a gallery among its artist's: what of the name is letters and digits, numbered where that is taken. To be
    called with the owner locked."""
    wanted = slugify(name, allow_unicode=True)[:LONGEST_SLUG].strip("-_") or NAMELESS
    taken = set(Gallery.objects.filter(owner=owner_id, slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in numbers(2))
    return next(slug for slug in chain([wanted], numbered) if slug not in taken)


@transaction.atomic
def change_gallery(*, gallery: Gallery, by: Any, **changes: Any) -> Gallery:
    """Changes what is given and nothing else: name (the slug stays), description, theme, visibility, cover_artwork_id (None: no
    choice).

    Raises ValidationError by field, Gallery.DoesNotExist where it went meanwhile.
    """
    if unknown := set(changes) - CHANGEABLE:
        raise ValidationError({name: _("This cannot be changed.") for name in unknown})
    lock_owner(gallery.owner_id)
    with followed_works([], galleries=[gallery.pk]):
        require_present(gallery)
        if changes.get("cover_artwork_id"):
            require_hanging(gallery, changes["cover_artwork_id"])
        unseen = changes.keys() == {"cover_artwork_id"} and not is_seen(gallery.cover_artwork_id, *changes.values())
        for name, value in changes.items():
            setattr(gallery, name, value)
        gallery.save(update_fields=[*changes] if unseen else [*changes, "updated_at"])
    return gallery


def is_seen(*covers: UUID | None) -> bool:
    """Whether anyone may see one of these covers: a hidden work is not to be told by the date of its gallery's change."""
    return Artwork.objects.public().filter(pk__in=[cover for cover in covers if cover]).exists()


@transaction.atomic
def delete_gallery(*, gallery: Gallery, by: Any) -> None:
    """Deletes a gallery; the works that hang in it stay. Raises Gallery.DoesNotExist where it went meanwhile."""
    lock_owner(gallery.owner_id)
    with followed_works([], galleries=[gallery.pk]):
        require_present(gallery)
        Gallery.objects.filter(pk=gallery.pk).delete()
    count(gallery.owner_id, gallery_count=-1)


def require_present(gallery: Gallery) -> None:
    if not Gallery.objects.filter(pk=gallery.pk).exists():
        raise Gallery.DoesNotExist


def require_hanging(gallery: Gallery, artwork_id: UUID) -> None:
    if not GalleryArtwork.objects.filter(gallery=gallery.pk, artwork=artwork_id).exists():
        detail = _("There is no such work in this gallery.")
        raise ValidationError({"cover_artwork_id": ValidationError(detail, code="does_not_exist")})


def hang(gallery: Gallery, artwork_id: UUID) -> bool:
    """Hangs a work last in a gallery, unless it hangs there; returns whether it is new. To be called within `followed_works`
    for both."""
    inside = GalleryArtwork.objects.filter(gallery=gallery.pk)
    if inside.filter(artwork=artwork_id).exists():
        return False
    GalleryArtwork.objects.create(gallery=gallery, artwork_id=artwork_id, position=inside.count())
    return True
