"""Counting again what is kept as a number of works: looks, what hangs in galleries, what stands under categories and tags."""

from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q
from django.utils.module_loading import import_string

from gallery.models import Artwork, ArtworkTag, Category, Gallery, GalleryArtwork, ImageTag, Tag, Visit
from gallery.upkeep.recounting import Wrong, set_right


def recount_artwork(artwork_id: UUID) -> Wrong:
    """Sets right how often a work was looked at, by its history, and what the rooms count that settings.ARTWORK_RECOUNTS names;
    returns what was wrong."""
    looks = Visit.objects.filter(artwork=artwork_id)
    wrong = set_right(Artwork.objects.filter(pk=artwork_id), lambda: {"view_count": looks.count()})
    for path in settings.ARTWORK_RECOUNTS:
        wrong |= import_string(path)(artwork_id)
    return wrong


def recount_gallery(gallery_id: UUID) -> Wrong:
    """Sets right how many works hang in a gallery, and how often it was looked at; returns what was wrong."""

    def count() -> dict[str, int]:
        hung: dict[str, int] = GalleryArtwork.objects.filter(gallery=gallery_id).aggregate(
            artwork_count=Count("pk"), public_artwork_count=Count("pk", filter=Q(artwork__is_public=True))
        )
        return hung | {"view_count": Visit.objects.filter(gallery=gallery_id).count()}

    return set_right(Gallery.objects.filter(pk=gallery_id), count)


def recount_category(category_id: int) -> Wrong:
    """Sets right how many works that anyone may see are sorted under a category itself; returns what was wrong."""
    works = Artwork.objects.filter(category=category_id, is_public=True)
    return set_right(Category.objects.filter(pk=category_id), lambda: {"public_count": works.count()})


def recount_tag(tag_id: int) -> Wrong:
    """Sets right on how many pictures and works that anyone may see a tag stands; returns what was wrong."""

    def count() -> dict[str, int]:
        images = ImageTag.objects.filter(tag=tag_id, image__is_public=True).count()
        works = ArtworkTag.objects.filter(tag=tag_id, artwork__is_public=True).count()
        return {"public_count": images + works, "public_artwork_count": works}

    return set_right(Tag.objects.filter(pk=tag_id), count)
