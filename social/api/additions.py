"""What this room tells of works beside what the gallery knows (settings.ARTWORK_ADDITIONS)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from social.models import Like


def tell_liked(artwork_ids: Sequence[UUID], *, viewer: Any, base: str) -> dict[UUID, dict[str, bool]]:
    """Of each of these works whether the viewer likes it. One query for who is signed in, none for others."""
    liked: set[UUID] = set()
    if viewer.is_authenticated:
        mine = Like.objects.filter(user=viewer.pk, artwork__in=artwork_ids)
        liked.update(mine.values_list("artwork", flat=True))
    return {artwork_id: {"is_liked": artwork_id in liked} for artwork_id in artwork_ids}
