"""Making, changing and deleting galleries, and hanging works in them."""

from uuid import UUID

from gallery.models import Gallery, GalleryArtwork


def hang(gallery: Gallery, artwork_id: UUID) -> bool:
    """Hangs a work last in a gallery, unless it hangs there; returns whether it is new. To be called within `followed_works`
    for both."""
    inside = GalleryArtwork.objects.filter(gallery=gallery.pk)
    if inside.filter(artwork=artwork_id).exists():
        return False
    GalleryArtwork.objects.create(gallery=gallery, artwork_id=artwork_id, position=inside.count())
    return True
