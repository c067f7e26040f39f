"""What statistics are made of, for tests: looks, downloads, likes and follows at any time, as their rows."""

import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

from gallery.models import Access, Artwork, File, Gallery, Visit
from social.models import Follow, Like

TODAY = datetime(2026, 5, 17, 12, tzinfo=UTC)
"""Noon of the day that the tests of statistics take for today."""
_numbers = itertools.count()


def ago(days: float) -> datetime:
    return TODAY - timedelta(days=days)


def look(thing: Artwork | Gallery | File, at: datetime = TODAY, *, by: str = "", **facts: Any) -> None:
    """By a visitor of that key, else by a new one."""
    seen = {"at": at, "viewer_key": by or f"visitor {next(_numbers)}"} | facts
    if isinstance(thing, File):
        Access.objects.create(file=thing, action=seen.pop("action", "view"), **seen)
    else:
        Visit.objects.create(**{"artwork" if isinstance(thing, Artwork) else "gallery": thing}, **seen)


def download(file: File, at: datetime = TODAY, **facts: Any) -> None:
    look(file, at, action="download", **facts)


def like(person: Any, work: Artwork, at: datetime = TODAY) -> None:
    Like.objects.create(user=person, artwork=work, liked_at=at)


def follow(person: Any, artist: Any, at: datetime = TODAY) -> None:
    made = Follow.objects.create(follower=person, artist=artist)
    Follow.objects.filter(pk=made.pk).update(followed_at=at)
