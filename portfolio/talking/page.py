"""What stands below a work: what is said, and where one says something."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest

from gallery.api.pictures import Row
from gallery.models import Artwork
from portfolio.talking.form import CommentForm
from portfolio.talking.places import ON_A_WORK
from portfolio.talking.threads import Talk, talk_below
from social.models import Comment

OF_WORK = (
    "pk", "title", "is_mature", "comment_count", "comments_open", "owner_id", "owner__username", "owner__artist__artist_name",
)  # fmt: skip


def work_talked_of(artwork_id: UUID, *, viewer: Any) -> Row:
    """What of a work the pages of its comments need, by the names of `tell_artwork`. One query; raises Artwork.DoesNotExist."""
    row = Artwork.objects.visible_to(viewer).values(*OF_WORK).get(pk=artwork_id)
    names = {"username": row.pop("owner__username"), "artist_name": row.pop("owner__artist__artist_name")}
    return {"id": row.pop("pk"), "artist": {"id": row.pop("owner_id")} | names} | row


def talk_on(request: HttpRequest, work: Row) -> dict[str, Any]:
    """What the page of a work shows of its comments: the newest threads. Five queries at most."""
    talk = talk_below(work, viewer=request.user, behind=None, limit=ON_A_WORK)
    reply = id_in(request, "reply")
    return around(talk, CommentForm(initial={"parent_comment_id": reply}), work=work, viewer=request.user)


def around(talk: Talk, form: CommentForm, *, work: Row, viewer: Any) -> dict[str, Any]:
    """A talk and the form beside it, which stands below the comment that it answers, where that is on the page. One query where
    it is not."""
    parent_id = form["parent_comment_id"].value()
    answered = answered_in(talk, parent_id) or answered_elsewhere(work, parent_id)
    return {
        "talk": talk,
        "form": form,
        "answered": answered,
        "is_beside": answered is not None and talk.holds(answered["id"]),
        "is_own": viewer.pk == work["artist"]["id"],
    }


def answered_in(talk: Talk, comment_id: Any) -> Row | None:
    there = (each for each in talk.comments if str(each["id"]) == str(comment_id) and each["commenter"])
    found = next(there, None)
    return {"id": found["id"], "username": found["commenter"]["username"]} if found else None


def answered_elsewhere(work: Row, comment_id: Any) -> Row | None:
    """A comment of the work that is not on the page; None for what is none."""
    wanted = uuid_of(comment_id)
    if wanted is None:
        return None
    live = Comment.objects.filter(artwork=work["id"], pk=wanted, is_live=True)
    return next(({"id": pk, "username": name} for pk, name in live.values_list("pk", "commenter__username")), None)


def id_in(request: HttpRequest, parameter: str) -> UUID | None:
    """The id that a parameter of the address says; None where it says none."""
    return uuid_of(request.GET.get(parameter))


def uuid_of(text: Any) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None
