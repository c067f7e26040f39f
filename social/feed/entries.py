"""What stands in a feed, and why, in words."""

from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from social.models import Recommendation

NEW, RECOMMENDED = "new", "recommended"
FOLLOWED = "followed"
Why = Recommendation.Reason


class Reason(NamedTuple):
    """Why a work stands in a feed: `code` for programs, `text` for people, in their language."""

    code: str
    text: str


class Entry(NamedTuple):
    """One place in a feed; `type` is `new` or `recommended`."""

    type: str
    reason: Reason
    artwork_id: UUID


def new_entry(artwork_id: UUID, *, artist_name: str) -> Entry:
    """A work of a followed artist."""
    text = _("By %(artist)s, whom you follow") % {"artist": artist_name}
    return Entry(NEW, Reason(FOLLOWED, text), artwork_id)


def recommended_entry(artwork_id: UUID, *, reason: str, liked: str | None, tag: str) -> Entry:
    """A recommended work; `liked` is the title of what the person likes, None where they may see it no longer."""
    return Entry(RECOMMENDED, Reason(reason, text_of(Why(reason), liked=liked, tag=tag)), artwork_id)


def text_of(reason: Why, *, liked: str | None, tag: str) -> str:
    if reason == Why.LIKED_TOGETHER and liked:
        return _("Liked by people who like “%(title)s”") % {"title": liked}
    if reason == Why.COLORS and liked:
        return _("In the colours of “%(title)s”, which you like") % {"title": liked}
    if reason == Why.TAGS and tag:
        return _("Tagged “%(tag)s”, like what you like") % {"tag": tag}
    return str(reason.label)
