"""One comment: where it is, other words for it, and its end."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe

from accounts.views.action_form import ActionFormView
from portfolio.talking.form import WordsForm
from portfolio.talking.page import work_talked_of
from portfolio.talking.places import place_of
from portfolio.views.commenting import shown_to
from portfolio.views.deeds import SeeOther
from portfolio.views.personal import personal
from social.actions.comments import delete_comment, edit_comment
from social.models import Comment
from social.permissions import can_delete_comment, can_edit_comment


@require_safe
@personal
def comment(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """`/comments/<id>`: on to the page that it is on, of the many that what is said below a work may fill. Raises Http404."""
    return redirect(place_of(get_object_or_404(Comment.objects.visible_to(request.user), pk=comment_id), asked={}))


class OneCommentPage(ActionFormView):
    """Does something to a comment that the viewer may read (404 else)."""

    @cached_property
    def comment(self) -> Comment:
        """The comment, with its work. Raises Http404."""
        there = Comment.objects.visible_to(self.request.user).select_related("artwork")
        return get_object_or_404(there, pk=self.kwargs["comment_id"])

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the comment, and the way back to it."""
        return super().get_context_data(comment=self.comment, back=self.place(), **context)

    def place(self) -> str:
        """Where it stands."""
        return place_of(self.comment, asked=self.shown())

    def shown(self) -> dict[str, str]:
        """What lifts the veil from its work."""
        return shown_to(self.request.user, work_talked_of(self.comment.artwork_id, viewer=self.request.user))


@method_decorator(login_required, name="dispatch")
class EditCommentPage(OneCommentPage):
    """`/comments/<id>/edit`, for its author."""

    template_name = "portfolio/comment_edit.html"
    form_class = WordsForm
    throttle_scope = "comment"

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form. Raises PermissionDenied for others."""
        if not can_edit_comment(self.request.user, self.comment.commenter_id):
            raise PermissionDenied
        return super().dispatch(*args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        """What stands."""
        return {"comment_text": self.comment.comment_text}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Have it say this. Raises ValidationError, Refused, Http404."""
        try:
            edit_comment(comment=self.comment, by=self.request.user, **taken)
        except Comment.DoesNotExist:
            raise Http404 from None
        return SeeOther(self.place())


@method_decorator(login_required, name="dispatch")
class DeleteCommentPage(OneCommentPage):
    """`/comments/<id>/delete`, which asks first; for its author, the work's artist and staff."""

    template_name = "portfolio/comment_delete.html"
    form_class = forms.Form

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """The question. Raises PermissionDenied for others."""
        if not can_delete_comment(self.request.user, self.comment.commenter_id, self.comment.artwork.owner_id):
            raise PermissionDenied
        return super().dispatch(*args, **kwargs)

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Delete it, and go to where it stood. Raises Refused, Http404."""
        shown = self.shown()
        try:
            delete_comment(comment=self.comment, by=self.request.user)
        except Comment.DoesNotExist:
            raise Http404 from None
        return SeeOther(self.place_left(shown))

    def place_left(self, shown: dict[str, str]) -> str:
        """What stands in its place, or what it answered; else what is said below the work."""
        near = Comment.objects.standing().filter(pk__in=[self.comment.pk, self.comment.parent_id or self.comment.pk])
        stands = near.order_by("-pk").first()
        if stands:
            return place_of(stands, asked=shown)
        query = "?show=mature" if shown else ""
        return f"{reverse('artwork', args=[self.comment.artwork_id])}{query}#comments"
