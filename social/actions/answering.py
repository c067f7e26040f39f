"""Who is told of a comment."""

from collections.abc import Sequence
from typing import Any

from accounts.models import User
from social.models import Comment
from social.notifying import notify, withdraw


def tell_of(comment: Comment, *, by: Any, called: Sequence[User]) -> None:
    """Tells the author above of an answer, the artist of a comment, and those whom it calls, each of one of these only.

    To be called with all of them and the work locked.
    """
    artist_id, author_id = around(comment)
    if author_id:
        notify("reply", recipient_id=author_id, **deed(comment, by))
    if author_id != artist_id:
        notify("comment", recipient_id=artist_id, **deed(comment, by))
    tell_called(comment, by=by, called=called)


def tell_called(comment: Comment, *, by: Any, called: Sequence[User]) -> None:
    """Tells those whom a comment calls, as far as they may see the work and are told nothing else of it."""
    artist_id, author_id = around(comment)
    if comment.artwork.is_public:
        for person in called:
            if person.pk not in {artist_id, author_id}:
                notify("mention", recipient_id=person.pk, **deed(comment, by))


def around(comment: Comment) -> tuple[Any, Any]:
    """Whose work it stands below, and whose comment; None, where that is none or its author has gone."""
    return comment.artwork.owner_id, comment.parent.commenter_id if comment.parent else None


def deed(comment: Comment, by: Any) -> dict[str, Any]:
    return {"actor": by, "target_type": "artwork", "target_id": comment.artwork_id, "object_id": comment.pk}


def tell_others_called(comment: Comment, *, by: Any, were_called: Sequence[User], called: Sequence[User]) -> None:
    """Tells those whom other words call, and takes it back from those who are no longer called."""
    gone = [person.pk for person in were_called if person not in called]
    withdraw("mention", actor_id=by.pk, target_id=comment.artwork_id, object_id=comment.pk, recipients=gone)
    tell_called(comment, by=by, called=[person for person in called if person not in were_called])


def tell_of_no_more(comment: Comment) -> None:
    """Takes back whatever was told of a comment."""
    if comment.commenter_id:
        for kind in ("comment", "reply", "mention"):
            withdraw(kind, actor_id=comment.commenter_id, target_id=comment.artwork_id, object_id=comment.pk)
