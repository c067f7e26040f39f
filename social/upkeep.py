"""Counting again what people did, where it is kept as a number."""

from uuid import UUID

from gallery.models import Artwork
from gallery.upkeep.recounting import Wrong, set_right
from social.models import Like


def recount_likes(artwork_id: UUID) -> Wrong:
    """Sets right how many people like a work; returns what was wrong."""
    likes = Like.objects.filter(artwork=artwork_id)
    return set_right(Artwork.objects.filter(pk=artwork_id), lambda: {"like_count": likes.count()})
