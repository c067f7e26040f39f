"""Deleting many pictures at once."""

from collections.abc import Collection
from uuid import UUID

from accounts.actions import count
from accounts.quota import free_bytes
from gallery.actions.files import forget_bytes, lock, require_unshown
from gallery.models import File, Rendition


def remove_images(images: Collection[UUID], *, owner_id: UUID) -> None:
    """Deletes these pictures of one person: rows now, in as many statements as one picture takes, bytes on commit.

    To be called within `followed`. Pictures that went meanwhile are not counted again. Raises Conflict for one that a work shows.
    """
    require_unshown(images)
    files = File.objects.filter(pk__in=images, owner=owner_id)
    lock(files)
    kept = list(files.values_list("stored_name", "size"))
    copies = list(Rendition.objects.filter(image__in=images).values_list("stored_name", flat=True))
    files.delete()
    free_bytes(owner_id, sum(size for _, size in kept))
    count(owner_id, file_count=-len(kept), image_count=-len(kept))
    forget_bytes([name for name, _ in kept], copies)
