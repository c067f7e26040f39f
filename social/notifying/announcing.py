"""Telling an artist's followers of new works, some hundreds at a time."""

from collections.abc import Collection
from uuid import UUID

from accounts.models import User
from gallery.models import Artwork
from social.models import Follow
from social.notifying.deeds import Deed, tell
from social.notifying.kinds import kinds

BATCH = 500


def announce(*, artist_id: UUID, artworks: Collection[UUID], site: str, after: int = 0) -> int | None:
    """Tells the next followers of those of these works that anyone may still see. Begins behind the follow `after`, and gives the
    last one that it came to; None at the end. A work is told to a follower once, however often this is called."""
    follows = Follow.objects.filter(artist=artist_id, pk__gt=after).order_by("pk")
    people = dict(follows.values_list("pk", "follower")[:BATCH])
    artist = User.objects.filter(pk=artist_id, is_active=True).first()
    if not people or artist is None:
        return None
    works = Artwork.objects.public().filter(pk__in=artworks, owner=artist).order_by("sort_date", "pk")
    for work_id in works.values_list("pk", flat=True):
        tell(Deed(kinds()["new_artwork"], artist, "artwork", work_id, site=site), people.values())
    return max(people)
