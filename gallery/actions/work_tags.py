"""Tagging works."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from gallery.actions.tags import tags_named
from gallery.models import ArtworkTag


def set_artwork_tags(artworks: Collection[UUID], names: Collection[str]) -> set[UUID]:
    """Gives works exactly these folded tags, and tells which had others. To be called within `followed_works`."""
    tags = tags_named(list(names)) if names else []
    wanted, had = {tag.pk for tag in tags}, defaultdict[UUID, set[int]](set)
    for artwork_id, tag_id in ArtworkTag.objects.filter(artwork__in=artworks).values_list("artwork", "tag"):
        had[artwork_id].add(tag_id)
    changed = {artwork_id for artwork_id in artworks if had[artwork_id] != wanted}
    ArtworkTag.objects.filter(artwork__in=changed).exclude(tag__in=tags).delete()
    ArtworkTag.objects.bulk_create(
        ArtworkTag(artwork_id=artwork_id, tag_id=tag_id)
        for artwork_id in changed
        for tag_id in sorted(wanted - had[artwork_id])
    )
    return changed
