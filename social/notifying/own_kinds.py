"""What this room tells people of, and what it is about."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from accounts.models import Artist
from gallery.models import Album, Artwork
from social.models import Comment, Decision
from social.moderating.links import keyed_path
from social.notifying.kinds import BY_ACTOR, BY_TARGET, Kind, Line, Place, Target


def to_comment(line: Line) -> str:
    """On to the page that the comment is on, of the many that what is said below a work may fill."""
    return f"/comments/{line.object_id}"


def to_followers(line: Line) -> str:
    return f"/@{line.username}" if line.actor_count == 1 else f"{line.path}/followers"


KINDS = (
    Kind(
        "like",
        "artwork",
        _("%(name)s liked “%(title)s”"),
        ngettext_lazy(
            "%(name)s and %(count)d other liked “%(title)s”",
            "%(name)s and %(count)d others liked “%(title)s”",
            "count",
        ),
        preference="like",
        grouped=BY_TARGET,
    ),
    Kind(
        "comment",
        "artwork",
        _("%(name)s commented on “%(title)s”"),
        ngettext_lazy(
            "%(name)s and %(count)d other commented on “%(title)s”",
            "%(name)s and %(count)d others commented on “%(title)s”",
            "count",
        ),
        preference="comment",
        grouped=BY_TARGET,
        path=to_comment,
    ),
    Kind("reply", "artwork", _("%(name)s answered your comment on “%(title)s”"), preference="reply", path=to_comment),
    Kind(
        "mention",
        "artwork",
        _("%(name)s mentioned you in a comment on “%(title)s”"),
        preference="mention",
        path=to_comment,
    ),
    Kind(
        "follow",
        "artist",
        _("%(name)s follows you"),
        ngettext_lazy("%(name)s and %(count)d other follow you", "%(name)s and %(count)d others follow you", "count"),
        preference="follow",
        grouped=BY_TARGET,
        path=to_followers,
    ),
    # Of one artist at a time: forty works that are published together are one line, about the last of them.
    Kind(
        "new_artwork",
        "artwork",
        _("%(name)s published “%(title)s”"),
        ngettext_lazy(
            "%(name)s published “%(title)s” and %(count)d other work",
            "%(name)s published “%(title)s” and %(count)d other works",
            "count",
        ),
        preference="new_artwork",
        grouped=BY_ACTOR,
    ),
    # An album that is closed again and opened again is one line while that is unread.
    Kind(
        "album_shared",
        "album",
        _("%(name)s shared the album “%(title)s” with you"),
        preference="album_shared",
        grouped=BY_TARGET,
    ),
    # Whom it shuts out cannot sign in to read it: the mail's link opens it by a key.
    Kind(
        "moderation",
        "decision",
        _("A moderator has decided about “%(title)s”"),
        mail_path=keyed_path,
        reaches_suspended=True,
    ),
)


def artworks(seen: QuerySet) -> Iterator[tuple[UUID, Place]]:
    return ((pk, Place(title, f"/artworks/{pk}")) for pk, title in seen.values_list("pk", "title"))


def albums(seen: QuerySet) -> Iterator[tuple[UUID, Place]]:
    return ((pk, Place(name, f"/albums/{pk}")) for pk, name in seen.values_list("pk", "name"))


def artists(seen: QuerySet) -> Iterator[tuple[UUID, Place]]:
    rows = seen.values_list("pk", "artist_name", "user__username")
    return ((pk, Place(name, f"/@{username}")) for pk, name, username in rows)


def comments(seen: QuerySet) -> Iterator[tuple[UUID, Place]]:
    return ((pk, Place(title, f"/comments/{pk}")) for pk, title in seen.values_list("pk", "artwork__title"))


def decisions(seen: QuerySet) -> Iterator[tuple[UUID, Place]]:
    return ((pk, Place(title, f"/decisions/{pk}")) for pk, title in seen.values_list("pk", "case__title"))


TARGETS = (
    Target("artwork", Artwork, artworks),
    Target("album", Album, albums),
    Target("artist", Artist, artists),
    Target("comment", Comment, comments),
    Target("decision", Decision, decisions),
)
