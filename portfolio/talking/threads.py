"""Threads of comments: who says what to whom, with their faces."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from gallery.api.pictures import Row
from portfolio.hanging.faces import Face, faces_of
from social.linking import linked
from social.models import Comment
from social.threads import tell_below, tell_these, tell_threads

NOBODY = Face(portrait="", initials="")
LONG = 1_200
"""Characters from which on a comment is folded; a line that is ended stands for 60 of them, which is one on a telephone."""
LINE = 60


@dataclass(frozen=True)
class Talk:
    """Some of what is said below a work. `behind` is the comment that the rest lies behind, None where this is all."""

    threads: list[Row]
    behind: UUID | None

    @property
    def comments(self) -> Iterator[Row]:
        """All of them, whatever they lie below."""
        for thread in self.threads:
            yield thread
            yield from thread["replies"]

    def holds(self, comment_id: UUID | None) -> bool:
        """Whether this comment is among them."""
        return any(each["id"] == comment_id for each in self.comments)


SILENCE = Talk([], None)


def talk_below(work: Row, *, viewer: Any, behind: UUID | None, limit: int) -> Talk:
    """The newest threads below a work, as `tell_threads` tells them, from `behind` on. Five queries at most, none where
    nothing is said. Raises Artwork.DoesNotExist."""
    if not work["comment_count"]:
        return SILENCE  # a tombstone stands over comments alone
    told = tell_threads(work["id"], viewer=viewer, behind=behind, limit=limit)
    return dressed(told.comments, told.behind, parents={})


def answers_below(work: Row, comment_id: UUID, *, viewer: Any, behind: UUID | None, limit: int) -> Talk:
    """A comment with what lies below it at any depth, oldest first, from `behind` on. Six queries at most. Raises
    Comment.DoesNotExist where there is no such thread below this work, Artwork.DoesNotExist."""
    told = tell_below(comment_id, viewer=viewer, behind=behind, limit=limit)
    (thread,) = tell_these([comment_id], viewer=viewer, artist_id=work["artist"]["id"])
    if thread["artwork_id"] != work["id"]:
        raise Comment.DoesNotExist
    there = {comment_id, *(each["id"] for each in told.comments)}
    before = {each["parent_comment_id"] for each in told.comments} - there
    thread |= {"replies": told.comments, "has_more_replies": False}
    return dressed([thread], told.behind, parents=names_of(before))


def dressed(threads: list[Row], behind: UUID | None, *, parents: dict[UUID, str]) -> Talk:
    """With what a page adds to each comment: the face of its author, its text with links, whom it answers, and whether that is
    apart from it: on a page before, as the `parents` are."""
    talk = Talk(threads, behind)
    live = [each for each in talk.comments if each["commenter"]]
    faces = faces_of(each["commenter"]["id"] for each in live)
    names = parents | {each["id"]: each["commenter"]["username"] for each in live}
    for thread in threads:
        dress(thread, faces=faces, answering="")
        for reply in thread["replies"]:
            is_deeper = reply["parent_comment_id"] != thread["id"]
            dress(reply, faces=faces, answering=names.get(reply["parent_comment_id"], "") if is_deeper else "")
            reply["is_apart"] = reply["parent_comment_id"] in parents
    return talk


def dress(comment: Row, *, faces: dict[UUID, Face], answering: str) -> None:
    author = comment["commenter"]
    comment["face"] = faces.get(author["id"], NOBODY) if author else NOBODY
    text = comment["comment_text"] or ""
    comment["markup"] = linked(text)
    comment["is_long"] = len(text) + LINE * text.count("\n") > LONG
    comment["answering"] = answering


def names_of(comments: Iterable[UUID]) -> dict[UUID, str]:
    """Who wrote these comments, as far as others read them. One query."""
    live = Comment.objects.filter(pk__in=set(comments), is_live=True)
    return dict(live.values_list("pk", "commenter__username"))
