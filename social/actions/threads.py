"""What follows from which comments there are and who may read them, and has to stay true: which are live, how many live ones are
below each and below the work, and that no tombstone stands over nothing.

Every action that changes comments, or whether their authors are shut out, locks the works before and settles behind.
"""

from collections import defaultdict
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Greatest

from gallery.actions.reach import in_batches
from gallery.models import Artwork
from social.actions.answering import tell_of_no_more
from social.models import Comment, CommentLineage


def lock_work(artwork_id: UUID) -> None:
    """Locks a work, and with it all its comments, until the transaction ends."""
    Artwork.objects.select_for_update(no_key=True).filter(pk=artwork_id).values_list("pk").first()


def plant(comment: Comment) -> None:
    """Writes below which others a new comment lies, at most `DEEPEST` rows."""
    if comment.parent_id:
        above = CommentLineage.objects.filter(comment=comment.parent_id).values_list("above", flat=True)
        CommentLineage.objects.bulk_create(
            CommentLineage(comment=comment, above_id=each) for each in [*above, comment.parent_id]
        )


def settle(comments: Collection[UUID]) -> None:
    """Says of each of these comments whether it is live, and moves the counts above by the difference. Their works are locked."""
    for some in in_batches(comments):
        rising: list[UUID] = []
        falling: list[UUID] = []
        there = Comment.objects.filter(pk__in=some).values_list("pk", "is_live", *STANDING)
        for pk, is_live, *standing in there:
            if is_live != lives(*standing):
                (falling if is_live else rising).append(pk)
        turn(rising, is_live=True, change=1)
        turn(falling, is_live=False, change=-1)


STANDING = ("is_deleted", "is_hidden", "commenter__is_active")


def lives(is_deleted: bool, is_hidden: bool, is_active: bool | None) -> bool:
    """Whether others read a comment; `is_active` is its author's, None where nobody is left."""
    return bool(is_active) and not is_deleted and not is_hidden


def turn(comments: Collection[UUID], *, is_live: bool, change: int) -> None:
    Comment.objects.filter(pk__in=comments).update(is_live=is_live)
    below = CommentLineage.objects.filter(comment__in=comments)
    move(Comment.objects.all(), "reply_count", by_number(below, "above"), change)
    move(Artwork.objects.all(), "comment_count", by_number(Comment.objects.filter(pk__in=comments), "artwork"), change)


def by_number(rows: QuerySet, name: str) -> dict[int, list[UUID]]:
    """How many rows name each, as {number: those named so often}."""
    found: dict[int, list[UUID]] = defaultdict(list)
    for named, number in rows.order_by().values_list(name).annotate(number=Count("pk")):
        found[number].append(named)
    return found


def move(rows: QuerySet, column: str, moved: dict[int, list[UUID]], change: int) -> None:
    """Stops at 0: a count that has drifted must not keep a comment from being deleted."""
    for number, ids in moved.items():
        for some in in_batches(ids):
            rows.filter(pk__in=some).update(**{column: Greatest(F(column) + change * number, Value(0))})


def erase(comments: Collection[UUID]) -> None:
    """Takes text and author from comments; those with nothing below go, and tombstones above that have nothing left below.

    Their works are locked.
    """
    for some in in_batches(comments):
        there = Comment.objects.filter(pk__in=some)
        there.update(is_deleted=True, comment_text="", commenter=None, edited_at=None)
        settle(some)
        left = CommentLineage.objects.filter(above=OuterRef("pk"), comment__is_deleted=False)
        touched = Comment.objects.filter(Q(pk__in=some) | Q(pk__in=above(some)), is_deleted=True)
        delete_rows(list(touched.exclude(Exists(left)).values_list("pk", flat=True)))


def above(comments: Collection[UUID]) -> QuerySet[CommentLineage, Any]:
    """The keys of all comments above these."""
    return CommentLineage.objects.filter(comment__in=comments).values("above")


def delete_rows(comments: Collection[UUID]) -> None:
    for some in in_batches(comments):
        Comment.objects.filter(pk__in=some).only("pk").delete()


@transaction.atomic
def set_comment_hidden(*, comment_id: UUID, is_hidden: bool) -> None:
    """Hides a comment from others, or shows it again, as a moderator decided; what was told of it is taken back.

    Raises Comment.DoesNotExist for one that is gone.
    """
    artwork_id = Comment.objects.values_list("artwork", flat=True).get(pk=comment_id, is_deleted=False)
    lock_work(artwork_id)
    if not Comment.objects.filter(pk=comment_id, is_deleted=False).update(is_hidden=is_hidden):
        raise Comment.DoesNotExist
    settle([comment_id])
    if is_hidden:
        tell_of_no_more(Comment.objects.get(pk=comment_id))
