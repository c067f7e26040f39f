"""What becomes of a person's comments as they go, are shut out, or are let in again."""

from typing import Any

from social.actions.threads import erase, settle
from social.models import Comment


def delete_comments_of(user: Any) -> None:
    """Deletes all comments of a person before their account goes, as they would one by one; where others have answered,
    tombstones stay. Behind `leaving.lock_all_of`, which holds the works. What was told of them goes with the account."""
    erase(list(Comment.objects.filter(commenter=user).values_list("pk", flat=True)))


def settle_comments_of(user: Any) -> None:
    """Takes the comments of a person who was shut out from the threads and counts, or gives them back as they were. Behind
    `leaving.lock_all_of` likewise."""
    settle(list(Comment.objects.filter(commenter=user).values_list("pk", flat=True)))
