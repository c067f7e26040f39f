"""Counting again what people did, where it is kept as a number."""

from uuid import UUID

from django.db import transaction
from django.db.models import Count

from accounts.models import Statistics
from gallery.models import Artwork
from gallery.upkeep.recounting import Wrong, set_right
from social.actions.threads import STANDING, lives
from social.models import Comment, CommentLineage, Follow, Like, Share


def recount_likes(artwork_id: UUID) -> Wrong:
    """Sets right how many people like a work; returns what was wrong."""
    likes = Like.objects.filter(artwork=artwork_id)
    return set_right(Artwork.objects.filter(pk=artwork_id), lambda: {"like_count": likes.count()})


def recount_shares(artwork_id: UUID) -> Wrong:
    """Sets right how often a work was passed on; returns what was wrong."""
    shares = Share.objects.filter(artwork=artwork_id)
    return set_right(Artwork.objects.filter(pk=artwork_id), lambda: {"share_count": shares.count()})


def recount_follows(user_id: UUID) -> Wrong:
    """Sets right how many follow a person, and whom they follow; returns what was wrong."""

    def count() -> dict[str, int]:
        followers, followed = Follow.objects.filter(artist=user_id), Follow.objects.filter(follower=user_id)
        return {"follower_count": followers.count(), "following_count": followed.count()}

    return set_right(Statistics.objects.filter(pk=user_id), count)


@transaction.atomic
def recount_comments(artwork_id: UUID) -> Wrong:
    """Sets right which comments of a work are live, how many are below each, and how many it has; returns what was
    wrong."""
    wrong: Wrong = {}
    work = Artwork.objects.filter(pk=artwork_id)
    work.select_for_update().values_list("pk").first()
    comments = Comment.objects.filter(artwork=artwork_id)
    for pk, was, *standing in comments.values_list("pk", "is_live", *STANDING):
        wrong |= put_right(pk, "is_live", int(was), int(lives(*standing)))
    below = CommentLineage.objects.filter(above__artwork=artwork_id, comment__is_live=True).order_by()
    counted = dict(below.values_list("above").annotate(number=Count("pk")))
    for pk, was in comments.values_list("pk", "reply_count"):
        wrong |= put_right(pk, "reply_count", was, counted.get(pk, 0))
    return wrong | set_right(work, lambda: {"comment_count": comments.filter(is_live=True).count()})


def put_right(comment_id: UUID, column: str, was: int, number: int) -> Wrong:
    """Gives one column of a comment its true value, where it has another."""
    if was == number:
        return {}
    Comment.objects.filter(pk=comment_id).update(**{column: number})
    return {f"{column} of comment {comment_id}": (was, number)}
