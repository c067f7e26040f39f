"""Where a comment is seen: its work's page holds the newest threads, and the first answers of each; pages of their own hold the
rest."""

from urllib.parse import urlencode
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from social.models import Comment, CommentLineage
from social.threads import FIRST, below, threads_of

ON_A_WORK = 10
"""Threads on the page of their work."""
ON_A_PAGE = 24
"""Threads, or answers, on a page of their own."""


def place_of(comment: Comment, *, asked: dict[str, str]) -> str:
    """The address of the page on which a comment is, and of it there; `asked` are parameters besides. At most four queries."""
    top = top_of(comment)
    newer = list(threads_of(comment.artwork_id).filter(pk__gt=top).values_list("pk", flat=True)[:ON_A_WORK])
    is_reply = top != comment.pk
    if is_reply and is_late(top, comment):
        return address(comment, "comments", asked | {"parent": str(top)} | onward_to(top, comment))
    if len(newer) < ON_A_WORK:
        return address(comment, "artwork", asked)
    nearest = threads_of(comment.artwork_id).filter(pk__gt=top).order_by("pk").values_list("pk", flat=True).first()
    return address(comment, "comments", asked | {"cursor": str(nearest)})


def top_of(comment: Comment) -> UUID:
    """The comment whose thread it is in: itself, where it answers none."""
    if not comment.parent_id:
        return comment.pk
    found: UUID = CommentLineage.objects.values_list("above", flat=True).get(comment=comment.pk, above__parent=None)
    return found


def earlier(top: UUID, comment: Comment) -> QuerySet[CommentLineage]:
    """What is above it in its thread, the nearest first."""
    return below(top, artwork_id=comment.artwork_id).filter(comment__lt=comment.pk).order_by("-comment_id")


def is_late(top: UUID, comment: Comment) -> bool:
    """Whether it is none of the first answers, which are shown with their thread."""
    return len(earlier(top, comment).values_list("pk")[:FIRST]) == FIRST


def onward_to(top: UUID, comment: Comment) -> dict[str, str]:
    """The page of the thread that begins with it."""
    nearest = earlier(top, comment).values_list("comment", flat=True).first()
    return {"cursor": str(nearest)} if nearest else {}


def address(comment: Comment, page: str, asked: dict[str, str]) -> str:
    path = reverse(page, args=[comment.artwork_id])
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{path}{query}#comment-{comment.pk}"
