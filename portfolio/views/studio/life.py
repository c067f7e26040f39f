"""What goes on around an artist, and answering what was said to them."""

from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.requests import person
from accounts.views.action_form import ActionFormView
from gallery.models import Artwork
from portfolio.studio import life as told
from portfolio.studio.waiting import waiting_on
from portfolio.talking.form import CommentForm
from portfolio.views.deeds import SeeOther, deed
from social.actions.comments import write_comment
from social.actions.setting_aside import set_aside
from social.models import Comment


@require_safe
@never_cache
@login_required
def life(request: HttpRequest) -> HttpResponse:
    """`/studio/life`: notifications, comments to answer, followers, commissions and exhibitions, the first of each. As many
    queries for any number of them."""
    viewer = person(request)
    context = {
        "place": "studio-life",
        "waiting": waiting_on(viewer),
        "news": told.news_of(viewer),
        "comments": told.comments_for(viewer),
        "followers": told.followers_of(viewer),
        "commissions": told.commissions_of(viewer),
        "exhibitions": told.exhibitions_of(viewer),
    }
    return render(request, "studio/life.html", context)


@method_decorator([never_cache, login_required], name="dispatch")
class AnswerPage(ActionFormView):
    """`/studio/life/comments/<id>`: a comment below a work of one's own, and the answer to it. Raises Http404."""

    template_name = "studio/answer.html"
    form_class = CommentForm
    throttle_scope = "comment"

    @cached_property
    def comment(self) -> Comment:
        """What is answered. Raises Http404 for what is not below a work of theirs."""
        seen = Comment.objects.visible_to(self.request.user).filter(artwork__owner=person(self.request), is_live=True)
        found = seen.filter(pk=self.kwargs["comment_id"]).exclude(commenter=None).first()
        if found is None:
            raise Http404
        return found

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With what is answered."""
        row = {"pk": self.comment.pk, "comment_text": self.comment.comment_text, "created_at": self.comment.created_at}
        author = Comment.objects.values("artwork", "commenter", *told.AUTHOR).get(pk=self.comment.pk)
        (said,) = told.tell_said([row | author], self.request.user)
        return super().get_context_data(**context) | {"said": said, "place": "studio-life"}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Say it, and back to what else waits. Raises Http404, ValidationError by field, Refused."""
        answer = {"comment_text": taken["comment_text"], "parent_id": self.comment.pk}
        try:
            write_comment(artwork_id=self.comment.artwork_id, by=person(self.request), **answer)
        except Artwork.DoesNotExist:
            raise Http404 from None
        messages.success(self.request, _("Your answer stands below the work."))
        return SeeOther(f"{reverse('studio-life')}#comments")


@deed("", on="studio-answer")
def leave_unanswered(request: HttpRequest, back: str, comment_id: UUID) -> str:
    """`/studio/life/comments/<id>/aside`: nothing is to be answered. Raises Http404."""
    set_aside(comment_id=comment_id, by=person(request))
    return f"{reverse('studio-life')}#comments"
