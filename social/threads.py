"""Comments as the API and pages tell them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from gallery.models import Artwork
from social.models import Comment, CommentLineage
from social.permissions import can_delete_comment, can_edit_comment

Row = dict[str, Any]
FIRST = 20
"""So many of all below a comment are told with it."""
COLUMNS = (
    "pk",
    "artwork_id",
    "parent_id",
    "comment_text",
    "reply_count",
    "created_at",
    "edited_at",
    "is_live",
    "commenter_id",
    "commenter__username",
    "commenter__artist__artist_name",
)


class Told(NamedTuple):
    """Some comments, and the id behind which there are more (None: these were the last)."""

    comments: list[Row]
    behind: UUID | None


def tell_threads(artwork_id: UUID, *, viewer: Any, behind: UUID | None = None, limit: int = 24) -> Told:
    """What is said below a work: `limit` top-level comments from `behind` on, newest first, each with `replies`, the first
    `FIRST` of all below it, oldest first, and `has_more_replies`. Four queries, however much is said.

    Raises Artwork.DoesNotExist for what the viewer may not see.
    """
    artist_id = artist_of(artwork_id, viewer)
    there = threads_of(artwork_id)
    rows = list((there.filter(pk__lt=behind) if behind else there).values(*COLUMNS)[: limit + 1])
    more = rows[limit - 1]["pk"] if len(rows) > limit else None
    return Told(with_replies(rows[:limit], viewer=viewer, artist_id=artist_id), more)


def tell_below(comment_id: UUID, *, viewer: Any, behind: UUID | None = None, limit: int = FIRST) -> Told:
    """All below a comment at any depth, oldest first, `limit` from `behind` on. Three queries.

    Raises Comment.DoesNotExist where there is no such thread, Artwork.DoesNotExist for what the viewer may not see.
    """
    above = Comment.objects.standing().only("artwork_id").get(pk=comment_id)
    artist_id = artist_of(above.artwork_id, viewer)
    there = below(comment_id, artwork_id=above.artwork_id)
    ids = list((there.filter(comment__gt=behind) if behind else there).values_list("comment", flat=True)[: limit + 1])
    more = ids[limit - 1] if len(ids) > limit else None
    return Told(tell_these(ids[:limit], viewer=viewer, artist_id=artist_id), more)


def artist_of(artwork_id: UUID, viewer: Any) -> UUID:
    """Whose work it is. Raises Artwork.DoesNotExist for what the viewer may not see."""
    found: UUID = Artwork.objects.visible_to(viewer).values_list("owner", flat=True).get(pk=artwork_id)
    return found


def threads_of(artwork_id: UUID) -> QuerySet[Comment]:
    """The top-level comments of a work, newest first: ids rise with time, and so a walk along one index."""
    there = Comment.objects.standing().filter(artwork=artwork_id, parent__isnull=True)
    return there.order_by(F("pk").desc(), F("pk").desc())


def below(comment_id: UUID, *, artwork_id: UUID) -> QuerySet[CommentLineage]:
    """What lies below a comment of this work at any depth, oldest first: a walk along the index of the lineage."""
    there = CommentLineage.objects.filter(above=comment_id, above__artwork=artwork_id)
    return there.filter(HAS_PLACE).order_by(F("comment_id").asc(), F("pk").asc())


WITHIN = "comment__"
HAS_PLACE = Q(comment__is_live=True) | Q(comment__reply_count__gt=0)


def with_replies(threads: Sequence[Row], *, viewer: Any, artist_id: UUID) -> list[Row]:
    """These rows told, each with the first of all below it. Two queries, for any number of threads."""
    replies, cut = first_below([row["pk"] for row in threads])
    told = []
    for row in threads:
        below_it = [tell(reply, viewer=viewer, artist_id=artist_id) for reply in replies[row["pk"]]]
        more = {"replies": below_it, "has_more_replies": row["pk"] in cut}
        told.append(tell(row, viewer=viewer, artist_id=artist_id) | more)
    return told


def first_below(threads: Collection[UUID]) -> tuple[dict[UUID, list[Row]], set[UUID]]:
    """The first of all below each of these comments, and below which there are more.

    Where to stop is found first in each thread, along the index: a window over all replies would read every one of them. What has
    a place is asked there by a scalar subquery, which PostgreSQL cannot turn into a join: that it would walk from the side of the
    comments, through those of the whole site.
    """
    standing = Comment.objects.standing().filter(pk=OuterRef("comment_id")).values("pk")[:1]
    within = CommentLineage.objects.filter(above=OuterRef("pk"), comment=Subquery(standing))
    rest = within.order_by("comment").values("comment")
    ends = dict(Comment.objects.filter(pk__in=threads).values_list("pk", Subquery(rest[FIRST : FIRST + 1])))
    wanted = Q(above__in=[pk for pk, end in ends.items() if end is None])
    for pk, end in ends.items():
        if end is not None:
            wanted |= Q(above=pk, comment__lt=end)
    found: dict[UUID, list[Row]] = defaultdict(list)
    there = CommentLineage.objects.filter(wanted, HAS_PLACE).order_by("comment")
    for row in there.values("above_id", *(WITHIN + name for name in COLUMNS)):
        found[row.pop("above_id")].append({name.removeprefix(WITHIN): value for name, value in row.items()})
    return found, {pk for pk, end in ends.items() if end is not None}


def tell_these(ids: Sequence[UUID], *, viewer: Any, artist_id: UUID) -> list[Row]:
    """These comments told, in their order by id. One query."""
    rows = Comment.objects.filter(pk__in=ids).order_by("pk").values(*COLUMNS)
    return [tell(row, viewer=viewer, artist_id=artist_id) for row in rows]


def tell(row: Row, *, viewer: Any, artist_id: UUID) -> Row:
    """One comment; what is not live is a tombstone, whose text and author nobody is told."""
    is_live = row["is_live"]
    return {
        "id": row["pk"],
        "artwork_id": row["artwork_id"],
        "commenter": tell_commenter(row) if is_live else None,
        "comment_text": row["comment_text"] if is_live else "",
        "parent_comment_id": row["parent_id"],
        "reply_count": row["reply_count"],
        "created_at": row["created_at"],
        "edited_at": row["edited_at"] if is_live else None,
        "is_deleted": not is_live,
        "can_edit": is_live and can_edit_comment(viewer, row["commenter_id"]),
        "can_delete": is_live and can_delete_comment(viewer, row["commenter_id"], artist_id),
    }


def tell_commenter(row: Row) -> Row:
    names = {"username": row["commenter__username"], "artist_name": row["commenter__artist__artist_name"]}
    return {"id": row["commenter_id"]} | names
