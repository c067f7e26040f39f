"""Reading a feed, page by page."""

from dataclasses import replace
from typing import Any

from django.utils import timezone

from social.feed.entries import NEW, RECOMMENDED, Entry, new_entry, recommended_entry
from social.feed.mingling import since_after, turns
from social.feed.newest import Found, newest_of_followed
from social.feed.places import Place, decode
from social.feed.walks import Recommended, still_recommended, walk_of


def read_feed(viewer: Any, *, cursor: str | None, limit: int) -> tuple[list[Entry], str | None]:
    """A page of a person's feed from a cursor on, or from its beginning, with the cursor of the next page, None at the end.

    New works of followed artists, the newest first, and behind every fourth of them a recommended one; no work twice, whatever
    changes between two pages. A fixed number of queries for any page; a beginning chooses what is recommended, and writes it
    down. Raises ValidationError on `cursor`, Conflict where the account went meanwhile.
    """
    place = decode(cursor) if cursor else beginning(viewer)
    # One more of each than can stand here tells whether anything is left.
    new = newest_of_followed(viewer, place=place, limit=limit + 1)
    recommended = still_recommended(viewer, walk_id=place.walk_id, rank=place.rank, limit=limit + 1)
    order = turns(new=len(new), recommended=len(recommended), since=place.since, limit=limit)
    sources = {NEW: map(entry_of_new, new), RECOMMENDED: map(entry_of_recommended, recommended)}
    entries = [next(sources[turn]) for turn in order]
    if len(order) == len(new) + len(recommended):
        return entries, None
    return entries, place_after(place, order, new=new, recommended=recommended).encode()


def beginning(viewer: Any) -> Place:
    now = timezone.now()
    return Place(now, walk_of(viewer, now=now))


def place_after(place: Place, order: list[str], *, new: list[Found], recommended: list[Recommended]) -> Place:
    """Where a reading stands when these turns are taken."""
    seen_new, seen_recommended = order.count(NEW), order.count(RECOMMENDED)
    return replace(
        place,
        since=since_after(order, place.since),
        point=new[seen_new - 1].point if seen_new else place.point,
        rank=recommended[seen_recommended - 1].rank + 1 if seen_recommended else place.rank,
    )


def entry_of_new(found: Found) -> Entry:
    return new_entry(found.point.artwork_id, artist_name=found.artist_name)


def entry_of_recommended(each: Recommended) -> Entry:
    return recommended_entry(each.artwork_id, reason=each.reason, liked=each.liked, tag=each.tag)
