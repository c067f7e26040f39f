"""Comments that an artist has nothing to answer to."""

from typing import Any
from uuid import UUID

from social.models import Comment


def set_aside(*, comment_id: UUID, by: Any) -> None:
    """Takes a comment out of what waits for the artist of its work; nobody else learns of it. Again is no fault.

    Raises Comment.DoesNotExist for one that is not below a work of theirs.
    """
    if not Comment.objects.visible_to(by).filter(pk=comment_id, artwork__owner=by).update(is_set_aside=True):
        raise Comment.DoesNotExist
