"""Writing below works, and mending and taking back what was written."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from accounts.models import User
from gallery.models import Artwork
from social.actions.answering import tell_of, tell_of_no_more, tell_others_called
from social.actions.people import lock_people
from social.actions.threads import erase, lock_work, plant, settle
from social.mentions import mentioned_in
from social.models import Comment
from social.models.comments import MAX_LENGTH
from social.permissions import can_delete_comment, can_edit_comment, require_unblocked
from social.plain_text import refused, required_text

DEEPEST = 50
SAME_AGAIN = timedelta(seconds=30)
"""Within it the same words by the same person at the same place are the same comment, sent twice."""


@transaction.atomic
def write_comment(*, artwork_id: UUID, by: Any, comment_text: str, parent_id: UUID | None = None) -> Comment:
    """A comment below a work, or below the comment `parent_id` of it; sent twice within half a minute, the one that is there.

    Raises Artwork.DoesNotExist for what they may not see, ValidationError on `comment_text` or `parent_comment_id`, Conflict
    (`comments_closed`) where the artist closed them, for everyone; Conflict too where one's own account went meanwhile; Blocked
    by the artist or by the author above.
    """
    text = required_text(comment_text, field="comment_text", limit=MAX_LENGTH)
    called = mentioned_in(text)
    work = hold(artwork_id, by=by, parent_id=parent_id, others=[person.pk for person in called])
    if not work.comments_open:
        raise Conflict(_("Comments on this work are closed."), code="comments_closed")
    parent = parent_of(artwork_id, parent_id) if parent_id else None
    require_unblocked(by, work.owner_id, parent.commenter_id if parent else None)
    if there := said_just_now(artwork_id, parent_id, by=by, text=text):
        return there
    comment = add(Comment(artwork=work, parent=parent, commenter=by, comment_text=text))
    tell_of(comment, by=by, called=called)
    return comment


def hold(artwork_id: UUID, *, by: Any, parent_id: UUID | None, others: list[UUID]) -> Artwork:
    """The work, locked until the transaction ends, behind all people who may be told."""
    owner_id = Artwork.objects.visible_to(by).values_list("owner", flat=True).get(pk=artwork_id)
    above = Comment.objects.filter(pk=parent_id) if parent_id else Comment.objects.none()
    authors = above.filter(commenter__isnull=False).values_list("commenter", flat=True)
    if by.pk not in lock_people(by.pk, owner_id, *authors, *others):
        raise Conflict(_("Your account has changed meanwhile. Please try again."))
    there = Artwork.objects.visible_to(by).select_for_update(no_key=True)
    return there.only("owner_id", "comments_open", "is_public").get(pk=artwork_id)


def parent_of(artwork_id: UUID, parent_id: UUID) -> Comment:
    """The live comment of this work that is answered; raises ValidationError where there is none, or it lies too deep."""
    parent = Comment.objects.filter(artwork=artwork_id, is_live=True, pk=parent_id).first()
    if parent is None:
        raise refused("parent_comment_id", _("There is no such comment here."), code="does_not_exist")
    if parent.depth >= DEEPEST:
        raise refused("parent_comment_id", _("Answers may be %d deep.") % DEEPEST, code="too_deep")
    return parent


def said_just_now(artwork_id: UUID, parent_id: UUID | None, *, by: Any, text: str) -> Comment | None:
    own = Comment.objects.filter(artwork=artwork_id, parent=parent_id, commenter=by, comment_text=text, is_live=True)
    return own.filter(created_at__gte=timezone.now() - SAME_AGAIN).first()


def add(comment: Comment) -> Comment:
    """Writes it in its place, and counts it."""
    comment.depth = comment.parent.depth + 1 if comment.parent else 0
    comment.is_live = False
    comment.save(force_insert=True)
    plant(comment)
    settle([comment.pk])
    comment.is_live = True
    return comment


@transaction.atomic
def edit_comment(*, comment: Comment, by: Any, comment_text: str | None = None) -> Comment:
    """Gives a comment other words, None leaves them; who is called in them is told, who is no longer called is told no more.

    Raises PermissionDenied for anyone but its author, ValidationError on `comment_text`, Blocked as writing does, Conflict
    (`comment_hidden`) while a moderator hides it, Comment.DoesNotExist where it went meanwhile.
    """
    if not can_edit_comment(by, comment.commenter_id):
        raise PermissionDenied
    if comment_text is None:
        return comment
    text = required_text(comment_text, field="comment_text", limit=MAX_LENGTH)
    called = mentioned_in(text)
    work = hold(comment.artwork_id, by=by, parent_id=comment.parent_id, others=[person.pk for person in called])
    there = Comment.objects.select_related("parent").get(pk=comment.pk, is_deleted=False)
    if there.is_hidden:
        raise Conflict(_("A moderator has hidden this comment."), code="comment_hidden")
    require_unblocked(by, work.owner_id, there.parent.commenter_id if there.parent else None)
    there.artwork = work
    if text != there.comment_text:
        reword(there, text, by=by, called=called)
    return there


def reword(comment: Comment, text: str, *, by: Any, called: list[User]) -> None:
    """Gives it this text; whoever is called in it and was not is told, and the other way round."""
    were_called = mentioned_in(comment.comment_text)
    comment.comment_text, comment.edited_at = text, timezone.now()
    comment.save(update_fields=["comment_text", "edited_at"])
    tell_others_called(comment, by=by, were_called=were_called, called=called)


def delete_comment(*, comment: Comment, by: Any) -> None:
    """Deletes a comment; with anything below it stays as a tombstone that tells neither text nor author.

    Raises PermissionDenied for anyone but its author, the work's artist and staff; Comment.DoesNotExist where it went meanwhile.
    """
    if not can_delete_comment(by, comment.commenter_id, comment.artwork.owner_id):
        raise PermissionDenied
    remove_comment(comment_id=comment.pk)


@transaction.atomic
def remove_comment(*, comment_id: UUID) -> None:
    """The same, whoever decided it. Raises Comment.DoesNotExist for one that is gone."""
    lock_work(Comment.objects.values_list("artwork", flat=True).get(pk=comment_id))
    comment = Comment.objects.get(pk=comment_id, is_deleted=False)
    tell_of_no_more(comment)
    erase([comment_id])
