"""What this room tells of works and artists beside what other rooms know (settings.ARTWORK_ADDITIONS, ARTIST_ADDITIONS)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from social.models import Block, Follow, Like


def tell_liked(artwork_ids: Sequence[UUID], *, viewer: Any, base: str) -> dict[UUID, dict[str, bool]]:
    """Of each of these works whether the viewer likes it. One query for who is signed in, none for others."""
    liked: set[UUID] = set()
    if viewer.is_authenticated:
        mine = Like.objects.filter(user=viewer.pk, artwork__in=artwork_ids)
        liked.update(mine.values_list("artwork", flat=True))
    return {artwork_id: {"is_liked": artwork_id in liked} for artwork_id in artwork_ids}


def tell_followed(user_ids: Sequence[UUID], *, viewer: Any, base: str) -> dict[UUID, dict[str, bool]]:
    """Of each of these artists whether the viewer follows them, and whether they keep them away. Two queries for who is signed
    in and asks for others than themselves, none else."""
    followed: set[UUID] = set()
    blocked: set[UUID] = set()
    others = set(user_ids) - {viewer.pk}
    if viewer.is_authenticated and others:
        follows = Follow.objects.filter(follower=viewer.pk, artist__in=others)
        followed.update(follows.values_list("artist", flat=True))
        blocks = Block.objects.filter(blocker=viewer.pk, blocked__in=others)
        blocked.update(blocks.values_list("blocked", flat=True))
    return {user_id: {"is_following": user_id in followed, "is_blocked": user_id in blocked} for user_id in user_ids}
