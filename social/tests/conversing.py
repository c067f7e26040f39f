"""Conversations for tests: through the API as people have them, and through the actions where many are wanted."""

from typing import Any

from rest_framework.test import APIClient

from gallery.models import Artwork
from social.models import Comment, CommentLineage


def say(client: APIClient, work: Artwork, text: Any = "A fine blue.", *, below: Any = None, **fields: Any) -> Any:
    """The answer to a comment, below another one where `below` names it."""
    parent = {} if below is None else {"parent_comment_id": str(getattr(below, "pk", below))}
    return client.post(f"/api/artworks/{work.pk}/comment", {"comment_text": text} | parent | fields, format="json")


def heard(client: APIClient, work: Artwork, **query: Any) -> dict[str, Any]:
    """A page of what is said below a work, or below the comment `parent`."""
    answer = client.get(f"/api/artworks/{work.pk}/comments", query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def texts(comments: list[dict[str, Any]]) -> list[str]:
    return [comment["comment_text"] for comment in comments]


def counts(work: Artwork) -> tuple[int, dict[str, int]]:
    """How many comments a work has, and how many are below each, by its text."""
    below = dict(Comment.objects.filter(artwork=work).values_list("comment_text", "reply_count"))
    return Artwork.objects.get(pk=work.pk).comment_count, below


def is_true(work: Artwork) -> bool:
    """Whether everything that is kept of a work's comments is what counting gives, and no tombstone stands over nothing."""
    comments = {each.pk: each for each in Comment.objects.filter(artwork=work).select_related("commenter")}
    above = {pk: set(chain(comments, each)) for pk, each in comments.items()}
    live = {
        pk
        for pk, each in comments.items()
        if each.commenter and each.commenter.is_active and not each.is_deleted and not each.is_hidden
    }
    pairs = CommentLineage.objects.filter(comment__artwork=work).values_list("comment", "above")
    return (
        set(pairs) == {(pk, each) for pk in comments for each in above[pk]}
        and live == {pk for pk, each in comments.items() if each.is_live}
        and all(each.reply_count == sum(pk in above[other] for other in live) for pk, each in comments.items())
        and all(
            any(pk in above[other] and not comments[other].is_deleted for other in comments)
            for pk, each in comments.items()
            if each.is_deleted
        )
        and Artwork.objects.get(pk=work.pk).comment_count == len(live)
    )


def chain(comments: dict, comment: Comment) -> Any:
    while comment.parent_id:
        yield comment.parent_id
        comment = comments[comment.parent_id]
